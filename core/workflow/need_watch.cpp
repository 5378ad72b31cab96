// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_watch.h"

#include "core/workflow/kept_needs.h"
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"

namespace kairos::workflow {
namespace {

constexpr qint64 kMinuteMs = 60'000;
/// Records of the first stride, before anything is painted: all there is in a practice of some thirty
/// courses.
constexpr qsizetype kAtOnce = 1'500;
/// Records between two looks at what the person does: a few milliseconds.
constexpr qsizetype kStride = 500;
/// Before the second stride: the window is painted first.
constexpr int kPaintMs = 100;

} // namespace

NeedWatch::NeedWatch(OpenPractice& practice, QObject* parent) : QObject(parent), m_practice(practice) {
    auto& kept = m_practice.needs();
    kept.isWatched = true;
    if (!kept.needs) {
        kept.searched = 0.0;
    }
    connect(&m_stride, &QTimer::timeout, this, [this] {
        m_stride.setInterval(0);
        walk(kStride);
        if (!isSearching()) {
            Q_EMIT found();
        }
    });
    m_clock.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        refresh();
        if (!isSearching()) {
            Q_EMIT found();
        }
    });
    m_clock.start();
}

NeedWatch::~NeedWatch() {
    m_practice.needs().isWatched = false;
    m_practice.needs().searched.reset();
    m_practice.needs().trouble.reset();
}

void NeedWatch::refresh() {
    const auto head = m_practice.file().head();
    const qint64 minute = m_practice.now().utcMs / kMinuteMs;
    const auto& kept = m_practice.needs();
    if (!head) {
        return;
    }
    const bool isFresh = kept.needs && kept.head == *head && kept.minute == minute;
    const bool isUnderWay = isSearching() && m_head == *head;
    if (isFresh || isUnderWay) {
        return;
    }
    m_head = *head;
    m_minute = minute;
    begin();
}

void NeedWatch::begin() {
    m_query = std::make_unique<NeedQuery>(m_practice);
    walk(kAtOnce);
    if (isSearching()) {
        m_stride.start(kPaintMs);
    }
}

void NeedWatch::walk(qsizetype records) {
    auto& kept = m_practice.needs();
    const auto isDone = m_query->advance(records);
    kept.trouble = isDone ? std::nullopt : std::optional(isDone.error());
    if (!isDone || *isDone) {
        end();
        return;
    }
    if (!kept.needs) {
        kept.needs = m_query->found();
    }
    kept.searched = m_query->share();
}

void NeedWatch::end() {
    auto& kept = m_practice.needs();
    kept.needs = m_query->found();
    kept.head = m_head;
    kept.minute = m_minute;
    kept.searched.reset();
    m_query.reset();
    m_stride.stop();
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/run_draft.h"

#include "core/workflow/open_practice.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::ui {
namespace {

/// Typing that rests this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;

} // namespace

RunDraft::RunDraft(const record::SessionId& session, workflow::OpenPractice& practice, QObject* parent)
    : QObject(parent), m_session(session), m_practice(practice) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &RunDraft::keep);
    load();
}

storage::DraftKey RunDraft::key() const {
    return workflow::DraftDesk(m_practice).keyOf(QStringLiteral("run-sheet"), m_session.uuid);
}

void RunDraft::load() {
    const auto draft = workflow::DraftDesk(m_practice).find(key());
    if (!draft || !draft->has_value()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson((*draft)->content).object();
    for (auto place = json.begin(); place != json.end(); ++place) {
        m_texts.insert(place.key(), place.value().toString());
    }
    m_restoredFrom = base::Instant::inZone((*draft)->savedMs, m_practice.zone());
}

void RunDraft::setText(const QString& place, const QString& text) {
    if (m_texts.value(place) == text) {
        return;
    }
    if (text.isEmpty()) {
        m_texts.remove(place);
    } else {
        m_texts.insert(place, text);
    }
    m_isUnkept = true;
    m_rest.start();
}

void RunDraft::keep() {
    m_rest.stop();
    if (!m_isUnkept || !m_practice.signedIn()) {
        return;
    }
    workflow::DraftDesk desk(m_practice);
    QJsonObject json;
    for (auto place = m_texts.cbegin(); place != m_texts.cend(); ++place) {
        json.insert(place.key(), place.value());
    }
    const auto done = json.isEmpty() ? desk.drop(key())
                                     : desk.keep(key(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_isUnkept = false;
    if (json.isEmpty()) {
        Q_EMIT settled();
    } else {
        Q_EMIT kept();
    }
}

} // namespace kairos::ui

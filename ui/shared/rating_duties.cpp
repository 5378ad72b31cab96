// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rating_duties.h"

#include "ui/shared/buttons.h"
#include "ui/shared/formats.h"
#include "ui/shared/page.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_query.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace kairos::ui {

using workflow::DutyState;
using workflow::RatingDuty;

namespace {

constexpr int kMostOpen = 3;
constexpr int kMostDone = 1;
constexpr int kLeastWidth = 320;

Chip dutyChip(const RatingDuty& duty, const QString& instrument, const QTimeZone& zone) {
    switch (duty.state) {
    case DutyState::Late:
        return {ChipKind::Late, RatingDuties::tr("late, by %1").arg(dayText(duty.asked.latest)), instrument};
    case DutyState::Due:
        return {ChipKind::Due,
                duty.asked.latest.isValid() ? RatingDuties::tr("due %1").arg(dayText(duty.asked.latest))
                                            : RatingDuties::tr("due"),
                instrument};
    case DutyState::Done:
        break;
    }
    return {ChipKind::Done,
            duty.doneAt ? RatingDuties::tr("done %1").arg(dayText(duty.doneAt->local(zone).date()))
                        : RatingDuties::tr("done"),
            instrument};
}

} // namespace

RatingDuties::RatingDuties(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent), m_patient(patient), m_context(context), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Ratings that are asked for"));
    refresh();
}

void RatingDuties::refresh() {
    delete m_list;
    m_entries.clear();
    m_list = new QWidget(this);
    auto* row = new QHBoxLayout(m_list);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(new TextLabel(tr("Asked for"), TextRole::Strong, Token::Text, m_list));
    const auto duties = workflow::RatingQuery(m_context.practice).duties(m_patient);
    m_open = 0;
    int done = 0;
    for (const RatingDuty& duty : duties ? *duties : QList<RatingDuty>()) {
        const bool isDone = duty.state == DutyState::Done;
        int& count = isDone ? done : m_open;
        if (count++ < (isDone ? kMostDone : kMostOpen)) {
            addDuty(*row, duty, !isDone && m_open == 1 ? Key::OpensIt : Key::None);
        }
    }
    m_more = new TextLabel({}, TextRole::Body, Token::Text2, m_list);
    row->addWidget(m_more);
    row->addStretch(1);
    m_row->addWidget(m_list);
    setVisible(m_open + done > 0);
    fit();
}

void RatingDuties::addDuty(QHBoxLayout& row, const RatingDuty& duty, Key key) {
    const auto* instrument = m_context.practice.catalog().instruments.find(duty.asked.instrument);
    const QString name = instrument != nullptr ? instrument->shortTitle : duty.asked.instrument;
    const bool isDone = duty.state == DutyState::Done;
    auto* entry = new QWidget(m_list);
    auto* parts = new QHBoxLayout(entry);
    parts->setContentsMargins(px(8), 0, 0, 0);
    parts->setSpacing(px(8));
    if (isDone) {
        parts->addWidget(new TextLabel(name, TextRole::Body, Token::Text, entry));
    } else {
        auto* open = makeButton({name, ButtonKind::Secondary, Icon::Rating,
                                 key == Key::OpensIt ? QKeySequence(Qt::CTRL | Qt::Key_R) : QKeySequence()},
                                entry);
        open->setToolTip(duty.asked.basis.isEmpty()
                             ? duty.asked.stepTitle
                             : tr("%1. Source: %2").arg(duty.asked.stepTitle, duty.asked.basis));
        const RatingPlace place{m_patient, duty.asked.instrument, duty.asked.step, duty.asked.session};
        connect(open, &QPushButton::clicked, this, [this, place] { m_context.navigator.open(place); });
        parts->addWidget(open);
    }
    parts->addWidget(new StatusChip(dutyChip(duty, name, m_context.practice.zone()), entry));
    row.addWidget(entry);
    m_entries.append({entry, isDone});
}

void RatingDuties::fit() {
    const auto sayMore = [this] {
        const auto shown = std::ranges::count_if(
            m_entries, [](const Entry& entry) { return !entry.isDone && !entry.widget->isHidden(); });
        m_more->setText(tr("and %1 more").arg(m_open - static_cast<int>(shown)));
        m_more->setVisible(m_open > shown);
    };
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.widget->show();
    }
    sayMore();
    if (!isVisible()) {
        return; // Nothing is known of the room yet.
    }
    // What is done goes first, then what is asked for last; the first one stays, with its key.
    QList<Entry> goes(m_entries.rbegin(), m_entries.rend());
    std::ranges::stable_partition(goes, &Entry::isDone);
    for (qsizetype i = 0; i + 1 < goes.size() && m_list->sizeHint().width() > width(); ++i) {
        goes.at(i).widget->hide();
        sayMore();
    }
}

QSize RatingDuties::minimumSizeHint() const {
    return {px(kLeastWidth), QWidget::minimumSizeHint().height()};
}

void RatingDuties::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void RatingDuties::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fit();
}

} // namespace kairos::ui

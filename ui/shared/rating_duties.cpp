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

namespace kairos::ui {

using workflow::DutyState;
using workflow::RatingDuty;

namespace {

constexpr int kMostOpen = 3;
constexpr int kMostDone = 1;

Chip chipOf(const RatingDuty& duty, const QString& instrument, const QTimeZone& zone) {
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
    setAccessibleName(tr("Ratings the plan asks for"));
    refresh();
}

void RatingDuties::refresh() {
    delete m_list;
    m_list = new QWidget(this);
    auto* row = new QHBoxLayout(m_list);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(new TextLabel(tr("The plan asks for"), TextRole::Strong, Token::Text, m_list));
    const auto duties = workflow::RatingQuery(m_context.practice).duties(m_patient);
    int open = 0;
    int done = 0;
    for (const RatingDuty& duty : duties ? *duties : QList<RatingDuty>()) {
        const bool isDone = duty.state == DutyState::Done;
        int& count = isDone ? done : open;
        if (count++ < (isDone ? kMostDone : kMostOpen)) {
            addDuty(*row, duty, !isDone && open == 1 ? Key::OpensIt : Key::None);
        }
    }
    if (open > kMostOpen) {
        row->addWidget(
            new TextLabel(tr("and %1 more").arg(open - kMostOpen), TextRole::Body, Token::Text2, m_list));
    }
    row->addStretch(1);
    m_row->addWidget(m_list);
    setVisible(open + done > 0);
}

void RatingDuties::addDuty(QHBoxLayout& row, const RatingDuty& duty, Key key) {
    const auto* instrument = m_context.practice.catalog().instruments.find(duty.asked.instrument);
    const QString name = instrument != nullptr ? instrument->shortTitle : duty.asked.instrument;
    row.addSpacing(px(8));
    if (duty.state == DutyState::Done) {
        row.addWidget(new TextLabel(name, TextRole::Body, Token::Text, m_list));
    } else {
        auto* open = makeButton({name, ButtonKind::Secondary, Icon::Rating,
                                 key == Key::OpensIt ? QKeySequence(Qt::CTRL | Qt::Key_R) : QKeySequence()},
                                m_list);
        open->setToolTip(duty.asked.stepTitle);
        const RatingPlace place{m_patient, duty.asked.instrument, duty.asked.step};
        connect(open, &QPushButton::clicked, this, [this, place] { m_context.navigator.open(place); });
        row.addWidget(open);
    }
    row.addWidget(new StatusChip(chipOf(duty, name, m_context.practice.zone()), m_list));
}

} // namespace kairos::ui

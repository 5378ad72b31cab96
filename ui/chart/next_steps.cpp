// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/next_steps.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/risk_text.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

class NextStepWords final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::NextSteps)

public:
    static QString risk(int number) { return tr("Risk item %1").arg(number); }
    static QString assess() { return tr("Open assessment"); }
    static QString late(qint64 days) {
        return days > 0 ? tr("%1 d late").arg(days) : chipWord(ChipKind::Late);
    }
    static QString dueOn(const QString& day) { return tr("due %1").arg(day); }
    static QString booked(const QString& when) { return tr("booked %1").arg(when); }
    static QString window(const QString& from, const QString& to) {
        return tr("window %1").arg(rangeText(from, to));
    }
    static QString noDate() { return tr("no date fits"); }
    static QString by(const QString& gates) { return tr("by %1", "blocked by what").arg(gates); }
    static QString rhythm(const QString& text, const QString& basis) {
        return tr("%1. Source: %2").arg(text, basis);
    }
    static QString verb(record::StepKind kind) {
        return kind == record::StepKind::Rating ? tr("Fill in") : tr("Book");
    }
};

QString windowText(const record::PlanStep& step) {
    if (step.booked) {
        return NextStepWords::booked(
            QStringLiteral("%1, %2").arg(dayText(step.booked->date), timeText(step.booked->time)));
    }
    if (!step.window) {
        return NextStepWords::noDate();
    }
    const auto& window = *step.window;
    return window.earliest == window.latest
               ? NextStepWords::dueOn(dayText(window.target.date))
               : NextStepWords::window(dayText(window.earliest.date), dayText(window.latest.date));
}

/// What is done with a step from here; none for those whose place is the plan itself.
std::optional<Place> stepPlace(const record::PatientId& patient, const record::PlanStep& step) {
    switch (step.kind) {
    case record::StepKind::Rating:
        return RatingPlace{patient, step.instruments.value(0), step.id};
    case record::StepKind::Dosing:
    case record::StepKind::Preparation:
    case record::StepKind::Integration:
    case record::StepKind::Therapy:
        return step.booked ? std::nullopt : std::optional<Place>(NewSessionPlace{patient, step.id});
    case record::StepKind::Consent:
    case record::StepKind::Screening:
    case record::StepKind::Review:
    case record::StepKind::FollowUp:
        return std::nullopt;
    }
    return std::nullopt;
}

NextStepRow stepRow(const record::PatientId& patient, const workflow::StepRow& found, QDate today) {
    const record::PlanStep& step = found.step;
    NextStepRow row;
    row.title = step.title;
    row.detail = windowText(step);
    row.place = stepPlace(patient, step);
    row.verb = row.place ? NextStepWords::verb(step.kind) : QString();
    switch (found.status.state) {
    case record::StepState::Blocked:
        row.chip = {ChipKind::Blocked, chipWord(ChipKind::Blocked), step.title, {}};
        row.detail = found.status.blockedBy.isEmpty()
                         ? row.detail
                         : NextStepWords::by(found.status.blockedBy.join(QStringLiteral("; ")));
        row.place.reset();
        row.verb.clear();
        break;
    case record::StepState::Late: {
        const QDate latest = step.window ? step.window->latest.date : today;
        row.chip = {ChipKind::Late, NextStepWords::late(latest.daysTo(today)), step.title, {}};
        break;
    }
    case record::StepState::Due:
        row.chip = {ChipKind::Due, chipWord(ChipKind::Due), step.title, {}};
        break;
    default: // Done, missed and waived steps are not asked for; the others are next.
        row.chip = {ChipKind::Next, chipWord(ChipKind::Next), step.title, {}};
        break;
    }
    return row;
}

} // namespace

QList<NextStepRow> nextStepRowsOf(const record::PatientId& patient,
                                  const std::optional<record::RiskItem>& risk,
                                  const std::optional<workflow::PlanView>& plan, QDate today, int most) {
    QList<NextStepRow> rows;
    if (risk) {
        const QString evidence = risk->evidence.isEmpty() ? QString() : risk->evidence.last().text;
        rows.append({NextStepWords::risk(risk->number),
                     {ChipKind::Risk, riskOpenText(), NextStepWords::risk(risk->number), {}},
                     evidence,
                     NextStepWords::assess(),
                     RiskPlace{patient}});
    }
    if (!plan) {
        return rows;
    }
    for (const auto* list : {&plan->next.blocked, &plan->next.late, &plan->next.next}) {
        for (const planning::StepStatus& status : *list) {
            const workflow::StepRow* found = plan->row(status.key);
            if (found != nullptr && rows.size() < most) {
                rows.append(stepRow(patient, *found, today));
            }
        }
    }
    return rows;
}

QList<NextStepRow> rhythmRowsOf(const record::PatientId& patient, const QList<workflow::RatingDuty>& duties,
                                const workflow::Catalog& catalog, QDate today, int most) {
    QList<NextStepRow> rows;
    for (const workflow::RatingDuty& duty : duties) {
        const workflow::DueRating& asked = duty.asked;
        if (asked.step || duty.state == workflow::DutyState::Done || rows.size() >= most) {
            continue;
        }
        const auto* instrument = catalog.instruments.find(asked.instrument);
        NextStepRow row;
        row.title = instrument != nullptr ? instrument->shortTitle : asked.instrument;
        row.chip = asked.isLate
                       ? Chip{ChipKind::Late, NextStepWords::late(asked.latest.daysTo(today)), row.title, {}}
                       : Chip{ChipKind::Due, chipWord(ChipKind::Due), row.title, {}};
        row.detail = NextStepWords::rhythm(asked.stepTitle, asked.basis);
        row.verb = NextStepWords::verb(record::StepKind::Rating);
        row.place = RatingPlace{patient, asked.instrument, {}, asked.session, {}};
        rows.append(row);
    }
    return rows;
}

NextStepsCard::NextStepsCard(Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_navigator(navigator),
      m_card(new Card(tr("What is next, late, blocked"), CardContent::Full, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
}

void NextStepsCard::setRows(const QList<NextStepRow>& rows, const QString& nothing) {
    delete m_list;
    m_list = new QWidget(m_card);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, px(4));
    column->setSpacing(0);
    if (rows.isEmpty()) {
        auto* words = makeParagraph(nothing, TextRole::Body, Token::Text2, m_list);
        words->setContentsMargins(px(14), px(4), px(14), px(10));
        column->addWidget(words);
    }
    for (const NextStepRow& row : rows) {
        column->addWidget(makeHairline(m_list));
        column->addWidget(makeRow(row, m_list));
    }
    m_card->body().addWidget(m_list);
}

QWidget* NextStepsCard::makeRow(const NextStepRow& row, QWidget* parent) {
    auto* widget = new QWidget(parent);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(px(14), px(8), px(14), px(8));
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(makeParagraph(row.title, TextRole::Strong, Token::Text, widget), 1);
    head->addWidget(new StatusChip(row.chip, widget), 0, Qt::AlignTop);
    column->addLayout(head);
    if (!row.detail.isEmpty()) {
        column->addWidget(makeParagraph(row.detail, TextRole::Caption, Token::Text2, widget));
    }
    if (row.place && m_navigator.canOpen(*row.place)) {
        auto* button = makeButton({row.verb}, widget);
        button->setAccessibleName(QStringLiteral("%1, %2").arg(row.verb, row.title));
        connect(button, &QPushButton::clicked, this, [this, place = *row.place] { m_navigator.open(place); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    return widget;
}

} // namespace kairos::ui

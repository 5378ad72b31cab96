// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/adverse_model.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include "core/workflow/adverse_words.h"

namespace kairos::ui {

using record::Asked;
using workflow::AdverseRow;

AdverseModel::AdverseModel(const QTimeZone& zone, QObject* parent)
    : RowModel({{tr("Began")},
                {tr("Patient")},
                {tr("Event")},
                {tr("Grade")},
                {tr("Serious")},
                {tr("Expected")},
                {tr("Related")},
                {tr("Minute"), ColumnSide::Right},
                {tr("Over")},
                {tr("Dose")},
                {tr("Action")},
                {tr("Outcome")}},
               parent),
      m_zone(zone) {}

QString AdverseModel::display(const AdverseRow& row, int column) const {
    const record::AdverseEvent& event = row.event;
    switch (column) {
    case Began:
        return plainDateText(event.onset.local(m_zone).date());
    case Patient:
        return row.patient.mrn.isEmpty() ? tr("record damaged") : row.patient.displayName();
    case Event:
        return event.term;
    case Grade:
        return event.grade ? workflow::gradeWords(*event.grade) : tr("not graded");
    case Serious:
        return event.serious == Asked::Yes ? tr("! serious") : workflow::judgedWords(event.serious);
    case Expected:
        return workflow::judgedWords(event.expected);
    case Related:
        return workflow::relatedWords(event.related);
    case Minute:
        return row.onsetMinute ? QString::number(*row.onsetMinute) : QString();
    case Over:
        return event.resolvedAt ? plainDateText(event.resolvedAt->local(m_zone).date()) : tr("goes on");
    case Dose:
        if (!row.doseNumber) {
            return event.session ? QString() : tr("no session");
        }
        return (event.session ? tr("%1, %2") : tr("after %1, %2"))
            .arg(QString::number(*row.doseNumber), row.drug);
    case Action:
        return event.action;
    default: // Outcome
        return event.outcome;
    }
}

QVariant AdverseModel::extra(const AdverseRow& row, int column, int role) const {
    const record::AdverseEvent& event = row.event;
    if (role == StrongRole) {
        return column == Event || (column == Serious && event.serious == Asked::Yes);
    }
    if (role == VoiceRole && (column == Action || column == Outcome || column == Dose)) {
        return static_cast<int>(Token::Text2);
    }
    if (role == IdRole) {
        return event.id.toString();
    }
    if (role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Began:
        return dateTimeText(event.onset, m_zone);
    case Patient:
        return row.patient.mrn.isEmpty() ? QVariant() : tr("MRN %1").arg(row.patient.mrn);
    case Over:
        return event.resolvedAt ? dateTimeText(*event.resolvedAt, m_zone) : QVariant();
    default: // A long word may be cut in its cell.
        return display(row, column);
    }
}

} // namespace kairos::ui

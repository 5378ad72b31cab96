// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patients_model.h"

#include "ui/patients/stage_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/risk_text.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <QPointF>

namespace kairos::ui {
namespace {

QString familyFirst(const record::Patient& patient) {
    const QString& first = patient.preferredName.isEmpty() ? patient.givenName : patient.preferredName;
    return first.isEmpty() ? patient.familyName : QStringLiteral("%1, %2").arg(patient.familyName, first);
}

} // namespace

PatientsModel::PatientsModel(workflow::OpenPractice& practice, QObject* parent)
    : RowModel({{tr("Name")},
                {tr("Born")},
                {tr("MRN")},
                {tr("Stage of care")},
                {tr("Doses")},
                {tr("Latest score")},
                {tr("Next")},
                {tr("Attention"), ColumnSide::Right}},
               parent),
      m_practice(practice) {}

void PatientsModel::setPatients(QList<record::PatientId> patients) {
    m_lines.clear();
    setRows(std::move(patients));
}

const PatientsModel::Line& PatientsModel::lineOf(const record::PatientId& id) const {
    const auto known = m_lines.constFind(id);
    if (known != m_lines.constEnd()) {
        return *known;
    }
    Line line;
    if (auto summary = workflow::PatientList(m_practice).summary(id)) {
        line.summary = std::move(*summary);
    } else {
        line.trouble = summary.error().why;
    }
    return *m_lines.insert(id, std::move(line));
}

QString PatientsModel::display(const record::PatientId& row, int column) const {
    const Line& line = lineOf(row);
    if (!line.trouble.isEmpty()) {
        return column == Name ? tr("Damaged record %1").arg(row.toString().left(8)) : QString();
    }
    switch (static_cast<Column>(column)) {
    case Name:
        return familyFirst(line.summary.patient);
    case Born:
        return bornText(line);
    case Mrn:
        return line.summary.patient.mrn;
    case Stage:
        return stageText(line.summary.patient.stage);
    case Doses:
        return dosesText(line);
    case Score:
        return scoreText(line);
    case Next:
        return nextText(line);
    case Attention:
        return {};
    }
    return {};
}

QString PatientsModel::bornText(const Line& line) const {
    const auto& born = line.summary.patient.birthDate;
    return born ? plainDateText(*born) : tr("not known");
}

QString PatientsModel::dosesText(const Line& line) const {
    const auto& summary = line.summary;
    if (summary.dosesGiven + summary.dosesPlanned == 0) {
        return tr("none yet");
    }
    return tr("%1 given, %2 planned").arg(summary.dosesGiven).arg(summary.dosesPlanned);
}

QString PatientsModel::scoreText(const Line& line) const {
    const auto& summary = line.summary;
    if (summary.scores.isEmpty()) {
        return tr("none yet");
    }
    const auto* instrument = m_practice.catalog().instruments.find(summary.instrument);
    const QString name = instrument != nullptr ? instrument->shortTitle : summary.instrument;
    const auto* band = instrument != nullptr ? instrument->findBand(summary.band) : nullptr;
    return QStringLiteral("%1 %2 %3")
        .arg(name, shortNumberText(summary.scores.last(), 1), band != nullptr ? band->label : QString())
        .trimmed();
}

QString PatientsModel::nextText(const Line& line) const {
    if (!line.summary.next) {
        return tr("nothing planned");
    }
    const auto& next = *line.summary.next;
    const QDate today = m_practice.today();
    const QString day = next.day == today ? tr("today") : dayText(next.day);
    const QString time = next.isBooked && next.time ? QLatin1Char(' ') + timeText(*next.time) : QString();
    return QStringLiteral("%1, %2%3").arg(next.title, day, time);
}

Chip PatientsModel::attention(const Line& line) const {
    const QString who = line.summary.patient.displayName();
    if (!line.trouble.isEmpty()) {
        return {ChipKind::Blocked, tr("damaged"), line.trouble};
    }
    if (line.summary.risk) {
        return {ChipKind::Risk, riskOpenText(m_practice.now().msSince(line.summary.risk->openSince())), who};
    }
    if (!line.summary.next) {
        return {ChipKind::Planned, tr("no plan"), who};
    }
    const auto& next = *line.summary.next;
    if (next.isLate && next.lastDay) {
        return {ChipKind::Late, tr("%1 d late").arg(next.lastDay->daysTo(m_practice.today())), who};
    }
    if (next.day <= m_practice.today()) {
        return {ChipKind::Due, tr("due"), who};
    }
    return {ChipKind::Planned, tr("on plan"), who};
}

std::optional<Chip> PatientsModel::chip(const record::PatientId& row, int column) const {
    return column == Attention ? std::optional(attention(lineOf(row))) : std::nullopt;
}

QVariant PatientsModel::extra(const record::PatientId& row, int column, int role) const {
    const Line& line = lineOf(row);
    const auto& summary = line.summary;
    switch (role) {
    case IdRole:
        return row.toString();
    case LeadRole:
        return column == Name ? QVariant(summary.patient.familyName) : QVariant();
    case VoiceRole: {
        const bool isQuiet = (column == Doses && summary.dosesGiven + summary.dosesPlanned == 0) ||
                             (column == Score && summary.scores.isEmpty()) ||
                             (column == Next && !summary.next) ||
                             (column == Born && !summary.patient.birthDate);
        return isQuiet ? QVariant(static_cast<int>(Token::Text2)) : QVariant();
    }
    case GivenRole:
        return summary.dosesGiven;
    case PlannedRole:
        return summary.dosesPlanned;
    case ScoresRole:
        return QVariantList(summary.scores.begin(), summary.scores.end());
    case ScoreRangeRole: {
        const auto* instrument = m_practice.catalog().instruments.find(summary.instrument);
        return instrument != nullptr ? QVariant(QPointF(instrument->scoring.low, instrument->scoring.high))
                                     : QVariant();
    }
    default: // Nothing more is given.
        return {};
    }
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/call_sheet_query.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/readiness_query.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include <QStringList>

namespace kairos::workflow {

using reports::CallEntry;
using reports::CallLine;

namespace {

QString joinedParts(QStringList parts) {
    parts.removeIf([](const QString& part) { return part.trimmed().isEmpty(); });
    return parts.join(QStringLiteral(", "));
}

CallLine::Mark markOf(ReadinessState state) {
    switch (state) {
    case ReadinessState::Ready:
        return CallLine::Mark::Settled;
    case ReadinessState::NotNeeded:
        return CallLine::Mark::NoQuestion;
    case ReadinessState::Missing:
        return CallLine::Mark::Open;
    case ReadinessState::Holds:
        return CallLine::Mark::Holds;
    }
    return CallLine::Mark::Open;
}

QString doseWords(const DayRow& dose, const QLocale& locale) {
    const QString number = dose.number > 0 ? Words::tr("Dose %1").arg(dose.number) : Words::tr("Dose");
    return dose.dose ? Words::tr("%1, %2 mg").arg(number, locale.toString(dose.dose->value, 'g', 4)) : number;
}

CallEntry entryOf(const ReadinessRow& row, const QLocale& locale) {
    const auto& patient = row.dose.patient;
    CallEntry entry;
    entry.time = row.dose.booked.time.toString(QStringLiteral("HH:mm"));
    entry.patient = patient.displayName();
    entry.born = patient.birthDate ? locale.toString(*patient.birthDate, QStringLiteral("d MMM yyyy"))
                                   : Words::tr("not recorded");
    entry.mrn = patient.mrn;
    entry.phone = patient.phone.isEmpty() ? Words::tr("no telephone on record") : patient.phone;
    entry.emergency = joinedParts({patient.emergencyName, patient.emergencyRelation, patient.emergencyPhone});
    entry.dose = doseWords(row.dose, locale);
    const auto open = row.open().size();
    entry.standing = open == 0      ? Words::tr("ready")
                     : row.isHeld() ? Words::tr("%1 open, held").arg(open)
                                    : Words::tr("%1 open").arg(open);
    for (const ReadinessCell& cell : row.cells) {
        entry.lines.append(
            {readinessTitle(cell.item), cell.words, markOf(cell.state), !cell.criterion.isEmpty()});
    }
    return entry;
}

} // namespace

base::Result<reports::CallSheet> CallSheetQuery::sheet(QDate day, const QLocale& locale) const {
    const auto board = ReadinessQuery(m_practice).board(day);
    const auto head = sheetHead(m_practice, locale);
    if (!board || !head) {
        return tl::unexpected<base::Error>(board ? head.error() : board.error());
    }
    reports::CallSheet sheet{*head, day, {}};
    sheet.title = Words::tr("Call sheet");
    sheet.subtitle = Words::tr("Doses of %1").arg(locale.toString(day, QStringLiteral("dddd d MMMM yyyy")));
    sheet.leftOut =
        Words::tr("The sheet shows what is open, not the chart; what changed since it was printed is not "
                  "on it.");
    for (const ReadinessRow& row : board->rows) {
        sheet.doses.append(entryOf(row, locale));
    }
    return sheet;
}

} // namespace kairos::workflow

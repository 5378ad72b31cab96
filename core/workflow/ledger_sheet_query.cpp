// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ledger_sheet_query.h"

#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_head.h"
#include "core/workflow/words.h"

#include "core/record/patient.h"
#include "core/stock/stock_words.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

namespace {

QString joinedNames(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString mrnOf(const OpenPractice& practice, const std::optional<PatientId>& id) {
    if (!id) {
        return {};
    }
    const auto patient = practice.file().records().find<Patient>(*id);
    return patient && patient->has_value() ? Words::tr("MRN %1").arg((*patient)->mrn)
                                           : Words::tr("MRN not readable");
}

reports::LedgerSheetLine registerLine(const Vial& vial, const stock::RegisterLine& line,
                                      const OpenPractice& practice, const QLocale& locale) {
    const LedgerEntry& entry = line.entry;
    reports::LedgerSheetLine printed;
    printed.at = locale.toString(entry.at.local(practice.zone()), QStringLiteral("d MMM yyyy HH:mm"));
    printed.what = line.isTakenBack ? Words::tr("%1 (taken back)").arg(stock::kindText(entry.kind))
                                    : stock::kindText(entry.kind);
    printed.change = stock::movedText(vial, line.change);
    printed.balance = stock::stockText(vial, line.balance);
    printed.who = joinedNames(
        {practice.clinicianName(entry.by),
         entry.witness ? Words::tr("witness %1").arg(practice.clinicianName(*entry.witness)) : QString()});
    printed.about = joinedNames(
        {mrnOf(practice, entry.patient),
         entry.expected ? Words::tr("expected %1").arg(stock::stockText(vial, *entry.expected)) : QString(),
         entry.reason});
    return printed;
}

reports::LedgerSheetLot lotOf(const LotView& lot, const OpenPractice& practice, const QLocale& locale) {
    reports::LedgerSheetLot printed;
    printed.title = Words::tr("%1, lot %2").arg(lot.vial.drug, lot.vial.lot);
    printed.subtitle = joinedNames(
        {stock::labelText(lot.vial), stock::keepingText(lot.vial.keeping),
         (lot.isExpired ? Words::tr("expired %1") : Words::tr("expires %1"))
             .arg(stock::dayText(lot.vial.expiry)),
         Words::tr("balance %1, %2")
             .arg(stock::stockText(lot.vial, lot.standing.balance), stock::mgText(lot.standing.amount))});
    for (const stock::RegisterLine& line : lot.standing.lines) {
        printed.lines.append(registerLine(lot.vial, line, practice, locale));
    }
    return printed;
}

} // namespace

base::Result<reports::LedgerSheet> LedgerSheetQuery::sheet(const QLocale& locale) const {
    const auto lots = LedgerQuery(m_practice).lots();
    const auto head = sheetHead(m_practice, locale);
    if (!lots || !head) {
        return tl::unexpected<base::Error>(lots ? head.error() : lots.error());
    }
    reports::LedgerSheet sheet{*head, {}};
    sheet.title = Words::tr("Drug ledger");
    sheet.subtitle = Words::tr("As it stood on %1")
                         .arg(locale.toString(m_practice.today(), QStringLiteral("dddd d MMMM yyyy")));
    sheet.leftOut = Words::tr("Doses typed by hand, without a lot of the stock, are not in the ledger.");
    for (const LotView& lot : *lots) {
        sheet.lots.append(lotOf(lot, m_practice, locale));
    }
    return sheet;
}

} // namespace kairos::workflow

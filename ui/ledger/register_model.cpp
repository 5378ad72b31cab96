// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/register_model.h"

#include "ui/shared/formats.h"

#include "core/stock/stock_words.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/open_practice.h"

namespace kairos::ui {

using stock::RegisterLine;

RegisterModel::RegisterModel(const workflow::OpenPractice& practice, QObject* parent)
    : RowModel({{tr("When")},
                {tr("Line")},
                {tr("Change"), ColumnSide::Right},
                {tr("Balance"), ColumnSide::Right},
                {tr("For")},
                {tr("By")},
                {tr("Witness")},
                {tr("Reason")}},
               parent),
      m_practice(practice) {}

QString RegisterModel::display(const RegisterLine& row, int column) const {
    const record::LedgerEntry& entry = row.entry;
    switch (column) {
    case At: {
        const QDateTime at = entry.at.local(m_practice.zone());
        return tr("%1, %2").arg(plainDateText(at.date()), timeText(at.time()));
    }
    case What:
        return row.isTakenBack ? tr("%1 (taken back)").arg(stock::kindText(entry.kind))
                               : stock::kindText(entry.kind);
    case Change:
        return stock::movedText(m_vial, row.change);
    case Balance:
        return stock::stockText(m_vial, row.balance);
    case For:
        return entry.patient ? workflow::LedgerQuery(m_practice).patientName(*entry.patient) : QString();
    case By:
        return m_practice.clinicianName(entry.by);
    case Witness:
        return entry.witness ? m_practice.clinicianName(*entry.witness) : QString();
    default:
        return entry.reason;
    }
}

QVariant RegisterModel::extra(const RegisterLine& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Balance;
    }
    return role == IdRole ? QVariant(row.entry.id.toString()) : QVariant();
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/stock/stock_words.h"
#include "core/workflow/ledger_query.h"

namespace kairos::cli {
namespace {

using record::LedgerKind;
using workflow::LotView;

QString ledgerKindId(LedgerKind kind) {
    switch (kind) {
    case LedgerKind::Received:
        return QStringLiteral("received");
    case LedgerKind::Drawn:
        return QStringLiteral("drawn");
    case LedgerKind::Wasted:
        return QStringLiteral("wasted");
    case LedgerKind::Counted:
        return QStringLiteral("counted");
    case LedgerKind::Returned:
        return QStringLiteral("returned");
    case LedgerKind::Counter:
        return QStringLiteral("counter");
    }
    return {};
}

/// Names, since a person reads the list; a session by its id, since patients have a list of their own.
QJsonObject lineJson(const stock::RegisterLine& line, const workflow::OpenPractice& practice) {
    const record::LedgerEntry& entry = line.entry;
    return {
        {QStringLiteral("id"), entry.id.toString()},
        {QStringLiteral("kind"), ledgerKindId(entry.kind)},
        {QStringLiteral("at"), timeText(entry.at, practice.zone())},
        {QStringLiteral("change_ml"), numberOrNull(line.change.value)},
        {QStringLiteral("balance_ml"), numberOrNull(line.balance.value)},
        {QStringLiteral("by"), practice.clinicianName(entry.by)},
        {QStringLiteral("witness"),
         textOrNull(entry.witness ? practice.clinicianName(*entry.witness) : QString())},
        {QStringLiteral("session"), textOrNull(entry.session ? entry.session->toString() : QString())},
        {QStringLiteral("takes_back"), textOrNull(entry.takesBack ? entry.takesBack->toString() : QString())},
        {QStringLiteral("taken_back"), line.isTakenBack},
        {QStringLiteral("reason"), textOrNull(entry.reason)}};
}

QString keepingId(record::VialKeeping keeping) {
    switch (keeping) {
    case record::VialKeeping::SingleDose:
        return QStringLiteral("single-dose");
    case record::VialKeeping::MultiDose:
        return QStringLiteral("multi-dose");
    case record::VialKeeping::Device:
        return QStringLiteral("device");
    }
    return {};
}

QJsonObject lotJson(const LotView& lot, const workflow::OpenPractice& practice) {
    QJsonArray lines;
    for (const stock::RegisterLine& line : lot.standing.lines) {
        lines.append(lineJson(line, practice));
    }
    return {{QStringLiteral("id"), lot.vial.id.toString()},
            {QStringLiteral("drug"), lot.vial.drug},
            {QStringLiteral("mg_per_ml"), numberOrNull(lot.vial.strength.value)},
            {QStringLiteral("vial_ml"), numberOrNull(lot.vial.volume.value)},
            {QStringLiteral("lot"), lot.vial.lot},
            {QStringLiteral("expiry"), lot.vial.expiry.toString(Qt::ISODate)},
            {QStringLiteral("expired"), lot.isExpired},
            {QStringLiteral("keeping"), keepingId(lot.vial.keeping)},
            {QStringLiteral("balance_ml"), numberOrNull(lot.standing.balance.value)},
            {QStringLiteral("balance_devices"),
             stock::isDevice(lot.vial) ? QJsonValue(stock::unitsIn(lot.vial, lot.standing.balance))
                                       : QJsonValue()},
            {QStringLiteral("balance_mg"), numberOrNull(lot.standing.amount.value)},
            {QStringLiteral("lines"), lines}};
}

Reply ledgerReply(const QList<LotView>& lots, const workflow::OpenPractice& practice) {
    QJsonArray json;
    QList<QStringList> rows;
    for (const LotView& lot : lots) {
        json.append(lotJson(lot, practice));
        rows.append({lot.vial.lot, lot.vial.drug, stock::labelText(lot.vial),
                     lot.vial.expiry.toString(Qt::ISODate),
                     stock::stockText(lot.vial, lot.standing.balance)});
        for (const stock::RegisterLine& line : lot.standing.lines) {
            rows.append({QStringLiteral("  ") + timeText(line.entry.at, practice.zone()),
                         ledgerKindId(line.entry.kind), stock::movedText(lot.vial, line.change),
                         stock::stockText(lot.vial, line.balance), line.entry.reason});
        }
    }
    return Reply{{{QStringLiteral("lots"), json}}, textTable(rows), 0};
}

base::Result<Reply> runLedger(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return workflow::LedgerQuery(*practice).lots().map(
            [&](const QList<LotView>& lots) { return ledgerReply(lots, *practice); });
    });
}

} // namespace

Command ledgerCommand() {
    return {QStringLiteral("ledger"),
            QStringLiteral("the drug stock: each lot with its register and balance"),
            {QStringLiteral("FILE")},
            {passphraseOption()},
            {},
            runLedger};
}

} // namespace kairos::cli

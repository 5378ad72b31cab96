// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_protocols.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include "core/protocols/names.h"
#include "core/protocols/protocol_library.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

const QString kFolder = QStringLiteral("--folder");

QJsonArray phasesJson(const protocols::Protocol& protocol) {
    QJsonArray phases;
    for (const protocols::Phase& phase : protocol.phases) {
        phases.append(QJsonObject{{QStringLiteral("id"), phase.id},
                                  {QStringLiteral("title"), phase.title},
                                  {QStringLiteral("when"), phase.when},
                                  {QStringLiteral("summary"), phase.summary},
                                  {QStringLiteral("gate"), textOrNull(phase.gate)}});
    }
    return phases;
}

QJsonArray sourcesJson(const protocols::Protocol& protocol) {
    QJsonArray sources;
    for (const protocols::Source& source : protocol.sources) {
        sources.append(QJsonObject{{QStringLiteral("key"), source.id},
                                   {QStringLiteral("citation"), source.text},
                                   {QStringLiteral("supports"), source.supports},
                                   {QStringLiteral("confidence"), base::confidenceMark(source.confidence)}});
    }
    return sources;
}

QJsonObject regimenJson(const protocols::Regimen& regimen) {
    const auto amount = [](const auto& value) {
        return numberOrNull(value ? std::optional(value->value) : std::nullopt);
    };
    QJsonArray cadences;
    for (const protocols::DoseBlock& block : regimen.blocks) {
        cadences.append(QJsonObject{{QStringLiteral("doses"), block.count},
                                    {QStringLiteral("cadence"), block.cadence},
                                    {QStringLiteral("min_gap_days"), block.minGapDays},
                                    {QStringLiteral("max_gap_days"), block.maxGapDays}});
    }
    return {{QStringLiteral("drug"), regimen.drug},
            {QStringLiteral("route"), protocols::routeId(regimen.route)},
            {QStringLiteral("doses"), regimen.count()},
            {QStringLiteral("mg_per_kg"), amount(regimen.mgPerKg)},
            {QStringLiteral("mg"), amount(regimen.mg)},
            {QStringLiteral("max_mg_per_kg"), amount(regimen.maxMgPerKg)},
            {QStringLiteral("max_mg"), amount(regimen.maxMg)},
            {QStringLiteral("minutes"), amount(regimen.minutes)},
            {QStringLiteral("waits_for_clinic_limit"), regimen.waitsForClinicLimit},
            {QStringLiteral("blocks"), cadences}};
}

QJsonArray therapiesJson(const protocols::Protocol& protocol) {
    QJsonArray therapies;
    for (const protocols::TherapyStrand* strand : protocol.strands()) {
        therapies.append(QJsonObject{{QStringLiteral("modality"), strand->modality},
                                     {QStringLiteral("sessions"), strand->count()},
                                     {QStringLiteral("basis"), strand->basis}});
    }
    return therapies;
}

QJsonValue statusJson(const protocols::Protocol& protocol) {
    if (!protocol.status) {
        return QJsonValue(QJsonValue::Null);
    }
    return *protocol.status == protocols::LicenceStatus::Licensed ? QStringLiteral("licensed")
                                                                  : QStringLiteral("off-label");
}

QJsonObject protocolJson(const protocols::Protocol& protocol) {
    return {{QStringLiteral("id"), protocol.id},
            {QStringLiteral("version"), protocol.version},
            {QStringLiteral("title"), protocol.title},
            {QStringLiteral("note"), protocol.note},
            {QStringLiteral("file"), textOrNull(protocol.file)},
            {QStringLiteral("confidence"), base::confidenceMark(protocol.confidence)},
            {QStringLiteral("status"), statusJson(protocol)},
            {QStringLiteral("phases"), phasesJson(protocol)},
            {QStringLiteral("regimen"), regimenJson(protocol.regimen)},
            {QStringLiteral("therapies"), therapiesJson(protocol)},
            {QStringLiteral("integration"), protocol.integration.has_value()},
            {QStringLiteral("sources"), sourcesJson(protocol)}};
}

QJsonArray refusedProtocols(const protocols::ProtocolLibrary& library) {
    QJsonArray refused;
    for (const base::Error& error : library.refused()) {
        refused.append(QJsonObject{{QStringLiteral("what"), error.what}, {QStringLiteral("why"), error.why}});
    }
    return refused;
}

base::Result<Reply> runProtocols(const Arguments& arguments) {
    const auto library = practiceBeside(arguments, 0).and_then([&](const QString& practice) {
        return installedProtocols(practice, arguments.value(kFolder));
    });
    if (!library) {
        return tl::unexpected<base::Error>(library.error());
    }
    QJsonArray json;
    QList<QStringList> rows;
    for (const protocols::Protocol& protocol : library->protocols()) {
        json.append(protocolJson(protocol));
        rows.append({protocol.id, protocol.version, protocol.title});
    }
    QStringList text{textTable(rows)};
    for (const protocols::Protocol& protocol : library->protocols()) {
        if (!protocol.file.isEmpty()) {
            text.append(QStringLiteral("own: %1 %2 (%3)").arg(protocol.id, protocol.version, protocol.file));
        }
    }
    for (const base::Error& error : library->refused()) {
        text.append(QStringLiteral("refused: %1: %2").arg(error.what, error.why));
    }
    return Reply{
        {{QStringLiteral("protocols"), json}, {QStringLiteral("refused"), refusedProtocols(*library)}},
        text.join(QLatin1Char('\n')),
        library->refused().isEmpty() ? 0 : 1};
}

} // namespace

Command protocolsCommand() {
    return {
        QStringLiteral("protocols"),
        QStringLiteral("the treatment protocols that are installed"),
        {},
        {{kFolder, QStringLiteral("DIR"),
          QStringLiteral("a clinic's own protocol files, taken in beside those of the program")},
         practiceOption()},
        {QStringLiteral("With FILE also those that lie beside this practice in NAME.protocols; no passphrase "
                        "is\nneeded. Exit 1 when a file was refused; its place and reason are told.")},
        runProtocols,
        {QStringLiteral("FILE")}};
}

} // namespace kairos::cli

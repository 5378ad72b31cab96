// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/text_table.h"

#include "core/protocols/protocol_library.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

QJsonObject jsonOf(const protocols::Protocol& protocol) {
    QJsonArray phases;
    for (const protocols::Phase& phase : protocol.phases) {
        phases.append(QJsonObject{{QStringLiteral("id"), phase.id},
                                  {QStringLiteral("title"), phase.title},
                                  {QStringLiteral("when"), phase.when},
                                  {QStringLiteral("summary"), phase.summary}});
    }
    QJsonArray sources;
    for (const protocols::Source& source : protocol.sources) {
        sources.append(QJsonObject{{QStringLiteral("key"), source.id},
                                   {QStringLiteral("citation"), source.text},
                                   {QStringLiteral("confidence"), base::confidenceMark(source.confidence)}});
    }
    return {{QStringLiteral("id"), protocol.id},       {QStringLiteral("version"), protocol.version},
            {QStringLiteral("title"), protocol.title}, {QStringLiteral("note"), protocol.note},
            {QStringLiteral("phases"), phases},        {QStringLiteral("sources"), sources}};
}

base::Result<Reply> run(const Arguments&) {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    QJsonArray json;
    QList<QStringList> rows;
    for (const protocols::Protocol& protocol : library.protocols()) {
        json.append(jsonOf(protocol));
        rows.append({protocol.id, protocol.version, protocol.title});
    }
    return Reply{{{QStringLiteral("protocols"), json}}, textTable(rows), 0};
}

} // namespace

Command protocolsCommand() {
    return {QStringLiteral("protocols"),
            QStringLiteral("the treatment protocols that are installed"),
            {},
            {},
            {},
            run};
}

} // namespace kairos::cli

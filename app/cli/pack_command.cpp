// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_instruments.h"

#include "core/workflow/own_instruments.h"

#include <QDir>

namespace kairos::cli {
namespace {

const QString kAdd = QStringLiteral("--add");

base::Result<Reply> runPack(const Arguments& arguments) {
    const QString practice = arguments.positional(0);
    // A practice that is not there has nothing beside it.
    if (const auto installed = installedInstruments(practice); !installed) {
        return tl::unexpected<base::Error>(installed.error());
    }
    return workflow::installOwnInstrument(arguments.value(kAdd), practice,
                                          scales::InstrumentLibrary::builtIn())
        .map([&](const workflow::OwnInstrumentFile& added) {
            const QString folder = workflow::ownInstrumentsFolder(practice);
            return Reply{
                {{QStringLiteral("instruments"), QJsonArray::fromStringList(added.instruments)},
                 {QStringLiteral("file"), QDir(folder).filePath(added.installedAs)}},
                QStringLiteral("%1: %2").arg(added.installedAs, added.instruments.join(QStringLiteral(", "))),
                0};
        });
}

} // namespace

Command packCommand() {
    return {QStringLiteral("pack"),
            QStringLiteral("add an instrument file or a wording pack to a practice"),
            {QStringLiteral("FILE")},
            {{kAdd, QStringLiteral("F"),
              QStringLiteral("an instrument file, or a FHIR R4 Questionnaire alone or in a Bundle"),
              Takes::Value, Need::Required}},
            {QStringLiteral(
                "The file is checked and copied into NAME.instruments beside NAME.kairos; no passphrase\n"
                "is needed. A pack gives its wording to the instrument that its panel code, id or url\n"
                "names; another form becomes an instrument when its answers have points. What\n"
                "contradicts the instrument is refused with the item named.")},
            runPack};
}

} // namespace kairos::cli

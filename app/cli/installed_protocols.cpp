// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/installed_protocols.h"

#include "core/workflow/own_protocols.h"

#include <QDir>
#include <QFileInfo>

namespace kairos::cli {
namespace {

const QString kPractice = QStringLiteral("--practice");

} // namespace

base::Result<protocols::ProtocolLibrary> installedProtocols(const QString& practicePath,
                                                            const QString& folder) {
    if (!folder.isEmpty() && !QDir(folder).exists()) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("The folder was not read"),
                          QStringLiteral("there is no folder %1").arg(folder),
                          QStringLiteral("name the folder that holds the protocol files"));
    }
    if (!practicePath.isEmpty() && !QFileInfo::exists(practicePath)) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("The protocols were not read"),
                          QStringLiteral("there is no file %1").arg(practicePath),
                          QStringLiteral("name the practice file they lie beside"));
    }
    const auto& limits = protocols::builtInDoseLimits();
    auto library = protocols::ProtocolLibrary::load(limits);
    if (!folder.isEmpty()) {
        workflow::addOwnProtocols(library, folder, limits);
    }
    if (!practicePath.isEmpty()) {
        workflow::addOwnProtocols(library, workflow::ownProtocolsFolder(practicePath), limits);
    }
    return library;
}

base::Result<QString> practiceBeside(const Arguments& arguments, int place) {
    const QString file = arguments.positional(place);
    if (!file.isEmpty() && arguments.has(kPractice)) {
        return usageError(QStringLiteral("the practice is named twice, as FILE and after --practice"),
                          QStringLiteral("leave one of the two out"));
    }
    return file.isEmpty() ? arguments.value(kPractice) : file;
}

Option practiceOption() {
    return {kPractice, QStringLiteral("FILE"),
            QStringLiteral("the same as FILE: take in the protocols beside this practice")};
}

} // namespace kairos::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/own_protocols.h"

#include "core/base/whole_file.h"
#include "core/planning/plan.h"
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"
#include "core/workflow/words.h"

#include <QDir>
#include <QFileInfo>

namespace kairos::workflow {

using base::ErrorCode;
using protocols::DoseLimits;
using protocols::Protocol;
using protocols::ProtocolLibrary;

namespace {

/// A Monday, from which the weekdays of a regimen are drawn. No day is closed, so that any will do.
const QDate kTrialStart(2026, 3, 2);

base::Outcome writeProtocol(const QString& target, const QByteArray& json) {
    const QString folder = QFileInfo(target).absolutePath();
    QDir().mkpath(folder);
    return base::writeWhole(
        target, json,
        {Words::tr("The protocol was not saved"), Words::tr("check the folder %1").arg(folder)});
}

} // namespace

QString ownProtocolsFolder(const QString& practicePath) {
    const QFileInfo practice(practicePath);
    return practice.dir().filePath(practice.completeBaseName() + QStringLiteral(".protocols"));
}

QString unmeetableStep(const Protocol& protocol) {
    planning::PlanRequest request;
    request.start = kTrialStart;
    const auto course = planning::plan(protocol, request);
    for (const planning::PlannedStep& step : course.steps) {
        if (step.window) {
            continue;
        }
        for (const base::Finding& finding : course.findings) {
            if (finding.subject == step.key) {
                return QStringLiteral("%1: %2").arg(step.key, finding.text);
            }
        }
        return Words::tr("%1: its window cannot be met").arg(step.key);
    }
    return {};
}

void addOwnProtocols(ProtocolLibrary& library, const QString& folder, const DoseLimits& limits) {
    library.addFolder(folder, limits, unmeetableStep);
}

base::Result<Protocol> readOwnProtocol(const QByteArray& json, const QString& name,
                                       const DoseLimits& limits) {
    return protocols::readProtocol(json, name, limits)
        .and_then([&](Protocol protocol) -> base::Result<Protocol> {
            const QString trouble = unmeetableStep(protocol);
            if (!trouble.isEmpty()) {
                return tl::unexpected<base::Error>(protocols::refusedFile(name, {trouble}));
            }
            return protocol;
        });
}

base::Result<QString> installOwnProtocol(const QByteArray& json, const OwnProtocolTarget& target) {
    const auto read = readOwnProtocol(json, Words::tr("protocol"), target.limits);
    if (!read) {
        return tl::unexpected<base::Error>(read.error());
    }
    const QString what = Words::tr("The protocol was not saved");
    const Protocol* known = target.installed.find(read->id);
    if (known != nullptr && known->version == read->version) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("\"%1\" is installed already in version %2").arg(read->id, read->version),
                          Words::tr("give yours another version: plans name the one they were fitted by"));
    }
    const QString name = read->id + QStringLiteral(".json");
    const QString path = QDir(ownProtocolsFolder(target.practicePath)).filePath(name);
    const bool isOwnFile = known != nullptr && known->file == name;
    if (QFileInfo::exists(path) && !isOwnFile) {
        return base::fail(ErrorCode::Refused, what,
                          Words::tr("a file of the name %1 lies in the folder already").arg(name),
                          Words::tr("give yours another id, or take the other one out"));
    }
    return writeProtocol(path, json).map([&] { return read->id; });
}

} // namespace kairos::workflow

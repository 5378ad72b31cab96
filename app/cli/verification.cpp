// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verification.h"

#include "app/cli/json_words.h"

#include "core/storage/practice_file.h"
#include "core/workflow/open_practice.h"

#include <QCoreApplication>

namespace kairos::cli {

QJsonObject Verification::json() const {
    return {{QStringLiteral("schema"), schema},
            {QStringLiteral("engine"), engine},
            {QStringLiteral("journal"),
             QJsonObject{{QStringLiteral("entries"), entries}, {QStringLiteral("head"), head}}},
            {QStringLiteral("ok"), isOk()},
            {QStringLiteral("findings"), findingsJson(findings)}};
}

QList<QStringList> Verification::rows() const {
    const int count = static_cast<int>(entries);
    return {{QStringLiteral("schema"), QString::number(schema)},
            {QStringLiteral("engine"), engine},
            {QStringLiteral("journal"), QCoreApplication::translate("cli", "%n entry(ies)", nullptr, count)},
            {QStringLiteral("head"), head},
            {QStringLiteral("holds"), isOk() ? QStringLiteral("yes") : QStringLiteral("no")}};
}

base::Result<Verification> verification(workflow::OpenPractice& practice, workflow::CheckDepth depth) {
    const auto engine = storage::checkEngine();
    if (!engine) {
        return tl::unexpected<base::Error>(engine.error());
    }
    return workflow::PracticeCheck(practice).run(depth).map([&](const workflow::PracticeReport& report) {
        Verification result;
        result.schema = practice.file().schemaVersion();
        result.engine = QStringLiteral("SQLCipher %1, SQLite %2").arg(engine->cipher, engine->sqlite);
        result.entries = report.entries;
        result.head = report.head;
        result.findings = report.findings();
        return result;
    });
}

} // namespace kairos::cli

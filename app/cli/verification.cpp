// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verification.h"

#include "app/cli/json_words.h"

#include "core/storage/practice_file.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/signature_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace kairos::cli {
namespace {

QString ruleOf(storage::VerifyFault fault) {
    using storage::VerifyFault;
    switch (fault) {
    case VerifyFault::Edited:
        return QStringLiteral("verify.edited");
    case VerifyFault::Deleted:
        return QStringLiteral("verify.deleted");
    case VerifyFault::Inserted:
        return QStringLiteral("verify.inserted");
    case VerifyFault::Reordered:
        return QStringLiteral("verify.reordered");
    case VerifyFault::Truncated:
        return QStringLiteral("verify.truncated");
    case VerifyFault::TableDiffers:
        return QStringLiteral("verify.table-differs");
    case VerifyFault::ScanDamaged:
        return QStringLiteral("verify.scan-damaged");
    case VerifyFault::PageDamaged:
        return QStringLiteral("verify.page-damaged");
    case VerifyFault::SearchDiffers:
        return QStringLiteral("verify.search-differs");
    }
    return {};
}

base::Finding findingOf(const storage::VerifyFinding& found) {
    base::Finding finding;
    finding.level = found.fault == storage::VerifyFault::SearchDiffers ? base::FindingLevel::Caution
                                                                       : base::FindingLevel::Stop;
    finding.rule = ruleOf(found.fault);
    finding.text = found.text;
    finding.source = QStringLiteral("the practice's own journal and seal");
    finding.confidence = base::Confidence::High;
    if (found.entry > 0) {
        finding.subject = QStringLiteral("journal entry %1").arg(found.entry);
    }
    return finding;
}

base::Finding findingOf(const workflow::UnfitSignature& unfit) {
    base::Finding finding;
    finding.level = base::FindingLevel::Stop;
    finding.rule = QStringLiteral("verify.signature");
    finding.text = unfit.text();
    finding.source = QStringLiteral("the practice's own signatures");
    finding.confidence = base::Confidence::High;
    finding.subject = unfit.session.toString();
    return finding;
}

} // namespace

QJsonObject Verification::json() const {
    return {{QStringLiteral("schema"), schema},
            {QStringLiteral("engine"), engine},
            {QStringLiteral("journal"), QJsonObject{{QStringLiteral("entries"), head.count},
                                                    {QStringLiteral("head"), head.hash.toHex()}}},
            {QStringLiteral("ok"), isOk()},
            {QStringLiteral("findings"), findingsJson(findings)}};
}

QList<QStringList> Verification::rows() const {
    const int entries = static_cast<int>(head.count);
    return {
        {QStringLiteral("schema"), QString::number(schema)},
        {QStringLiteral("engine"), engine},
        {QStringLiteral("journal"), QCoreApplication::translate("cli", "%n entry(ies)", nullptr, entries)},
        {QStringLiteral("head"), head.hash.toHex()},
        {QStringLiteral("holds"), isOk() ? QStringLiteral("yes") : QStringLiteral("no")}};
}

base::Result<Verification> verification(workflow::OpenPractice& practice, storage::VerifyDepth depth) {
    const auto engine = storage::checkEngine();
    if (!engine) {
        return tl::unexpected<base::Error>(engine.error());
    }
    const auto report = storage::verifyPractice(practice.path(), practice.file().key(), depth);
    if (!report) {
        return tl::unexpected<base::Error>(report.error());
    }
    Verification result;
    result.schema = practice.file().schemaVersion();
    result.engine = QStringLiteral("SQLCipher %1, SQLite %2").arg(engine->cipher, engine->sqlite);
    result.head = report->head;
    for (const auto& found : report->findings) {
        result.findings.append(findingOf(found));
    }
    // What is damaged cannot be read, so that signatures say nothing more.
    if (depth == storage::VerifyDepth::Deep &&
        std::none_of(result.findings.begin(), result.findings.end(), [](const base::Finding& finding) {
            return finding.level == base::FindingLevel::Stop;
        })) {
        const auto unfit = workflow::SignatureCheck(practice).run();
        if (!unfit) {
            return tl::unexpected<base::Error>(unfit.error());
        }
        for (const auto& signature : *unfit) {
            result.findings.append(findingOf(signature));
        }
    }
    return result;
}

} // namespace kairos::cli

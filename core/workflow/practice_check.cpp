// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/practice_check.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/storage/practice_file.h"
#include "core/storage/practice_snapshot.h"
#include "core/storage/verify.h"

namespace kairos::workflow {

using base::FindingLevel;
using storage::VerifyFault;

namespace {

QString ruleOf(VerifyFault fault) {
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
    finding.level = found.fault == VerifyFault::SearchDiffers ? FindingLevel::Caution : FindingLevel::Stop;
    finding.rule = ruleOf(found.fault);
    finding.text = found.text;
    finding.source = Words::tr("the practice's own journal and seal");
    finding.confidence = base::Confidence::High;
    if (found.entry > 0) {
        finding.subject = Words::tr("journal entry %1").arg(found.entry);
    }
    return finding;
}

base::Finding findingOf(const UnfitSignature& unfit) {
    base::Finding finding;
    finding.level = FindingLevel::Stop;
    finding.rule = QStringLiteral("verify.signature");
    finding.text = unfit.text();
    finding.source = Words::tr("the practice's own signatures");
    finding.confidence = base::Confidence::High;
    finding.subject = unfit.session ? unfit.session->toString() : unfit.signature.target.toString();
    return finding;
}

/// The progress of one part of the check.
std::function<bool(double)> partOf(CheckProgress::Part part,
                                   const std::function<bool(const CheckProgress&)>& progress) {
    if (!progress) {
        return {};
    }
    return [part, progress](double share) { return progress({part, share}); };
}

} // namespace

base::Findings PracticeReport::findings() const {
    base::Findings all = ofFile;
    for (const UnfitSignature& signature : unfit) {
        all.append(findingOf(signature));
    }
    return all;
}

QStringList PracticeReport::sentences() const {
    QStringList all;
    for (const base::Finding& finding : ofFile) {
        if (finding.level == FindingLevel::Stop) {
            all.append(finding.text);
        }
    }
    for (const UnfitSignature& signature : unfit) {
        all.append(Words::tr("%1: %2", "a patient, and what does not fit")
                       .arg(signature.patientName, signature.text()));
    }
    return all;
}

PracticeCheck::PracticeCheck(const OpenPractice& practice)
    : m_path(practice.path()),
      m_key(std::make_shared<const security::PracticeKey>(practice.file().key().clone())) {}

base::Result<PracticeReport>
PracticeCheck::run(CheckDepth depth, const std::function<bool(const CheckProgress&)>& progress) const {
    const bool isDeep = depth == CheckDepth::Deep;
    const auto found = storage::verifyPractice(
        m_path, *m_key, isDeep ? storage::VerifyDepth::Deep : storage::VerifyDepth::Journal,
        partOf(CheckProgress::Part::File, progress));
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    PracticeReport report{found->head.count, found->head.hash.toHex(), {}, {}};
    for (const storage::VerifyFinding& finding : found->findings) {
        report.ofFile.append(findingOf(finding));
    }
    // What is damaged cannot be read, so that signatures say nothing more.
    if (!isDeep || !report.isOk()) {
        return report;
    }
    return storage::PracticeSnapshot::take(m_path, *m_key)
        .and_then([&](const std::unique_ptr<storage::PracticeSnapshot>& snapshot) {
            return SignatureCheck(snapshot->reader()).run(partOf(CheckProgress::Part::Signatures, progress));
        })
        .map([&](const QList<UnfitSignature>& unfit) {
            report.unfit = unfit;
            return report;
        });
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/journal_check.h"

#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

namespace kairos::workflow {

JournalCheck::JournalCheck(const OpenPractice& practice)
    : m_path(practice.path()),
      m_key(std::make_shared<const security::PracticeKey>(practice.file().key().clone())) {}

base::Result<JournalReport> JournalCheck::run(CheckDepth depth,
                                              const std::function<bool(double)>& progress) const {
    const auto wanted =
        depth == CheckDepth::Deep ? storage::VerifyDepth::Deep : storage::VerifyDepth::Journal;
    return storage::verifyPractice(m_path, *m_key, wanted, progress)
        .map([](const storage::VerifyReport& found) {
            JournalReport report{found.head.count, found.head.hash.toHex(), {}};
            for (const storage::VerifyFinding& finding : found.findings) {
                // The search index is no record: the next search makes it anew.
                if (finding.fault != storage::VerifyFault::SearchDiffers) {
                    report.findings.append(finding.text);
                }
            }
            return report;
        });
}

} // namespace kairos::workflow

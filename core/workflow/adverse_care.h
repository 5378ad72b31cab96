// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_follow_up.h"
#include "core/storage/practice_file.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// The event as it stands after the lines written about it, oldest line first. Onset and session stay.
[[nodiscard]] record::AdverseEvent asItStands(record::AdverseEvent event,
                                              const QList<record::AdverseFollowUp>& lines);

/// What becomes of an adverse event once it is fixed. Until its session is signed the event itself is changed
/// (RunCare::amend); from then on lines are added, each with who and when, and nothing is overwritten.
class AdverseCare final {
public:
    explicit AdverseCare(OpenPractice& practice) : m_practice(practice) {}

    /// Whether the session of the event is signed, or it belongs to none: it is followed up and not changed.
    [[nodiscard]] base::Result<bool> isFixed(const record::AdverseEvent& event) const;
    /// The lines about one event, oldest first. Damaged: one of them does not fit its hash.
    [[nodiscard]] base::Result<QList<record::AdverseFollowUp>>
    followUps(const record::AdverseEventId& event) const;

    /// Adds how it went on: `course`, `resolvedAt`, `outcome`. InvalidInput: nothing is said, the end lies
    /// before the onset or is to come. Refused: the event is not fixed yet, or the role may not record.
    /// `finished` are drafts that end with it.
    [[nodiscard]] base::Outcome followUp(record::AdverseFollowUp line,
                                         const QList<storage::DraftKey>& finished = {});
    /// Corrects what is signed; signed with the own password. InvalidInput: no reason, nothing is corrected,
    /// a grade outside 1 to 5. Refused as above.
    [[nodiscard]] base::Outcome addAddendum(record::AdverseFollowUp line, const QString& password,
                                            const QList<storage::DraftKey>& finished = {});

private:
    /// The line with what it belongs to, checked.
    [[nodiscard]] base::Result<record::AdverseFollowUp> checked(record::AdverseFollowUp line) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

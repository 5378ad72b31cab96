// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/adverse_follow_up.h"
#include "core/storage/practice_file.h"
#include "core/workflow/adverse_checks.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// The event as it stands after the lines written about it, oldest line first. Onset and session stay.
[[nodiscard]] record::AdverseEvent asItStands(record::AdverseEvent event,
                                              const QList<record::AdverseFollowUp>& lines);

/// Adverse events outside of a session, and what becomes of every event later. Until its session is signed,
/// or until something was added to one outside of a session, the event itself is changed and its former
/// version stays on record; from then on lines are added, each with who and when, and nothing is overwritten.
class AdverseCare final {
public:
    explicit AdverseCare(OpenPractice& practice) : m_practice(practice) {}

    /// Writes one down that happened outside of a session. InvalidInput as findFault says; NotFound: there is
    /// no such patient; Refused: the role may not record. `finished` are drafts that end with it.
    [[nodiscard]] base::Result<record::AdverseEventId> add(record::AdverseEvent event,
                                                           const QList<storage::DraftKey>& finished = {});
    /// Writes an event anew; the former version stays on record, and patient and session stay as they were.
    /// InvalidInput: as findFault says, or one outside of a session without a reason. Refused: it is signed,
    /// or something was added to it.
    [[nodiscard]] base::Outcome amend(const record::AdverseEvent& event, const QString& reason,
                                      const QList<storage::DraftKey>& finished = {});
    /// What of it cannot be: besides adverseFault, an onset before the birth of the patient, and a dose of
    /// somebody else or one that began after the onset. None where all fits. Damaged, NotFound.
    [[nodiscard]] base::Result<std::optional<AdverseFault>>
    findFault(const record::AdverseEvent& event) const;

    /// Whether lines are added to the event: its session is signed, or it belongs to none.
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
    [[nodiscard]] base::Outcome check(const record::AdverseEvent& event, const QString& what) const;
    [[nodiscard]] base::Result<std::optional<AdverseFault>>
    doseFault(const record::AdverseEvent& event) const;
    /// The line with what it belongs to, checked.
    [[nodiscard]] base::Result<record::AdverseFollowUp> checked(record::AdverseFollowUp line) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

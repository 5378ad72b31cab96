// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/therapy/thread.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A commitment of an earlier session that comes up in this one.
struct OpenCommitment {
    record::Commitment commitment;
    QList<record::CommitmentReview> earlier; ///< by other sessions, oldest first
    std::optional<record::CommitmentReview> here;
    base::Findings findings; ///< as the day stands; none once this session has looked at it
};

/// The thread as one session sees it.
struct SessionThread {
    QList<OpenCommitment> open;      ///< those not looked at first, then by their day
    QList<record::ThreadLine> lines; ///< of this session
    QList<record::Commitment> made;  ///< in this session
    QList<record::Theme> themes;     ///< of this session
    QStringList suggestions;         ///< themes of this course, then of the practice's last year
    QStringList arose;               ///< what the last dose's events say, for "what arose"
    std::optional<record::DosingSession> lastDose; ///< given before this session
};

/// Reads the thread of a course.
class ThreadQuery final {
public:
    explicit ThreadQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Storage; Damaged with the record named.
    [[nodiscard]] base::Result<therapy::Thread> ofPatient(const record::PatientId& patient) const;
    [[nodiscard]] base::Result<SessionThread> ofSession(const record::TherapySession& session) const;
    /// What the preparations offer as the intention of a dose, in the patient's own words; empty for none.
    [[nodiscard]] base::Result<QString> intentionFor(const record::DosingSession& dose) const;

private:
    [[nodiscard]] base::Result<therapy::ThreadFacts> factsOf(const record::PatientId& patient) const;
    [[nodiscard]] QStringList suggestionsOf(const therapy::ThreadFacts& facts) const;
    [[nodiscard]] QStringList aroseIn(const record::DosingSession& dose) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

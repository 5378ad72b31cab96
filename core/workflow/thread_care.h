// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/commitment.h"
#include "core/record/thread_line.h"
#include "core/storage/drafts.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// Writing the thread of a course down: lines in the patient's own words, commitments and what became of
/// them, themes. Every call is one durable entry, and can be taken back by another. Refused for a session
/// that was cancelled or to which nobody came.
class ThreadCare final {
public:
    explicit ThreadCare(OpenPractice& practice) : m_practice(practice) {}

    /// Writes a line of a session down, or changes it where it has an id. InvalidInput: no words.
    [[nodiscard]] base::Result<record::ThreadLineId> saveLine(record::ThreadLine line,
                                                              const QList<storage::DraftKey>& finished = {});
    /// Takes a line back to how it stood before.
    [[nodiscard]] base::Outcome restoreLine(const record::ThreadLine& former);
    [[nodiscard]] base::Outcome withdrawLine(const record::ThreadLineId& id);

    /// Writes down what the patient is going to do by a day. InvalidInput: no words, no day, or one before
    /// the session.
    [[nodiscard]] base::Result<record::CommitmentId> commit(record::Commitment commitment,
                                                            const QList<storage::DraftKey>& finished = {});
    /// Takes back a commitment that was only just made. Refused: a session looked at it since.
    [[nodiscard]] base::Outcome withdrawCommitment(const record::CommitmentId& id);

    /// Keeps what became of a commitment, as this session heard it. InvalidInput: no outcome; dropped without
    /// a reason; moved to a day before the session, or moved although it was kept or dropped. Refused: it
    /// ended before, or this session has looked at it already.
    [[nodiscard]] base::Result<record::CommitmentReviewId>
    review(record::CommitmentReview review, const QList<storage::DraftKey>& finished = {});
    /// Takes a review back; the commitment stands again as the one before it left it.
    [[nodiscard]] base::Outcome withdrawReview(const record::CommitmentReviewId& id);

    /// Tags a session with a theme. InvalidInput: no words, or the session has it, whatever case and accents.
    [[nodiscard]] base::Result<record::ThemeId> addTheme(record::Theme theme);
    [[nodiscard]] base::Outcome removeTheme(const record::ThemeId& id);

private:
    /// Who it is about and on which day it is: the session's own once it began.
    struct Place {
        record::PatientId patient;
        QDate day;
    };
    [[nodiscard]] base::Result<Place> placeOf(const record::SessionId& session, const QString& what) const;
    template <class Record>
    [[nodiscard]] base::Outcome withdraw(const decltype(Record::id)& id);
    [[nodiscard]] base::Result<QList<record::CommitmentReview>>
    reviewsOf(const record::CommitmentId& commitment) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

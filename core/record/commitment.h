// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// How a commitment stands. Partly and not kept go on: they come up again until it is kept or dropped.
enum class CommitmentState { Open = 1, Kept = 2, Partly = 3, Not = 4, Dropped = 5 };

/// What a patient said they would do by a day, in their own words.
struct Commitment {
    static constexpr RecordKind kKind = RecordKind::Commitment;

    CommitmentId id;
    PatientId patient;
    SessionId session; ///< in which it was made
    QString words;     ///< the patient's own
    QDate madeOn;
    QDate due; ///< the day it was made for
    std::optional<GoalId> goal;
    CommitmentState state = CommitmentState::Open; ///< as the latest review left it
    QDate movedTo;                                 ///< the day a review moved it to; invalid for none
    ClinicianId by;
    base::Instant at;

    bool operator==(const Commitment&) const = default;

    [[nodiscard]] bool isOpen() const {
        return state != CommitmentState::Kept && state != CommitmentState::Dropped;
    }
    /// The day that counts now.
    [[nodiscard]] QDate dueNow() const { return movedTo.isValid() ? movedTo : due; }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.words);
        visit(5, self.madeOn);
        visit(6, self.due);
        visit(7, self.goal);
        visit(8, self.state);
        visit(9, self.movedTo);
        visit(10, self.by);
        visit(11, self.at);
    }
};

/// What became of a commitment, as it was said in a session. Each is a record of its own: none replaces an
/// earlier one.
struct CommitmentReview {
    static constexpr RecordKind kKind = RecordKind::CommitmentReview;

    CommitmentReviewId id;
    CommitmentId commitment;
    PatientId patient;
    SessionId session;
    CommitmentState outcome = CommitmentState::Open; ///< never Open
    QDate on;
    QString remark; ///< why, where it was dropped
    QDate movedTo;  ///< it goes on until this day; invalid where the day stays
    ClinicianId by;
    base::Instant at;

    bool operator==(const CommitmentReview&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.commitment);
        visit(3, self.patient);
        visit(4, self.session);
        visit(5, self.outcome);
        visit(6, self.on);
        visit(7, self.remark);
        visit(8, self.movedTo);
        visit(9, self.by);
        visit(10, self.at);
    }
};

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/storage/practice_file.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/thread_care.h"
#include "core/workflow/thread_query.h"

namespace kairos::support {

/// Elena Marsh with sessions as a test books them, and the thread that runs through them.
struct ThreadCourse {
    OpenPracticeFixture fixture;
    record::PatientId patient = fixture.addElena();

    workflow::OpenPractice& practice() { return fixture.practice(); }
    workflow::ThreadCare care() { return workflow::ThreadCare(practice()); }
    void moveTo(QDate day) {
        fixture.clock().advanceMs(fixture.at(day, QTime(12, 0)).msSince(practice().now()));
    }
    record::SessionId session(QDate day, record::TherapyType type,
                              const std::optional<record::PatientId>& of = {}) {
        record::TherapySession session;
        session.patient = of.value_or(patient);
        session.type = type;
        session.booked = {day, QTime(9, 0), practice().practice().zone};
        return required(workflow::TherapyCare(practice()).book(session));
    }
    workflow::SessionThread seenBy(const record::SessionId& id) {
        const auto content = required(workflow::SessionDesk(practice()).load(id));
        return required(workflow::ThreadQuery(practice()).ofSession(*content.therapy));
    }
    static record::Commitment commitmentOf(const record::SessionId& session, QDate due) {
        record::Commitment commitment;
        commitment.session = session;
        commitment.words = QStringLiteral("walk to the lake");
        commitment.due = due;
        return commitment;
    }
    static record::ThreadLine lineOf(const record::SessionId& session, record::ThreadPart part,
                                     const QString& words) {
        record::ThreadLine line;
        line.session = session;
        line.part = part;
        line.words = words;
        return line;
    }
    record::CommitmentId commit(const record::SessionId& session, QDate due) {
        return required(care().commit(commitmentOf(session, due)));
    }
    base::Result<record::CommitmentReviewId> review(const record::CommitmentId& commitment,
                                                    const record::SessionId& session,
                                                    record::CommitmentState outcome, QDate movedTo = {},
                                                    const QString& remark = {}) {
        record::CommitmentReview review;
        review.commitment = commitment;
        review.session = session;
        review.outcome = outcome;
        review.movedTo = movedTo;
        review.remark = remark;
        return care().review(review);
    }
    record::Commitment commitment(const record::CommitmentId& id) {
        return required(practice().file().records().find<record::Commitment>(id)).value();
    }
};

} // namespace kairos::support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/thread_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/record/dosing_session.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"
#include "core/therapy/commitments.h"
#include "core/therapy/thread.h"

#include <algorithm>
#include <utility>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

QString reviewTakenBack() {
    return Words::tr("taken back right after saving");
}

tl::unexpected<base::Error> threadNotThere(const QString& what) {
    return base::fail(ErrorCode::NotFound, what, Words::tr("it is not on record"),
                      Words::tr("open the chart again"));
}

/// What is wrong with a review by itself; `day` is the session's.
base::Outcome checkReview(const CommitmentReview& review, QDate day) {
    const auto refuse = [](const QString& why, const QString& remedy) -> base::Outcome {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The commitment was not looked at"), why,
                          remedy);
    };
    if (review.outcome == CommitmentState::Open) {
        return refuse(Words::tr("nothing is said of it yet"),
                      Words::tr("choose kept, partly, not kept or dropped"));
    }
    if (review.outcome == CommitmentState::Dropped && review.remark.isEmpty()) {
        return refuse(Words::tr("a dropped commitment needs a reason"),
                      Words::tr("say in a few words why it was dropped"));
    }
    const bool goesOn = review.outcome == CommitmentState::Partly || review.outcome == CommitmentState::Not;
    if (review.movedTo.isValid() && !goesOn) {
        return refuse(Words::tr("it has ended and has no further day"), Words::tr("leave the new day empty"));
    }
    if (review.movedTo.isValid() && review.movedTo < day) {
        return refuse(Words::tr("its new day lies before the session"),
                      Words::tr("type the day of the session or later"));
    }
    return {};
}

} // namespace

base::Result<ThreadCare::Place> ThreadCare::placeOf(const SessionId& session, const QString& what) const {
    const auto allowed = m_practice.require(Permission::EditPatient);
    const auto therapy = m_practice.file().records().find<TherapySession>(session);
    const auto dosing = m_practice.file().records().find<DosingSession>(session);
    for (const auto* error : {allowed ? nullptr : &allowed.error(), therapy ? nullptr : &therapy.error(),
                              dosing ? nullptr : &dosing.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!m_practice.signedIn()) {
        return base::fail(ErrorCode::Refused, what, Words::tr("nobody is signed in"), Words::tr("sign in"));
    }
    const auto place = [&](const auto& held) -> base::Result<Place> {
        if (held.state == SessionState::Cancelled || held.state == SessionState::NoShow) {
            return base::fail(ErrorCode::Refused, what, Words::tr("the session was not held"),
                              Words::tr("write it down in a session that was"));
        }
        return Place{held.patient, held.startedAt ? held.startedAt->local(m_practice.zone()).date()
                                                  : std::min(held.booked.date, m_practice.today())};
    };
    if (*therapy) {
        return place(**therapy);
    }
    if (*dosing) {
        return place(**dosing);
    }
    return base::fail(ErrorCode::NotFound, what, Words::tr("there is no such session"),
                      Words::tr("open the chart again"));
}

template <class Record>
base::Outcome ThreadCare::withdraw(const decltype(Record::id)& id) {
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return m_practice.file().records().find<Record>(id); })
        .and_then([&](const std::optional<Record>& found) -> base::Outcome {
            if (!found) {
                return threadNotThere(Words::tr("Nothing was taken back"));
            }
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, *found, reviewTakenBack()}})
                .map([](const Changes&) {});
        });
}

base::Result<ThreadLineId> ThreadCare::saveLine(ThreadLine line, const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The line was not saved");
    line.words = line.words.trimmed();
    if (line.words.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no words"),
                          Words::tr("type it in the patient's own words"));
    }
    const auto place = placeOf(line.session, what);
    if (!place) {
        return tl::unexpected<base::Error>(place.error());
    }
    const bool isNew = line.id.isNull();
    if (isNew) {
        line.id = m_practice.ids().next<ThreadLineId>();
    }
    line.patient = place->patient;
    line.by = m_practice.signedIn()->id;
    line.at = m_practice.now();
    return WritingDoor(m_practice)
        .save({{isNew ? Action::Created : Action::Changed, line, {}}}, finished)
        .map([&](const Changes&) { return line.id; });
}

base::Outcome ThreadCare::restoreLine(const ThreadLine& former) {
    return placeOf(former.session, Words::tr("Nothing was taken back")).and_then([&](const Place&) {
        return WritingDoor(m_practice)
            .save({{Action::Changed, former, reviewTakenBack()}})
            .map([](const Changes&) {});
    });
}

base::Outcome ThreadCare::withdrawLine(const ThreadLineId& id) {
    return withdraw<ThreadLine>(id);
}

base::Result<CommitmentId> ThreadCare::commit(Commitment commitment,
                                              const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The commitment was not saved");
    commitment.words = commitment.words.trimmed();
    const auto place = placeOf(commitment.session, what);
    if (!place) {
        return tl::unexpected<base::Error>(place.error());
    }
    if (commitment.words.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no words"),
                          Words::tr("type what the patient is going to do, in the patient's own words"));
    }
    if (!commitment.due.isValid()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no day"),
                          Words::tr("type by when"));
    }
    if (commitment.due < place->day) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("its day lies before the session"),
                          Words::tr("type the day of the session or later"));
    }
    commitment.id = m_practice.ids().next<CommitmentId>();
    commitment.patient = place->patient;
    commitment.madeOn = place->day;
    commitment = therapy::settled(commitment, {});
    commitment.by = m_practice.signedIn()->id;
    commitment.at = m_practice.now();
    return WritingDoor(m_practice)
        .save({{Action::Created, commitment, {}}}, finished)
        .map([&](const Changes&) { return commitment.id; });
}

base::Result<QList<CommitmentReview>> ThreadCare::reviewsOf(const CommitmentId& commitment) const {
    return m_practice.file()
        .records()
        .list<CommitmentReview>({.parent = commitment.uuid})
        .map([](const storage::Loaded<CommitmentReview>& loaded) { return loaded.records; });
}

base::Outcome ThreadCare::withdrawCommitment(const CommitmentId& id) {
    return reviewsOf(id).and_then([&](const QList<CommitmentReview>& reviews) -> base::Outcome {
        if (!reviews.isEmpty()) {
            return base::fail(ErrorCode::Refused, Words::tr("Nothing was taken back"),
                              Words::tr("a session looked at it since"),
                              Words::tr("drop it with a reason instead"));
        }
        return withdraw<Commitment>(id);
    });
}

base::Result<CommitmentReviewId> ThreadCare::review(CommitmentReview review,
                                                    const QList<storage::DraftKey>& finished) {
    const QString what = Words::tr("The commitment was not looked at");
    review.remark = review.remark.trimmed();
    const auto place = placeOf(review.session, what);
    const auto found = m_practice.file().records().find<Commitment>(review.commitment);
    auto reviews = reviewsOf(review.commitment);
    for (const auto* error : {place ? nullptr : &place.error(), found ? nullptr : &found.error(),
                              reviews ? nullptr : &std::as_const(reviews).error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!*found || (*found)->patient != place->patient) {
        return threadNotThere(what);
    }
    if (const auto fits = checkReview(review, place->day); !fits) {
        return tl::unexpected<base::Error>(fits.error());
    }
    if (!(*found)->isOpen()) {
        return base::fail(ErrorCode::Refused, what, Words::tr("it was kept or dropped before"),
                          Words::tr("make a new commitment"));
    }
    const bool isLookedAt = std::any_of(reviews->begin(), reviews->end(), [&](const CommitmentReview& other) {
        return other.session == review.session;
    });
    if (isLookedAt) {
        return base::fail(ErrorCode::Refused, what, Words::tr("this session has looked at it already"),
                          Words::tr("take that back first"));
    }
    review.id = m_practice.ids().next<CommitmentReviewId>();
    review.patient = place->patient;
    review.on = place->day;
    review.by = m_practice.signedIn()->id;
    review.at = m_practice.now();
    reviews->append(review);
    return WritingDoor(m_practice)
        .save({{Action::Created, review, {}}, {Action::Changed, therapy::settled(**found, *reviews), {}}},
              finished)
        .map([&](const Changes&) { return review.id; });
}

base::Outcome ThreadCare::withdrawReview(const CommitmentReviewId& id) {
    const QString what = Words::tr("Nothing was taken back");
    const auto review = m_practice.require(Permission::EditPatient).and_then([&] {
        return m_practice.file().records().find<CommitmentReview>(id);
    });
    if (!review) {
        return tl::unexpected<base::Error>(review.error());
    }
    if (!*review) {
        return threadNotThere(what);
    }
    const auto commitment = m_practice.file().records().find<Commitment>((*review)->commitment);
    auto reviews = reviewsOf((*review)->commitment);
    if (!commitment || !reviews) {
        return tl::unexpected<base::Error>(!commitment ? commitment.error() : reviews.error());
    }
    if (!*commitment) {
        return threadNotThere(what);
    }
    reviews->removeOne(**review);
    return WritingDoor(m_practice)
        .save({{Action::EnteredInError, **review, reviewTakenBack()},
               {Action::Changed, therapy::settled(**commitment, *reviews), reviewTakenBack()}})
        .map([](const Changes&) {});
}

base::Result<ThemeId> ThreadCare::addTheme(Theme theme) {
    const QString what = Words::tr("The theme was not added");
    theme.words = theme.words.simplified();
    if (theme.words.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("it has no words"),
                          Words::tr("type the theme"));
    }
    const auto place = placeOf(theme.session, what);
    const auto known = m_practice.file().records().list<Theme>({.parent = theme.session.uuid});
    if (!place || !known) {
        return tl::unexpected<base::Error>(!place ? place.error() : known.error());
    }
    const bool isThere = std::any_of(known->records.begin(), known->records.end(), [&](const Theme& other) {
        return therapy::isSameTheme(other.words, theme.words);
    });
    if (isThere) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the session has it already"),
                          Words::tr("type another one"));
    }
    theme.id = m_practice.ids().next<ThemeId>();
    theme.patient = place->patient;
    theme.by = m_practice.signedIn()->id;
    theme.at = m_practice.now();
    return WritingDoor(m_practice).save({{Action::Created, theme, {}}}).map([&](const Changes&) {
        return theme.id;
    });
}

base::Outcome ThreadCare::removeTheme(const ThemeId& id) {
    return withdraw<Theme>(id);
}

} // namespace kairos::workflow

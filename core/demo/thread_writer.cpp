// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/course_writer.h"

#include "core/therapy/commitments.h"

namespace kairos::demo {

using namespace record;
using base::Instant;

void CourseWriter::writeLine(const HeldSession& held, ThreadPart part, const QString& words) {
    if (words.isEmpty()) {
        return;
    }
    ThreadLine line;
    line.id = m_calendar.lateId<ThreadLineId>(held.end);
    line.patient = m_patient;
    line.session = held.id;
    line.part = part;
    line.words = words;
    line.by = hand(Hand::Therapist).id;
    line.at = held.end;
    add(line, Hand::Therapist, held.end);
}

void CourseWriter::writeReview(const HeldSession& held, const ReviewStory& told,
                               std::pair<Commitment, QList<CommitmentReview>>& followed) {
    CommitmentReview review;
    review.id = m_calendar.lateId<CommitmentReviewId>(held.end);
    review.commitment = followed.first.id;
    review.patient = m_patient;
    review.session = held.id;
    review.outcome = told.outcome;
    review.on = m_calendar.date(held.day);
    review.remark = told.remark;
    review.movedTo = told.movedToDay ? m_calendar.date(*told.movedToDay) : QDate();
    review.by = hand(Hand::Therapist).id;
    review.at = held.end;
    followed.second.append(review);
    followed.first = therapy::settled(followed.first, followed.second);
    add(review, Hand::Therapist, held.end);
    add(followed.first, Hand::Therapist, held.end, Action::Changed);
}

void CourseWriter::writeThread(const PatientStory& story) {
    QHash<QString, std::pair<Commitment, QList<CommitmentReview>>> followed;
    for (const ThreadStory& told : story.thread) {
        const auto known = m_held.constFind(told.day);
        if (known == m_held.constEnd()) {
            continue;
        }
        const HeldSession& held = *known;
        writeLine(held, ThreadPart::Intention, told.intention);
        writeLine(held, ThreadPart::Arose, told.arose);
        writeLine(held, ThreadPart::Meaning, told.meaning);
        for (const QString& words : told.themes) {
            add(Theme{m_calendar.lateId<ThemeId>(held.end), m_patient, held.id, words,
                      hand(Hand::Therapist).id, held.end},
                Hand::Therapist, held.end);
        }
        for (const ReviewStory& review : told.reviews) {
            if (followed.contains(review.of)) {
                writeReview(held, review, followed[review.of]);
            }
        }
        for (const CommitmentStory& made : told.commitments) {
            Commitment commitment;
            commitment.id = m_calendar.lateId<CommitmentId>(held.end);
            commitment.patient = m_patient;
            commitment.session = held.id;
            commitment.words = made.words;
            commitment.madeOn = m_calendar.date(held.day);
            commitment.due = m_calendar.date(made.dueDay);
            commitment.by = hand(Hand::Therapist).id;
            commitment.at = held.end;
            followed.insert(made.id, {commitment, {}});
            add(commitment, Hand::Therapist, held.end);
        }
    }
}

} // namespace kairos::demo

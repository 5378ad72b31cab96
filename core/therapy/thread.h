// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/commitment.h"
#include "core/record/dosing_session.h"
#include "core/record/goal.h"
#include "core/record/therapy_session.h"
#include "core/record/thread_line.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace kairos::therapy {

/// What the thread of one patient is made of. Sessions that were cancelled, or to which nobody came, may be
/// among them.
struct ThreadFacts {
    QList<record::DosingSession> doses;
    QList<record::TherapySession> sessions;
    QList<record::ThreadLine> lines;
    QList<record::Commitment> commitments;
    QList<record::CommitmentReview> reviews;
    QList<record::Theme> themes;
    QList<record::Goal> goals; ///< that commitments serve
    QTimeZone zone;
};

enum class ThreadStepKind { Intention, Arose, Meaning, Commitment, Review };

/// One step of the thread. `words` are the patient's own; of a review they are its remark.
struct ThreadStep {
    ThreadStepKind kind = ThreadStepKind::Intention;
    QString words;
    QDate on; ///< the day it was said
    record::SessionId session;
    std::optional<record::CommitmentId> commitment = {}; ///< of a commitment and its reviews
    std::optional<record::CommitmentState> state = {};   ///< how it stands, or what the review says
    QDate due = {};    ///< of a commitment the day it was made for, of a review the one it moved to
    QString goal = {}; ///< of a commitment, in words; empty for none

    bool operator==(const ThreadStep&) const = default;
};

/// What belongs to one dose: intention, what arose, meaning, then each commitment with what became of it.
struct ThreadDose {
    std::optional<record::SessionId> dose; ///< none before the first dose and before one not booked yet
    int number = 0;                        ///< of the dose; 0 before the first
    QDate on;                              ///< the day of the dose; invalid without one
    QList<ThreadStep> steps;
    QList<record::Theme> themes;

    bool operator==(const ThreadDose&) const = default;
};

/// A theme with how many sessions touched it.
struct ThemeCount {
    QString words; ///< as they were written first
    int sessions = 0;

    bool operator==(const ThemeCount&) const = default;
};

/// The thread of a course, dose by dose.
///
/// An intention belongs to the next dose after the session in which it was said; what arose, its meaning and
/// a commitment belong to the last one given before it. A theme goes with a preparation to the next dose,
/// with any other session to the last one.
class Thread final {
public:
    explicit Thread(const ThreadFacts& facts);

    /// By time; only those with a step or a theme.
    [[nodiscard]] const QList<ThreadDose>& doses() const { return m_doses; }
    [[nodiscard]] bool isEmpty() const { return m_doses.isEmpty(); }
    /// Every theme of the course, the most frequent first, then by the alphabet.
    [[nodiscard]] QList<ThemeCount> themes() const;
    /// What was said in the sessions that touched a theme; a commitment comes with all its reviews.
    [[nodiscard]] QList<ThreadDose> withTheme(const QString& words) const;
    /// What the preparations before a dose wrote down as its intention, apart by "; ". Empty for none.
    [[nodiscard]] QString intentionFor(const record::SessionId& dose) const;

private:
    QList<ThreadDose> m_doses;
};

/// Whether two wordings are one theme: case, accents and space do not count.
[[nodiscard]] bool isSameTheme(QStringView a, QStringView b);

} // namespace kairos::therapy

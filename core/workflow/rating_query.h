// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/outcomes/trend.h"
#include "core/record/rating.h"
#include "core/record/step.h"
#include "core/scales/instrument.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// All ratings of one instrument of one patient, judged.
struct RatingSeries {
    const scales::Instrument* instrument = nullptr; ///< never null; lives in the catalogue
    QList<record::Rating> ratings;                  ///< oldest first, those without a total too
    outcomes::Trend trend;
    QStringList damaged; ///< ratings of it that no longer fit their hash, by name
};

/// What the rating pages show of one patient.
struct PatientRatings {
    QList<RatingSeries> series;    ///< depression scales first, then by the number of ratings
    QList<record::Rating> foreign; ///< of instruments that are not installed, newest first
    outcomes::Course course;
    QStringList damaged; ///< records that no longer fit their hash, by name

    /// The series of an instrument; null when there is no rating of it.
    [[nodiscard]] const RatingSeries* find(QStringView instrument) const;
};

/// An instrument that is asked for now: by a step of the plan, or by a rhythm
/// (core/outcomes/scale_rhythms.h).
struct DueRating {
    std::optional<record::StepId> step; ///< none for a rhythm
    QString stepTitle;                  ///< of a rhythm: what it says, without a full stop
    QString instrument;
    QDate target;
    QDate latest; ///< invalid where the window has no end
    bool isLate = false;
    std::optional<record::SessionId> session = {}; ///< the dose that a rhythm asks about
    QString rhythm = {};                           ///< the id of the rhythm; empty for a step
    QString basis = {};                            ///< of a rhythm: its source and mark
};

/// Whether an instrument measures depression itself: it stands for the course before any other.
[[nodiscard]] bool isDepressionScale(const QString& instrument);

/// A rating as it stood before it was corrected.
struct FormerRating {
    record::Rating rating; ///< the old answers
    QString reason;        ///< why it was corrected
    QString by;            ///< who corrected it
    base::Instant at;      ///< when it was corrected
};

/// How a rating the plan asks for stands.
enum class DutyState { Due, Late, Done };

/// One instrument of one rating step whose window has begun, or of a rhythm that is due.
struct RatingDuty {
    DueRating asked;
    DutyState state = DutyState::Due;
    std::optional<record::RatingId> rating; ///< what fulfilled it
    std::optional<base::Instant> doneAt;
};

/// Reads ratings for the screens.
class RatingQuery final {
public:
    explicit RatingQuery(OpenPractice& practice) : m_practice(practice) {}

    [[nodiscard]] base::Result<PatientRatings>
    of(const record::PatientId& patient,
       const outcomes::TrendRules& rules = outcomes::builtInTrendRules()) const;
    /// The series of one instrument; empty when there is no rating. NotFound: not installed.
    [[nodiscard]] base::Result<RatingSeries>
    series(const record::PatientId& patient, const QString& instrument,
           const outcomes::TrendRules& rules = outcomes::builtInTrendRules()) const;
    [[nodiscard]] base::Result<outcomes::Course> course(const record::PatientId& patient) const;
    /// A stored rating. NotFound, Damaged.
    [[nodiscard]] base::Result<record::Rating> rating(const record::RatingId& id) const;
    /// How a rating stood before its corrections, oldest first; empty where there was none.
    [[nodiscard]] base::Result<QList<FormerRating>> former(const record::Rating& rating) const;
    /// What open rating steps whose window has begun and rhythms ask for, the longest overdue first. Done,
    /// waived and already rated steps ask for nothing.
    [[nodiscard]] base::Result<QList<DueRating>> due(const record::PatientId& patient) const;
    /// What the running plan and the rhythms ask for, with what the plan asked for and is done: late first,
    /// then due, then done, the last done first. Waived steps ask for nothing.
    [[nodiscard]] base::Result<QList<RatingDuty>> duties(const record::PatientId& patient) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

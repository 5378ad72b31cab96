// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/outcomes/practice_band.h"
#include "core/outcomes/trend_rules.h"
#include "core/record/ids.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// A rating whose answers were corrected after it was saved.
struct RatingCorrection {
    record::RatingId rating;
    std::optional<double> formerTotal; ///< as it was first saved
    QString reason;                    ///< of the last correction
    QString by;
    base::Instant at; ///< of the last correction

    bool operator==(const RatingCorrection&) const = default;
};

/// "corrected 3 Nov 2026 by Ruth Adeyemi, before 15: typed twice".
[[nodiscard]] QString correctionInWords(const RatingCorrection& correction, const QTimeZone& zone,
                                        const QLocale& locale);

/// A phase of the patient's plan on the calendar: from its first step to the next phase's first step.
struct PhaseSpan {
    QString id;    ///< of the protocol's phase
    QString title; ///< as the protocol words it
    QDate from;
    QDate to;      ///< exclusive; the day after its last step where no phase follows
    QString brief; ///< one word for it

    bool operator==(const PhaseSpan&) const = default;
};

/// A rating that the plan still waits for.
struct AwaitedRating {
    QDate target;
    bool isLate = false; ///< its window is over

    bool operator==(const AwaitedRating&) const = default;
};

/// What a trend is shown with beside the ratings themselves.
class TrendQuery final {
public:
    explicit TrendQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The corrected ratings of a patient. Damaged: a journal entry does not fit its hash.
    [[nodiscard]] base::Result<QList<RatingCorrection>> corrections(const record::PatientId& patient) const;
    /// The phases of the patient's current plan; none without a plan or without its protocol. A step that was
    /// done counts with the day it was done, others with their target.
    [[nodiscard]] base::Result<QList<PhaseSpan>> phases(const record::PatientId& patient) const;
    /// The ratings of an instrument that the current plan still waits for, by day.
    [[nodiscard]] base::Result<QList<AwaitedRating>> awaited(const record::PatientId& patient,
                                                             const QString& instrument) const;
    /// The quartiles of the practice's other patients on an instrument. NotFound: not installed.
    [[nodiscard]] base::Result<outcomes::PracticeBand>
    practiceBand(const QString& instrument, const record::PatientId& leftOut,
                 const outcomes::TrendRules& rules = outcomes::builtInTrendRules()) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/proportion.h"

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::outcomes {

/// What a published figure counts.
enum class CohortMeasure {
    Response,  ///< share of patients
    Remission, ///< share of patients
    MeanChange ///< points, negative is a fall
};

/// One published figure at its own day. It stands alone: nothing is drawn between two of them.
struct CohortFigure {
    QString id;
    QString citation; ///< "Singh 2016"
    QString group;    ///< "ketamine 0.5 mg/kg, twice a week"
    bool isControl = false;
    QString instrument;
    CohortMeasure measure = CohortMeasure::Response;
    QString definition;          ///< "MADRS ≥50 %"
    double day = 0;              ///< since the first dose
    std::optional<double> toDay; ///< the last day where the figure was taken over a stretch of days
    QString when;                ///< the time as the source words it
    qint64 n = 0;                ///< analysed
    std::optional<qint64> treated;
    std::optional<qint64> x;         ///< patients counted, where known
    std::optional<double> percent;   ///< as printed
    std::optional<double> change;    ///< of a mean change, points
    std::optional<double> deviation; ///< standard deviation of the change
    base::Confidence confidence = base::Confidence::Check;
    QString note; ///< e.g. "completers, may overstate"

    /// The share in percent: of x and n where both are known, else as printed.
    [[nodiscard]] double sharePercent() const;
    /// Wilson's 95 % interval in percent; absent where the count is not known.
    [[nodiscard]] std::optional<Interval> intervalPercent() const;
    /// "Singh 2016, n 16, M".
    [[nodiscard]] QString label() const;
};

/// A published finding about the first doses, in words.
struct CheckpointFinding {
    QString id;
    QString citation;
    QString instrument; ///< empty: of no single one
    QString n;          ///< "328, replicated in 298"
    QString text;
    base::Confidence confidence = base::Confidence::Check;
};

/// resources/outcomes/cohorts.json.
struct CohortLibrary {
    QList<CohortFigure> figures;
    QList<int> checkpointDoses; ///< after which the course is looked at
    QList<CheckpointFinding> checkpoints;

    /// Of one instrument, by day. Figures of other instruments are never compared with it.
    [[nodiscard]] QList<CohortFigure> of(QStringView instrument) const;
};

/// Reads such a file. InvalidInput names the place that does not fit.
[[nodiscard]] base::Result<CohortLibrary> parseCohorts(const QByteArray& json);

/// What the program brings.
[[nodiscard]] const CohortLibrary& builtInCohorts();

} // namespace kairos::outcomes

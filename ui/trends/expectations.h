// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"

#include "core/outcomes/cohort_figures.h"
#include "core/outcomes/practice_band.h"
#include "core/outcomes/trend.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::ui {

/// A published figure with the letter that stands at its point.
struct KeyedFigure {
    QString key;
    outcomes::CohortFigure figure;
};

/// The figures of an instrument with their letters, by day: a, b, c …
[[nodiscard]] QList<KeyedFigure> keyedFigures(const QList<outcomes::CohortFigure>& figures);

/// Response and remission, in percent of patients, with Wilson's interval where the count is known.
[[nodiscard]] QList<PublishedFigure> shareFigures(const QList<KeyedFigure>& figures);

/// Mean changes counted from this patient's own baseline, with one standard deviation; none without a
/// baseline before the dose.
[[nodiscard]] QList<PublishedFigure>
changeFigures(const QList<KeyedFigure>& figures, const outcomes::Trend& trend, double lowest, double highest);

/// The practice's quartiles as they are drawn.
[[nodiscard]] QList<BandStep> bandSteps(const outcomes::PracticeBand& band);

/// "Singh 2016: 11 of 16 (68.8 %, 44.4 to 85.8) response, MADRS ≥50 %, day 15. Ketamine twice a week. M".
[[nodiscard]] QString figureInWords(const outcomes::CohortFigure& figure);

/// How many of the practice's own courses stand beside this one, and what keeps a band from being drawn.
[[nodiscard]] QString practiceInWords(const outcomes::PracticeBand& band, const QString& instrument);

} // namespace kairos::ui

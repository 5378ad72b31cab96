// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart_model.h"
#include "ui/shared/row_model.h"

#include "core/workflow/rating_query.h"

#include <QTimeZone>

#include <functional>
#include <optional>

namespace kairos::ui {

/// One rating of the list, with what the trend says of it.
struct RatingLine {
    record::Rating rating;
    QString instrument;
    QString band;
    QString rater;
    std::optional<outcomes::TrendPoint> point;
    QString correction;    ///< what was corrected, by whom and why; empty when nothing was
    bool isOutcome = true; ///< its instrument has a response or remission that ratings count towards
};

/// The lines of all series, newest first.
[[nodiscard]] QList<RatingLine>
ratingLinesOf(const workflow::PatientRatings& ratings,
              const std::function<QString(const record::ClinicianId&)>& nameOf,
              const QList<CorrectionInput>& corrections = {});

/// The ratings as a table: the same data as the chart.
class RatingTable final : public RowModel<RatingLine> {
    Q_OBJECT
public:
    enum Column { Date, Day, Instrument, Total, Band, SinceDose, Counted, Rater, State };
    explicit RatingTable(const QTimeZone& zone, QObject* parent = nullptr);

    /// Head and rows as text, columns parted by tabs, for other programs.
    [[nodiscard]] QString asText() const;

protected:
    [[nodiscard]] QString display(const RatingLine& line, int column) const override;
    [[nodiscard]] QVariant sortValue(const RatingLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const RatingLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const RatingLine& line, int column, int role) const override;

private:
    [[nodiscard]] QString stateText(const RatingLine& line) const;

    QTimeZone m_zone;
};

} // namespace kairos::ui

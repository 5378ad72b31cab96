// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trends/trend_tools.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/trend_chart_model.h"

#include "core/outcomes/practice_band.h"
#include "core/workflow/rating_query.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;
class QScrollArea;

namespace kairos::ui {

class Card;
class CheckpointCard;
class HeatMap;
class Segments;
class TextLabel;
class TrendStack;

/// What a trend pane is to show.
struct TrendScene {
    const workflow::PatientRatings* ratings = nullptr; ///< never null
    const workflow::RatingSeries* first = nullptr;     ///< of One and Expected; null while there is none
    QList<const workflow::RatingSeries*> compared;     ///< of Compare
    TrendTools::View view = TrendTools::One;
    TrendTools::Scale scale = TrendTools::OwnScales;
    TrendChartInput input;
    std::optional<outcomes::PracticeBand> practice; ///< of Expected
};

/// The charts of a patient with where they leave the patient and why: the standing in words above, the
/// reasons below, items or expectations at the side.
class TrendPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrendPane)

public:
    explicit TrendPane(const QTimeZone& zone, QWidget* parent = nullptr);

    void setScene(const TrendScene& scene);
    void setAxis(AxisMode axis);
    /// Own scales or percent of baseline, chosen beside the charts that are compared.
    [[nodiscard]] TrendTools::Scale scale() const;
    /// What is shown, as a file's content; none without a chart.
    [[nodiscard]] std::optional<ChartFile> chartFile() const;

    [[nodiscard]] TrendStack& charts() const { return *m_charts; }
    [[nodiscard]] HeatMap& heatMap() const { return *m_heat; }
    [[nodiscard]] CheckpointCard& checkpoint() const { return *m_checkpoint; }
    /// The sentences above and below the charts.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString reasons() const;
    /// The published figures and the practice's own, as the side says them.
    [[nodiscard]] QString expectations() const;

Q_SIGNALS:
    void ratingOpened(kairos::record::RatingId rating);
    void scaleChosen();
    /// A person switched the rule that leaves out ratings with a mixed recall window.
    void ruleSwitched(bool leavesOut);

private:
    [[nodiscard]] Card* makeChartCard();
    [[nodiscard]] QWidget* makeSide();
    void showWords(const TrendScene& scene);
    void showCharts(const TrendScene& scene);
    void showSide(const TrendScene& scene);
    void showItems(const workflow::RatingSeries* series);
    void showExpectations(const TrendScene& scene);

    QTimeZone m_zone;
    Card* m_chartCard = nullptr;
    TextLabel* m_words = nullptr;
    TrendStack* m_charts = nullptr;
    TextLabel* m_reasons = nullptr;
    QCheckBox* m_rule = nullptr;
    QPushButton* m_whole = nullptr;
    Segments* m_scale = nullptr;
    QWidget* m_side = nullptr;
    CheckpointCard* m_checkpoint = nullptr;
    Card* m_heatCard = nullptr;
    HeatMap* m_heat = nullptr;
    TextLabel* m_itemWords = nullptr;
    Card* m_expectedCard = nullptr;
    TextLabel* m_expected = nullptr;
};

} // namespace kairos::ui

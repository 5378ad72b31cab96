// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/page.h"

#include "ui/trends/trend_tools.h"

#include "ui/charts/course_marks.h"

#include "core/outcomes/practice_band.h"
#include "core/workflow/rating_query.h"

#include <QHash>

#include <optional>

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class EmptyState;
class HeatMap;
class RatingDuties;
class RatingTable;
class TableView;
class TrendPane;
class TrendStack;

/// The ratings of a patient: trend of one or several instruments, item by item, and the list that opens,
/// corrects and withdraws. The list is the chart's own table view.
class RatingsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RatingsTab)

public:
    RatingsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] TrendTools& tools() { return *m_tools; }
    [[nodiscard]] TrendPane& pane() { return *m_pane; }
    [[nodiscard]] TrendStack& charts();
    [[nodiscard]] RatingTable& table() { return *m_table; }
    [[nodiscard]] HeatMap& heatMap();
    /// The series that is shown; null while there is none.
    [[nodiscard]] const workflow::RatingSeries* shownSeries() const;
    /// Puts the list on the clipboard, columns parted by tabs.
    void copyTable();

private:
    [[nodiscard]] QWidget* makeListPane();
    [[nodiscard]] QWidget* makeEmptyPane(QWidget* parent);
    void connectAll();
    void addShortcuts();
    void fetchSurroundings();
    void showView();
    void showSeries();
    /// The ratings of the shown instrument that the plan still waits for.
    [[nodiscard]] LaneInput dueLane() const;
    [[nodiscard]] TrendChartInput chartInput() const;
    [[nodiscard]] std::optional<outcomes::PracticeBand> practiceBand();
    void switchRule(bool leavesOut);
    void openRating(const record::RatingId& id);
    [[nodiscard]] const record::Rating* chosenRating() const;
    void withdrawChosen();
    void exportAs(const QString& ending);
    void showNotice(const BannerText& text);

    record::PatientId m_patient;
    PageContext m_context;
    workflow::PatientRatings m_ratings;
    CourseSessions m_sessions;
    QList<PhaseInput> m_phases;
    QList<CorrectionInput> m_corrections;
    QHash<QString, outcomes::PracticeBand> m_bands; ///< by instrument, until the practice changes
    bool m_leavesOut = true; ///< ratings with a mixed recall window do not count for response
    TrendTools::View m_chartView = TrendTools::One; ///< where Ctrl+T leads back to

    RatingDuties* m_duties = nullptr;
    QVBoxLayout* m_banners = nullptr;
    Banner* m_notice = nullptr;
    TrendTools* m_tools = nullptr;
    QStackedLayout* m_panes = nullptr;
    TrendPane* m_pane = nullptr;
    EmptyState* m_empty = nullptr;
    RatingTable* m_table = nullptr;
    TableView* m_list = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_withdraw = nullptr;
};

} // namespace kairos::ui

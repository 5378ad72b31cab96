// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/page.h"

#include "ui/charts/course_marks.h"

#include "core/workflow/rating_query.h"

class QComboBox;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class EmptyState;
class HeatMap;
class RatingDuties;
class RatingTable;
class Segments;
class TableView;
class TextLabel;
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

    [[nodiscard]] TrendStack& charts() { return *m_charts; }
    [[nodiscard]] RatingTable& table() { return *m_table; }
    [[nodiscard]] HeatMap& heatMap() { return *m_heat; }
    /// The series that is shown; null while there is none.
    [[nodiscard]] const workflow::RatingSeries* shownSeries() const;
    /// Puts the list on the clipboard, columns parted by tabs.
    void copyTable();

private:
    enum View { One, Compare, List };
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeTrendPane();
    [[nodiscard]] QWidget* makeListPane();
    void connectAll();
    void fillInstruments();
    void showView(int view);
    void showSeries();
    void showItems();
    void openRating(const record::RatingId& id);
    [[nodiscard]] const record::Rating* chosenRating() const;
    void withdrawChosen();
    void exportAs(const QString& ending);
    void showNotice(const BannerText& text);

    record::PatientId m_patient;
    PageContext m_context;
    workflow::PatientRatings m_ratings;
    CourseSessions m_sessions;

    RatingDuties* m_duties = nullptr;
    QVBoxLayout* m_banners = nullptr;
    Banner* m_notice = nullptr;
    Segments* m_view = nullptr;
    QComboBox* m_instrument = nullptr;
    Segments* m_axis = nullptr;
    QPushButton* m_export = nullptr;
    QStackedLayout* m_panes = nullptr;
    EmptyState* m_empty = nullptr;
    Card* m_trendCard = nullptr;
    TrendStack* m_charts = nullptr;
    TextLabel* m_words = nullptr;
    Card* m_heatCard = nullptr;
    HeatMap* m_heat = nullptr;
    TextLabel* m_itemWords = nullptr;
    RatingTable* m_table = nullptr;
    TableView* m_list = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_withdraw = nullptr;
};

} // namespace kairos::ui

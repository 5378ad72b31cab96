// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/rating_query.h"

class QStackedLayout;

namespace kairos::ui {

class BaselineTable;
class Card;
class NextStepsCard;
class Segments;
class SessionTable;
class TableView;
class TextLabel;
class TrendChartView;

/// The chart's first tab: the course so far, what is next, what changed, the last sessions.
class OverviewTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewTab)

public:
    OverviewTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] TrendChartView& chart() { return *m_chart; }
    [[nodiscard]] SessionTable& sessions() { return *m_sessions; }

private:
    [[nodiscard]] QWidget* makeCourseCard();
    [[nodiscard]] QWidget* makeSessionsCard();
    [[nodiscard]] QWidget* makeSide();
    void showCourse(const workflow::PatientRatings& ratings);
    void showChange(const workflow::PatientRatings& ratings);
    void showNext();
    void showSessions();

    record::PatientId m_patient;
    PageContext m_context;
    Card* m_courseCard = nullptr;
    QStackedLayout* m_coursePanes = nullptr;
    TrendChartView* m_chart = nullptr;
    Segments* m_axis = nullptr;
    QList<record::RatingId> m_points;
    NextStepsCard* m_next = nullptr;
    Card* m_changeCard = nullptr;
    BaselineTable* m_change = nullptr;
    TableView* m_changeView = nullptr;
    TextLabel* m_changeWords = nullptr;
    SessionTable* m_sessions = nullptr;
    TableView* m_sessionView = nullptr;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/today_query.h"

#include <QTimer>

class QVBoxLayout;

namespace kairos::ui {

class Banner;
class Card;
class ClockStrip;
class DayModel;
class EmptyState;
class NeedList;
class PageHead;
class ProgressLine;
class SearchField;
class TableView;
class TextLabel;

/// The day: who comes, what is worth knowing, which windows run, and what needs a person.
class TodayPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TodayPage)

public:
    explicit TodayPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void buildHead(QVBoxLayout& column);
    void buildDays(QVBoxLayout& column);
    void buildClocks(QVBoxLayout& column);
    [[nodiscard]] QWidget* buildNeeds();
    [[nodiscard]] TableView* addTable(Card& card, DayModel& model, EmptyState& empty);
    /// Head, frames and the room of what is to come, without reading a record.
    void showFrame(const workflow::DayCounts& counts);
    void showDays(int today, int tomorrow);
    void showView(const workflow::TodayView& view);
    void showNeeds(const workflow::TodayView& view);
    /// How far the search for what needs a person has come; nothing once it is at its end.
    void showSearch(const std::optional<double>& searched);
    void openSession(const workflow::DayRow& row);
    void openNeed(const workflow::Need& need);
    /// The first of these places that this program has.
    void openFirst(const QList<Place>& places);

    PageContext m_context;
    PageHead* m_head;
    SearchField* m_search = nullptr;
    Banner* m_trouble = nullptr;
    Card* m_todayCard = nullptr;
    Card* m_tomorrowCard = nullptr;
    Card* m_clockCard = nullptr;
    Card* m_needCard = nullptr;
    DayModel* m_today = nullptr;
    DayModel* m_tomorrow = nullptr;
    TableView* m_todayTable = nullptr;
    TableView* m_tomorrowTable = nullptr;
    EmptyState* m_noSession = nullptr;
    EmptyState* m_noTomorrow = nullptr;
    EmptyState* m_noClock = nullptr;
    EmptyState* m_noNeed = nullptr;
    ClockStrip* m_clocks = nullptr;
    NeedList* m_needs = nullptr;
    ProgressLine* m_looking = nullptr;
    QTimer m_look;
    TextLabel* m_undischarged = nullptr;
};

} // namespace kairos::ui

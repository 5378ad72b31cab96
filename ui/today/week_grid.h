// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/week_query.h"

#include <QWidget>

#include <optional>

namespace kairos::ui {

/// A week by day and hour: open hours, closed days and holidays, and what is booked. Arrows walk, Enter
/// opens, Alt and arrows try another day or time, which is drawn beside the booked one until it is accepted.
class WeekGrid final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekGrid)

public:
    explicit WeekGrid(QWidget* parent = nullptr);

    void setWeek(workflow::WeekView week);
    [[nodiscard]] const workflow::WeekView& week() const { return m_week; }
    /// The chosen appointment; null when there is none.
    [[nodiscard]] const workflow::WeekAppointment* current() const;
    /// Where the chosen one would go; none draws nothing.
    void setTrial(const std::optional<base::Appointment>& to);
    [[nodiscard]] const std::optional<base::Appointment>& trial() const { return m_trial; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    /// Enter: on a trial it is accepted, else the appointment is opened.
    void entered();
    void moveWanted(int days, int minutes);
    void dropped();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    /// A block on the screen: which appointment, and where.
    struct Block {
        int day = 0;
        int index = 0;
        QRect rect;
    };

    /// Blocks that touch each other lie side by side, in as few lanes as they need.
    static void shareWidth(QList<Block>& blocks, qsizetype from, qsizetype to);
    [[nodiscard]] QRect columnRect(int day) const;
    [[nodiscard]] int yOf(QTime time) const;
    [[nodiscard]] QList<Block> blocks() const;
    [[nodiscard]] QRect blockRect(const workflow::WeekAppointment& appointment, int day) const;
    void paintGround(QPainter& painter) const;
    void paintHead(QPainter& painter, int day) const;
    void paintBlock(QPainter& painter, const Block& block) const;
    void paintTrial(QPainter& painter) const;
    void choose(int day, int index);
    void walkInDay(int steps);
    void walkDays(int steps);
    void reckonHours();

    workflow::WeekView m_week;
    std::optional<base::Appointment> m_trial;
    int m_day = 0;
    int m_index = -1;
    int m_firstHour = 8;
    int m_lastHour = 18;
};

} // namespace kairos::ui

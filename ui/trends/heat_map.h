// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trends/heat_columns.h"

#include <QWidget>

#include <optional>

namespace kairos::ui {

/// Item by item over time: the digit is always in the cell, a dashed edge is a mixed recall window, a red one
/// a suicide item above its lowest answer. Shows the newest ratings that fit, or those up to the framed one.
/// The arrow keys walk the columns.
class HeatMap final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMap)

public:
    explicit HeatMap(QWidget* parent = nullptr);

    void setSeries(const scales::Instrument& instrument, const QList<HeatColumn>& columns);
    /// Frames the column of a rating; none takes the frame away.
    void setCurrent(const std::optional<record::RatingId>& rating);
    /// How many columns stand at this width.
    [[nodiscard]] int shownColumns() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person clicked a column or walked to it.
    void ratingChosen(kairos::record::RatingId rating);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int columnLeft(int shown) const;
    [[nodiscard]] int columnAt(const QPoint& at) const;
    [[nodiscard]] qsizetype firstShown() const;
    [[nodiscard]] qsizetype currentPlace() const;
    [[nodiscard]] const HeatColumn& column(int shown) const;
    void paintHeads(QPainter& painter) const;
    void paintRow(QPainter& painter, int item) const;
    void paintCell(QPainter& painter, const QRect& cell, int item, int shown) const;
    void paintTotals(QPainter& painter) const;
    void describe();

    const scales::Instrument* m_instrument = nullptr;
    QList<HeatColumn> m_columns;
    std::optional<record::RatingId> m_current;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace kairos::ui {

enum class PrintFont { Small, Body, Strong, Section, Value, Title };

/// Draws on a page laid out in points, whatever the device. Text stays text: it can be selected in a PDF.
class PagePen final {
public:
    /// The painter's device decides how many dots a point has.
    explicit PagePen(QPainter& painter);

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] QFont font(PrintFont kind) const;
    /// From points to the device's own units.
    [[nodiscard]] double dots(double points) const { return points * m_dots; }
    [[nodiscard]] double dotsPerInch() const { return m_dots * 72; }
    [[nodiscard]] QRectF dots(const QRectF& points) const;

    /// Height in points of a paragraph that breaks at `width` points.
    [[nodiscard]] double textHeight(const QString& text, double width, PrintFont kind) const;
    [[nodiscard]] double textWidth(const QString& text, PrintFont kind) const;
    [[nodiscard]] double lineHeight(PrintFont kind) const;
    /// A paragraph from the top of `rect` (points); broken at words unless `flags` say otherwise.
    void text(const QRectF& rect, const QString& text, PrintFont kind,
              int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap);
    /// One line, elided at the end when it is too wide.
    void line(const QRectF& rect, const QString& text, PrintFont kind,
              int flags = Qt::AlignLeft | Qt::AlignVCenter);
    void rule(double left, double right, double y, double thickness = 0.5, const QColor& color = Qt::black);
    void box(const QRectF& rect, double thickness = 0.6);

private:
    QPainter& m_painter;
    double m_dots;
};

} // namespace kairos::ui

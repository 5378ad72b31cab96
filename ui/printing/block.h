// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/page_pen.h"

#include <QList>
#include <QRectF>
#include <QSizeF>

#include <functional>

namespace kairos::ui {

/// A piece of a page that is never broken: it knows its height and draws itself. Lengths in points.
struct Block {
    std::function<double(PagePen&, double width)> height;
    std::function<void(PagePen&, const QRectF&)> paint;

    [[nodiscard]] bool isEmpty() const { return !paint; }
};

/// What stands side by side: two columns, or one block over the whole width.
struct Band {
    Block left;
    Block right;
    bool isWide = false; ///< `left` takes the whole width
};

/// Blocks under each other, as one.
[[nodiscard]] Block stacked(QList<Block> blocks);
/// A section title with a rule under it.
[[nodiscard]] Block sectionTitle(const QString& title);
[[nodiscard]] Block paragraph(const QString& text, PrintFont kind);
/// Paragraphs with a little air between them; empty ones are left out.
[[nodiscard]] Block paragraphs(const QStringList& texts, PrintFont kind);
[[nodiscard]] Block space(double points);
/// Blocks over as many pages as they need, each page under the same head. A block that is taller than a page
/// stands on one of its own.
[[nodiscard]] QList<QList<Block>> pagesOf(PagePen& pen, const QSizeF& page, const Block& head,
                                          const QList<Block>& blocks);

} // namespace kairos::ui

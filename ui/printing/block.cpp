// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/block.h"

#include <QStringList>

namespace kairos::ui {

Block stacked(QList<Block> blocks) {
    blocks.removeIf([](const Block& block) { return block.isEmpty(); });
    if (blocks.isEmpty()) {
        return {};
    }
    Block whole;
    whole.height = [blocks](PagePen& pen, double width) {
        double sum = 0;
        for (const Block& block : blocks) {
            sum += block.height(pen, width);
        }
        return sum;
    };
    whole.paint = [blocks](PagePen& pen, const QRectF& rect) {
        double top = rect.top();
        for (const Block& block : blocks) {
            const double height = block.height(pen, rect.width());
            block.paint(pen, QRectF(rect.left(), top, rect.width(), height));
            top += height;
        }
    };
    return whole;
}

Block sectionTitle(const QString& title) {
    Block block;
    block.height = [](PagePen& pen, double) { return pen.lineHeight(PrintFont::Section) + 5; };
    block.paint = [title](PagePen& pen, const QRectF& rect) {
        pen.line(QRectF(rect.left(), rect.top(), rect.width(), pen.lineHeight(PrintFont::Section)), title,
                 PrintFont::Section);
        pen.rule(rect.left(), rect.right(), rect.bottom() - 3.5);
    };
    return block;
}

Block paragraph(const QString& text, PrintFont kind) {
    if (text.isEmpty()) {
        return {};
    }
    Block block;
    block.height = [text, kind](PagePen& pen, double width) {
        return pen.textHeight(text, width, kind) + 0.6;
    };
    block.paint = [text, kind](PagePen& pen, const QRectF& rect) { pen.text(rect, text, kind); };
    return block;
}

Block paragraphs(const QStringList& texts, PrintFont kind) {
    QList<Block> blocks;
    for (const QString& text : texts) {
        blocks.append(paragraph(text, kind));
    }
    return stacked(blocks);
}

Block space(double points) {
    Block block;
    block.height = [points](PagePen&, double) { return points; };
    block.paint = [](PagePen&, const QRectF&) {};
    return block;
}

QList<QList<Block>> pagesOf(PagePen& pen, const QSizeF& page, const Block& head, const QList<Block>& blocks) {
    const double headHeight = head.height(pen, page.width());
    QList<QList<Block>> pages = {{head}};
    double used = headHeight;
    for (const Block& block : blocks) {
        const double height = block.height(pen, page.width());
        if (pages.last().size() > 1 && used + height > page.height()) {
            pages.append({head});
            used = headHeight;
        }
        pages.last().append(block);
        used += height;
    }
    return pages;
}

} // namespace kairos::ui

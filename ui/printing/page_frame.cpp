// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/page_frame.h"

#include "ui/printing/qr.h"

namespace kairos::ui {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kMargin = 14 * kMillimetre;
constexpr double kQr = 18 * kMillimetre;
constexpr double kFootHeight = kQr + 9;

} // namespace

QRectF pageContent(PaperSize paper) {
    const QSizeF size = pointsOf(paper);
    return {kMargin, kMargin, size.width() - 2 * kMargin, size.height() - 2 * kMargin - kFootHeight};
}

void paintPageFoot(PagePen& pen, const QRectF& content, const QString& code, const QStringList& lines) {
    const double top = content.bottom() + 5;
    pen.rule(content.left(), content.right(), top - 3, 1.2);
    paintQr(pen, QRectF(content.left(), top, kQr, kQr), code);
    double y = top;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const double height = pen.lineHeight(PrintFont::Small);
        pen.line(QRectF(content.left() + kQr + 8, y, content.width() - kQr - 8, height), lines.at(i),
                 i == 0 ? PrintFont::Strong : PrintFont::Small);
        y += height + 1;
    }
}

} // namespace kairos::ui

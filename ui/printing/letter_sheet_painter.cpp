// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/letter_sheet_painter.h"

namespace kairos::ui {
namespace {

constexpr double kGap = 9;
/// About eight printed lines: a block is never broken over two pages.
constexpr qsizetype kMostInOne = 900;

/// A paragraph in pieces that end between two words; one word without an end is cut.
QStringList piecesOf(QString paragraph) {
    QStringList pieces;
    while (paragraph.size() > kMostInOne) {
        const qsizetype space = paragraph.lastIndexOf(QLatin1Char(' '), kMostInOne);
        const qsizetype cut = space > 0 ? space : kMostInOne;
        pieces.append(paragraph.left(cut));
        paragraph = paragraph.mid(space > 0 ? cut + 1 : cut);
    }
    return pieces << paragraph;
}

} // namespace

QList<Block> LetterSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const QString& line : m_lines) {
        if (line.trimmed().isEmpty()) {
            blocks.append(space(kGap));
            continue;
        }
        for (const QString& piece : piecesOf(line)) {
            blocks.append(paragraph(piece, PrintFont::Value));
        }
    }
    return blocks;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/letter_sheet_painter.h"

namespace kairos::ui {
namespace {

constexpr double kGap = 9;
/// About eight printed lines: a block is never broken over two pages.
constexpr qsizetype kMostInOne = 900;

/// So many of the widest letters fill a line: a longer word, e.g. an address of the web, would be cut at the
/// edge.
constexpr qsizetype kMostInWord = 45;

/// The line with a break in every word that no line can hold.
QString breakable(const QString& line) {
    QString out;
    qsizetype run = 0;
    for (const QChar letter : line) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > kMostInWord && !letter.isLowSurrogate() && !letter.isMark()) {
            out += QLatin1Char('\n');
            run = 1;
        }
        out += letter;
    }
    return out;
}

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
            blocks.append(paragraph(breakable(piece), PrintFont::Value));
        }
    }
    return blocks;
}

} // namespace kairos::ui

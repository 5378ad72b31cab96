// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/long_text.h"

namespace kairos::ui {
namespace {

/// About eight printed lines.
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

QString breakable(const QString& line, qsizetype letters) {
    QString out;
    qsizetype run = 0;
    for (const QChar letter : line) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > letters && !letter.isLowSurrogate() && !letter.isMark()) {
            out += QLatin1Char('\n');
            run = 1;
        }
        out += letter;
    }
    return out;
}

QList<Block> longParagraph(const QString& paragraph, PrintFont font) {
    QList<Block> blocks;
    for (const QString& piece : piecesOf(paragraph)) {
        blocks.append(ui::paragraph(breakable(piece), font));
    }
    return blocks;
}

} // namespace kairos::ui

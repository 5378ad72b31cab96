// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/letter_sheet_painter.h"

#include "ui/printing/long_text.h"

namespace kairos::ui {
namespace {

constexpr double kGap = 9;

} // namespace

QList<Block> LetterSheetPainter::blocks() const {
    QList<Block> blocks;
    for (const QString& line : m_lines) {
        if (line.trimmed().isEmpty()) {
            blocks.append(space(kGap));
            continue;
        }
        blocks += longParagraph(line, PrintFont::Value);
    }
    return blocks;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/block.h"

namespace kairos::ui {

/// So many of the widest letters fill a line of a page.
inline constexpr qsizetype kLettersInLine = 45;

/// The line with a break in every word that so many letters cannot hold: it would be cut at the edge.
[[nodiscard]] QString breakable(const QString& line, qsizetype letters = kLettersInLine);

/// What a person typed without a limit, as blocks that each fit on a page; a block is never broken.
[[nodiscard]] QList<Block> longParagraph(const QString& paragraph, PrintFont font);

} // namespace kairos::ui

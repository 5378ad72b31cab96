// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace kairos::spelling {

/// Where a word stands in a line.
struct SpelledWord {
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    bool operator==(const SpelledWord&) const = default;
};

/// The words of a line of a note that a dictionary may be asked about. Left out: the visible blanks and the
/// fields of macros, ";name", addresses, what has figures in it, abbreviations in capitals, single letters.
[[nodiscard]] QList<SpelledWord> spelledWords(QStringView line);

} // namespace kairos::spelling

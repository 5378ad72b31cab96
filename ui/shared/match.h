// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace kairos::ui {

/// A run of letters: where it starts and how many there are.
struct MatchRange {
    int start = 0;
    int length = 0;

    bool operator==(const MatchRange&) const = default;
};

/// Where the words of a search stand in a text, case and accents folded as in foldForSearch.
/// Each word of `query` is found once, at its first place.
[[nodiscard]] QList<MatchRange> matchRanges(QStringView text, QStringView query);

} // namespace kairos::ui

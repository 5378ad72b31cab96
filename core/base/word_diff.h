// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kairos::base {

/// A stretch of two texts that are held against each other.
struct DiffPiece {
    enum class Side {
        Both,   ///< stands in both
        Before, ///< stands in the earlier one alone
        After   ///< stands in the later one alone
    };
    Side side = Side::Both;
    QString text;

    bool operator==(const DiffPiece&) const = default;
};

/// What changed between two texts, by whole words, in order: the pieces of Both and Before are the earlier
/// text, those of Both and After the later one. The fewest words are marked, up to several hundred changes;
/// beyond them everything between the first and the last change counts as written anew.
[[nodiscard]] QList<DiffPiece> wordDiff(const QString& before, const QString& after);

} // namespace kairos::base

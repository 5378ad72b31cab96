// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::base {

/// Folds text for searching: case and accents fall away ("Søren Å" finds "soren a"), runs of space become
/// one. Letters that have no accent to drop (ø, ł, ß, æ) are folded by table, since decomposition keeps them.
[[nodiscard]] QString foldForSearch(QStringView text);

} // namespace kairos::base

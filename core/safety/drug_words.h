// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kairos::safety {

/// The words of a medicine's name without case, accents and apostrophes: "St. John's wort" gives "st",
/// "johns", "wort"; "co-codamol" gives "co", "codamol".
[[nodiscard]] QStringList drugWords(QStringView text);

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn one word into
/// the other; more than `most` is reported as `most + 1`.
[[nodiscard]] int editDistance(QStringView one, QStringView other, int most);

} // namespace kairos::safety

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace kairos::base {

/// A word of a text: where it stands and how it is searched for.
struct Word {
    qsizetype start = 0;
    qsizetype length = 0;
    QString folded; ///< as by foldForSearch, letters and digits alone

    bool operator==(const Word&) const = default;
};

/// The words of a text in order. A word is a run of letters and digits with their marks; soft hyphens and
/// joiners inside one do not part it, everything else does: "O'Neil" is two words. Scripts without spaces
/// give one word a run.
[[nodiscard]] QList<Word> wordsOf(QStringView text);

} // namespace kairos::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spelling/speller.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace kairos::spelling {

/// What is good in a note: the words of the chosen dictionaries, of any of them, and words that are known
/// beside them, such as names.
class SpellBook final {
public:
    /// So many are offered for one word.
    static constexpr qsizetype kMostSuggestions = 6;

    /// With no dictionary every word is good: nothing is known to be wrong.
    void setSpellers(std::vector<std::shared_ptr<const Speller>> spellers);
    [[nodiscard]] bool isEmpty() const { return m_spellers.empty(); }
    /// Takes every word of these texts for good from now on, in capitals and small letters.
    void know(const QStringList& texts);
    [[nodiscard]] bool isGood(const QString& word) const;
    /// Words that could be meant, the likeliest of every dictionary first.
    [[nodiscard]] QStringList suggestions(const QString& word) const;

private:
    [[nodiscard]] bool isKnown(const QString& word) const;

    std::vector<std::shared_ptr<const Speller>> m_spellers;
    QSet<QString> m_known;
    mutable QHash<QString, bool> m_asked; ///< what the dictionaries said; most words come again and again
};

} // namespace kairos::spelling

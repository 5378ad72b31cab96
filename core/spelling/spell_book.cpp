// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/spell_book.h"

#include "core/spelling/spelled_words.h"

#include <algorithm>

namespace kairos::spelling {
namespace {

/// More than the words of a long note; beyond it they are asked anew.
constexpr qsizetype kMostKept = 50'000;

QString folded(const QString& word) {
    return word.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .replace(QChar(0x2019), QLatin1Char('\''));
}

} // namespace

void SpellBook::setSpellers(std::vector<std::shared_ptr<const Speller>> spellers) {
    m_spellers = std::move(spellers);
    m_asked.clear();
}

void SpellBook::know(const QStringList& texts) {
    for (const QString& text : texts) {
        const QString small = folded(text); // A name in capitals is a name all the same.
        for (const SpelledWord& word : spelledWords(small)) {
            m_known.insert(small.mid(word.start, word.length));
        }
    }
}

bool SpellBook::isKnown(const QString& word) const {
    const QString small = folded(word);
    return m_known.contains(small) ||
           (small.endsWith(QLatin1String("'s")) && m_known.contains(small.chopped(2)));
}

bool SpellBook::isGood(const QString& word) const {
    if (isEmpty() || isKnown(word)) {
        return true;
    }
    if (const auto asked = m_asked.constFind(word); asked != m_asked.constEnd()) {
        return *asked;
    }
    const bool isGood =
        std::any_of(m_spellers.begin(), m_spellers.end(), [&](const auto& one) { return one->isGood(word); });
    if (m_asked.size() >= kMostKept) {
        m_asked.clear();
    }
    m_asked.insert(word, isGood);
    return isGood;
}

QStringList SpellBook::suggestions(const QString& word) const {
    QList<QStringList> offers;
    for (const auto& one : m_spellers) {
        offers.append(one->suggestions(word));
    }
    QStringList best;
    for (qsizetype rank = 0; rank < kMostSuggestions; ++rank) {
        for (const QStringList& offer : std::as_const(offers)) {
            if (rank < offer.size() && best.size() < kMostSuggestions && !best.contains(offer.at(rank))) {
                best.append(offer.at(rank));
            }
        }
    }
    return best;
}

} // namespace kairos::spelling

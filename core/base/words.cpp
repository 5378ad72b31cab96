// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"

#include "core/base/text.h"

#include <algorithm>

namespace kairos::base {
namespace {

/// One character of a text, which may take two places.
struct Letter {
    char32_t code = 0;
    qsizetype width = 1;
};

Letter letterAt(QStringView text, qsizetype at) {
    const QChar first = text.at(at);
    if (first.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
        return {QChar::surrogateToUcs4(first, text.at(at + 1)), 2};
    }
    return {first.unicode(), 1};
}

bool beginsWord(char32_t code) {
    return QChar::isLetterOrNumber(code);
}

bool goesOn(char32_t code) {
    return QChar::isLetterOrNumber(code) || QChar::isMark(code) ||
           QChar::category(code) == QChar::Other_Format;
}

bool isAscii(QStringView word) {
    return std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

/// Most words of most notes are plain: they need no tables of characters.
QString folded(QStringView word) {
    if (isAscii(word)) {
        return word.toString().toLower();
    }
    // Letters of other planes come out of their decomposition in capitals.
    const QString whole = foldForSearch(word).toCaseFolded();
    QString kept;
    kept.reserve(whole.size());
    for (qsizetype at = 0; at < whole.size();) {
        const Letter letter = letterAt(whole, at);
        if (beginsWord(letter.code)) {
            kept += QStringView(whole).mid(at, letter.width);
        }
        at += letter.width;
    }
    return kept;
}

} // namespace

QList<Word> wordsOf(QStringView text) {
    QList<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        const Letter first = letterAt(text, at);
        if (!beginsWord(first.code)) {
            at += first.width;
            continue;
        }
        qsizetype end = at + first.width;
        while (end < text.size()) {
            const Letter next = letterAt(text, end);
            if (!goesOn(next.code)) {
                break;
            }
            end += next.width;
        }
        if (QString word = folded(text.mid(at, end - at)); !word.isEmpty()) {
            words.append({at, end - at, std::move(word)});
        }
        at = end;
    }
    return words;
}

} // namespace kairos::base

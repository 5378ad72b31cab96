// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/spelled_words.h"

#include <algorithm>

namespace kairos::spelling {
namespace {

bool isApostrophe(QChar letter) {
    return letter == QLatin1Char('\'') || letter == QChar(0x2019);
}

/// A letter, a figure, or a mark on one; half of a letter beyond the first plane too.
bool isInside(QChar letter) {
    return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate();
}

/// Where the bracket that opens at `from` ends; -1 when what stands in it is text of its own.
qsizetype endOfField(QStringView line, qsizetype from) {
    const bool isBlank = line.at(from) == QLatin1Char('[');
    const qsizetype close = line.indexOf(isBlank ? QLatin1Char(']') : QLatin1Char('}'), from + 1);
    if (close < 0) {
        return -1;
    }
    const QStringView within = line.mid(from + 1, close - from - 1);
    const bool isField = isBlank ? within.contains(QLatin1String(": "))
                                 : !within.isEmpty() && !within.contains(QLatin1Char(' '));
    return isField ? close + 1 : -1;
}

/// Whether what stands between two spaces is no text: an address, or the name of a macro.
bool isSign(QStringView piece) {
    return piece.startsWith(QLatin1Char(';')) || piece.contains(QLatin1Char('@')) ||
           piece.contains(QLatin1String("://")) || piece.startsWith(QLatin1String("www."));
}

bool isWord(QStringView run) {
    const bool hasOther = std::any_of(run.begin(), run.end(),
                                      [](QChar letter) { return letter.isNumber() || letter.isSurrogate(); });
    const bool hasSmall = std::any_of(run.begin(), run.end(),
                                      [](QChar letter) { return letter.isLetter() && !letter.isUpper(); });
    return run.size() > 1 && !hasOther && hasSmall;
}

/// Where the run of letters that begins at `from` ends. An apostrophe belongs to it between two letters.
qsizetype endOfRun(QStringView line, qsizetype from) {
    qsizetype at = from;
    while (at < line.size()) {
        const bool joins = isApostrophe(line.at(at)) && at + 1 < line.size() && isInside(line.at(at + 1));
        if (!isInside(line.at(at)) && !joins) {
            break;
        }
        ++at;
    }
    return at;
}

void appendWords(QList<SpelledWord>& words, QStringView line, const SpelledWord& piece) {
    if (isSign(line.mid(piece.start, piece.length))) {
        return;
    }
    const QStringView upToEnd = line.left(piece.end());
    for (qsizetype at = piece.start; at < piece.end();) {
        if (!isInside(line.at(at))) {
            ++at;
            continue;
        }
        const qsizetype end = endOfRun(upToEnd, at);
        if (isWord(line.mid(at, end - at))) {
            words.append({at, end - at});
        }
        at = end;
    }
}

} // namespace

QList<SpelledWord> spelledWords(QStringView line) {
    QList<SpelledWord> words;
    qsizetype from = 0;
    qsizetype at = 0;
    const auto close = [&](qsizetype next) {
        appendWords(words, line, {from, at - from});
        at = next;
        from = next;
    };
    while (at < line.size()) {
        const QChar letter = line.at(at);
        const bool opens = letter == QLatin1Char('[') || letter == QLatin1Char('{');
        const qsizetype end = opens ? endOfField(line, at) : -1;
        if (end >= 0) {
            close(end);
        } else if (letter.isSpace()) {
            close(at + 1);
        } else {
            ++at;
        }
    }
    close(at);
    return words;
}

} // namespace kairos::spelling

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/search_terms.h"

#include <algorithm>

namespace kairos::base {
namespace {

constexpr qsizetype kMostWords = 16;
constexpr qsizetype kFewestLetters = 2;

bool isQuote(QChar sign) {
    // " “ ” „ « »
    static const QString kQuotes = QStringLiteral("\"\u201C\u201D\u201E\u00AB\u00BB");
    return kQuotes.contains(sign);
}

/// Adds the words of a piece as one term: "AH-0412" is two words behind each other.
void addTerm(QList<SearchTerm>& terms, QStringView piece, SearchTerm::End end) {
    SearchTerm term{{}, end};
    for (const Word& word : wordsOf(piece)) {
        term.words.append(word.folded);
    }
    qsizetype taken = 0;
    for (const SearchTerm& other : std::as_const(terms)) {
        taken += other.words.size();
    }
    term.words = term.words.mid(0, kMostWords - taken);
    if (!term.words.isEmpty()) {
        terms.append(term);
    }
}

void addWords(QList<SearchTerm>& terms, QStringView typed) {
    const QString text = typed.toString().simplified();
    for (const QStringView piece : QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        addTerm(terms, piece, SearchTerm::End::Beginning);
    }
}

/// How many words of the text from `at` on the term takes; 0 when it does not stand there.
qsizetype lengthAt(const QList<Word>& words, qsizetype at, const SearchTerm& term) {
    const qsizetype length = term.words.size();
    if (at + length > words.size()) {
        return 0;
    }
    for (qsizetype i = 0; i < length; ++i) {
        const QString& word = words.at(at + i).folded;
        const bool isOpen = i == length - 1 && term.end == SearchTerm::End::Beginning;
        if (isOpen ? !word.startsWith(term.words.at(i)) : word != term.words.at(i)) {
            return 0;
        }
    }
    return length;
}

} // namespace

QList<SearchTerm> searchTerms(QStringView typed) {
    QList<SearchTerm> terms;
    qsizetype from = 0;
    bool isInside = false;
    for (qsizetype at = 0; at <= typed.size(); ++at) {
        if (at < typed.size() && !isQuote(typed.at(at))) {
            continue;
        }
        const QStringView piece = typed.mid(from, at - from);
        // A quote that is not closed yet is still being typed.
        if (isInside) {
            addTerm(terms, piece,
                    at < typed.size() ? SearchTerm::End::WholeWord : SearchTerm::End::Beginning);
        } else {
            addWords(terms, piece);
        }
        isInside = !isInside;
        from = at + 1;
    }
    return terms;
}

bool isEnoughToSearch(const QList<SearchTerm>& terms) {
    return std::any_of(terms.begin(), terms.end(), [](const SearchTerm& term) {
        return term.words.join(QString()).size() >= kFewestLetters;
    });
}

QList<SearchMark> searchMarks(QStringView text, const QList<SearchTerm>& terms) {
    const QList<Word> words = wordsOf(text);
    QList<SearchMark> marks;
    for (qsizetype at = 0; at < words.size(); ++at) {
        for (int term = 0; term < terms.size(); ++term) {
            const qsizetype length = lengthAt(words, at, terms.at(term));
            if (length == 0) {
                continue;
            }
            const qsizetype start = words.at(at).start;
            const Word& last = words.at(at + length - 1);
            const qsizetype end = last.start + last.length;
            if (!marks.isEmpty() && start < marks.last().start + marks.last().length) {
                SearchMark& before = marks.last();
                before.length = std::max(before.start + before.length, end) - before.start;
            } else {
                marks.append({start, end - start, term});
            }
        }
    }
    return marks;
}

} // namespace kairos::base

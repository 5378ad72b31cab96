// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/found_passage.h"

#include <QSet>

#include <algorithm>

namespace kairos::workflow {

using base::SearchMark;
using base::SearchTerm;
using record::SearchedPiece;

namespace {

constexpr qsizetype kLength = 160;
/// What stands before the first mark, so that it reads as a part of a sentence.
constexpr qsizetype kBefore = 48;
/// A text of many pages in which a word stands everywhere is looked through so far.
constexpr qsizetype kMostMarks = 2000;

/// A place to show: which mark comes first, and how many terms stand in its reach.
struct Best {
    qsizetype piece = -1;
    qsizetype mark = 0;
    qsizetype terms = 0;
};

qsizetype termsFrom(const QList<SearchMark>& marks, qsizetype first) {
    const qsizetype end = marks.at(first).start + kLength - kBefore;
    QSet<int> terms;
    for (qsizetype i = first; i < marks.size() && marks.at(i).start + marks.at(i).length <= end; ++i) {
        terms.insert(marks.at(i).term);
    }
    return std::max<qsizetype>(1, terms.size());
}

bool isSpace(QStringView text, qsizetype at) {
    return at < 0 || at >= text.size() || text.at(at).isSpace();
}

/// Steps to the beginning of the word at `at`, but not far: some scripts have no spaces.
qsizetype wordStart(QStringView text, qsizetype at) {
    constexpr qsizetype kFar = 24;
    for (qsizetype back = 0; back < kFar; ++back) {
        if (isSpace(text, at - back - 1)) {
            return at - back;
        }
    }
    return text.at(at).isLowSurrogate() ? at - 1 : at;
}

qsizetype wordEnd(QStringView text, qsizetype at) {
    constexpr qsizetype kFar = 24;
    for (qsizetype on = 0; on < kFar; ++on) {
        if (isSpace(text, at + on)) {
            return at + on;
        }
    }
    return at < text.size() && text.at(at).isLowSurrogate() ? at + 1 : at;
}

QString oneLine(QStringView text) {
    QString line = text.toString();
    std::replace_if(
        line.begin(), line.end(),
        [](QChar sign) { return sign.isSpace() || sign.category() == QChar::Other_Control; },
        QLatin1Char(' '));
    return line;
}

FoundPassage cut(const SearchedPiece& piece, const QList<SearchMark>& marks, qsizetype first) {
    const QStringView text = piece.text;
    const qsizetype at = marks.isEmpty() ? 0 : marks.at(first).start;
    const qsizetype begin = at <= kBefore ? 0 : wordStart(text, at - kBefore);
    const qsizetype end = begin + kLength >= text.size() ? text.size() : wordEnd(text, begin + kLength);
    FoundPassage passage;
    passage.part = piece.part;
    passage.text = oneLine(text.mid(begin, end - begin));
    passage.start = begin;
    passage.isCutBefore = begin > 0;
    passage.isCutAfter = end < text.size();
    for (const SearchMark& mark : marks) {
        if (mark.start >= begin && mark.start + mark.length <= end) {
            passage.marks.append({mark.start - begin, mark.length, mark.term});
        }
    }
    return passage;
}

} // namespace

FoundPassage passageOf(const QList<SearchedPiece>& pieces, const QList<SearchTerm>& terms) {
    if (pieces.isEmpty()) {
        return {};
    }
    Best best;
    QList<SearchMark> shown;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const QList<SearchMark> marks = base::searchMarks(pieces.at(i).text, terms).mid(0, kMostMarks);
        bool isBetter = false;
        for (qsizetype mark = 0; mark < marks.size(); ++mark) {
            if (const qsizetype count = termsFrom(marks, mark); count > best.terms) {
                best = {i, mark, count};
                isBetter = true;
            }
        }
        if (isBetter) {
            shown = marks;
        }
    }
    return best.piece < 0 ? cut(pieces.first(), {}, 0) : cut(pieces.at(best.piece), shown, best.mark);
}

} // namespace kairos::workflow

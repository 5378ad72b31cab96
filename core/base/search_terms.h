// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::base {

/// What has to stand in a text: one word or several behind each other.
struct SearchTerm {
    /// A word typed without quotes finds those that begin with it: "sleep" finds "sleeping".
    enum class End { WholeWord, Beginning };

    QStringList words; ///< folded, at least one
    End end = End::Beginning;

    bool operator==(const SearchTerm&) const = default;
};

/// Where a term stands in a text.
struct SearchMark {
    qsizetype start = 0;
    qsizetype length = 0;
    int term = 0; ///< which of the terms

    bool operator==(const SearchMark&) const = default;
};

/// What a person typed into a search. Words are all wanted, in any order; quotes hold a phrase together;
/// signs and the words AND, OR, NOT and NEAR mean nothing by themselves. Words after the sixteenth are passed
/// over.
[[nodiscard]] QList<SearchTerm> searchTerms(QStringView typed);

/// Two letters or digits are the least that finds something of use.
[[nodiscard]] bool isEnoughToSearch(const QList<SearchTerm>& terms);

/// Every place in the text where a term stands, in order; overlapping ones are one mark, of the first term.
[[nodiscard]] QList<SearchMark> searchMarks(QStringView text, const QList<SearchTerm>& terms);

} // namespace kairos::base

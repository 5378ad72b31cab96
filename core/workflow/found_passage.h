// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/search_terms.h"
#include "core/record/searched_text.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

/// The part of a text in which most of a search stands, short enough for one or two lines.
struct FoundPassage {
    QString part;                  ///< which piece of the record, e.g. "assessment"
    QString text;                  ///< one line: line ends are spaces
    QList<base::SearchMark> marks; ///< in `text`
    qsizetype start = 0;           ///< where `text` begins in the piece
    bool isCutBefore = false;      ///< the piece begins earlier
    bool isCutAfter = false;       ///< the piece goes on

    bool operator==(const FoundPassage&) const = default;
};

/// The passage of the piece in which the most terms stand close together, the first one of equals. A record
/// whose pieces hold none of them gives the beginning of its first piece.
[[nodiscard]] FoundPassage passageOf(const QList<record::SearchedPiece>& pieces,
                                     const QList<base::SearchTerm>& terms);

} // namespace kairos::workflow

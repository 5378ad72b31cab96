// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/rating_entry.h"

#include <QList>
#include <QRect>
#include <QString>

namespace kairos::ui {

/// Where one line of a form stands, in pixels from the top of the first line.
struct AnswerLine {
    QRect rect;
    QRect number;
    QRect text;
    QRect previous;
    QRect answers;         ///< all cells together
    QList<QRect> cells;    ///< one an option; empty where a number is typed
    bool hasWords = false; ///< the cells carry their own words because the head's do not hold
};

/// Where everything of a form stands. Wording is always shown in full: a line grows until it fits.
struct AnswerLayout {
    int headHeight = 0;
    QRect stem;
    QRect previousHead;
    QList<QRect> headCells;
    const scales::OptionSet* headSet = nullptr; ///< whose words stand in the head
    QList<AnswerLine> lines;
    int height = 0; ///< of all lines, without the head
};

/// What a layout depends on besides the entry.
struct AnswerRoom {
    int width = 0;
    QString stem;
    QString previousHead; ///< empty without a column of earlier answers
};

[[nodiscard]] AnswerLayout layOutAnswers(const RatingEntry& entry, const AnswerRoom& room);

/// What stands in a cell that has words: the value is left out where the words are the value.
[[nodiscard]] QString cellWords(const scales::Option& option);

} // namespace kairos::ui

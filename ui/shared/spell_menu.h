// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

#include <optional>

class QMenu;

namespace kairos::ui {

class NoteSpelling;

/// The misspelt word that the cursor stands in or beside, selected; none where the word is good.
[[nodiscard]] std::optional<QTextCursor> misspeltAt(const QTextCursor& cursor, const NoteSpelling& spelling);

/// The misspelt word at the cursor, else the next one after it, from the beginning again after the end.
[[nodiscard]] std::optional<QTextCursor> nextMisspelt(const QTextCursor& cursor,
                                                      const NoteSpelling& spelling);

/// Puts what can be done about the word in front of what the menu has: words that could be meant, each in
/// one step back, to add it to the own words, to leave it. Neither the menu nor its acts outlive `spelling`.
void addSpellingActs(QMenu& menu, NoteSpelling& spelling, const QTextCursor& word);

} // namespace kairos::ui

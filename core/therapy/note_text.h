// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/note.h"

#include <QString>

namespace kairos::therapy {

/// The most letters (UTF-16 units) a section of a note takes: more than 150 pages.
inline constexpr qsizetype kLongestSection = 500'000;

/// Text as it is kept: lines end in "\n"; control characters, half surrogates and the signs that stand for an
/// object are gone. Tabs, combining marks, joiners and the marks of writing direction stay.
[[nodiscard]] QString cleanNoteText(const QString& text);

/// The words of a text without the marks of headings and bold, as paper shows them; list signs stay.
[[nodiscard]] QString withoutMarks(const QString& text);

/// InvalidInput when a part of the note is longer than is taken, with what to do.
[[nodiscard]] base::Outcome checkNoteLength(const record::Note& note);
/// The sentence for text that does not fit into a section.
[[nodiscard]] base::Error tooLongForNote();

} // namespace kairos::therapy

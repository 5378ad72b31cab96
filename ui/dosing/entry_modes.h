// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dosing/dosing_controller.h"

#include <QString>

#include <optional>

namespace kairos::ui {

/// What the entry line says while it takes something.
struct EntryModeWords {
    QString name;        ///< before the line
    QString hint;        ///< behind the line
    QString placeholder; ///< in the empty line
    QString empty;       ///< below the empty line: what may be typed
};

/// The name under which the text of a mode is kept; a correction has one for each reading.
[[nodiscard]] QString placeOf(EntryMode mode);
[[nodiscard]] EntryModeWords wordsOf(EntryMode mode, const DosingController& controller);

/// What a letter on the empty line takes instead of a reading; none for a key that is typed or acts at once.
[[nodiscard]] std::optional<EntryMode> modeOfLetter(int key);
/// Whether a single key saves, e.g. the level of sedation.
[[nodiscard]] bool takesOneKey(EntryMode mode);
/// The line that a second letter makes of a mode when the two begin the name of a sign: B and P begin
/// "bp 142/88". Empty when they do not.
[[nodiscard]] QString beginningOfSign(EntryMode mode, int key);

/// Numbered from 1: "1 settled  ·  2 eyes open".
[[nodiscard]] QString numberedWords(const QStringList& words);

} // namespace kairos::ui

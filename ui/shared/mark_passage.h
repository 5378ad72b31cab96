// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QPlainTextEdit;

namespace kairos::ui {

/// Where a passage stands that was found in an earlier state of a text: at `start`, or, where the text was
/// changed since, at the place nearest to it. None where it is gone.
[[nodiscard]] std::optional<qsizetype> whereNow(const QString& text, const QString& passage, qsizetype start);

/// Marks a passage by ground and underline until somebody types, and puts the cursor before it, in sight. It
/// is not selected: a key that is pressed by chance replaces nothing.
void markPassage(QPlainTextEdit& edit, qsizetype start, qsizetype length);

} // namespace kairos::ui

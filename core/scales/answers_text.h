// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/answer.h"

#include <QList>
#include <QStringView>

namespace kairos::scales {

/// Reads answers as one line: whole numbers and, in their place, `-` unanswered, `x` declined, `n` not
/// applicable, parted by commas: "2,2,1,-,1,2,2,0,1". Spaces around an answer do not matter.
/// Error InvalidInput, naming the place, for an empty line, an empty place or any other word.
[[nodiscard]] base::Result<QList<record::Answer>> parseAnswers(QStringView text);

/// The same notation, written.
[[nodiscard]] QString answersText(const QList<record::Answer>& answers);

} // namespace kairos::scales

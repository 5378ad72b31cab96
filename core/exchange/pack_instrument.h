// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/questionnaire.h"

#include "core/scales/instrument.h"

namespace kairos::exchange {

/// A new instrument from a Questionnaire that gives the points of its answers: the sum of its items, without
/// bands, cut-offs or rules, since the form states none. Questions without any points are kept unscored.
/// InvalidInput when no question has points, when some answers of a question have and others not, or when
/// points are no whole number; `why` names the question.
[[nodiscard]] base::Result<scales::Instrument> newInstrument(const Questionnaire& form);

} // namespace kairos::exchange

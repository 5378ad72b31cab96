// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/questionnaire.h"

#include "core/scales/instrument_library.h"

namespace kairos::exchange {

/// The installed instrument that a Questionnaire gives wording to: by the LOINC code of its panel, by the
/// code, identifier or url of "urn:kairos:scale", by its id, or by its name. None for a foreign form.
[[nodiscard]] const scales::Instrument* instrumentFor(const Questionnaire& form,
                                                      const scales::InstrumentLibrary& installed);

/// The instrument with the wording of the Questionnaire: texts of items and answers, stem, language, licence;
/// scoring, rules and codes stay as they are. The version tells the wording: "1.0.0+<its version>".
/// InvalidInput when the form contradicts the instrument; `why` names the item.
[[nodiscard]] base::Result<scales::Instrument> withWording(const scales::Instrument& instrument,
                                                           const Questionnaire& form);

} // namespace kairos::exchange

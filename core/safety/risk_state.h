// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/risk_item.h"

#include <QString>

#include <optional>

namespace kairos::safety {

/// How a patient stands with the risk lane, in the one wording of pages, gates and paper: "risk item 3 is
/// open", "no risk item is open". A whole phrase without a capital and a final stop.
[[nodiscard]] QString riskStateWords(const std::optional<record::RiskItem>& open);
/// Where the label beside it names the risk already: "open", "none open".
[[nodiscard]] QString riskStateShort(bool isOpen);
/// The phrase at the beginning of a sentence.
[[nodiscard]] QString riskStateSentence(const std::optional<record::RiskItem>& open);

} // namespace kairos::safety

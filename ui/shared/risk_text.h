// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kairos::ui {

/// What a chip says of an open risk item, on every page the same: "risk open", and for how long where that is
/// known: "risk open 40 h", from two days on "risk open 3 d". Milliseconds.
[[nodiscard]] QString riskOpenText(std::optional<qint64> openForMs = {});

} // namespace kairos::ui

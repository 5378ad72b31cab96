// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::ui {

/// What of a rich text a note keeps, as plain markup: headings "# ", bold "**", lists "- ". Colours, fonts,
/// tables' borders, pictures, comments and links' targets are dropped; nothing is fetched.
[[nodiscard]] QString plainStructure(const QString& html);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace kairos::ui {

/// What models give beside the text that is shown. Delegates read these and nothing of the domain.
enum Role : int {
    SortRole = Qt::UserRole + 1, ///< the value a proxy sorts by
    ChipRole,                    ///< a Chip: the cell is drawn as a status chip
    LeadRole,                    ///< QString: the beginning of the shown text that is drawn semibold
    StrongRole,                  ///< bool: the whole text is semibold
    VoiceRole,                   ///< a Token as int: the colour of the text, e.g. Token::Text2
    IconRole,                    ///< an Icon as int before the text, in the colour of the text
    IdRole                       ///< the stable id of the row, a QString
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/place.h"

#include <QtGlobal>

namespace kairos::ui {

/// Opens places. The shell implements it; a page knows this and no other page.
class Navigator {
public:
    Navigator() = default;
    virtual ~Navigator() = default;
    Q_DISABLE_COPY_MOVE(Navigator)

    /// Goes to a place; what is typed in the page left behind stays as a draft.
    virtual void open(const Place& place) = 0;
    /// Opens a place instead of the present one, which is no longer on the way back.
    virtual void replace(const Place& place) = 0;
    /// Back to where the person came from; stays where there is no way back.
    virtual void goBack() = 0;
    /// Whether this program has the place; a page shows no button to one it has not.
    [[nodiscard]] virtual bool canOpen(const Place& place) const = 0;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_room.h"

#include "ui/today/today_page.h"

namespace kairos::ui {

Page* makeTodayPage(const PageContext& context, QWidget* parent) {
    return new TodayPage(context, parent);
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/page.h"

#include "ui/shared/tab_order.h"

namespace kairos::ui {

Page::Page(QWidget* parent) : QWidget(parent) {}

bool Page::focusNextPrevChild(bool next) {
    return isWindow() ? focusNextInTree(*this, next) : QWidget::focusNextPrevChild(next);
}

PatientHeaderBase::PatientHeaderBase(QWidget* parent) : QWidget(parent) {}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/kiosk.h"

namespace kairos::ui {

KioskForm::KioskForm(QWidget* parent) : QWidget(parent) {}

} // namespace kairos::ui

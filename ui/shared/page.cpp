// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/page.h"

namespace kairos::ui {

Page::Page(QWidget* parent) : QWidget(parent) {}

PatientHeaderBase::PatientHeaderBase(QWidget* parent) : QWidget(parent) {}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace kairos::ui {

/// Every part of the look on two pages, in the theme of the application: for eyes and for picture tests.
[[nodiscard]] QWidget* makeGallery(QWidget* parent = nullptr);

} // namespace kairos::ui

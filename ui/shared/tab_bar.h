// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTabBar;
class QWidget;

namespace kairos::ui {

/// A tab bar without a pane: the chosen tab is heavier and wears a bar of 3 pixels. Ctrl+1 and so on are the
/// page's.
[[nodiscard]] QTabBar* makeTabBar(const QStringList& titles, QWidget* parent = nullptr);

} // namespace kairos::ui

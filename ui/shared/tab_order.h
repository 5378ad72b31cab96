// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace kairos::ui {

/// Gives the focus to the next or former tab stop inside `root`, in the order of the tree of widgets, and
/// round at the end. Says whether there was one.
bool focusNextInTree(QWidget& root, bool next);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_registry.h"

namespace kairos::ui {

class AppearanceDesk;

/// Registers the pages of every room. The desk outlives the registry.
void registerPages(PageRegistry& registry, AppearanceDesk& appearance);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"

#include <QWidget>

#include <functional>

namespace kairos::ui {

struct PageContext;

/// Asks by whom and why a session is cancelled, and cancels it; `done` follows once it is. The context and
/// what `done` refers to outlive the question.
void askCancelSession(const record::SessionId& id, const PageContext& context, QWidget& parent,
                      std::function<void()> done = {});

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/private_entry.h"

#include <functional>

namespace kairos::ui {

/// Asks twice, the second time for the password, and destroys a private note; `done` runs when it is gone.
void askToDestroy(const record::PrivateNoteId& id, const PageContext& context, QWidget& parent,
                  std::function<void()> done);

/// Asks whether what was typed and not written may go; `confirmed` runs when it may.
void askToDiscard(const PageContext& context, QWidget& parent, std::function<void()> confirmed);

/// Asks for the password and makes another recovery code, which `done` takes.
void askForNewCode(const PageContext& context, QWidget& parent, std::function<void(const QString&)> done);

} // namespace kairos::ui

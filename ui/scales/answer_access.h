// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::ui {

/// Lets screen readers see an AnswerGrid as a list of lines, each named by its item and its answer.
/// May be called often; it installs once.
void installAnswerAccess();

} // namespace kairos::ui

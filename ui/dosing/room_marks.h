// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::ui {

class DosingController;

/// The mark of the running dose at this place: a shape and a letter, told apart without colour: "● A", "■ B".
[[nodiscard]] QString roomMark(qsizetype place);
/// The mark of the controller's dose with its room; empty while it is the only one that runs.
[[nodiscard]] QString ownMark(const DosingController& controller);
/// "F6: ■ B Daniel Okafor", who is next; empty while there is nobody else.
[[nodiscard]] QString nextRoomWords(const DosingController& controller);

} // namespace kairos::ui

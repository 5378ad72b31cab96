// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::record {

/// What stands at an item. The last three are never the number zero.
enum class AnswerState { Unanswered = 0, Given = 1, Declined = 2, NotApplicable = 3 };

/// One item's answer; `value` counts only when it was given.
struct Answer {
    AnswerState state = AnswerState::Unanswered;
    int value = 0; ///< points of the chosen option, in the item's own range

    bool operator==(const Answer&) const = default;

    [[nodiscard]] bool isGiven() const { return state == AnswerState::Given; }
    [[nodiscard]] static Answer given(int points) { return Answer{AnswerState::Given, points}; }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.state);
        visit(2, self.value);
    }
};

} // namespace kairos::record

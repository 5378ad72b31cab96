// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace kairos::bench {

/// What is measured under one name: prints its lines and gives the number of goals it missed.
struct Bench {
    const char* name;
    int (*run)();
};

/// Runs those that the command line names, or all. Gives the exit code: 1 when a goal was missed, 2 for a
/// name that is none. \pre a QCoreApplication stands
[[nodiscard]] int runBenches(const std::vector<Bench>& all);

/// Each prints its lines and gives the number of goals it missed.
[[nodiscard]] int benchSave();
[[nodiscard]] int benchLoad();
[[nodiscard]] int benchChart();
[[nodiscard]] int benchVerify();
[[nodiscard]] int benchScore();
[[nodiscard]] int benchPlan();
[[nodiscard]] int benchToday();
[[nodiscard]] int benchSearch();

/// These show widgets or fonts: they need a QApplication.
[[nodiscard]] int benchKeystroke();
[[nodiscard]] int benchNoteKey();
[[nodiscard]] int benchSessionCurve();
[[nodiscard]] int benchStart();
[[nodiscard]] int benchSummary();
[[nodiscard]] int benchTrendDraw();
[[nodiscard]] int benchTrendMove();

} // namespace kairos::bench

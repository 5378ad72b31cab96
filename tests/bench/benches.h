// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::bench {

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

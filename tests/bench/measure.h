// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace kairos::bench {

/// What was measured: medians of the same number of runs, in microseconds a run.
struct Pair {
    double ours = 0.0;
    double bare = 0.0;
};

/// Runs both in turn, `runs` times after a few to warm up, so that whatever slows the PC slows both.
[[nodiscard]] Pair measure(int runs, const std::function<void()>& ours, const std::function<void()>& bare);

/// The same for work that takes its own time, e.g. in another process, and gives it in microseconds.
[[nodiscard]] Pair measureTold(int runs, const std::function<double()>& ours,
                               const std::function<double()>& bare);

/// Microseconds that `work` takes.
[[nodiscard]] double microseconds(const std::function<void()>& work);

/// Prints one line: times, ratio and whether it is under `goal`. Gives 1 when it is not, else 0.
[[nodiscard]] int report(const char* name, const Pair& pair, double goal);
/// Prints one line without a goal.
void tell(const char* name, const Pair& pair);
/// The same for a goal that is a time of its own, in microseconds: the median of `runs`.
[[nodiscard]] int reportTime(const char* name, int runs, const std::function<void()>& work, double goal);

} // namespace kairos::bench

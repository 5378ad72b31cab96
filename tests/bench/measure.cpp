// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace kairos::bench {
namespace {

constexpr int kWarmUps = 5;

double median(std::vector<double> times) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace

double microseconds(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1000.0;
}

Pair measureTold(int runs, const std::function<double()>& ours, const std::function<double()>& bare) {
    for (int i = 0; i < kWarmUps; ++i) {
        ours();
        bare();
    }
    std::vector<double> oursTimes;
    std::vector<double> bareTimes;
    for (int i = 0; i < runs; ++i) {
        oursTimes.push_back(ours());
        bareTimes.push_back(bare());
    }
    return Pair{median(oursTimes), median(bareTimes)};
}

Pair measure(int runs, const std::function<void()>& ours, const std::function<void()>& bare) {
    return measureTold(
        runs, [&] { return microseconds(ours); }, [&] { return microseconds(bare); });
}

int reportTime(const char* name, int runs, const std::function<void()>& work, double goal) {
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(kWarmUps) + static_cast<std::size_t>(runs));
    for (int i = 0; i < kWarmUps + runs; ++i) {
        times.push_back(microseconds(work));
    }
    // The first ones warm up.
    times.erase(times.begin(), times.begin() + kWarmUps);
    const double time = median(times);
    std::printf("%-52s %10.0f us %13s  %5s  goal %6.3f s %s\n", name, time, "", "", goal / 1e6,
                time < goal ? "held" : "MISSED");
    std::fflush(stdout);
    return time < goal ? 0 : 1;
}

void tell(const char* name, const Pair& pair) {
    std::printf("%-52s %10.0f us %10.0f us  %5.2f\n", name, pair.ours, pair.bare, pair.ours / pair.bare);
    std::fflush(stdout);
}

int report(const char* name, const Pair& pair, double goal) {
    const double ratio = pair.ours / pair.bare;
    std::printf("%-52s %10.0f us %10.0f us  %5.2f  goal %4.1f  %s\n", name, pair.ours, pair.bare, ratio, goal,
                ratio < goal ? "held" : "MISSED");
    std::fflush(stdout);
    return ratio < goal ? 0 : 1;
}

} // namespace kairos::bench

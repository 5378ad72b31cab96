// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#ifdef KAIROS_BENCH_UI
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <cstdio>

int main(int argc, char* argv[]) {
#ifdef KAIROS_BENCH_UI
    qputenv("QT_QPA_PLATFORM", "offscreen"); // Charts are drawn into pictures, without a display.
    const QApplication application(argc, argv);
#else
    const QCoreApplication application(argc, argv);
#endif
#ifndef NDEBUG
    std::puts("This build has assertions on: its ratios say nothing. Use the release preset.");
#endif
    std::printf("%-52s %13s %13s\n", "", "Kairos", "bare");
    const int missed = kairos::bench::benchScore() + kairos::bench::benchSave() + kairos::bench::benchLoad() +
                       kairos::bench::benchChart() + kairos::bench::benchVerify() +
                       kairos::bench::benchPlan() + kairos::bench::benchToday() +
                       kairos::bench::benchSearch();
    return missed == 0 ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
#ifndef NDEBUG
    std::puts("This build has assertions on: its ratios say nothing. Use the release preset.");
#endif
    std::printf("%-52s %13s %13s\n", "", "Kairos", "bare");
    const int missed = kairos::bench::benchSave() + kairos::bench::benchLoad() +
                       kairos::bench::benchVerify() + kairos::bench::benchPlan();
    return missed == 0 ? 0 : 1;
}

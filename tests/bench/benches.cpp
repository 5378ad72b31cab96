// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdio>

namespace kairos::bench {

int runBenches(const std::vector<Bench>& all) {
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    for (const QString& name : wanted) {
        if (std::none_of(all.begin(), all.end(),
                         [&](const Bench& bench) { return name == QLatin1String(bench.name); })) {
            std::fprintf(stderr, "There is no bench %s; there are:", qPrintable(name));
            for (const Bench& bench : all) {
                std::fprintf(stderr, " %s", bench.name);
            }
            std::fputs("\n", stderr);
            return 2;
        }
    }
#ifndef NDEBUG
    std::puts("This build has assertions on: its ratios say nothing. Use the release preset.");
#endif
    std::printf("%-52s %13s %13s\n", "", "Kairos", "bare");
    int missed = 0;
    for (const Bench& bench : all) {
        if (wanted.isEmpty() || wanted.contains(QLatin1String(bench.name))) {
            missed += bench.run();
        }
    }
    return missed == 0 ? 0 : 1;
}

} // namespace kairos::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#include <QCoreApplication>

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    using namespace kairos::bench;
    return runBenches({{"score", benchScore},
                       {"save", benchSave},
                       {"load", benchLoad},
                       {"chart", benchChart},
                       {"verify", benchVerify},
                       {"plan", benchPlan},
                       {"today", benchToday},
                       {"search", benchSearch}});
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#include <QApplication>

int main(int argc, char* argv[]) {
    // The children inherit it: both windows are painted without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    using namespace kairos::bench;
    return runBenches({{"summary", benchSummary},
                       {"trend", benchTrendDraw},
                       {"hover", benchTrendMove},
                       {"curve", benchSessionCurve},
                       {"reading", benchKeystroke},
                       {"note", benchNoteKey},
                       {"start", benchStart}});
}

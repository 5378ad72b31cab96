// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"

#include <QApplication>

int main(int argc, char* argv[]) {
    // The children inherit it: both windows are painted without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int missed = kairos::bench::benchSummary() + kairos::bench::benchTrendDraw() +
                       kairos::bench::benchTrendMove() + kairos::bench::benchSessionCurve() +
                       kairos::bench::benchKeystroke() + kairos::bench::benchNoteKey() +
                       kairos::bench::benchStart();
    return missed == 0 ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/first_paint.h"

#include <QApplication>
#include <QMainWindow>

#include <cstdlib>

/// The least a Qt program does to show a main window.
int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QMainWindow window;
    QWidget middle;
    window.setCentralWidget(&middle);
    const kairos::bench::FirstPaint painted(middle);
    window.resize(1366, 768);
    window.show();
    QApplication::exec();
    std::_Exit(0);
}

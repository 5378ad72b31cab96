// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/first_paint.h"

#include <QApplication>
#include <QMainWindow>

#include <cstdlib>

/// The least a Qt program does to show a main window.
int main(int argc, char* argv[]) {
    kairos::bench::PaintWatch application(argc, argv);
    QMainWindow window;
    QWidget middle;
    window.setCentralWidget(&middle);
    application.whenPainted(middle, [] { std::_Exit(0); });
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translation.h"
#include "tests/support/memory_folder.h"

#include <QApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char* argv[]) {
    // Widgets are driven without a display; a test that wants a real one asks for it by the environment.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    kairos::support::keepFilesInMemory();
    const QApplication application(argc, argv);
    kairos::base::installTranslation(QLocale::c());
    return Catch::Session().run(argc, argv);
}

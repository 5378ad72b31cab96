// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_folder.h"

#include <QCoreApplication>

#include <catch2/catch_session.hpp>

int main(int argc, char* argv[]) {
    kairos::support::keepFilesInMemory();
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}

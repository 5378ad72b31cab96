// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/built_in.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>

namespace test_built_in {
using kairos::base::builtInFile;

TEST_CASE("A built-in file is the file of the resources folder, to the byte", "[base][built_in]") {
    QFile source(QStringLiteral(KAIROS_TEST_DATA "/../../resources/safety/risk.json"));
    REQUIRE(source.open(QIODevice::ReadOnly));
    REQUIRE(builtInFile(QStringLiteral("safety/risk.json")) == source.readAll());
}

} // namespace test_built_in

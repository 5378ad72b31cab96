// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translation.h"

#include <QCoreApplication>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_translation {
using namespace kairos;

namespace {

QString patients(int count) {
    return QCoreApplication::translate("cli", "%n patient(s)", nullptr, count);
}

} // namespace

TEST_CASE("One patient is singular and all other numbers are plural, whatever the language of the PC",
          "[base][translation]") {
    // Of these Kairos speaks none but English.
    const QLocale pc = GENERATE(QLocale::c(), QLocale(QStringLiteral("en_GB")),
                                QLocale(QStringLiteral("nb_NO")), QLocale(QStringLiteral("ja_JP")));
    base::installTranslation(pc);
    REQUIRE(patients(0) == QStringLiteral("0 patients"));
    REQUIRE(patients(1) == QStringLiteral("1 patient"));
    REQUIRE(patients(2) == QStringLiteral("2 patients"));
    REQUIRE(patients(21) == QStringLiteral("21 patients"));
}

TEST_CASE("Words without a number stay as the code has them", "[base][translation]") {
    base::installTranslation(QLocale::c());
    REQUIRE(QCoreApplication::translate("pages", "Overview") == QStringLiteral("Overview"));
}

} // namespace test_translation

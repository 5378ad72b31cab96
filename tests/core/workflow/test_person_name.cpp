// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/person_name.h"

#include <catch2/catch_test_macros.hpp>

namespace test_person_name {
using namespace kairos;
using workflow::PersonName;
using workflow::sharesAName;
using workflow::splitName;

TEST_CASE("A name in one piece is parted as people write it", "[workflow][name]") {
    REQUIRE(splitName(QStringLiteral("Elena Marsh")) ==
            PersonName{QStringLiteral("Elena"), QStringLiteral("Marsh")});
    REQUIRE(splitName(QStringLiteral("  Marsh ,  Elena Ruth ")) ==
            PersonName{QStringLiteral("Elena Ruth"), QStringLiteral("Marsh")});
    REQUIRE(splitName(QStringLiteral("Elena Ruth Marsh")) ==
            PersonName{QStringLiteral("Elena Ruth"), QStringLiteral("Marsh")});
    REQUIRE(splitName(QStringLiteral("Marsh")) == PersonName{QString(), QStringLiteral("Marsh")});
    REQUIRE(splitName(QStringLiteral(" ")) == PersonName{});
}

TEST_CASE("Names are the same person's when a word of them agrees", "[workflow][name]") {
    record::Patient patient;
    patient.givenName = QStringLiteral("Søren");
    patient.preferredName = QStringLiteral("Sunny");
    patient.familyName = QStringLiteral("Field-Marsh");
    REQUIRE(sharesAName(patient, QStringLiteral("SOREN Berg")));
    REQUIRE(sharesAName(patient, QStringLiteral("Marsh, Sunny")));
    REQUIRE(sharesAName(patient, QStringLiteral("field")));
    REQUIRE_FALSE(sharesAName(patient, QStringLiteral("Jonas Lindqvist")));
    REQUIRE_FALSE(sharesAName(patient, QStringLiteral("Fielding")));
    REQUIRE_FALSE(sharesAName(patient, QString()));
}

} // namespace test_person_name

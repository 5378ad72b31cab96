// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/packing.h"
#include "core/record/records.h"

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace kairos::record;

namespace {

/// Collects field ids in the order in which a record names them.
struct FieldIds {
    std::vector<quint16> ids;
    template <class T>
    void operator()(quint16 field, const T&) {
        ids.push_back(field);
    }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("Every record names its fields in rising order and packs", "[record]", AnyRecord) {
    TestType record{};
    FieldIds visitor;
    TestType::fields(record, visitor);
    REQUIRE_FALSE(visitor.ids.empty());
    for (size_t i = 1; i < visitor.ids.size(); ++i) {
        REQUIRE(visitor.ids[i - 1] < visitor.ids[i]);
    }
    REQUIRE(unpack<TestType>(pack(record)) == record);
}

TEST_CASE("The display name prefers the preferred name", "[record]") {
    Patient patient;
    patient.familyName = QStringLiteral("Marsh");
    patient.givenName = QStringLiteral("Eleanor");
    REQUIRE(patient.displayName() == QStringLiteral("Eleanor Marsh"));
    patient.preferredName = QStringLiteral("Elena");
    REQUIRE(patient.displayName() == QStringLiteral("Elena Marsh"));
}

TEST_CASE("An allergy list starts as not asked", "[record]") {
    REQUIRE(Patient{}.allergyStatus == AllergyStatus::NotAsked);
}

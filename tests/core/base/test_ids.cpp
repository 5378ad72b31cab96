// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/random.h"

#include <catch2/catch_test_macros.hpp>

namespace test_ids {
using namespace kairos::base;
using TestId = StrongId<struct TestTag>;

TEST_CASE("A new id is a UUID of version 7 and variant 1", "[base]") {
    const ManualClock clock(1'790'000'000'000);
    SeededRandom random(7);
    IdSource ids(clock, random);
    const auto text = ids.next<TestId>().toString();
    REQUIRE(text.size() == 36);
    REQUIRE(text.at(14) == QLatin1Char('7'));
    REQUIRE(QStringLiteral("89ab").contains(text.at(19)));
}

TEST_CASE("Ids sort by the time they were made", "[base]") {
    ManualClock clock(1'000);
    SeededRandom random(1);
    IdSource ids(clock, random);
    const auto first = ids.next<TestId>();
    clock.advanceMs(1);
    REQUIRE(first < ids.next<TestId>());
}

TEST_CASE("The same seed and clock give the same ids", "[base]") {
    const ManualClock clock(5);
    SeededRandom one(42);
    SeededRandom two(42);
    REQUIRE(IdSource(clock, one).next<TestId>() == IdSource(clock, two).next<TestId>());
}

TEST_CASE("An id survives text and bytes, and refuses what is no UUID", "[base]") {
    const ManualClock clock(77);
    SeededRandom random(3);
    const auto id = IdSource(clock, random).next<TestId>();
    REQUIRE(TestId::fromString(id.toString()) == id);
    REQUIRE(Uuid::fromBytes(id.uuid.toBytes()) == id.uuid);
    REQUIRE_FALSE(TestId::fromString(u"not-a-uuid").has_value());
    REQUIRE_FALSE(Uuid::fromBytes(QByteArray(15, 'x')).has_value());
    REQUIRE(TestId{}.isNull());
}

} // namespace test_ids

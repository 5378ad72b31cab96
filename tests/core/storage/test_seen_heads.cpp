// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/seen_heads.h"

#include "tests/support/temp_practice.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_seen_heads {
using namespace kairos;
using storage::SeenHead;
using storage::SeenHeads;
using support::required;
using support::TempPractice;

namespace {

SeenHead seenOf(TempPractice& practice) {
    return SeenHead{practice.practice().id, required(practice.file().head()), practice.clock().nowMs()};
}

} // namespace

TEST_CASE("the heads that this PC saw are remembered a practice at a time", "[storage][seen]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/settings/seen.json");
    const SeenHeads heads(path);
    REQUIRE(heads.find(practice.practice().id) == std::nullopt);
    const SeenHead seen = seenOf(practice);
    SeenHead other = seen;
    other.practice = practice.ids().next<record::PracticeId>();
    other.head.count = 4'000'000'000;
    heads.remember(seen);
    heads.remember(other);
    REQUIRE(SeenHeads(path).find(seen.practice) == seen);
    REQUIRE(SeenHeads(path).find(other.practice) == other);
    SeenHead later = seen;
    later.seenMs += 60'000;
    heads.remember(later);
    REQUIRE(heads.find(seen.practice) == later);
    REQUIRE(heads.find(other.practice) == other);
}

TEST_CASE("a damaged memory of heads is no memory", "[storage][seen]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/seen.json");
    const SeenHeads heads(path);
    for (const char* content : {"", "{", "[]", "{\"x\": 3}"}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        REQUIRE(heads.find(practice.practice().id) == std::nullopt);
    }
    heads.remember(seenOf(practice));
    REQUIRE(heads.find(practice.practice().id).has_value());
}

TEST_CASE("a file that has moved on since this PC saw it opens", "[storage][seen]") {
    TempPractice practice;
    REQUIRE(storage::checkNotOlder(practice.file(), std::nullopt).has_value());
    const SeenHead seen = seenOf(practice);
    REQUIRE(storage::checkNotOlder(practice.file(), seen).has_value());
    practice.save(support::elenaMarsh(practice));
    REQUIRE(storage::checkNotOlder(practice.file(), seen).has_value());
}

TEST_CASE("an older file put back is refused with the date it is behind", "[storage][seen]") {
    TempPractice practice;
    const QString copy = practice.folder() + QStringLiteral("/older");
    practice.close();
    REQUIRE(QFile::copy(practice.path(), copy));
    practice.reopen();
    practice.save(support::elenaMarsh(practice));
    const SeenHead seen = seenOf(practice);
    practice.close();
    REQUIRE(QFile::remove(practice.path()));
    REQUIRE(QFile::copy(copy, practice.path()));
    practice.reopen();
    const auto refused = storage::checkNotOlder(practice.file(), seen);
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::Refused);
    REQUIRE(refused.error().why.contains(QStringLiteral("older than what this PC saw on")));
    REQUIRE(refused.error().why.contains(QStringLiteral("26")));
    // The same number of entries with another past is no better.
    practice.save(support::elenaMarsh(practice));
    REQUIRE(required(practice.file().head()).count == seen.head.count);
    REQUIRE(!storage::checkNotOlder(practice.file(), seen).has_value());
}

} // namespace test_seen_heads

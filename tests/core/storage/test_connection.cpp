// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"

#include <catch2/catch_test_macros.hpp>

#include <thread>

namespace test_connection {
using namespace kairos;
using storage::Connection;
using storage::OpenMode;

TEST_CASE("A scratch file with a key passes the cipher, one without does not", "[storage][connection]") {
    const auto key = security::PracticeKey::random();
    Connection enciphered({}, OpenMode::Scratch, &key);
    enciphered.execute("CREATE TABLE page (word TEXT); INSERT INTO page VALUES ('kept')");
    REQUIRE(enciphered.text("SELECT word FROM page") == QStringLiteral("kept"));
    REQUIRE(enciphered.text("PRAGMA cipher_use_hmac") == QStringLiteral("1"));
    Connection plain({}, OpenMode::Scratch, nullptr);
    REQUIRE(plain.text("PRAGMA cipher_use_hmac").isEmpty());
}

TEST_CASE("Two scratch files see nothing of each other", "[storage][connection]") {
    const auto key = security::PracticeKey::random();
    Connection first({}, OpenMode::Scratch, &key);
    first.execute("CREATE TABLE page (word TEXT)");
    const auto other = security::PracticeKey::random();
    Connection second({}, OpenMode::Scratch, &other);
    REQUIRE(second.integer("SELECT count(*) FROM sqlite_master") == 0);
}

TEST_CASE("The cipher is started beside a connection that works, and more than once",
          "[storage][connection]") {
    const auto key = security::PracticeKey::random();
    std::thread starting(storage::startCipher);
    Connection scratch({}, OpenMode::Scratch, &key);
    scratch.execute("CREATE TABLE page (word TEXT)");
    starting.join();
    storage::startCipher();
    REQUIRE(scratch.integer("SELECT count(*) FROM sqlite_master") == 1);
}

} // namespace test_connection

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/unlock_key.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>

namespace test_unlock_key {
using namespace kairos;
using namespace kairos::support;

TEST_CASE("A derived key opens the practice without deriving again", "[workflow][unlock]") {
    OpenPracticeFixture alder;
    alder.close();
    const auto key = required(workflow::deriveUnlockKey(alder.path(), OpenPracticeFixture::passphrase()));
    const auto opened =
        required(workflow::OpenPractice::openWithKey(alder.path(), *key, alder.environment()));
    REQUIRE(opened->practice().name == QStringLiteral("Alder House"));
    REQUIRE_FALSE(opened->olderThanSeen().has_value());
}

TEST_CASE("A wrong passphrase gives no key", "[workflow][unlock]") {
    OpenPracticeFixture alder;
    alder.close();
    const auto key = workflow::deriveUnlockKey(alder.path(), QStringLiteral("four plain wooden tables"));
    REQUIRE_FALSE(key.has_value());
    REQUIRE(key.error().code == base::ErrorCode::WrongPassphrase);
}

TEST_CASE("A missing file gives no key", "[workflow][unlock]") {
    OpenPracticeFixture alder;
    const auto key = workflow::deriveUnlockKey(alder.folder() + QStringLiteral("/none.kairos"),
                                               OpenPracticeFixture::passphrase());
    REQUIRE_FALSE(key.has_value());
    REQUIRE(key.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("Nobody signs into an older file before it is accepted with a reason", "[workflow][unlock]") {
    OpenPracticeFixture alder;
    const QString old = alder.folder() + QStringLiteral("/old.kairos");
    alder.close();
    REQUIRE(QFile::copy(alder.path(), old));
    REQUIRE(QFile::copy(alder.path() + QStringLiteral(".key"), old + QStringLiteral(".key")));
    alder.reopen();
    alder.addElena();
    alder.close();
    const auto key = required(workflow::deriveUnlockKey(old, OpenPracticeFixture::passphrase()));
    const auto opened = required(workflow::OpenPractice::openWithKey(old, *key, alder.environment()));
    REQUIRE(opened->olderThanSeen().has_value());
    REQUIRE_FALSE(opened->signIn(alder.clinician(), OpenPracticeFixture::password()).has_value());
    REQUIRE_FALSE(opened->acceptOlder(QStringLiteral("  ")).has_value());
    required(opened->acceptOlder(QStringLiteral("backup after a broken disk")));
    required(opened->signIn(alder.clinician(), OpenPracticeFixture::password()));
    REQUIRE(opened->signedIn().has_value());
}

} // namespace test_unlock_key

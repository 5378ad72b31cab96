// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/fingerprint.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_fingerprint {
using namespace kairos::security;
using kairos::base::ErrorCode;

namespace {

Digest countingDigest() {
    Digest digest;
    for (size_t i = 0; i < digest.bytes.size(); ++i) {
        digest.bytes.at(i) = static_cast<quint8>(i + 1);
    }
    return digest;
}

} // namespace

TEST_CASE("A fingerprint is the first 80 bits in four groups of four", "[security]") {
    // Worked out apart from this code: bytes 1 to 10 as one number, cut into fives, in Crockford's alphabet.
    REQUIRE(Fingerprint::of(countingDigest()).toString() == QStringLiteral("0410-6105-0R3G-G28A"));
}

TEST_CASE("A fingerprint reads back however it was typed", "[security]") {
    const Fingerprint fingerprint = Fingerprint::of(countingDigest());
    const QString printed = fingerprint.toString();
    REQUIRE(Fingerprint::parse(printed) == fingerprint);
    REQUIRE(Fingerprint::parse(printed.toLower()) == fingerprint);
    REQUIRE(Fingerprint::parse(QString(printed).remove(u'-')) == fingerprint);
    REQUIRE(Fingerprint::parse(QStringLiteral(" ") + QString(printed).replace(u'-', u' ')) == fingerprint);
    REQUIRE(Fingerprint::parse(QString(printed).replace(u'0', u'O').replace(u'1', u'l')) == fingerprint);
}

TEST_CASE("A fingerprint matches its digest and no other", "[security]") {
    Digest digest = countingDigest();
    const Fingerprint fingerprint = Fingerprint::of(digest);
    REQUIRE(fingerprint.matches(digest));
    digest.bytes.at(9) ^= 1U;
    REQUIRE_FALSE(fingerprint.matches(digest));
}

TEST_CASE("Text that is no fingerprint is refused with the reason", "[security]") {
    const QString printed = Fingerprint::of(countingDigest()).toString();
    for (const QString& text : {QString(), printed.chopped(1), QString(printed + u'0')}) {
        const auto parsed = Fingerprint::parse(text);
        REQUIRE_FALSE(parsed.has_value());
        REQUIRE(parsed.error().code == ErrorCode::InvalidInput);
        REQUIRE(parsed.error().why.contains(QStringLiteral("16 letters")));
    }
    const auto foreign = Fingerprint::parse(QStringLiteral("U7Q4-9F2M-T3XD-58WB"));
    REQUIRE_FALSE(foreign.has_value());
    REQUIRE(foreign.error().why.contains(QStringLiteral("\"U\"")));
    REQUIRE(Fingerprint::parse(QStringLiteral("K7Q4-9F2M-T3XD-58WB"))->toString() ==
            QStringLiteral("K7Q4-9F2M-T3XD-58WB"));
}

} // namespace test_fingerprint

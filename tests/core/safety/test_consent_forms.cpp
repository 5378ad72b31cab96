// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/consent_forms.h"

#include <catch2/catch_test_macros.hpp>

namespace test_consent_forms {
using namespace kairos;
using namespace kairos::safety;

namespace {

QString refusal(const QByteArray& json) {
    const auto read = ConsentForms::read(json);
    REQUIRE_FALSE(read.has_value());
    return read.error().why;
}

QByteArray fileWith(const QByteArray& days, const QByteArray& scope) {
    return R"({"id":"consents","version":"1.0.0","expiry":{"days":)" + days +
           R"(,"source":"s","confidence":"M"},"forms":[{"id":"touch","title":"Touch","scope":")" + scope +
           R"(","source":"s","confidence":"M"}]})";
}

} // namespace

TEST_CASE("There is a form for treatment, touch, recording and research", "[safety][consent]") {
    const auto forms = ConsentForms::builtIn();
    for (const auto scope :
         {ConsentScope::Treatment, ConsentScope::Touch, ConsentScope::Recording, ConsentScope::Research}) {
        REQUIRE(std::any_of(forms.forms.begin(), forms.forms.end(),
                            [&](const ConsentForm& form) { return form.scope == scope; }));
    }
    REQUIRE(forms.find(QStringLiteral("ketamine-treatment")) != nullptr); // the gate asks for it by this id
    REQUIRE(forms.find(QStringLiteral("none")) == nullptr);
}

TEST_CASE("A consent counts for 365 days, to its last day and not the day after", "[safety][consent]") {
    const auto forms = ConsentForms::builtIn();
    REQUIRE(forms.expiryDays == 365);
    record::Consent consent;
    consent.given = QDate(2026, 3, 1);
    consent.expires = forms.lastDay(consent.given);
    REQUIRE(consent.expires == QDate(2027, 3, 1));
    REQUIRE(consentStateOn(consent, QDate(2027, 3, 1)) == ConsentState::InForce);
    REQUIRE(consentStateOn(consent, QDate(2027, 3, 2)) == ConsentState::Expired);
    consent.expires.reset();
    REQUIRE(consentStateOn(consent, QDate(2099, 1, 1)) == ConsentState::InForce);
}

TEST_CASE("A withdrawal ends a consent on its day", "[safety][consent]") {
    record::Consent consent;
    consent.given = QDate(2026, 3, 1);
    consent.withdrawn = QDate(2026, 5, 1);
    REQUIRE(consentStateOn(consent, QDate(2026, 4, 30)) == ConsentState::InForce);
    REQUIRE(consentStateOn(consent, QDate(2026, 5, 1)) == ConsentState::Withdrawn);
}

TEST_CASE("A bad list of consent forms is refused with its place", "[safety][consent]") {
    REQUIRE(ConsentForms::read(fileWith("30", "touch")).has_value());
    REQUIRE(refusal(fileWith("0", "touch")).contains(QStringLiteral("/expiry/days")));
    REQUIRE(refusal(fileWith("30", "massage")).contains(QStringLiteral("/forms/0/scope")));
    REQUIRE(refusal("{").startsWith(QStringLiteral("consents: ")));
}

} // namespace test_consent_forms

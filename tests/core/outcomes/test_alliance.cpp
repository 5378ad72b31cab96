// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/alliance.h"

#include <catch2/catch_test_macros.hpp>

namespace test_alliance {
using namespace kairos;
using namespace kairos::outcomes;

namespace {

constexpr int kItems = 12;

QStringList textsOf(const QList<double>& totals) {
    QList<AlliancePoint> points;
    int session = 0;
    for (const double total : totals) {
        session += 3;
        points.append({total, session, QStringLiteral("1 Nov 2026")});
    }
    QStringList texts;
    for (const auto& finding : allianceFindings(points, kItems, ScaleRhythms::builtIn().alliance)) {
        REQUIRE(finding.level == base::FindingLevel::Caution);
        REQUIRE_FALSE(finding.source.isEmpty());
        REQUIRE(finding.confidence == base::Confidence::Medium);
        texts.append(finding.text);
    }
    return texts;
}

} // namespace

TEST_CASE("An alliance with a mean of 3 is not low, one just below is", "[outcomes][alliance]") {
    REQUIRE(textsOf({}).isEmpty());
    REQUIRE(textsOf({36}).isEmpty());
    REQUIRE(textsOf({35}).size() == 1);
    REQUIRE(
        textsOf({35}).first().startsWith(QStringLiteral("The alliance is low: a mean of 2.92, below 3.")));
}

TEST_CASE("A fall is named with its points and the session since which it fell", "[outcomes][alliance]") {
    const auto texts = textsOf({48, 39});
    REQUIRE(texts.size() == 1);
    REQUIRE(texts.first().startsWith(
        QStringLiteral("The alliance fell by 9 points since session 3, from 48 to 39;")));
}

TEST_CASE("A rise, an even alliance and a fall of three points are no fall", "[outcomes][alliance]") {
    REQUIRE(textsOf({39, 48}).isEmpty());
    REQUIRE(textsOf({48, 48}).isEmpty());
    REQUIRE(textsOf({48, 45}).isEmpty());
    REQUIRE(textsOf({48, 44}).size() == 1);
}

TEST_CASE("A fall within the patient's own spread is none, one that reaches it is", "[outcomes][alliance]") {
    // The deviation of 58, 40, 58, 50 is 8.54; that of 58, 40, 58, 49 is 8.62.
    REQUIRE(textsOf({58, 40, 58, 50}).isEmpty());
    REQUIRE(textsOf({58, 40, 58, 49}).size() == 1);
}

TEST_CASE("A low alliance that fell says both, and a rating before any session names its day",
          "[outcomes][alliance]") {
    REQUIRE(textsOf({48, 30}).size() == 2);
    const QList<AlliancePoint> points = {{48, 0, QStringLiteral("1 Nov 2026")}, {40, 1, {}}};
    const auto findings = allianceFindings(points, kItems, ScaleRhythms::builtIn().alliance);
    REQUIRE(findings.size() == 1);
    REQUIRE(findings.first().text.contains(QStringLiteral("since 1 Nov 2026")));
}

} // namespace test_alliance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/exposure.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

namespace test_exposure {
using namespace kairos;
using support::required;
using workflow::DoseHistory;
using workflow::DoseHistoryRow;
using workflow::exposureOf;

namespace {

const QTimeZone kOslo{"Europe/Oslo"};
const QDate kToday(2026, 11, 2);

DoseHistoryRow row(QDate day, std::optional<double> mg, std::optional<double> perKg,
                   QTime time = QTime(9, 0)) {
    DoseHistoryRow one;
    one.session.drug = QStringLiteral("ketamine");
    one.session.startedAt = base::Instant::fromLocal(day, time, kOslo);
    if (mg) {
        one.given = base::Milligrams{*mg};
    }
    if (perKg) {
        one.givenPerKg = base::MilligramsPerKilogram{*perKg};
    }
    return one;
}

DoseHistory history(const QList<DoseHistoryRow>& rows) {
    return {{}, {}, rows};
}

} // namespace

TEST_CASE("A patient without a dose was exposed to nothing", "[workflow][exposure]") {
    const auto exposure = exposureOf({}, kToday, kOslo);
    REQUIRE(exposure.sessions == 0);
    REQUIRE(exposure.lines.isEmpty());
    REQUIRE_FALSE(exposure.first.has_value());
}

TEST_CASE("Milligrams add up by drug and route and never over them", "[workflow][exposure]") {
    auto spray = row(kToday, 84, {});
    spray.session.drug = QStringLiteral("esketamine");
    spray.session.route = record::Route::Intranasal;
    auto muscle = row(kToday, 60, 0.75);
    muscle.session.route = record::Route::Intramuscular;
    const auto exposure =
        exposureOf(history({row(kToday, 35, 0.5), row(kToday, 40, 0.5), spray, muscle}), kToday, kOslo);
    REQUIRE(exposure.sessions == 4);
    REQUIRE(exposure.lines.size() == 3);
    REQUIRE(exposure.lines.at(0).sessions == 2);
    REQUIRE(std::abs(exposure.lines.at(0).given->value - 75) < 1e-9);
    REQUIRE(std::abs(exposure.lines.at(0).givenPerKg->value - 1) < 1e-9);
    REQUIRE(exposure.lines.at(1).given->value == 84);
    REQUIRE_FALSE(exposure.lines.at(1).givenPerKg.has_value());
    REQUIRE(exposure.lines.at(1).unweighed == 1);
    REQUIRE(exposure.lines.at(2).given->value == 60);
}

TEST_CASE("A dose of unknown size is counted and not taken for zero", "[workflow][exposure]") {
    const auto exposure = exposureOf(history({row(kToday, {}, {})}), kToday, kOslo);
    REQUIRE(exposure.lines.first().unmeasured == 1);
    REQUIRE(exposure.lines.first().unweighed == 0);
    REQUIRE_FALSE(exposure.lines.first().given.has_value());
}

TEST_CASE("Thirty and ninety days count calendar days with today among them", "[workflow][exposure]") {
    const auto exposure =
        exposureOf(history({row(kToday.addDays(-90), 1, 1), row(kToday.addDays(-89), 1, 1),
                            row(kToday.addDays(-30), 1, 1), row(kToday.addDays(-29), 1, 1, QTime(0, 0)),
                            row(kToday, 1, 1, QTime(23, 59)), row(kToday.addDays(1), 1, 1)}),
                   kToday, kOslo);
    REQUIRE(exposure.sessions == 6);
    REQUIRE(exposure.last30 == 2);
    REQUIRE(exposure.last90 == 4);
    REQUIRE(exposure.first == kToday.addDays(-90));
    REQUIRE(exposure.last == kToday.addDays(1));
}

TEST_CASE("A written check keeps who found what on which day", "[workflow][exposure]") {
    support::OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    const auto patient = fixture.addElena();
    const QDate first = practice.today().addDays(-40);
    const auto craving = [&] {
        const auto checks = required(workflow::exposureChecksSince(practice, patient, first));
        return *std::find_if(checks.begin(), checks.end(),
                             [](const auto& one) { return one.check.id == QLatin1String("craving"); });
    };
    REQUIRE(craving().isDue);
    REQUIRE_FALSE(craving().lastDone.has_value());
    required(workflow::writeCheck(
        practice, patient,
        {QStringLiteral("craving"), true, QStringLiteral("craves on waking"), practice.today().addDays(-2)}));
    REQUIRE_FALSE(craving().isDue);
    REQUIRE(craving().lastDone == practice.today().addDays(-2));
    REQUIRE(craving().last->state == record::ScreeningState::Present);
    REQUIRE(craving().last->note == QStringLiteral("craves on waking"));
    REQUIRE(craving().last->by == fixture.clinician());
}

TEST_CASE("A check without a result, of a day to come or of no known kind is not written",
          "[workflow][exposure]") {
    support::OpenPracticeFixture fixture;
    auto& practice = fixture.practice();
    const auto patient = fixture.addElena();
    const QDate today = practice.today();
    const auto refused = [&](const workflow::CheckResult& result) {
        const auto written = workflow::writeCheck(practice, patient, result);
        return !written && written.error().code == base::ErrorCode::InvalidInput;
    };
    const QString words = QStringLiteral("MoCA 27 of 30");
    REQUIRE(refused({QStringLiteral("cognition"), false, QStringLiteral("  "), today}));
    REQUIRE(refused({QStringLiteral("cognition"), false, words, today.addDays(1)}));
    REQUIRE(refused({QStringLiteral("cognition"), false, words, QDate()}));
    REQUIRE(refused({QStringLiteral("bladder"), false, words, today}));
    REQUIRE_FALSE(refused({QStringLiteral("cognition"), false, words, today}));
    fixture.signInAs(QStringLiteral("Ada Lund"), record::Role::Administrator);
    const auto byAdministrator =
        workflow::writeCheck(practice, patient, {QStringLiteral("cognition"), false, words, today});
    REQUIRE(byAdministrator.error().code == base::ErrorCode::Refused);
}

} // namespace test_exposure

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/order_checks.h"

#include "core/record/codec.h"
#include "core/record/packing.h"
#include "core/workflow/course_query.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/order_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_order_checks {
using namespace kairos;
using record::Order;
using support::OpenPracticeFixture;
using support::required;
using workflow::OrderDays;
using workflow::orderDaysOn;

namespace {

/// A plan whose protocol orders 0.5 mg/kg in 40 minutes.
struct OrderBench {
    OpenPracticeFixture fixture;
    record::PatientId patient{fixture.addElena()};
    record::PlanId plan;

    OrderBench() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = today();
        wish.closedWeekdays = {6, 7};
        plan = required(care().start(wish));
    }
    workflow::PlanCare care() { return workflow::PlanCare(fixture.practice()); }
    QDate today() { return fixture.practice().today(); }
    Order proposed() { return required(care().proposedOrder(plan)); }
    base::Findings findingsOf(const Order& order) { return required(care().checkOrder(order)); }
    bool isImpossible(const Order& order) {
        const auto checked = care().checkOrder(order);
        return !checked && checked.error().code == base::ErrorCode::InvalidInput;
    }
    void sign(const Order& order) { required(care().signOrder(order, OpenPracticeFixture::password())); }
};

bool has(const base::Findings& findings, base::FindingLevel level, const QString& rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const base::Finding& finding) {
        return finding.level == level && finding.rule == rule;
    });
}

} // namespace

TEST_CASE("The order that the protocol asks for has nothing against it", "[workflow][order]") {
    OrderBench bench;
    REQUIRE(bench.findingsOf(bench.proposed()).isEmpty());
    required(workflow::PatientCare(bench.fixture.practice()).addWeight(bench.patient, base::Kilograms{68.4}));
    REQUIRE(bench.findingsOf(bench.proposed()).isEmpty());
}

TEST_CASE("A dose beyond a stop limit of its route is a stop, without a weight too", "[workflow][order]") {
    OrderBench bench;
    Order order = bench.proposed();
    order.mgPerKg = base::MilligramsPerKilogram{1.2};
    const auto isStop = [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop &&
               finding.rule.startsWith(QStringLiteral("dose.iv"));
    };
    auto findings = bench.findingsOf(order);
    REQUIRE(std::any_of(findings.begin(), findings.end(), isStop));
    required(workflow::PatientCare(bench.fixture.practice()).addWeight(bench.patient, base::Kilograms{70}));
    findings = bench.findingsOf(order);
    REQUIRE(std::any_of(findings.begin(), findings.end(), isStop));
    REQUIRE(has(findings, base::FindingLevel::Caution, QStringLiteral("order.protocol-maximum")));
}

TEST_CASE("A dose above the order's own maximum is a stop by weight and refused in mg", "[workflow][order]") {
    OrderBench bench;
    required(workflow::PatientCare(bench.fixture.practice()).addWeight(bench.patient, base::Kilograms{80}));
    Order order = bench.proposed();
    order.maximum = base::Milligrams{30};
    REQUIRE(has(bench.findingsOf(order), base::FindingLevel::Stop, QStringLiteral("dose.order-maximum")));
    order.mgPerKg.reset();
    order.mg = base::Milligrams{40};
    REQUIRE(bench.isImpossible(order));
    order.mg = base::Milligrams{30};
    REQUIRE_FALSE(bench.isImpossible(order));
}

TEST_CASE("An order with two doses, none, a figure of 0, an absurd dose or days in disorder is refused",
          "[workflow][order]") {
    OrderBench bench;
    const Order good = bench.proposed();
    const auto spoilt = [&](auto&& spoil) {
        Order order = good;
        spoil(order);
        return order;
    };
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.mg = base::Milligrams{30}; })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.mgPerKg.reset(); })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.minutes = base::Minutes{0}; })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.maximum = base::Milligrams{-1}; })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.mgPerKg = base::MilligramsPerKilogram{5}; })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.validFrom = QDate(); })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.validTo = QDate(); })));
    REQUIRE(bench.isImpossible(spoilt([](Order& order) { order.validTo = order.validFrom.addDays(-1); })));
    REQUIRE_FALSE(bench.care().signOrder(spoilt([](Order& order) { order.mgPerKg.reset(); }),
                                         OpenPracticeFixture::password()));
}

TEST_CASE("An order is valid on both its ends, and over or not yet beyond them", "[workflow][order]") {
    OrderBench bench;
    Order order = bench.proposed();
    order.validFrom = bench.today().addDays(1);
    order.validTo = bench.today().addDays(3);
    REQUIRE(orderDaysOn(order, bench.today()) == OrderDays::NotYet);
    REQUIRE(orderDaysOn(order, bench.today().addDays(1)) == OrderDays::Valid);
    REQUIRE(orderDaysOn(order, bench.today().addDays(3)) == OrderDays::Valid);
    REQUIRE(orderDaysOn(order, bench.today().addDays(4)) == OrderDays::Over);
    order.validFrom = bench.today().addDays(-9);
    order.validTo = bench.today().addDays(-1);
    REQUIRE(has(bench.findingsOf(order), base::FindingLevel::Stop, QStringLiteral("order.over")));
}

TEST_CASE("An order signed for later days does not stand before the one that is valid", "[workflow][order]") {
    OrderBench bench;
    Order now = bench.proposed();
    now.rescueDrugs = {QStringLiteral("ondansetron 4 mg IV")};
    now.validTo = bench.today().addDays(3);
    bench.sign(now);
    Order later = bench.proposed();
    later.mgPerKg = base::MilligramsPerKilogram{0.75};
    later.validFrom = bench.today().addDays(4);
    bench.sign(later);
    record::DosingSession session;
    session.patient = bench.patient;
    session.plan = bench.plan;
    session.booked = {bench.today(), QTime(9, 0), QStringLiteral("Europe/Oslo")};
    const workflow::CourseQuery query(bench.fixture.practice());
    const auto today = required(query.bindingOrder(session));
    REQUIRE(today->mgPerKg->value == 0.5);
    REQUIRE(today->rescueDrugs == QStringList{QStringLiteral("ondansetron 4 mg IV")});
    session.booked.date = bench.today().addDays(7);
    REQUIRE(required(query.bindingOrder(session))->mgPerKg->value == 0.75);
}

TEST_CASE("The doses of an order are typed as numbers and ranges, and read back the same",
          "[workflow][order]") {
    const QSet<int> known{1, 2, 3, 4, 5, 6};
    using workflow::dosesFromText;
    REQUIRE(required(dosesFromText(QString(), known)).isEmpty());
    REQUIRE(required(dosesFromText(QStringLiteral("3"), known)) == QList<int>{3});
    REQUIRE(required(dosesFromText(QStringLiteral(" 5, 1-3 ,2"), known)) == QList<int>{1, 2, 3, 5});
    REQUIRE(workflow::dosesText({1, 2, 3, 5}) == QStringLiteral("1-3, 5"));
    REQUIRE(workflow::dosesText({}).isEmpty());
    for (const char* bad : {"7", "0", "3-1", "one", "1-", "-2", "1;2", "99999999999"}) {
        INFO(bad);
        const auto read = dosesFromText(QString::fromLatin1(bad), known);
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().code == base::ErrorCode::InvalidInput);
    }
}

TEST_CASE("An order without doses is written as before the field was there", "[workflow][order]") {
    Order order;
    order.drug = QStringLiteral("ketamine (racemic)");
    const QByteArray before = record::pack(order);
    order.doses = {3};
    REQUIRE(record::pack(order) != before);
    REQUIRE(order.covers(3));
    REQUIRE_FALSE(order.covers(4));
    REQUIRE_FALSE(order.covers(std::nullopt));
    order.doses.clear();
    REQUIRE(record::pack(order) == before);
    REQUIRE(order.covers(4));
    REQUIRE(order.covers(std::nullopt));
}

TEST_CASE("An order for a dose that the plan has not is refused", "[workflow][order]") {
    OrderBench bench;
    Order order = bench.proposed();
    order.doses = {6};
    REQUIRE_FALSE(bench.isImpossible(order));
    order.doses = {7};
    REQUIRE(bench.isImpossible(order));
}

TEST_CASE("An order for one dose counts for that dose alone", "[workflow][order]") {
    OrderBench bench;
    Order order = bench.proposed();
    order.validFrom = bench.today();
    order.validTo = bench.today().addDays(60);
    order.doses = {2};
    bench.sign(order);
    const auto steps = required(bench.care().steps(bench.plan));
    const workflow::OrderQuery orders(bench.fixture.practice());
    const auto validFor = [&](const QString& key) {
        const auto step =
            std::find_if(steps.begin(), steps.end(), [&](const auto& one) { return one.key == key; });
        return required(orders.validOn(bench.plan, bench.patient, step->id, bench.today())).has_value();
    };
    REQUIRE_FALSE(validFor(QStringLiteral("dose-1")));
    REQUIRE(validFor(QStringLiteral("dose-2")));
    REQUIRE_FALSE(
        required(orders.validOn(bench.plan, bench.patient, std::nullopt, bench.today())).has_value());
    const auto view = required(workflow::PlanQuery(bench.fixture.practice()).view(bench.plan));
    REQUIRE(view.nextDose() == 1);
    REQUIRE(view.orderFor(1, bench.today()) == nullptr);
    REQUIRE(view.orderFor(2, bench.today()) != nullptr);
    Order all = bench.proposed();
    all.validFrom = order.validFrom;
    all.validTo = order.validTo;
    bench.sign(all);
    REQUIRE(validFor(QStringLiteral("dose-1")));
    REQUIRE(validFor(QStringLiteral("dose-2")));
}

TEST_CASE("The session of a dose is bound by the order that covers it", "[workflow][order]") {
    OrderBench bench;
    Order all = bench.proposed();
    all.validFrom = bench.today();
    all.validTo = bench.today().addDays(60);
    bench.sign(all);
    bench.fixture.clock().advanceMs(60'000);
    Order second = all;
    second.doses = {2};
    second.mgPerKg = base::MilligramsPerKilogram{0.4};
    bench.sign(second);
    const auto steps = required(bench.care().steps(bench.plan));
    const auto boundTo = [&](const QString& key) {
        record::DosingSession session;
        session.patient = bench.patient;
        session.plan = bench.plan;
        session.booked = {bench.today(), QTime(10, 0), bench.fixture.practice().practice().zone};
        for (const auto& step : steps) {
            session.step = step.key == key ? std::optional(step.id) : session.step;
        }
        return required(workflow::CourseQuery(bench.fixture.practice()).bindingOrder(session))
            ->mgPerKg->value;
    };
    REQUIRE(boundTo(QStringLiteral("dose-1")) == all.mgPerKg->value);
    REQUIRE(boundTo(QStringLiteral("dose-2")) == 0.4);
}

} // namespace test_order_checks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/verbal_order.h"

#include "core/workflow/change_hub.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/history_query.h"
#include "core/workflow/need_query.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/order_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/summary_query.h"

#include "core/record/packing.h"
#include "core/reports/session_summary.h"
#include "core/safety/order_rules.h"
#include "core/storage/practice_file.h"

#include "tests/support/booked_course.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_verbal_order {
using namespace kairos;
using namespace kairos::workflow;
using base::ErrorCode;
using base::FindingLevel;
using support::OpenPracticeFixture;
using support::required;

namespace {

/// Elena's first dose is due today at 10:00, without an order. Jonas Vik monitors and is signed in; Ruth
/// Adeyemi prescribes.
struct VerbalBench {
    support::BookedCourse course{QDate(2026, 11, 9)};
    record::ClinicianId ruth = course.fixture.clinician();
    record::ClinicianId jonas;

    VerbalBench() {
        course.fixture.signInAs(QStringLiteral("Jonas Vik"), record::Role::Monitor);
        jonas = practice().signedIn()->id;
    }
    OpenPractice& practice() { return course.practice(); }
    PlanCare care() { return PlanCare(practice()); }
    record::Order spokenBy(const record::ClinicianId& prescriber) {
        auto order = required(care().proposedOrder(course.plan));
        order.prescriber = prescriber;
        return order;
    }
    base::Outcome take(const record::ClinicianId& prescriber, bool isReadBack = true) {
        return care().takeVerbalOrder(spokenBy(prescriber), {practice().now(), isReadBack},
                                      OpenPracticeFixture::password());
    }
    record::Order taken() { return required(care().orders(course.plan, course.patient)).first(); }
    std::optional<Need> need() {
        for (const Need& need : required(NeedQuery(practice()).all())) {
            if (need.kind == NeedKind::CountersignDue) {
                return need;
            }
        }
        return std::nullopt;
    }
    void signInRuth() {
        practice().signOut();
        required(practice().signIn(ruth, OpenPracticeFixture::password()));
    }
    safety::GateLine orderLine() {
        const auto view = required(DosingQuery(practice()).view(course.dose));
        return *std::find_if(view.preDose.begin(), view.preDose.end(),
                             [](const auto& line) { return line.id == QLatin1String("order"); });
    }
};

} // namespace

TEST_CASE("An order that nobody spoke is packed as before the field was there", "[workflow][verbal]") {
    record::Order order;
    order.drug = QStringLiteral("ketamine (racemic)");
    const QByteArray before = record::pack(order);
    order.verbal = record::VerbalOrder{};
    REQUIRE(record::pack(order) != before);
    REQUIRE(record::unpack<record::Order>(record::pack(order)) == order);
    order.verbal.reset();
    REQUIRE(record::pack(order) == before);
}

TEST_CASE("A verbal order lets the dose start and waits for its countersignature", "[workflow][verbal]") {
    VerbalBench bench;
    required(DosingCare(bench.practice()).arrive(bench.course.dose));
    required(DosingCare(bench.practice()).weigh(bench.course.dose, base::Kilograms{70}));
    REQUIRE(bench.orderLine().holds());
    required(bench.take(bench.ruth));
    const auto line = bench.orderLine();
    REQUIRE(line.state == safety::GateState::Met);
    REQUIRE(line.evidence == QStringLiteral("verbal order of Ruth Adeyemi, taken by Jonas Vik at 12:00, read "
                                            "back; countersignature due"));
    const auto view = required(DosingQuery(bench.practice()).view(bench.course.dose));
    REQUIRE(view.hasBindingOrder());
    REQUIRE(view.session().dose == base::Milligrams{35});
    REQUIRE(view.orderSignatures.isEmpty());
}

TEST_CASE("A new order and the session that takes it over are one act", "[workflow][verbal]") {
    VerbalBench bench;
    required(DosingCare(bench.practice()).arrive(bench.course.dose));
    required(DosingCare(bench.practice()).weigh(bench.course.dose, base::Kilograms{70}));
    int acts = 0;
    QObject::connect(&bench.practice().hub(), &ChangeHub::changed, &bench.practice().hub(), [&] { ++acts; });
    if (const bool isSpoken = GENERATE(true, false); isSpoken) {
        required(bench.take(bench.ruth));
    } else {
        bench.signInRuth();
        bench.course.signOrder();
    }
    REQUIRE(acts == 1);
    REQUIRE(required(DosingQuery(bench.practice()).view(bench.course.dose)).session().order ==
            required(bench.care().orders(bench.course.plan, bench.course.patient)).first().id);
}

TEST_CASE("A verbal order holds for its day alone", "[workflow][verbal]") {
    VerbalBench bench;
    required(bench.take(bench.ruth));
    const QDate today = bench.practice().today();
    const OrderQuery orders(bench.practice());
    const auto validOn = [&](QDate day) {
        return required(orders.validOn(bench.course.plan, bench.course.patient, std::nullopt, day))
            .has_value();
    };
    REQUIRE_FALSE(validOn(today.addDays(-1)));
    REQUIRE(validOn(today));
    REQUIRE_FALSE(validOn(today.addDays(1)));
}

TEST_CASE("A verbal order names somebody else who prescribes, is read back and taken today",
          "[workflow][verbal]") {
    VerbalBench bench;
    REQUIRE(bench.take(bench.jonas).error().code == ErrorCode::Refused);
    REQUIRE(bench.take(record::ClinicianId{}).error().code == ErrorCode::InvalidInput);
    REQUIRE(bench.take(bench.ruth, false).error().code == ErrorCode::InvalidInput);
    const auto takenAt = [&](const base::Instant& at) {
        return bench.care().takeVerbalOrder(bench.spokenBy(bench.ruth), {at, true},
                                            OpenPracticeFixture::password());
    };
    REQUIRE_FALSE(takenAt(bench.practice().now().plusMinutes(1)).has_value());
    REQUIRE_FALSE(takenAt(bench.course.fixture.at(QDate(2026, 11, 8), QTime(23, 59))).has_value());
    const auto wrong = bench.care().takeVerbalOrder(bench.spokenBy(bench.ruth),
                                                    {bench.practice().now(), true}, QStringLiteral("wrong"));
    REQUIRE_FALSE(wrong.has_value());
    REQUIRE(required(bench.care().orders(bench.course.plan, bench.course.patient)).isEmpty());
    REQUIRE(takenAt(bench.course.fixture.at(QDate(2026, 11, 9), QTime(0, 0))).has_value());
}

TEST_CASE("A therapist takes no verbal order", "[workflow][verbal]") {
    VerbalBench bench;
    bench.signInRuth();
    bench.course.fixture.signInAs(QStringLiteral("Mia Dahl"), record::Role::Therapist);
    REQUIRE(bench.take(bench.ruth).error().code == ErrorCode::Refused);
}

TEST_CASE("Only the prescriber who spoke it countersigns, with the own password", "[workflow][verbal]") {
    VerbalBench bench;
    required(bench.take(bench.ruth));
    const auto id = bench.taken().id;
    REQUIRE(bench.care().countersign(id, OpenPracticeFixture::password()).error().code == ErrorCode::Refused);
    bench.signInRuth();
    bench.course.fixture.signInAs(QStringLiteral("Tor Berg"), record::Role::Prescriber);
    const auto other = bench.care().countersign(id, OpenPracticeFixture::password());
    REQUIRE(other.error().code == ErrorCode::Refused);
    REQUIRE(other.error().why.contains(QStringLiteral("Ruth Adeyemi")));
    bench.signInRuth();
    REQUIRE_FALSE(bench.care().countersign(id, QStringLiteral("wrong")).has_value());
    REQUIRE(bench.need().has_value());
    required(bench.care().countersign(id, OpenPracticeFixture::password()));
    REQUIRE_FALSE(bench.need().has_value());
    REQUIRE(bench.orderLine().evidence.contains(QStringLiteral("countersigned 9 Nov 2026 12:00")));
    REQUIRE_FALSE(bench.care().countersign(id, OpenPracticeFixture::password()).has_value());
}

TEST_CASE("A written order is not countersigned", "[workflow][verbal]") {
    VerbalBench bench;
    bench.signInRuth();
    bench.course.signOrder();
    REQUIRE(bench.care().countersign(bench.taken().id, OpenPracticeFixture::password()).error().code ==
            ErrorCode::NotFound);
    REQUIRE_FALSE(bench.need().has_value());
}

TEST_CASE("A verbal order is late once its period is over", "[workflow][verbal]") {
    VerbalBench bench;
    required(bench.take(bench.ruth));
    const auto due = bench.taken().verbal->takenAt.plusMs(
        safety::OrderRules::builtIn().countersignHours.value * qint64{3'600'000});
    REQUIRE(bench.need()->at == due);
    REQUIRE(bench.need()->order == bench.taken().id);
    bench.course.fixture.clock().advanceMs(due.msSince(bench.practice().now()));
    REQUIRE(bench.need()->level == FindingLevel::Information);
    bench.course.fixture.clock().advanceMs(1);
    REQUIRE(bench.need()->level == FindingLevel::Caution);
}

TEST_CASE("The journal names who took a verbal order and who countersigned it", "[workflow][verbal]") {
    VerbalBench bench;
    required(bench.take(bench.ruth));
    const auto order = bench.taken();
    bench.signInRuth();
    required(bench.care().countersign(order.id, OpenPracticeFixture::password()));
    const auto entries = required(bench.practice().file().historyOf(order.id.uuid, bench.course.patient));
    REQUIRE(entries.size() == 1);
    REQUIRE(entries.first().actor.name.contains(QStringLiteral("Jonas Vik")));
    REQUIRE(entries.first().reason == QStringLiteral("verbal order of Ruth Adeyemi, read back"));
    const auto signatures = required(SignedContent(bench.practice()).signaturesOf(order.id.uuid));
    REQUIRE(signatures.size() == 1);
    const auto signing =
        required(bench.practice().file().historyOf(signatures.first().id.uuid, bench.course.patient));
    REQUIRE(signing.first().actor.name.contains(QStringLiteral("Ruth Adeyemi")));
}

TEST_CASE("The summary of a dose says that its order was spoken, also days later", "[workflow][verbal]") {
    VerbalBench bench;
    DosingCare care(bench.practice());
    required(care.arrive(bench.course.dose));
    required(care.weigh(bench.course.dose, base::Kilograms{70}));
    required(bench.take(bench.ruth));
    bench.signInRuth();
    for (const auto& line : required(DosingQuery(bench.practice()).view(bench.course.dose)).preDose) {
        if (line.holds()) {
            required(care.overrideLine(bench.course.dose, record::Gate::PreDose, line.id,
                                       QStringLiteral("not what is tested here"),
                                       OpenPracticeFixture::password()));
        }
    }
    required(care.start(bench.course.dose));
    bench.course.moveTo(QDate(2026, 11, 12));
    const auto lines = [&] {
        const auto bundle = required(SummaryQuery(bench.practice()).bundle(bench.course.dose, QLocale::c()));
        return reports::sessionSummary(bundle.facts, bench.practice().catalog().safety)
            .gateLines.join(QLatin1Char('\n'));
    };
    REQUIRE(lines().contains(QStringLiteral("taken by Jonas Vik at 12:00, read back; countersignature due")));
    required(bench.care().countersign(bench.taken().id, OpenPracticeFixture::password()));
    REQUIRE(lines().contains(QStringLiteral("read back; countersigned 12 Nov 2026 12:00")));
}

} // namespace test_verbal_order

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/dosing_care.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"

#include "core/safety/attention_rules.h"

#include "tests/support/booked_course.h"

#include <catch2/catch_test_macros.hpp>

namespace test_need_stock {
using namespace kairos;
using namespace kairos::workflow;
using base::FindingLevel;
using support::OpenPracticeFixture;
using support::required;

namespace {

struct StockBench {
    support::BookedCourse course{QDate(2026, 11, 9)};
    record::ClinicianId other =
        required(ClinicCare(practice())
                     .addClinician(QStringLiteral("Noor Haddad"), {record::Role::Monitor},
                                   OpenPracticeFixture::password()));

    OpenPractice& practice() { return course.practice(); }
    record::VialId receive(int vials, QDate expiry) {
        record::Vial vial;
        vial.drug = QStringLiteral("ketamine (racemic)");
        vial.strength = base::MilligramsPerMillilitre{50};
        vial.volume = base::Millilitres{10};
        vial.lot = QStringLiteral("K-2211");
        vial.expiry = expiry;
        vial.received = vials;
        return required(LedgerCare(practice()).receive(vial));
    }
    QList<Need> needs() {
        auto needs = required(NeedQuery(practice()).all());
        needs.removeIf([](const Need& need) { return need.kind != NeedKind::StockDue; });
        return needs;
    }
    QDate today() { return practice().today(); }
};

QDate far() {
    return {2028, 1, 31};
}

} // namespace

TEST_CASE("A practice without a ledger is asked for nothing of it", "[workflow][needs][stock]") {
    StockBench bench;
    REQUIRE(bench.needs().isEmpty());
}

TEST_CASE("A drug with fewer whole vials than the rule is low", "[workflow][needs][stock]") {
    const int low = safety::AttentionRules::builtIn().lotLowVials;
    StockBench bench;
    const auto id = bench.receive(low, far());
    REQUIRE(bench.needs().isEmpty());
    required(LedgerCare(bench.practice())
                 .waste({id,
                         base::Millilitres{0.5},
                         {},
                         QStringLiteral("spilt"),
                         {bench.other, OpenPracticeFixture::password()}}));
    REQUIRE(bench.needs().size() == 1);
    REQUIRE(bench.needs().first().level == FindingLevel::Information);
    REQUIRE(bench.needs().first().detail ==
            QStringLiteral("ketamine (racemic): %1 whole vial(s) in date left").arg(low - 1));
    static_cast<void>(bench.receive(1, far()));
    REQUIRE(bench.needs().isEmpty());
}

TEST_CASE("Devices that run low or end soon are counted in devices", "[workflow][needs][stock]") {
    const auto& rules = safety::AttentionRules::builtIn();
    StockBench bench;
    auto vial = *LedgerQuery(bench.practice()).deviceLabel(QStringLiteral("esketamine nasal spray"));
    vial.lot = QStringLiteral("ES-31");
    vial.expiry = bench.today().addDays(rules.lotNoticeDays);
    vial.received = 1;
    static_cast<void>(required(LedgerCare(bench.practice()).receive(vial)));
    REQUIRE(rules.lotLowVials > 1);
    QStringList said;
    for (const Need& need : bench.needs()) {
        said.append(need.detail);
    }
    REQUIRE(said.size() == 2);
    REQUIRE(said.filter(QStringLiteral("lot ES-31: 1 device(s), ends")).size() == 1);
    REQUIRE(said.contains(QStringLiteral("esketamine nasal spray: 1 device(s) in date left")));
}

TEST_CASE("A lot is named before its last day, and after it as past", "[workflow][needs][stock]") {
    const int notice = safety::AttentionRules::builtIn().lotNoticeDays;
    StockBench bench;
    static_cast<void>(bench.receive(5, far()));
    static_cast<void>(bench.receive(5, bench.today().addDays(notice + 1)));
    REQUIRE(bench.needs().isEmpty());
    bench.course.moveTo(bench.today().addDays(1));
    REQUIRE(bench.needs().size() == 1);
    REQUIRE(bench.needs().first().level == FindingLevel::Information);
    REQUIRE(bench.needs().first().detail.contains(QStringLiteral("ends")));
    bench.course.moveTo(bench.today().addDays(notice));
    REQUIRE(bench.needs().first().level == FindingLevel::Information);
    bench.course.moveTo(bench.today().addDays(1));
    REQUIRE(bench.needs().first().level == FindingLevel::Caution);
    REQUIRE(bench.needs().first().detail.contains(QStringLiteral("past its date")));
}

TEST_CASE("The rest of a single-dose vial is to be wasted once the dose is over",
          "[workflow][needs][stock]") {
    StockBench bench;
    const auto lot = bench.receive(5, far());
    bench.course.signOrder();
    DosingCare care(bench.practice());
    const auto dose = bench.course.dose;
    required(care.arrive(dose));
    required(care.weigh(dose, base::Kilograms{70}));
    DosePreparation preparation;
    preparation.vial = lot;
    required(care.prepare(dose, preparation));
    for (const auto& line : required(DosingQuery(bench.practice()).view(dose)).preDose) {
        if (line.holds()) {
            required(care.overrideLine(dose, record::Gate::PreDose, line.id, QStringLiteral("seen"),
                                       OpenPracticeFixture::password()));
        }
    }
    required(care.start(dose));
    REQUIRE(bench.needs().isEmpty());
    bench.course.fixture.clock().advanceMs(qint64{41} * 60'000);
    required(care.stop(dose, {}));
    REQUIRE(bench.needs().size() == 1);
    const Need need = bench.needs().first();
    REQUIRE(need.level == FindingLevel::Caution);
    REQUIRE(need.session == dose);
    REQUIRE(need.patient->id == bench.course.patient);
    REQUIRE(need.detail.contains(QStringLiteral("lot K-2211, is not wasted")));
    const auto rest = required(LedgerQuery(bench.practice()).lot(lot)).standing.restOf(dose);
    required(LedgerCare(bench.practice())
                 .waste({lot, rest, dose, {}, {bench.other, OpenPracticeFixture::password()}}));
    REQUIRE(bench.needs().isEmpty());
}

} // namespace test_need_stock

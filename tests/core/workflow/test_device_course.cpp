// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/device_course.h"

#include "tests/support/running_dose.h"

#include "core/workflow/history_query.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_device_course {
using namespace kairos;
using base::ErrorCode;
using Catch::Approx;
using record::LedgerKind;
using support::required;

namespace {

/// Receives so many devices and chooses them for the session.
record::VialId takeLot(support::OpenPracticeFixture& fixture, const record::SessionId& session, int devices) {
    auto vial =
        *workflow::LedgerQuery(fixture.practice()).deviceLabel(QStringLiteral("esketamine nasal spray"));
    vial.lot = QStringLiteral("ES-31");
    vial.expiry = QDate(2027, 6, 30);
    vial.received = devices;
    const auto lot = required(workflow::LedgerCare(fixture.practice()).receive(vial));
    workflow::DosePreparation preparation;
    preparation.vial = lot;
    required(workflow::DosingCare(fixture.practice()).prepare(session, preparation));
    return lot;
}

support::RunningDoseWish wishOf(double mg, int devices, record::VialId& lot) {
    support::RunningDoseWish wish;
    wish.protocol = QStringLiteral("esketamine-trd");
    wish.order = [mg](record::Order& order) {
        order.mg = base::Milligrams{mg};
        order.maximum = base::Milligrams{84};
    };
    wish.prepare = [devices, &lot](support::OpenPracticeFixture& fixture, const record::SessionId& session) {
        lot = takeLot(fixture, session, devices);
    };
    return wish;
}

struct ChosenLot {
    record::VialId lot;
};

/// Esketamine, running: 84 mg unless asked otherwise, from a lot of five devices.
struct Nasal : ChosenLot, support::RunningDose {
    explicit Nasal(double mg = 84, int devices = 5) : RunningDose(wishOf(mg, devices, lot)) {}

    base::Result<record::EventId> take(int sprays, const QString& reason = {}) {
        return run().takeSprays(id, {sprays, fixture.practice().now(), reason});
    }
    workflow::DeviceCourse course() { return *view().devices; }
    workflow::LotView stock() { return required(workflow::LedgerQuery(fixture.practice()).lot(lot)); }
    base::Findings said(int sprays) {
        return required(
            workflow::sprayFindings(view().content, fixture.practice().catalog().doseLimits.esketamine,
                                    {sprays, fixture.practice().now()}, fixture.practice().now()));
    }
};

} // namespace

TEST_CASE("84 mg are three devices, six sprays and two rests", "[workflow][device]") {
    Nasal now;
    REQUIRE(now.view().figures->devices == 3);
    REQUIRE(now.view().figures->sprays == 6);
    REQUIRE(now.view().figures->rests == 2);
    REQUIRE_FALSE(now.view().figures->ml.has_value());
    REQUIRE(now.view().given->given.value == 0);
    for (int device = 1; device <= 3; ++device) {
        REQUIRE(now.course().next() == device);
        required(now.take(2));
        now.clockOn(5);
    }
    REQUIRE(now.course().isComplete());
    REQUIRE(now.view().given->given.value == Approx(84));
    REQUIRE(now.view().content.events.at(1).text == QStringLiteral("device 2: 2 spray(s), 28 mg"));
    REQUIRE(now.view().content.events.at(1).sprays == 2);
}

TEST_CASE("Each spray gives 14 mg, and the second one belongs to the same device", "[workflow][device]") {
    Nasal now;
    required(now.take(1));
    REQUIRE(now.view().given->given.value == Approx(14));
    REQUIRE(now.course().isWithinDevice());
    REQUIRE_FALSE(now.course().nextFrom().has_value());
    REQUIRE(now.said(1).isEmpty()); // No rest within a device.
    REQUIRE(now.take(2).error().code == ErrorCode::InvalidInput);
    required(now.take(1));
    REQUIRE(now.course().opened() == 1);
    REQUIRE(now.stock().standing.balance.value == Approx(0.8));
}

TEST_CASE("The next device may follow after the rest of the label", "[workflow][device]") {
    Nasal now;
    required(now.take(2));
    REQUIRE(now.course().nextFrom() == now.startedAt.plusMinutes(5));
    now.clockOn(4);
    const auto early = now.said(2);
    REQUIRE(early.size() == 1);
    REQUIRE(early.first().rule == QStringLiteral("run.device-rest"));
    REQUIRE(early.first().level == base::FindingLevel::Caution);
    REQUIRE(early.first().text ==
            QStringLiteral("4 min after the last device, the rest between devices is 5 min"));
    REQUIRE(early.first().confidence == base::Confidence::High);
    now.clockOn(1);
    REQUIRE(now.said(2).isEmpty());
}

TEST_CASE("What no device gives is refused with a sentence", "[workflow][device]") {
    Nasal now;
    for (const int sprays : {0, -1, 3, 4}) {
        REQUIRE(now.take(sprays).error().code == ErrorCode::InvalidInput);
    }
    REQUIRE(now.take(3).error().why == QStringLiteral("a device holds 2 spray(s)"));
    REQUIRE(now.run().takeSprays(now.id, {2, now.startedAt.plusMinutes(-1)}).error().code ==
            ErrorCode::InvalidInput);
    REQUIRE(now.run().takeSprays(now.id, {2, now.startedAt.plusMinutes(1)}).error().code ==
            ErrorCode::InvalidInput);
    required(now.take(2));
    required(now.take(2));
    required(now.take(2));
    const auto fourth = now.take(2, QStringLiteral("wanted more"));
    REQUIRE(fourth.error().code == ErrorCode::InvalidInput);
    REQUIRE(fourth.error().why == QStringLiteral("112 mg in all is above the largest dose, 84 mg"));
    REQUIRE(now.run().giveBooster(now.id, base::Milligrams{28}, {}).error().code == ErrorCode::InvalidInput);
    REQUIRE(now.view().content.events.size() == 3);
}

TEST_CASE("A device beyond the dose names both figures and wants a reason", "[workflow][device]") {
    Nasal now(56);
    required(now.take(2));
    now.clockOn(5);
    required(now.take(2));
    now.clockOn(5);
    REQUIRE(now.said(2).first().text == QStringLiteral("84 mg in all, the dose is 56 mg"));
    REQUIRE(now.take(2).error().code == ErrorCode::Stopped);
    required(now.take(2, QStringLiteral("prescriber present")));
    REQUIRE(now.view().given->given.value == Approx(84));
    REQUIRE(now.view().content.events.last().text.endsWith(QStringLiteral(": prescriber present")));
}

TEST_CASE("A dose that ends early says why and keeps what was given", "[workflow][device]") {
    Nasal now;
    required(now.take(2));
    now.clockOn(5);
    required(now.take(1));
    const auto last = now.fixture.practice().now();
    now.clockOn(3);
    REQUIRE(now.dosing().stop(now.id, {}).error().code == ErrorCode::InvalidInput);
    required(now.dosing().stop(now.id, QStringLiteral("the patient's wish")));
    const auto view = now.view();
    REQUIRE(view.given->given.value == Approx(42));
    REQUIRE(view.given->notGiven.value == Approx(42));
    // The dose ended with its last spray, not with the key.
    REQUIRE(view.session().stoppedAt == last);
    REQUIRE(now.take(1).error().code == ErrorCode::Refused);
    REQUIRE(now.stock().standing.balance.value == Approx(0.6));
    REQUIRE(now.stock().standing.rests.isEmpty());
}

TEST_CASE("The ledger draws whole devices, one with its first spray", "[workflow][device][ledger]") {
    Nasal now;
    REQUIRE(now.stock().standing.lines.size() == 1);
    const auto first = required(now.take(2));
    const auto lines = now.stock().standing.lines;
    REQUIRE(lines.size() == 2);
    REQUIRE(lines.last().entry.kind == LedgerKind::Drawn);
    REQUIRE(lines.last().entry.event == first);
    REQUIRE(lines.last().entry.amount.value == Approx(28));
    REQUIRE_FALSE(now.view().session().concentration.has_value());
    now.clockOn(5);
    const auto second = required(now.take(1));
    REQUIRE(now.run().withdraw(first, QStringLiteral("slip")).error().code == ErrorCode::Refused);
    required(now.run().withdraw(second, QStringLiteral("slip")));
    REQUIRE(now.stock().standing.lines.last().entry.reason == QStringLiteral("the spray was taken back"));
    REQUIRE(now.stock().standing.balance.value == Approx(0.8));
    REQUIRE(now.dosing().undoStart(now.id).error().code == ErrorCode::Refused);
    required(now.run().withdraw(first, QStringLiteral("slip")));
    REQUIRE(now.stock().standing.balance.value == Approx(1.0));
    required(now.dosing().undoStart(now.id));
}

TEST_CASE("The history says a device that moved in devices", "[workflow][device][ledger]") {
    Nasal now;
    const auto event = required(now.take(2));
    const auto patient = now.view().session().patient;
    const auto drawn = [&] {
        QStringList said;
        const auto lines =
            required(workflow::HistoryQuery(now.fixture.practice()).of(patient, 100, QLocale::c()));
        for (const workflow::HistoryLine& line : lines) {
            if (line.kind == record::RecordKind::LedgerEntry) {
                said.append(line.what);
            }
        }
        return said;
    };
    REQUIRE(drawn().size() == 1);
    REQUIRE(drawn().first().startsWith(QStringLiteral("drawn, 1 device(s), ")));
    required(now.run().withdraw(event, QStringLiteral("slip")));
    REQUIRE(drawn().size() == 2);
    REQUIRE_FALSE(drawn().join(QLatin1Char(' ')).contains(QStringLiteral("mL")));
}

TEST_CASE("A dose does not start from a lot with too few devices", "[workflow][device][ledger]") {
    Nasal now(56, 2);
    required(now.dosing().undoStart(now.id));
    required(workflow::LedgerCare(now.fixture.practice())
                 .count(now.lot, base::Millilitres{0.2}, QStringLiteral("lost")));
    const auto started = now.dosing().start(now.id);
    REQUIRE(started.error().code == ErrorCode::Refused);
    REQUIRE(started.error().why == QStringLiteral("2 device(s) are needed and 1 device(s) are there"));
}

TEST_CASE("Sprays belong to a nasal dose alone", "[workflow][device]") {
    support::RunningDose racemic;
    REQUIRE_FALSE(racemic.view().devices.has_value());
    REQUIRE(racemic.run().takeSprays(racemic.id, {1, racemic.startedAt}).error().code == ErrorCode::Refused);
}

TEST_CASE("A session from before sprays were written down counts as given whole", "[workflow][device]") {
    Nasal now;
    auto content = now.view().content;
    content.dosing->stoppedAt = now.startedAt.plusMinutes(10);
    workflow::DosingQuery query(now.fixture.practice());
    REQUIRE(required(query.given(content, *content.dosing->stoppedAt)).given.value == Approx(84));
    content.dosing->endReason = QStringLiteral("nosebleed");
    REQUIRE(required(query.given(content, *content.dosing->stoppedAt)).given.value == 0);
}

TEST_CASE("Two hours are counted from the last spray", "[workflow][device]") {
    Nasal now(28);
    required(now.take(2));
    required(now.dosing().stop(now.id, {}));
    const auto time = [&] {
        const auto lines = now.view().discharge;
        return std::find_if(lines.begin(), lines.end(),
                            [](const safety::GateLine& line) { return line.id == QLatin1String("time"); })
            ->state;
    };
    now.clockOn(119);
    REQUIRE(time() == safety::GateState::NotMet);
    now.clockOn(1);
    REQUIRE(time() == safety::GateState::Met);
}

TEST_CASE("An order for what no device gives is refused before any weight is known", "[workflow][device]") {
    support::OpenPracticeFixture fixture;
    workflow::PlanCare plans(fixture.practice());
    const auto plan = required(plans.start(
        {fixture.addElena(), QStringLiteral("esketamine-trd"), QDate(2026, 11, 2), {6, 7}, {}, {}}));
    auto order = required(plans.proposedOrder(plan));
    order.maximum.reset();
    for (const double mg : {28.0, 56.0, 84.0}) {
        order.mg = base::Milligrams{mg};
        REQUIRE(plans.checkOrder(order).has_value());
    }
    for (const double mg : {70.0, 112.0}) {
        order.mg = base::Milligrams{mg};
        const auto checked = plans.checkOrder(order);
        REQUIRE(checked.error().code == ErrorCode::InvalidInput);
        REQUIRE(checked.error().why.contains(QStringLiteral("28, 56, 84 mg")));
    }
}

} // namespace test_device_course

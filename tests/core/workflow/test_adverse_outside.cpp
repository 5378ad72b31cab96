// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adverse_events.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/adverse_register.h"
#include "core/workflow/adverse_sheet_query.h"
#include "core/workflow/dose_history.h"
#include "core/workflow/history_query.h"
#include "core/workflow/run_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_outside {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using workflow::AdverseCare;
using workflow::AdversePart;
using workflow::AdverseRegisterQuery;

namespace {

const QDate kDoseDay(2026, 10, 26);
const QDate kCallDay(2026, 10, 28);

/// Elena calls two days after her fourth dose and tells of cystitis.
struct Call {
    support::OpenPracticeFixture fixture;
    PatientId elena{fixture.addElena()};
    test::AdverseDesk desk{fixture};
    DosingSession dose{desk.dose(elena, 4, kDoseDay)};

    AdverseCare care() { return AdverseCare(fixture.practice()); }
    AdverseEvent cystitis() {
        AdverseEvent event;
        event.patient = elena;
        event.term = QStringLiteral("Cystitis");
        event.onset = fixture.at(kCallDay, QTime(7, 30));
        event.grade = 2;
        event.related = Relatedness::Probable;
        event.dose = dose.id;
        return event;
    }
    AdverseEvent saved() {
        AdverseEvent event = cystitis();
        event.id = required(care().add(event));
        return event;
    }
    AdverseEvent stored(const AdverseEventId& id) {
        return *required(fixture.practice().file().records().find<AdverseEvent>(id));
    }
    /// Which part of it cannot be.
    std::optional<AdversePart> fault(const AdverseEvent& event) {
        const auto found = required(care().findFault(event));
        REQUIRE(found.has_value() != care().add(event).has_value());
        return found ? std::optional(found->part) : std::nullopt;
    }
    AdverseFollowUp over(const AdverseEventId& event) {
        AdverseFollowUp line;
        line.event = event;
        line.course = AdverseCourse::Over;
        line.resolvedAt = fixture.at(QDate(2026, 10, 31), QTime(12, 0));
        line.outcome = QStringLiteral("recovered on antibiotics");
        return line;
    }
};

} // namespace

TEST_CASE("An event between sessions is kept with its day, its dose and no session", "[workflow][adverse]") {
    Call call;
    const AdverseEvent cystitis = call.saved();
    REQUIRE(call.stored(cystitis.id) == cystitis);
    const auto rows = required(AdverseRegisterQuery(call.fixture.practice()).rows({})).rows;
    REQUIRE(rows.size() == 1);
    REQUIRE(rows.first().event == cystitis);
    REQUIRE(rows.first().doseNumber == 4);
    REQUIRE(rows.first().drug == QStringLiteral("ketamine"));
    REQUIRE(rows.first().daysAfterDose == 2);
    REQUIRE_FALSE(rows.first().onsetMinute.has_value());
    const auto sheet = required(workflow::AdverseSheetQuery(call.fixture.practice()).sheet({}, QLocale::c()));
    REQUIRE(sheet.lines.first().dose ==
            QStringLiteral("outside of a session, ketamine, dose 4, 2 d after it"));
    const auto history = required(
        workflow::HistoryQuery(call.fixture.practice()).of(call.elena, 9, QLocale(QLocale::English)));
    REQUIRE(history.first().kind == RecordKind::AdverseEvent);
    REQUIRE(history.first().what.startsWith(QStringLiteral("Cystitis, grade 2, began 28 Oct 2026")));
}

TEST_CASE("An event between sessions does not touch the signed dose it is put down to",
          "[workflow][adverse]") {
    Call call;
    call.desk.sign();
    const AdverseEvent cystitis = call.saved();
    required(call.care().followUp(call.over(cystitis.id)));
    const workflow::DoseHistoryQuery history(call.fixture.practice());
    const auto rows = required(history.ofPatient(call.elena)).rows;
    REQUIRE(rows.size() == 1);
    REQUIRE(rows.first().adverse.size() == 1);
    REQUIRE(rows.first().adverse.first().outcome == QStringLiteral("recovered on antibiotics"));
    AdverseEvent headache = call.cystitis();
    headache.term = QStringLiteral("Headache");
    headache.dose.reset();
    required(call.care().add(headache));
    REQUIRE(required(history.ofPatient(call.elena)).rows.first().adverse.size() == 1);
}

TEST_CASE("An event between sessions begins now at the latest", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.onset = call.fixture.practice().now().plusMs(1);
    REQUIRE(call.fault(event) == AdversePart::Onset);
    event.onset = call.fixture.practice().now();
    REQUIRE_FALSE(call.fault(event).has_value());
}

TEST_CASE("An event begins on the day of the birth at the earliest", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.dose.reset();
    event.onset = call.fixture.at(QDate(1984, 3, 11), QTime(23, 59));
    REQUIRE(call.fault(event) == AdversePart::Onset);
    event.onset = call.fixture.at(QDate(1984, 3, 12), QTime(0, 0));
    REQUIRE_FALSE(call.fault(event).has_value());
}

TEST_CASE("An event ends when it began at the earliest, and now at the latest", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.resolvedAt = event.onset.plusMs(-1);
    REQUIRE(call.fault(event) == AdversePart::End);
    event.resolvedAt = event.onset;
    REQUIRE_FALSE(call.fault(event).has_value());
    event.resolvedAt = call.fixture.practice().now();
    REQUIRE_FALSE(call.fault(event).has_value());
    event.resolvedAt = call.fixture.practice().now().plusMs(1);
    REQUIRE(call.fault(event) == AdversePart::End);
}

TEST_CASE("An event has a term and a grade of 1 to 5 or none", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.term = QStringLiteral("  ");
    REQUIRE(call.fault(event) == AdversePart::Term);
    event = call.cystitis();
    for (const int grade : {0, 6}) {
        event.grade = grade;
        REQUIRE(call.fault(event) == AdversePart::Grade);
    }
    for (const auto& grade : {std::optional(1), std::optional(5), std::optional<int>()}) {
        event.grade = grade;
        REQUIRE_FALSE(call.fault(event).has_value());
    }
}

TEST_CASE("The dose of an event is the patient's own and began before it", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.onset = call.dose.startedAt->plusMs(-1);
    REQUIRE(call.fault(event) == AdversePart::Dose);
    event.onset = *call.dose.startedAt;
    REQUIRE_FALSE(call.fault(event).has_value());
    event = call.cystitis();
    const auto tom =
        call.fixture.addPatient(QStringLiteral("K-0002"), QStringLiteral("Tom"), QStringLiteral("Field"));
    event.dose = call.desk.dose(tom, 1, kDoseDay).id;
    REQUIRE(call.fault(event) == AdversePart::Dose);
    event.dose = call.fixture.practice().ids().next<SessionId>();
    REQUIRE(call.fault(event) == AdversePart::Dose);
    event.dose.reset();
    REQUIRE_FALSE(call.fault(event).has_value());
}

TEST_CASE("An event needs a patient, and a role of care", "[workflow][adverse]") {
    Call call;
    AdverseEvent event = call.cystitis();
    event.patient = call.fixture.practice().ids().next<PatientId>();
    REQUIRE(call.care().add(event).error().code == ErrorCode::NotFound);
    call.fixture.signInAs(QStringLiteral("Ida Berg"), Role::Administrator);
    REQUIRE(call.care().add(call.cystitis()).error().code == ErrorCode::Refused);
    REQUIRE(required(AdverseRegisterQuery(call.fixture.practice()).rows({})).rows.isEmpty());
}

TEST_CASE("The therapist who is told of an event writes it down", "[workflow][adverse]") {
    Call call;
    call.fixture.signInAs(QStringLiteral("Ida Berg"), Role::Therapist);
    const auto id = required(call.care().add(call.cystitis()));
    AdverseEvent worse = call.cystitis();
    worse.id = id;
    worse.grade = 3;
    required(call.care().amend(worse, QStringLiteral("told again")));
    REQUIRE(required(AdverseRegisterQuery(call.fixture.practice()).rows({})).rows.first().event.grade == 3);
}

TEST_CASE("An event between sessions is written anew with a reason, and its former version stays",
          "[workflow][adverse]") {
    Call call;
    AdverseEvent cystitis = call.saved();
    cystitis.onset = call.fixture.at(kCallDay, QTime(6, 0));
    cystitis.grade = 3;
    REQUIRE(call.care().amend(cystitis, QStringLiteral(" ")).error().code == ErrorCode::InvalidInput);
    REQUIRE(call.stored(cystitis.id).grade == 2);
    AdverseEvent elsewhere = cystitis;
    elsewhere.patient =
        call.fixture.addPatient(QStringLiteral("K-0002"), QStringLiteral("Tom"), QStringLiteral("Field"));
    required(call.care().amend(elsewhere, QStringLiteral("asked again")));
    REQUIRE(call.stored(cystitis.id) == cystitis); // Of the same patient as before.
    const auto history = required(
        workflow::HistoryQuery(call.fixture.practice()).of(call.elena, 9, QLocale(QLocale::English)));
    REQUIRE(history.first().action == Action::Amended);
    REQUIRE(history.first().reason == QStringLiteral("asked again"));
    REQUIRE(history.first().before.contains(QStringLiteral("grade 2")));
    cystitis.resolvedAt = cystitis.onset.plusMs(-1);
    REQUIRE(call.care().amend(cystitis, QStringLiteral("over")).error().code == ErrorCode::InvalidInput);
    AdverseEvent unknown = call.cystitis();
    unknown.id = call.fixture.practice().ids().next<AdverseEventId>();
    REQUIRE(call.care().amend(unknown, QStringLiteral("why")).error().code == ErrorCode::NotFound);
}

TEST_CASE("An event between sessions is closed days later by a line, and then no more written anew",
          "[workflow][adverse]") {
    Call call;
    AdverseEvent cystitis = call.saved();
    required(call.care().followUp(call.over(cystitis.id)));
    REQUIRE(call.stored(cystitis.id) == cystitis);
    const auto row =
        required(AdverseRegisterQuery(call.fixture.practice()).ofPatient(call.elena)).rows.first();
    REQUIRE(row.event.resolvedAt == call.over(cystitis.id).resolvedAt);
    REQUIRE(row.event.outcome == QStringLiteral("recovered on antibiotics"));
    cystitis.grade = 3;
    REQUIRE(call.care().amend(cystitis, QStringLiteral("worse")).error().code == ErrorCode::Refused);
    AdverseFollowUp correction;
    correction.event = cystitis.id;
    correction.grade = 3;
    correction.reason = QStringLiteral("needed a second course");
    required(call.care().addAddendum(correction, support::OpenPracticeFixture::password()));
    REQUIRE(required(AdverseRegisterQuery(call.fixture.practice()).ofPatient(call.elena))
                .rows.first()
                .event.grade == 3);
}

TEST_CASE("An event of the wrong patient is marked as an error and leaves the register",
          "[workflow][adverse]") {
    Call call;
    const AdverseEvent cystitis = call.saved();
    workflow::RunCare care(call.fixture.practice());
    REQUIRE_FALSE(care.withdraw(cystitis.id, {}).has_value());
    required(care.withdraw(cystitis.id, QStringLiteral("wrong patient")));
    REQUIRE(required(AdverseRegisterQuery(call.fixture.practice()).rows({})).rows.isEmpty());
}

TEST_CASE("The events of one patient hold no other's", "[workflow][adverse]") {
    Call call;
    const auto tom =
        call.fixture.addPatient(QStringLiteral("K-0002"), QStringLiteral("Tom"), QStringLiteral("Field"));
    const auto nausea = call.desk.event(call.dose, QStringLiteral("Nausea"), 31, 2);
    const AdverseEvent cystitis = call.saved();
    AdverseEvent rash = call.cystitis();
    rash.patient = tom;
    rash.dose.reset();
    required(call.care().add(rash));
    const AdverseRegisterQuery query(call.fixture.practice());
    const auto own = required(query.ofPatient(call.elena));
    REQUIRE(own.all == 2);
    REQUIRE(own.rows.first().event == cystitis);
    REQUIRE(own.rows.last().event == nausea);
    REQUIRE(required(query.ofPatient(tom)).rows.size() == 1);
}

} // namespace test_adverse_outside

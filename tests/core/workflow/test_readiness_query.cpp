// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/readiness_query.h"

#include "tests/support/booked_course.h"

#include "core/workflow/call_care.h"
#include "core/workflow/call_sheet_query.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/history_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_readiness_query {
using namespace kairos;
using namespace kairos::workflow;
using record::GateAnswer;
using support::BookedCourse;
using support::required;

namespace {

const QDate kDoseDay(2026, 11, 9);

ReadinessRow rowOf(BookedCourse& course) {
    const auto board = required(ReadinessQuery(course.practice()).board(kDoseDay));
    REQUIRE(board.rows.size() == 1);
    return board.rows.first();
}

ReadinessState stateOf(BookedCourse& course, ReadinessItem item) {
    return rowOf(course).cell(item).state;
}

} // namespace

TEST_CASE("The next open day passes over the days on which the clinic is closed", "[workflow][readiness]") {
    BookedCourse course;
    auto practice = course.practice().practice();
    practice.closedWeekdays = {6, 7};
    course.practice().adopt(practice);
    REQUIRE(ReadinessQuery(course.practice()).nextOpenDay() == kDoseDay);
}

TEST_CASE("A booked dose of which nothing is known is held, and says by what", "[workflow][readiness]") {
    BookedCourse course;
    const auto row = rowOf(course);
    REQUIRE(row.cells.size() == kReadinessItems);
    for (const ReadinessItem item :
         {ReadinessItem::Escort, ReadinessItem::Consent, ReadinessItem::Screening, ReadinessItem::Order}) {
        REQUIRE(row.cell(item).item == item);
        REQUIRE(row.cell(item).state == ReadinessState::Holds);
    }
    for (const ReadinessItem item :
         {ReadinessItem::Fasting, ReadinessItem::Ratings, ReadinessItem::Integration}) {
        REQUIRE(row.cell(item).state == ReadinessState::Missing);
    }
    REQUIRE(row.cell(ReadinessItem::Risk).state == ReadinessState::Ready);
    REQUIRE(row.cell(ReadinessItem::Medicines).state == ReadinessState::NotNeeded);
    REQUIRE(row.cell(ReadinessItem::Pressure).words == QStringLiteral("on the day"));
    REQUIRE(row.isHeld());
    REQUIRE(row.open().first().state == ReadinessState::Holds);
}

TEST_CASE("What is said in the call settles its line, stays in the journal and shows before the dose",
          "[workflow][readiness]") {
    BookedCourse course;
    CallCare call(course.practice());
    required(call.say(course.dose, QStringLiteral("fasting"), GateAnswer::Met, {}));
    required(call.say(course.dose, QStringLiteral("escort"), GateAnswer::Met,
                      QStringLiteral(" Peter Marsh, 555 0144 ")));
    REQUIRE(stateOf(course, ReadinessItem::Fasting) == ReadinessState::Ready);
    REQUIRE(rowOf(course).cell(ReadinessItem::Escort).words == QStringLiteral("Peter Marsh, 555 0144"));
    const auto history = required(HistoryQuery(course.practice()).of(course.patient, 5, QLocale::c()));
    REQUIRE(std::any_of(history.begin(), history.end(), [](const auto& line) {
        return line.what.contains(QStringLiteral("call before the day, escort"));
    }));
    const auto view = required(DosingQuery(course.practice()).view(course.dose));
    const auto escort =
        std::find_if(view.preDose.begin(), view.preDose.end(),
                     [](const safety::GateLine& line) { return line.id == QLatin1String("escort"); });
    REQUIRE(escort->holds());
    REQUIRE(escort->proposal == QStringLiteral("Peter Marsh, 555 0144"));
    course.fixture.clock().advanceMs(60'000);
    required(call.say(course.dose, QStringLiteral("escort"), GateAnswer::NotMet, QStringLiteral("is ill")));
    REQUIRE(stateOf(course, ReadinessItem::Escort) == ReadinessState::Holds);
}

TEST_CASE("A call that cannot be kept says why", "[workflow][readiness]") {
    BookedCourse course;
    CallCare call(course.practice());
    const auto nameless =
        call.say(course.dose, QStringLiteral("escort"), GateAnswer::Met, QStringLiteral("  "));
    REQUIRE(nameless.error().code == base::ErrorCode::InvalidInput);
    const auto unknown = call.say(course.dose, QStringLiteral("weather"), GateAnswer::Met, {});
    REQUIRE(unknown.error().code == base::ErrorCode::InvalidInput);
    const auto nowhere = call.say(record::SessionId{}, QStringLiteral("fasting"), GateAnswer::Met, {});
    REQUIRE(nowhere.error().code == base::ErrorCode::Refused);
}

TEST_CASE("A medicine of the list that matters is asked for by its name, an unknown one too",
          "[workflow][readiness]") {
    BookedCourse course;
    PatientCare patients(course.practice());
    auto draft = required(patients.load(course.patient));
    const QString name = GENERATE(QStringLiteral("Diazepam"), QStringLiteral("Zzyzxol"));
    record::Medication medicine;
    medicine.name = name;
    draft.medications = {medicine};
    required(patients.save(draft));
    const auto cell = rowOf(course).cell(ReadinessItem::Medicines);
    REQUIRE(cell.state == ReadinessState::Missing);
    REQUIRE(cell.words == name);
    REQUIRE(cell.detail.contains(name));
    required(CallCare(course.practice()).say(course.dose, QStringLiteral("medicines"), GateAnswer::Met, {}));
    REQUIRE(stateOf(course, ReadinessItem::Medicines) == ReadinessState::Ready);
}

TEST_CASE("Order, consent and screening are judged by the day of the dose", "[workflow][readiness]") {
    BookedCourse course;
    course.signOrder();
    course.fixture.clearScreening(course.patient);
    course.consent(QDate(2026, 1, 5), kDoseDay);
    REQUIRE(stateOf(course, ReadinessItem::Order) == ReadinessState::Ready);
    REQUIRE(stateOf(course, ReadinessItem::Screening) == ReadinessState::Ready);
    REQUIRE(stateOf(course, ReadinessItem::Consent) == ReadinessState::Missing);
    course.consent(QDate(2026, 11, 5), QDate(2027, 11, 4));
    REQUIRE(stateOf(course, ReadinessItem::Consent) == ReadinessState::Ready);
}

TEST_CASE("An open risk item holds the dose of tomorrow", "[workflow][readiness]") {
    BookedCourse course;
    required(RiskLane(course.practice())
                 .open(course.patient, record::RiskLevel::Assess, QStringLiteral("said so")));
    REQUIRE(stateOf(course, ReadinessItem::Risk) == ReadinessState::Holds);
}

TEST_CASE("The session after the dose is named with its therapist and time", "[workflow][readiness]") {
    BookedCourse course;
    const auto step = course.step("integration-1");
    record::TherapySession session;
    session.patient = course.patient;
    session.step = step.id;
    session.type = record::TherapyType::Integration;
    session.booked = {kDoseDay.addDays(1), QTime(15, 0), course.practice().practice().zone};
    session.therapist = course.fixture.clinician();
    const auto slot = required(TherapyCare(course.practice()).book(session));
    const auto cell = rowOf(course).cell(ReadinessItem::Integration);
    REQUIRE(cell.state == ReadinessState::Ready);
    REQUIRE(cell.slot == slot);
    REQUIRE(cell.words.endsWith(QStringLiteral("15:00")));
    REQUIRE(cell.detail.contains(QStringLiteral("Ruth Adeyemi")));
}

TEST_CASE("A dose that is cancelled stands on no board and no sheet", "[workflow][readiness]") {
    BookedCourse course;
    const auto sheet = required(CallSheetQuery(course.practice()).sheet(kDoseDay, QLocale::c()));
    REQUIRE(sheet.doses.size() == 1);
    REQUIRE(sheet.doses.first().mrn == QStringLiteral("AH-0412"));
    REQUIRE(sheet.doses.first().lines.size() == kReadinessItems);
    REQUIRE(sheet.doses.first().phone == QStringLiteral("no telephone on record"));
    REQUIRE(sheet.fingerprint.size() == 19);
    required(SessionDesk(course.practice()).cancel(course.dose, QStringLiteral("by the clinic: snow")));
    REQUIRE(required(ReadinessQuery(course.practice()).board(kDoseDay)).rows.isEmpty());
    REQUIRE(required(CallSheetQuery(course.practice()).sheet(kDoseDay, QLocale::c())).doses.isEmpty());
}

} // namespace test_readiness_query

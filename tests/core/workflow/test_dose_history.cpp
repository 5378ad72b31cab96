// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dose_history.h"

#include "core/workflow/exposure.h"

#include "core/storage/practice_file.h"
#include "core/workflow/dose_sheet_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/adverse_events.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace test_dose_history {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::DoseHistoryQuery;

namespace {

/// A plan with two doses a week apart, written as they were held.
struct Course {
    OpenPracticeFixture fixture;
    PatientId patient{fixture.addElena()};
    TreatmentPlan plan;
    QList<DosingSession> doses;

    Course() {
        workflow::PlanWish wish;
        wish.patient = patient;
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = QDate(2026, 10, 19);
        workflow::PlanCare care(fixture.practice());
        const auto id = required(care.start(wish));
        auto order = required(care.proposedOrder(id));
        required(care.signOrder(order, OpenPracticeFixture::password()));
        plan = required(care.plan(id));
        addDose(1, QDate(2026, 10, 19), 40);
        addDose(2, QDate(2026, 10, 26), 20);
    }
    workflow::OpenPractice& practice() { return fixture.practice(); }
    template <class Record>
    void save(const Record& value) {
        required(workflow::WritingDoor(practice()).save({{Action::Created, value, {}}}));
    }
    void addDose(int number, QDate day, int minutesRun, std::optional<PlanId> other = {}) {
        DosingSession dose;
        dose.id = practice().ids().next<SessionId>();
        dose.patient = patient;
        dose.plan = other ? other : std::optional(plan.id);
        dose.drug = QStringLiteral("ketamine");
        dose.number = number;
        dose.state = SessionState::Held;
        dose.booked = {day, QTime(9, 0), practice().practice().zone};
        dose.weight = base::Kilograms{70};
        dose.dose = base::Milligrams{35};
        dose.minutes = base::Minutes{40};
        dose.startedAt = fixture.at(day, QTime(9, 0));
        dose.stoppedAt = dose.startedAt->plusMinutes(minutesRun);
        save(dose);
        doses.append(dose);
    }
    void addReading(const DosingSession& dose, int minute, int systolic, int diastolic) {
        Reading reading;
        reading.id = practice().ids().next<ReadingId>();
        reading.session = dose.id;
        reading.patient = patient;
        reading.measuredAt = dose.startedAt->plusMinutes(minute);
        reading.enteredAt = reading.measuredAt;
        reading.systolic = systolic;
        reading.diastolic = diastolic;
        save(reading);
    }
    void addRating(const QString& instrument, const base::Instant& at, double total,
                   std::optional<SessionId> session = {}) {
        Rating rating;
        rating.id = practice().ids().next<RatingId>();
        rating.patient = patient;
        rating.instrument = instrument;
        rating.mode = RatingMode::TotalOnly;
        rating.assessedAt = at;
        rating.total = total;
        rating.session = session;
        save(rating);
    }
    workflow::DoseHistory history() { return required(DoseHistoryQuery(practice()).of(plan)); }
};

} // namespace

TEST_CASE("A plan without a dose has no history", "[workflow][dose-history]") {
    OpenPracticeFixture fixture;
    workflow::PlanWish wish;
    wish.patient = fixture.addElena();
    wish.protocol = QStringLiteral("iv-cbt");
    wish.start = QDate(2026, 12, 7);
    workflow::PlanCare care(fixture.practice());
    const auto plan = required(care.plan(required(care.start(wish))));
    const auto history = required(DoseHistoryQuery(fixture.practice()).of(plan));
    REQUIRE(history.rows.isEmpty());
    REQUIRE(history.scale.isEmpty());
}

TEST_CASE("Each dose stands with what was given by its weight, beside its order",
          "[workflow][dose-history]") {
    Course course;
    const auto rows = course.history().rows;
    REQUIRE(rows.size() == 2);
    REQUIRE(std::abs(rows.at(0).given->value - 35) < 1e-9);
    REQUIRE(std::abs(rows.at(0).givenPerKg->value - 0.5) < 1e-9);
    // The second was stopped after half its time.
    REQUIRE(std::abs(rows.at(1).given->value - 17.5) < 1e-9);
    REQUIRE(std::abs(rows.at(1).givenPerKg->value - 0.25) < 1e-9);
    REQUIRE(rows.at(0).order->mgPerKg->value == 0.5);
}

TEST_CASE("The highest pressure counts from minute 0, with its own diastolic", "[workflow][dose-history]") {
    Course course;
    course.addReading(course.doses.at(0), -10, 170, 70);
    course.addReading(course.doses.at(0), 20, 158, 92);
    course.addReading(course.doses.at(0), 30, 150, 99);
    const auto rows = course.history().rows;
    REQUIRE(rows.at(0).peak->systolic == 158);
    REQUIRE(rows.at(0).peak->diastolic == 92);
    REQUIRE_FALSE(rows.at(1).peak.has_value());
}

TEST_CASE("The highest dissociation of the session is told", "[workflow][dose-history]") {
    Course course;
    const auto& dose = course.doses.at(0);
    course.addRating(QStringLiteral("cadss"), *dose.startedAt, 0, dose.id);
    course.addRating(QStringLiteral("cadss"), dose.startedAt->plusMinutes(40), 21, dose.id);
    course.addRating(QStringLiteral("cadss"), dose.startedAt->plusMinutes(120), 2, dose.id);
    const auto rows = course.history().rows;
    REQUIRE(rows.at(0).dissociation->total == 21);
    REQUIRE_FALSE(rows.at(1).dissociation.has_value());
}

TEST_CASE("The main scale stands before a dose and after it, up to the next one",
          "[workflow][dose-history]") {
    Course course;
    const auto at = [&](int day, int hour) {
        return course.fixture.at(QDate(2026, 10, day), QTime(hour, 0));
    };
    course.addRating(QStringLiteral("phq-9"), at(18, 10), 19);
    course.addRating(QStringLiteral("phq-9"), at(19, 8), 18);
    course.addRating(QStringLiteral("phq-9"), at(22, 10), 12);
    course.addRating(QStringLiteral("phq-9"), at(26, 8), 11);
    course.addRating(QStringLiteral("gad-7"), at(26, 8), 3);
    const auto history = course.history();
    REQUIRE(history.scale == QStringLiteral("phq-9"));
    REQUIRE(history.rows.at(0).before->total == 18);
    REQUIRE(history.rows.at(0).after->total == 11);
    REQUIRE(history.rows.at(1).before->total == 11);
    REQUIRE_FALSE(history.rows.at(1).after.has_value());
}

TEST_CASE("The highest diastolic pressure, the lowest oxygen and the way home stand beside a dose",
          "[workflow][dose-history]") {
    Course course;
    REQUIRE_FALSE(course.history().rows.at(0).lowestOxygen.has_value());
    REQUIRE_FALSE(course.history().rows.at(0).minutesToDischarge.has_value());
    course.addReading(course.doses.at(0), 10, 158, 84);
    course.addReading(course.doses.at(0), 20, 140, 97);
    const auto addOxygen = [&](int minute, int spo2) {
        Reading reading;
        reading.id = course.practice().ids().next<ReadingId>();
        reading.session = course.doses.at(0).id;
        reading.patient = course.patient;
        reading.measuredAt = course.doses.at(0).startedAt->plusMinutes(minute);
        reading.enteredAt = reading.measuredAt;
        reading.spo2 = spo2;
        course.save(reading);
    };
    addOxygen(-5, 88);
    addOxygen(5, 95);
    addOxygen(15, 92);
    addOxygen(25, 93);
    auto gone = course.doses.at(0);
    gone.dischargedAt = gone.startedAt->plusMinutes(131);
    required(workflow::WritingDoor(course.practice()).save({{Action::Changed, gone, {}}}));
    const auto row = course.history().rows.at(0);
    REQUIRE(row.peak->systolic == 158);
    REQUIRE(row.peakDiastolic->diastolic == 97);
    REQUIRE(row.lowestOxygen->spo2 == 92);
    REQUIRE(row.minutesToDischarge == 131);
}

TEST_CASE("A patient's doses stand in one history over all plans", "[workflow][dose-history]") {
    Course course;
    DosingSession outside = course.doses.at(1);
    outside.id = course.practice().ids().next<SessionId>();
    outside.plan.reset();
    outside.startedAt = course.fixture.at(QDate(2025, 5, 5), QTime(10, 0));
    outside.stoppedAt = outside.startedAt->plusMinutes(40);
    course.save(outside);
    const auto all = required(DoseHistoryQuery(course.practice()).ofPatient(course.patient));
    REQUIRE(all.rows.size() == 3);
    REQUIRE(all.rows.at(0).session.id == outside.id);
    REQUIRE(course.history().rows.size() == 2);
}

TEST_CASE("A bladder scale puts its next check off", "[workflow][exposure]") {
    Course course;
    const auto bladder = [&] {
        const auto all = required(DoseHistoryQuery(course.practice()).ofPatient(course.patient));
        const auto exposure = workflow::exposureOf(all, course.practice().today(), course.practice().zone());
        return required(workflow::exposureChecksOf(course.practice(), course.patient, exposure)).first();
    };
    REQUIRE(bladder().due == QDate(2027, 1, 19));
    REQUIRE_FALSE(bladder().isDue);
    course.fixture.clock().set(course.fixture.at(QDate(2027, 1, 18), QTime(12, 0)).utcMs);
    REQUIRE_FALSE(bladder().isDue);
    course.fixture.clock().set(course.fixture.at(QDate(2027, 1, 19), QTime(0, 0)).utcMs);
    REQUIRE(bladder().isDue);
    course.addRating(QStringLiteral("bpic-ss"), course.fixture.at(QDate(2026, 12, 1), QTime(9, 0)), 6);
    REQUIRE(bladder().due == QDate(2027, 3, 1));
    REQUIRE(bladder().lastDone == QDate(2026, 12, 1));
}

TEST_CASE("The next rating is the first after a dose, of any depression scale where one is missing",
          "[workflow][dose-history]") {
    Course course;
    const auto& fixture = course.fixture;
    course.addRating(QStringLiteral("phq-9"), fixture.at(QDate(2026, 10, 18), QTime(9, 0)), 20);
    course.addRating(QStringLiteral("phq-9"), fixture.at(QDate(2026, 10, 20), QTime(9, 0)), 15);
    course.addRating(QStringLiteral("phq-9"), fixture.at(QDate(2026, 10, 24), QTime(9, 0)), 11);
    course.addRating(QStringLiteral("gad-7"), fixture.at(QDate(2026, 10, 26), QTime(18, 0)), 9);
    course.addRating(QStringLiteral("madrs"), fixture.at(QDate(2026, 10, 27), QTime(9, 0)), 21);
    const auto rows = course.history().rows;
    REQUIRE(rows.at(0).next->total == 15);
    REQUIRE(rows.at(0).after->total == 11);
    REQUIRE(rows.at(1).next->instrument == QStringLiteral("madrs"));
    REQUIRE(rows.at(1).next->total == 21);
}

TEST_CASE("The doses of all plans stand in one table in words, with peaks and adverse events",
          "[workflow][dose-history]") {
    Course course;
    auto& practice = course.practice();
    TreatmentPlan earlier = course.plan;
    earlier.id = practice.ids().next<PlanId>();
    earlier.title = QStringLiteral("An earlier course");
    earlier.state = PlanState::Completed;
    course.save(earlier);
    course.addDose(1, QDate(2026, 6, 1), 40, earlier.id);
    const auto old = course.doses.last();
    course.addReading(old, 20, 150, 92);
    course.addReading(old, 40, 141, 95);
    course.addRating(QStringLiteral("cadss-6"), old.startedAt->plusMinutes(40), 7, old.id);
    course.addRating(QStringLiteral("phq-9"), old.startedAt->plusMinutes(2 * 1440), 14);
    test::AdverseDesk desk(course.fixture);
    desk.event(old, QStringLiteral("Nausea"), 31, 2);
    auto serious = desk.event(old, QStringLiteral("Syncope"), 50);
    serious.serious = Asked::Yes;
    required(workflow::WritingDoor(practice).save({{Action::Amended, serious, QStringLiteral("judged")}}));
    const auto sheet = required(workflow::DoseSheetQuery(practice).sheet(
        course.patient, QLocale(QLocale::English, QLocale::UnitedKingdom)));
    REQUIRE(sheet.lines.size() == 3);
    const auto& line = sheet.lines.first();
    REQUIRE(line.session == old.id);
    REQUIRE(line.dose == QStringLiteral("1, 1 Jun 2026"));
    REQUIRE(line.plan == QStringLiteral("An earlier course"));
    REQUIRE(line.given == QStringLiteral("35"));
    REQUIRE(line.perKg == QStringLiteral("0.5"));
    REQUIRE(line.pressure == QStringLiteral("150/92"));
    REQUIRE(line.dissociation == QStringLiteral("7 CADSS-6"));
    REQUIRE(line.rating == QStringLiteral("PHQ-9 14, 3 Jun"));
    REQUIRE(line.adverse == QStringLiteral("! Nausea 2, !! Syncope"));
    REQUIRE(sheet.lines.at(1).plan == course.plan.title);
    REQUIRE(sheet.lines.at(1).adverse.isEmpty());
    REQUIRE(sheet.lines.at(1).pressure.isEmpty());
    REQUIRE(sheet.exposure.first().contains(QStringLiteral("2 in the last 30 days, 2 in the last 90")));
    REQUIRE(sheet.subtitle.contains(QStringLiteral("Elena Marsh")));
}

TEST_CASE("A patient without a dose has an empty sheet", "[workflow][dose-history]") {
    OpenPracticeFixture fixture;
    const auto sheet = required(
        workflow::DoseSheetQuery(fixture.practice()).sheet(fixture.addElena(), QLocale(QLocale::English)));
    REQUIRE(sheet.lines.isEmpty());
    REQUIRE(sheet.exposure.isEmpty());
    REQUIRE_FALSE(workflow::DoseSheetQuery(fixture.practice())
                      .sheet(fixture.practice().ids().next<PatientId>(), QLocale(QLocale::English))
                      .has_value());
}

} // namespace test_dose_history

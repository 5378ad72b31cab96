// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sheet_care.h"

#include "tests/support/sheet_course.h"

#include "core/storage/practice_file.h"
#include "core/workflow/find_query.h"
#include "core/workflow/need_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/practice_check.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/version_query.h"
#include "core/workflow/writing_door.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <functional>

namespace test_sheet_care {
using namespace kairos;
using namespace kairos::record;
using base::ErrorCode;
using support::kSheetDay;
using support::required;
using support::safetyPlan;
using support::thoughtRecord;

namespace {

struct Sheets : support::SheetCourse {
    ErrorCode refusal(const TherapySheet& sheet) {
        const auto before = listed();
        const auto kept = care().save(sheet);
        REQUIRE_FALSE(kept.has_value());
        REQUIRE_FALSE(kept.error().remedy.isEmpty());
        REQUIRE(listed() == before);
        return kept.error().code;
    }
    /// A plan whose review is on this day is asked for on Today.
    bool isNeeded() {
        const auto needs = required(workflow::NeedQuery(practice()).all());
        return std::any_of(needs.begin(), needs.end(), [](const workflow::Need& need) {
            return need.kind == workflow::NeedKind::SheetReviewDue;
        });
    }
    void moveTo(QDate day) {
        fixture.clock().advanceMs(fixture.at(day, QTime(12, 0)).msSince(practice().now()));
    }
};

} // namespace

TEST_CASE("A sheet is kept with its parts in the order of the form, and empty ones left out",
          "[workflow][sheets]") {
    Sheets sheets;
    TherapySheet wanted = thoughtRecord(sheets.elena);
    wanted.parts = {{QStringLiteral("after"), QStringLiteral("  quieter  ")},
                    {QStringLiteral("for"), QStringLiteral("   ")},
                    {QStringLiteral("situation"), QStringLiteral("Sunday\nevening")}};
    wanted.reviewOn = kSheetDay.addDays(3); // its form is not reviewed
    const auto id = required(sheets.care().save(wanted));
    const TherapySheet kept = required(sheets.query().find(id));
    REQUIRE(kept.parts == QList<SheetField>{{QStringLiteral("situation"), QStringLiteral("Sunday\nevening")},
                                            {QStringLiteral("after"), QStringLiteral("quieter")}});
    REQUIRE_FALSE(kept.reviewOn.isValid());
    REQUIRE(kept.by == sheets.fixture.clinician());
    REQUIRE(kept.textOf(QStringLiteral("after")) == QStringLiteral("quieter"));
    REQUIRE(kept.textOf(QStringLiteral("for")).isEmpty());
}

TEST_CASE("A sheet that cannot be is refused with what to do", "[workflow][sheets]") {
    Sheets sheets;
    const TherapySheet sheet = thoughtRecord(sheets.elena);
    const QList<std::function<void(TherapySheet&)>> spoilt = {
        [](TherapySheet& one) { one.form = QStringLiteral("dance"); },
        [](TherapySheet& one) { // a part of another form
            one.parts.append({QStringLiteral("means"), QStringLiteral("locked up")});
        },
        [](TherapySheet& one) {
            one.parts = {{QStringLiteral("thought"), QStringLiteral(" \n ")}};
        },
        [](TherapySheet& one) { one.parts.clear(); },
        [](TherapySheet& one) { one.date = {}; },
        [](TherapySheet& one) { one.date = kSheetDay.addDays(1); },
        [](TherapySheet& one) { one.parts.first().text = QString(4001, QLatin1Char('a')); },
        [](TherapySheet& one) {
            one.form = QStringLiteral("activity-schedule");
            one.parts = {{QStringLiteral("monday.morning"), QString(301, QLatin1Char('a'))}};
        },
        [&](TherapySheet& one) { one.session = sheets.practice().ids().next<SessionId>(); }};
    for (qsizetype i = 0; i < spoilt.size(); ++i) {
        CAPTURE(i);
        TherapySheet one = sheet;
        spoilt.at(i)(one);
        REQUIRE(sheets.refusal(one) == ErrorCode::InvalidInput);
    }
}

TEST_CASE("The longest texts are kept", "[workflow][sheets]") {
    Sheets sheets;
    TherapySheet sheet = thoughtRecord(sheets.elena);
    sheet.parts.first().text = QString(4000, QLatin1Char('a'));
    REQUIRE(sheets.care().save(sheet).has_value());
    sheet.form = QStringLiteral("activity-schedule");
    sheet.parts = {{QStringLiteral("monday.morning"), QString(300, QLatin1Char('a'))}};
    REQUIRE(sheets.care().save(sheet).has_value());
}

TEST_CASE("A safety plan is reviewed from the next day on, at the latest after thirty",
          "[workflow][sheets]") {
    Sheets sheets;
    for (const QDate day : {QDate(), kSheetDay.addDays(-1), kSheetDay, kSheetDay.addDays(31)}) {
        REQUIRE(sheets.refusal(safetyPlan(sheets.elena, day)) == ErrorCode::InvalidInput);
    }
    const int days = GENERATE(1, 30);
    const auto id = required(sheets.care().save(safetyPlan(sheets.elena, kSheetDay.addDays(days))));
    REQUIRE(required(sheets.query().find(id)).reviewOn == kSheetDay.addDays(days));
}

TEST_CASE("A patient has one safety plan, which is changed; an error makes room for another",
          "[workflow][sheets]") {
    Sheets sheets;
    const TherapySheet plan = safetyPlan(sheets.elena, kSheetDay.addDays(14));
    const auto id = required(sheets.care().save(plan));
    REQUIRE(sheets.refusal(plan) == ErrorCode::Refused);
    const auto jan =
        sheets.fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Jan"), QStringLiteral("Berg"));
    REQUIRE(sheets.care().save(safetyPlan(jan, kSheetDay.addDays(14))).has_value());
    REQUIRE(sheets.care().remove(id, QStringLiteral("  ")).error().code == ErrorCode::InvalidInput);
    required(sheets.care().remove(id, QStringLiteral("written for another patient")));
    REQUIRE(sheets.listed().isEmpty());
    REQUIRE(sheets.care().remove(id, QStringLiteral("again")).error().code == ErrorCode::NotFound);
    REQUIRE(sheets.care().save(plan).has_value());
    // Thought records are as many as are written.
    required(sheets.care().save(thoughtRecord(sheets.elena)));
    required(sheets.care().save(thoughtRecord(sheets.elena)));
    REQUIRE(sheets.listed().size() == 3);
}

TEST_CASE("A change is a new version, keeps patient, session and form, and can be taken back",
          "[workflow][sheets]") {
    Sheets sheets;
    TherapySession session;
    session.patient = sheets.elena;
    session.type = TherapyType::Therapy;
    session.booked = {kSheetDay, QTime(9, 0), sheets.practice().practice().zone};
    TherapySheet wanted = thoughtRecord(sheets.elena);
    wanted.session = required(workflow::TherapyCare(sheets.practice()).book(session));
    const auto id = required(sheets.care().save(wanted));
    const TherapySheet first = required(sheets.query().find(id));
    TherapySheet changed = first;
    changed.session.reset();
    changed.form = therapy::kSafetyPlan;
    changed.parts[1].text = QStringLiteral("I may not manage all of it");
    REQUIRE(required(sheets.care().save(changed)) == id);
    const TherapySheet second = required(sheets.query().find(id));
    REQUIRE(second.session == wanted.session);
    REQUIRE(second.form == first.form);
    const auto versions =
        required(workflow::VersionQuery(sheets.practice()).of(id.uuid, sheets.elena, QLocale::c()));
    REQUIRE(versions.size() == 2);
    REQUIRE(versions.last().parts.at(2) ==
            workflow::VersionPart{QStringLiteral("The thought that came"), changed.parts.at(1).text});
    required(sheets.care().restore(first));
    REQUIRE(required(sheets.query().find(id)) == first);
    required(sheets.care().withdraw(id));
    REQUIRE(sheets.listed().isEmpty());
    REQUIRE(sheets.care().restore(first).error().code == ErrorCode::NotFound);
    REQUIRE(sheets.care().save(second).error().code == ErrorCode::NotFound);
    REQUIRE(required(workflow::PracticeCheck(sheets.practice()).run(workflow::CheckDepth::Deep))
                .findings()
                .isEmpty());
}

TEST_CASE("A sheet goes to no session of another patient, and no program writes one", "[workflow][sheets]") {
    Sheets sheets;
    const auto jan =
        sheets.fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Jan"), QStringLiteral("Berg"));
    TherapySession session;
    session.patient = jan;
    session.booked = {kSheetDay, QTime(9, 0), sheets.practice().practice().zone};
    TherapySheet wanted = thoughtRecord(sheets.elena);
    wanted.session = required(workflow::TherapyCare(sheets.practice()).book(session));
    REQUIRE(sheets.refusal(wanted) == ErrorCode::InvalidInput);
    wanted.session.reset();
    wanted.patient = sheets.practice().ids().next<PatientId>();
    REQUIRE(sheets.refusal(wanted) == ErrorCode::NotFound);
    sheets.practice().signOut();
    REQUIRE(sheets.refusal(thoughtRecord(sheets.elena)) == ErrorCode::Refused);
    sheets.practice().actAsProgram(QStringLiteral("kairos-cli, root"));
    REQUIRE(sheets.refusal(thoughtRecord(sheets.elena)) == ErrorCode::Refused);
}

TEST_CASE("What a patient wrote on a sheet is found, until it was an error", "[workflow][sheets][find]") {
    Sheets sheets;
    const auto id = required(sheets.care().save(safetyPlan(sheets.elena, kSheetDay.addDays(7))));
    const auto find = [&] {
        return required(workflow::FindQuery(sheets.practice())
                            .find({QStringLiteral("GARDEN may"), std::nullopt, 0, 20}))
            .records;
    };
    const auto hits = find();
    REQUIRE(hits.size() == 1);
    REQUIRE(hits.first().kind == RecordKind::TherapySheet);
    REQUIRE(hits.first().id == id.uuid);
    REQUIRE(hits.first().day == kSheetDay);
    REQUIRE(hits.first().passage.part == QStringLiteral("sheet"));
    required(sheets.care().remove(id, QStringLiteral("an error")));
    REQUIRE(find().isEmpty());
}

TEST_CASE("Today asks for a safety plan from the day after its review, of a patient in care",
          "[workflow][sheets][needs]") {
    Sheets sheets;
    required(sheets.care().save(thoughtRecord(sheets.elena)));
    const auto id = required(sheets.care().save(safetyPlan(sheets.elena, kSheetDay.addDays(7))));
    REQUIRE_FALSE(sheets.isNeeded());
    sheets.moveTo(kSheetDay.addDays(7));
    REQUIRE_FALSE(sheets.isNeeded());
    sheets.moveTo(kSheetDay.addDays(8));
    REQUIRE(sheets.isNeeded());
    Patient ended = required(sheets.practice().file().records().find<Patient>(sheets.elena)).value();
    const Patient inCare = ended;
    ended.stage = Stage::Ended;
    required(workflow::WritingDoor(sheets.practice()).save({{Action::Changed, ended, {}}}));
    REQUIRE_FALSE(sheets.isNeeded());
    required(workflow::WritingDoor(sheets.practice()).save({{Action::Changed, inCare, {}}}));
    TherapySheet again = required(sheets.query().find(id));
    again.date = kSheetDay.addDays(8);
    again.reviewOn = again.date.addDays(30);
    required(sheets.care().save(again));
    REQUIRE_FALSE(sheets.isNeeded());
}

} // namespace test_sheet_care

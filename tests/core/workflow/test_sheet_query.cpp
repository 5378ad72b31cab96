// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sheet_query.h"

#include "tests/support/sheet_course.h"

#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/writing_door.h"

#include <catch2/catch_test_macros.hpp>

namespace test_sheet_query {
using namespace kairos;
using namespace kairos::record;
using base::ErrorCode;
using support::kSheetDay;
using support::required;
using support::safetyPlan;
using support::SheetCourse;
using support::thoughtRecord;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

} // namespace

TEST_CASE("The safety plan stands first, then form by form with the newest first", "[workflow][sheets]") {
    SheetCourse sheets;
    TherapySheet older = thoughtRecord(sheets.elena);
    older.date = kSheetDay.addDays(-3);
    TherapySheet card = thoughtRecord(sheets.elena);
    card.form = QStringLiteral("values-card");
    card.parts = {{QStringLiteral("value"), QStringLiteral("to ask first")}};
    const auto first = sheets.keep(card);
    const auto second = sheets.keep(older);
    const auto third = sheets.keep(thoughtRecord(sheets.elena));
    const auto plan = sheets.keep(safetyPlan(sheets.elena, kSheetDay.addDays(7)));
    QList<TherapySheetId> ids;
    for (const TherapySheet& sheet : required(sheets.query().ofPatient(sheets.elena)).sheets) {
        ids.append(sheet.id);
    }
    REQUIRE(ids == QList<TherapySheetId>{plan, third, second, first});
    const auto newest = required(sheets.query().latest(sheets.elena, older.form));
    REQUIRE(newest->id == third);
    REQUIRE(required(sheets.query().latest(sheets.elena, therapy::kSafetyPlan))->id == plan);
    REQUIRE_FALSE(required(sheets.query().latest(sheets.elena, QStringLiteral("parts-map"))).has_value());
    const auto jan =
        sheets.fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Jan"), QStringLiteral("Berg"));
    REQUIRE_FALSE(required(sheets.query().latest(jan, therapy::kSafetyPlan)).has_value());
}

TEST_CASE("Of two sheets of one day the one written later is the newest", "[workflow][sheets]") {
    SheetCourse sheets;
    sheets.keep(thoughtRecord(sheets.elena));
    sheets.fixture.clock().advanceMs(60'000);
    const auto later = sheets.keep(thoughtRecord(sheets.elena));
    REQUIRE(required(sheets.query().latest(sheets.elena, QStringLiteral("thought-record")))->id == later);
}

TEST_CASE("A damaged plan is named, and no other sheet stands for it", "[workflow][sheets]") {
    SheetCourse sheets;
    sheets.keep(safetyPlan(sheets.elena, kSheetDay.addDays(7)));
    const auto thought = sheets.keep(thoughtRecord(sheets.elena));
    const auto key = sheets.fixture.practice().file().key().clone();
    const QString path = sheets.fixture.path();
    sheets.fixture.close();
    storage::Connection(path, storage::OpenMode::Write, &key)
        .execute("UPDATE therapy_sheet SET mac = randomblob(32) WHERE code = 'safety-plan'");
    sheets.fixture.reopen();
    const auto list = required(sheets.query().ofPatient(sheets.elena));
    REQUIRE(list.damaged.size() == 1);
    REQUIRE(list.sheets.size() == 1);
    REQUIRE(list.sheets.first().id == thought);
    REQUIRE(sheets.query().latest(sheets.elena, therapy::kSafetyPlan).error().code == ErrorCode::Damaged);
    REQUIRE(required(sheets.query().latest(sheets.elena, QStringLiteral("thought-record")))->id == thought);
}

TEST_CASE("A safety plan prints its headings, the patient's words and the crisis text once it is written",
          "[workflow][sheets][reports]") {
    SheetCourse sheets;
    const auto id = sheets.keep(safetyPlan(sheets.elena, kSheetDay.addDays(7)));
    auto report = required(sheets.query().report(id, kEnglish));
    REQUIRE(report.title == QStringLiteral("Safety plan"));
    REQUIRE(report.subtitle == QStringLiteral("Elena Marsh · born 12 Mar 1984 · MRN AH-0412"));
    REQUIRE(report.mrn == QStringLiteral("AH-0412"));
    REQUIRE(report.parts.size() == 7);
    REQUIRE(report.parts.first().text == QStringLiteral("awake at four"));
    REQUIRE(report.parts.at(1).text.isEmpty());
    REQUIRE_FALSE(report.parts.at(1).hint.isEmpty());
    REQUIRE(report.facts == QStringList{QStringLiteral("2 Nov 2026, written down with Ruth Adeyemi"),
                                        QStringLiteral("We go through it again by 9 Nov 2026")});
    REQUIRE(report.columns.isEmpty());
    REQUIRE(report.crisisText.isEmpty());
    Practice practice = sheets.fixture.practice().practice();
    practice.crisisText = QStringLiteral(" Call the number on the card. ");
    required(workflow::ClinicCare(sheets.fixture.practice()).savePractice(practice));
    report = required(sheets.query().report(id, kEnglish));
    REQUIRE(report.crisisText == QStringLiteral("Call the number on the card."));
    const auto thought = sheets.keep(thoughtRecord(sheets.elena));
    const auto plain = required(sheets.query().report(thought, kEnglish));
    REQUIRE(plain.crisisText.isEmpty());
    REQUIRE(plain.facts.size() == 1);
}

TEST_CASE("A week prints as a grid of days and parts of the day", "[workflow][sheets][reports]") {
    SheetCourse sheets;
    TherapySheet week = thoughtRecord(sheets.elena);
    week.form = QStringLiteral("activity-schedule");
    week.parts = {{QStringLiteral("tuesday.evening"), QStringLiteral("swim, 6")}};
    const auto report = required(sheets.query().report(sheets.keep(week), kEnglish));
    REQUIRE(report.columns.size() == 3);
    REQUIRE(report.rows.size() == 7);
    REQUIRE(report.rows.at(1).title == QStringLiteral("Tuesday"));
    REQUIRE(report.rows.at(1).cells == QStringList{QString(), QString(), QStringLiteral("swim, 6")});
    REQUIRE(report.parts.size() == 1);
}

TEST_CASE("A sheet of a form that a newer Kairos brought prints with the ids of its parts",
          "[workflow][sheets][reports]") {
    SheetCourse sheets;
    TherapySheet strange = thoughtRecord(sheets.elena);
    strange.id = sheets.fixture.practice().ids().next<TherapySheetId>();
    strange.form = QStringLiteral("sleep-diary");
    strange.parts = {{QStringLiteral("night"), QStringLiteral("five hours")}};
    strange.by = sheets.fixture.clinician();
    required(workflow::WritingDoor(sheets.fixture.practice()).save({{Action::Created, strange, {}}}));
    const auto report = required(sheets.query().report(strange.id, kEnglish));
    REQUIRE(report.title == QStringLiteral("sleep-diary"));
    REQUIRE(report.parts.first().title == QStringLiteral("night"));
    REQUIRE(report.parts.first().text == QStringLiteral("five hours"));
    REQUIRE(required(sheets.query().ofPatient(sheets.elena)).sheets.last().id == strange.id);
    const auto nobody = sheets.query().report(TherapySheetId(), kEnglish);
    REQUIRE(nobody.error().code == ErrorCode::NotFound);
}

} // namespace test_sheet_query

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_register.h"

#include "core/record/dosing_session.h"
#include "core/workflow/adverse_sheet_query.h"
#include "core/workflow/writing_door.h"

#include "tests/support/adverse_events.h"

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_register {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::AdverseFilter;
using workflow::AdverseRegisterQuery;

namespace {

/// Two patients: Elena with a dose at 9:00 on 12 October 2026, Tom without one.
struct Register {
    OpenPracticeFixture fixture;
    PatientId elena{fixture.addElena()};
    PatientId tom{
        fixture.addPatient(QStringLiteral("K-0002"), QStringLiteral("Tom"), QStringLiteral("Field"))};
    DosingSession dose;

    Register() {
        dose.id = fixture.practice().ids().next<SessionId>();
        dose.patient = elena;
        dose.number = 3;
        dose.drug = QStringLiteral("ketamine");
        dose.state = SessionState::Held;
        dose.booked = {QDate(2026, 10, 12), QTime(9, 0), fixture.practice().practice().zone};
        dose.startedAt = fixture.at(QDate(2026, 10, 12), QTime(9, 0));
        save(dose);
    }
    template <class Record>
    void save(const Record& value) {
        required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, value, {}}}));
    }
    AdverseEvent event(const PatientId& patient, const char* term, QDate day, QTime time) {
        AdverseEvent one;
        one.id = fixture.practice().ids().next<AdverseEventId>();
        one.patient = patient;
        one.term = QString::fromUtf8(term);
        one.onset = fixture.at(day, time);
        return one;
    }
    /// Nausea of grade 2 in the dose, resolved; raised pressure of grade 3, serious, open; a headache of
    /// Tom's.
    void fill() {
        auto nausea = event(elena, "Nausea", QDate(2026, 10, 12), QTime(9, 31));
        nausea.session = dose.id;
        nausea.grade = 2;
        nausea.serious = Asked::No;
        nausea.resolvedAt = nausea.onset.plusMinutes(40);
        auto pressure = event(elena, "Blood pressure increased", QDate(2026, 10, 12), QTime(8, 59, 30));
        pressure.session = dose.id;
        pressure.grade = 3;
        pressure.serious = Asked::Yes;
        auto headache = event(tom, "Céphalée", QDate(2026, 10, 20), QTime(18, 0));
        headache.related = Relatedness::Possible;
        headache.action = QStringLiteral("rest, \"dark room\"");
        for (const auto& one : {nausea, pressure, headache}) {
            save(one);
        }
    }
    QStringList terms(const AdverseFilter& filter) {
        QStringList found;
        for (const auto& row : required(AdverseRegisterQuery(fixture.practice()).rows(filter)).rows) {
            found.append(row.event.term);
        }
        return found;
    }
};

const QString kNausea = QStringLiteral("Nausea");
const QString kPressure = QStringLiteral("Blood pressure increased");
const QString kHeadache = QStringLiteral("Céphalée");

} // namespace

TEST_CASE("A practice without an adverse event has an empty register", "[workflow][adverse]") {
    Register all;
    const auto found = required(AdverseRegisterQuery(all.fixture.practice()).rows({}));
    REQUIRE(found.rows.isEmpty());
    REQUIRE(found.all == 0);
    REQUIRE(found.terms.isEmpty());
}

TEST_CASE("The register holds all patients' events, the latest first", "[workflow][adverse]") {
    Register all;
    all.fill();
    REQUIRE(all.terms({}) == QStringList{kHeadache, kNausea, kPressure});
    const auto found = required(AdverseRegisterQuery(all.fixture.practice()).rows({}));
    REQUIRE(found.terms == QStringList{kPressure, kHeadache, kNausea});
    REQUIRE(found.rows.at(0).patient.id == all.tom);
    REQUIRE_FALSE(found.rows.at(0).onsetMinute.has_value());
    REQUIRE(found.rows.at(1).doseNumber == 3);
    REQUIRE(found.rows.at(1).drug == QStringLiteral("ketamine"));
    REQUIRE(found.rows.at(1).onsetMinute == 31);
    REQUIRE(found.rows.at(2).onsetMinute == -1);
}

TEST_CASE("The register is narrowed by term, grade, serious, unresolved and period", "[workflow][adverse]") {
    Register all;
    all.fill();
    AdverseFilter filter;
    filter.term = QStringLiteral("cephalee");
    REQUIRE(all.terms(filter) == QStringList{kHeadache});
    filter = {};
    filter.gradeAtLeast = 2;
    REQUIRE(all.terms(filter) == QStringList{kNausea, kPressure});
    filter.gradeAtLeast = 3;
    REQUIRE(all.terms(filter) == QStringList{kPressure});
    filter = {};
    filter.onlySerious = true;
    REQUIRE(all.terms(filter) == QStringList{kPressure});
    filter = {};
    filter.onlyUnresolved = true;
    REQUIRE(all.terms(filter) == QStringList{kHeadache, kPressure});
    filter = {};
    filter.from = QDate(2026, 10, 12);
    filter.to = QDate(2026, 10, 12);
    REQUIRE(all.terms(filter) == QStringList{kNausea, kPressure});
    filter.from = QDate(2026, 10, 13);
    filter.to.reset();
    REQUIRE(all.terms(filter) == QStringList{kHeadache});
}

TEST_CASE("A narrowed register still says how many there are", "[workflow][adverse]") {
    Register all;
    all.fill();
    AdverseFilter filter;
    filter.term = QStringLiteral("rash");
    const auto found = required(AdverseRegisterQuery(all.fixture.practice()).rows(filter));
    REQUIRE(found.rows.isEmpty());
    REQUIRE(found.all == 3);
}

TEST_CASE("A filter that cannot be is refused", "[workflow][adverse]") {
    Register all;
    const AdverseRegisterQuery query(all.fixture.practice());
    AdverseFilter filter;
    filter.gradeAtLeast = 0;
    REQUIRE_FALSE(query.rows(filter).has_value());
    filter.gradeAtLeast = 6;
    REQUIRE_FALSE(query.rows(filter).has_value());
    filter.gradeAtLeast = 5;
    filter.from = QDate(2026, 10, 2);
    filter.to = QDate(2026, 10, 1);
    REQUIRE_FALSE(query.rows(filter).has_value());
}

TEST_CASE("The register goes out as CSV with its ids", "[workflow][adverse]") {
    Register all;
    all.fill();
    const auto csv = required(AdverseRegisterQuery(all.fixture.practice()).csv({}));
    const auto lines = QString::fromUtf8(csv).split(QStringLiteral("\r\n"));
    REQUIRE(lines.size() == 5);
    REQUIRE(lines.at(0).startsWith(QStringLiteral("mrn,name,patient,session,drug,dose,term,onset")));
    REQUIRE(lines.at(1).contains(QStringLiteral("possible,\"rest, \"\"dark room\"\"\"")));
    REQUIRE(lines.at(2).contains(all.dose.id.toString()));
    REQUIRE(lines.at(2).contains(QStringLiteral(",31,2,no,")));
    all.fixture.signInAs(QStringLiteral("Nora Lind"), Role::Monitor);
    REQUIRE_FALSE(AdverseRegisterQuery(all.fixture.practice()).csv({}).has_value());
}

TEST_CASE("A damaged patient or event is named and the register goes on", "[workflow][adverse]") {
    Register all;
    all.fill();
    test::AdverseDesk desk(all.fixture);
    desk.tamper("UPDATE patient SET content = CAST(content || x'00' AS BLOB) WHERE code = 'K-0002'");
    const auto found = required(AdverseRegisterQuery(all.fixture.practice()).rows({}));
    REQUIRE(found.rows.size() == 3);
    REQUIRE(found.rows.at(0).patient.mrn.isEmpty());
    REQUIRE(found.rows.at(0).patient.id == all.tom);
    REQUIRE(found.damaged.size() == 1);
    REQUIRE(found.damaged.first().contains(all.tom.toString()));
    desk.tamper("UPDATE adverse_event SET content = CAST(content || x'00' AS BLOB) WHERE code = 'Nausea'");
    const auto again = required(AdverseRegisterQuery(all.fixture.practice()).rows({}));
    REQUIRE(again.rows.size() == 2);
    REQUIRE(again.damaged.size() == 2);
}

TEST_CASE("The register prints its filter in words and each event as it stands", "[workflow][adverse]") {
    Register all;
    all.fill();
    const workflow::AdverseSheetQuery query(all.fixture.practice());
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    const auto sheet = required(query.sheet({}, locale));
    REQUIRE(sheet.subtitle == QStringLiteral("All events"));
    REQUIRE(sheet.count == QStringLiteral("3 of 3 events on record, the latest first"));
    REQUIRE(sheet.lines.at(0).dose == QStringLiteral("outside of a session"));
    REQUIRE(sheet.lines.at(0).judged == QStringLiteral("possible"));
    REQUIRE(sheet.lines.at(1).event == QStringLiteral("Nausea, 2 moderate"));
    REQUIRE(sheet.lines.at(1).dose == QStringLiteral("ketamine, dose 3, minute 31"));
    REQUIRE(sheet.lines.at(1).over == QStringLiteral("12 Oct 2026 10:11"));
    REQUIRE(sheet.lines.at(1).judged == QStringLiteral("not judged"));
    REQUIRE(sheet.lines.at(2).event == QStringLiteral("Blood pressure increased, 3 severe, SERIOUS"));
    REQUIRE(sheet.lines.at(2).over == QStringLiteral("goes on"));
    AdverseFilter filter;
    filter.term = QStringLiteral("nau");
    filter.gradeAtLeast = 2;
    filter.onlySerious = true;
    filter.onlyUnresolved = true;
    filter.from = QDate(2026, 10, 1);
    filter.to = QDate(2026, 10, 31);
    REQUIRE(required(query.sheet(filter, locale)).subtitle ==
            QStringLiteral("Only: term holds \"nau\", grade 2 or more, serious, not over, 1 Oct 2026 to "
                           "31 Oct 2026"));
}

TEST_CASE("An exported term cannot run as a formula", "[workflow][adverse]") {
    Register all;
    auto event = all.event(all.elena, "=HYPERLINK(1)", QDate(2026, 10, 12), QTime(9, 31));
    all.save(event);
    const auto csv = required(AdverseRegisterQuery(all.fixture.practice()).csv({}));
    REQUIRE(csv.contains(",'=HYPERLINK(1),"));
}

} // namespace test_adverse_register

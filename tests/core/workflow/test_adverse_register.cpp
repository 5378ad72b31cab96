// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_register.h"

#include "core/record/dosing_session.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/session_summary.h"

#include "core/safety/safety_rules.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_session_summary {
using namespace kairos;
using namespace kairos::reports;
using safety::GateLine;
using safety::GateState;

namespace {

const QDate kDay(2026, 10, 12);

base::Instant at(int hour, int minute) {
    return base::Instant::fromLocal(kDay, QTime(hour, minute), QTimeZone::utc());
}

/// A synthetic patient's seventh dose, 34.5 mg over 40 minutes, discharged and not signed.
SummaryFacts dosingFacts() {
    SummaryFacts facts;
    facts.practice.name = QStringLiteral("Alder House");
    facts.patient.givenName = QStringLiteral("Elena");
    facts.patient.familyName = QStringLiteral("Marsh");
    facts.patient.mrn = QStringLiteral("K-0147");
    facts.patient.birthDate = QDate(1984, 10, 13);
    record::DosingSession session;
    session.number = 7;
    session.booked.date = kDay;
    session.booked.time = QTime(10, 0);
    session.booked.zone = QStringLiteral("UTC");
    session.drug = QStringLiteral("ketamine (racemic)");
    session.dose = base::Milligrams{34.5};
    session.minutes = base::Minutes{40};
    session.weight = base::Kilograms{68.9};
    session.startedAt = at(10, 12);
    session.stoppedAt = at(10, 52);
    session.dischargedAt = at(12, 20);
    facts.dosing = session;
    facts.zone = QTimeZone::utc();
    facts.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    facts.now = at(13, 0);
    facts.printedBy = QStringLiteral("Ruth Adeyemi");
    return facts;
}

SummaryFacts therapyFacts() {
    SummaryFacts facts = dosingFacts();
    facts.dosing.reset();
    record::TherapySession session;
    session.type = record::TherapyType::Integration;
    session.number = 3;
    session.booked.date = kDay;
    session.minutes = 50;
    facts.therapy = session;
    facts.therapist = QStringLiteral("Jonas Lindqvist");
    return facts;
}

SessionSummary pageOf(const SummaryFacts& facts) {
    static const auto kRules = safety::SafetyRules::builtIn();
    return sessionSummary(facts, kRules);
}

GateLine gate(const char* text, GateState state) {
    GateLine line;
    line.text = QString::fromLatin1(text);
    line.state = state;
    return line;
}

record::Reading reading(int minute, int systolic, int diastolic) {
    record::Reading value;
    value.measuredAt = at(10, 12).plusMinutes(minute);
    value.systolic = systolic;
    value.diastolic = diastolic;
    return value;
}

} // namespace

TEST_CASE("The headline of a dose names drug, dose, route and minutes", "[reports]") {
    const auto page = pageOf(dosingFacts());
    REQUIRE(page.isDosing);
    REQUIRE(page.doseHeadline.startsWith(QStringLiteral("Ketamine (racemic) 34.5 mg IV")));
    REQUIRE(page.doseHeadline.contains(QStringLiteral("40\u00a0min")));
    REQUIRE(page.subtitle == QStringLiteral("Dosing session 7, Mon 12 Oct 2026, 10:12 to 12:20"));
    REQUIRE(page.doseLines.contains(QStringLiteral("Off-label use.")));
}

TEST_CASE("Esketamine is not called off-label", "[reports]") {
    auto facts = dosingFacts();
    facts.dosing->route = record::Route::Intranasal;
    REQUIRE_FALSE(pageOf(facts).doseLines.contains(QStringLiteral("Off-label use.")));
}

TEST_CASE("What was given stands beside what was ordered", "[reports]") {
    auto facts = dosingFacts();
    facts.given = protocols::GivenDose{base::Milligrams{10.5}, base::Milligrams{24}, {}};
    const auto lines = pageOf(facts).doseLines;
    REQUIRE(lines.first().contains(QStringLiteral("Given 10.5 of 34.5 mg.")));
}

TEST_CASE("Age counts the birthday itself", "[reports]") {
    auto facts = dosingFacts();
    REQUIRE(pageOf(facts).identity.born.contains(QStringLiteral("(41 y)")));
    facts.patient.birthDate = QDate(1984, 10, 12);
    REQUIRE(pageOf(facts).identity.born.contains(QStringLiteral("(42 y)")));
    facts.patient.birthDate.reset();
    REQUIRE(pageOf(facts).identity.born == QStringLiteral("not recorded"));
}

TEST_CASE("An empty allergy list prints as not asked, never as none", "[reports]") {
    auto facts = dosingFacts();
    REQUIRE(pageOf(facts).identity.allergies == QStringLiteral("not asked"));
    facts.patient.allergyStatus = record::AllergyStatus::NoneKnown;
    REQUIRE(pageOf(facts).identity.allergies == QStringLiteral("none known"));
}

TEST_CASE("A page is a draft until somebody signed", "[reports]") {
    auto facts = dosingFacts();
    REQUIRE(pageOf(facts).identity.isDraft);
    facts.signatures.append({QStringLiteral("Ruth Adeyemi"), QStringLiteral("prescriber"), at(12, 58)});
    const auto page = pageOf(facts);
    REQUIRE_FALSE(page.identity.isDraft);
    REQUIRE(page.signatures.first().lead == QStringLiteral("Ruth Adeyemi, prescriber"));
    REQUIRE(page.signatures.first().text == QStringLiteral("signed 12 Oct 2026 12:58"));
}

TEST_CASE("Gates that were not met or overridden stand first, with the reason", "[reports]") {
    auto facts = dosingFacts();
    GateLine met = gate("Signed order", GateState::Met);
    met.evidence = QStringLiteral("valid");
    GateLine over = gate("Escort named", GateState::Overridden);
    over.overrideReason = QStringLiteral("sister collects her");
    facts.preDose = {met, over, gate("Weighed today", GateState::NotMet)};
    const auto page = pageOf(facts);
    REQUIRE(page.gatesTitle == QStringLiteral("Before the dose: 2 of 3"));
    REQUIRE(page.gateLines == QStringList{QStringLiteral("Escort named (overridden: sister collects her)"),
                                          QStringLiteral("Weighed today (not met)"),
                                          QStringLiteral("Signed order: valid")});
}

TEST_CASE("A met gate line is not said again where the page shows it anyway, one that holds is",
          "[reports]") {
    auto facts = dosingFacts();
    GateLine risk = gate("No open risk item", GateState::Met);
    risk.id = QStringLiteral("risk");
    risk.evidence = QStringLiteral("none open");
    facts.preDose = {risk};
    REQUIRE(pageOf(facts).gateLines.isEmpty());
    facts.preDose.first().state = GateState::NotMet;
    REQUIRE(pageOf(facts).gateLines == QStringList{QStringLiteral("No open risk item: none open (not met)")});
}

TEST_CASE("Readings count from minute 0, before it with a minus sign", "[reports]") {
    auto facts = dosingFacts();
    facts.readings = {reading(-15, 123, 78), reading(0, 124, 78), reading(40, 152, 90)};
    const auto page = pageOf(facts);
    REQUIRE(page.vitals.size() == 3);
    REQUIRE(page.vitals.first().minute == QStringLiteral("\u221215"));
    REQUIRE(page.vitals.last().minute == QStringLiteral("40"));
    REQUIRE(page.vitals.last().pressure == QStringLiteral("152/90"));
    REQUIRE(page.vitals.last().spo2 == QStringLiteral("–"));
}

TEST_CASE("A systolic pressure of 159 passes without a word, 160 is a caution", "[reports]") {
    auto facts = dosingFacts();
    const auto [systolic, level] = GENERATE(table<int, base::FindingLevel>(
        {{159, base::FindingLevel::Information}, {160, base::FindingLevel::Caution}}));
    // The rise from the baseline has a limit of its own: the baseline stands near enough.
    facts.readings = {reading(-15, 140, 78), reading(40, systolic, 80)};
    REQUIRE(pageOf(facts).vitals.last().level == level);
}

TEST_CASE("An open risk item prints in capitals, a closed one with its plan", "[reports]") {
    auto facts = dosingFacts();
    record::RiskItem item;
    item.number = 7;
    item.openedAt = at(9, 36);
    item.evidence = {{at(9, 36), QStringLiteral("PHQ-9 item 9 = 1"), {}}};
    facts.risks = {item};
    REQUIRE(pageOf(facts).risk.first().contains(QStringLiteral("OPEN since 12 Oct 2026 09:36")));
    item.closedAt = at(9, 47);
    item.assessment = QStringLiteral("Passive, no plan.");
    item.plan = QStringLiteral("Call tomorrow.");
    item.nextLook = kDay.addDays(1);
    facts.risks = {item};
    const QString line = pageOf(facts).risk.first();
    REQUIRE(line.contains(QStringLiteral("Plan: Call tomorrow.")));
    REQUIRE(line.contains(QStringLiteral("Next look Tue 13 Oct 2026")));
}

TEST_CASE("What was learnt after a dose stands in lines of its own, as time went", "[reports]") {
    auto facts = dosingFacts();
    REQUIRE(pageOf(facts).later.isEmpty());
    const QString priya = QStringLiteral("Priya Nair");
    facts.later = {{at(19, 30), priya, QStringLiteral("Nausea, followed up"), QStringLiteral("over")},
                   {at(17, 5), priya, QStringLiteral("Not reached after the dose"), {}},
                   {at(18, 0), priya, QStringLiteral("Call after the dose"), QStringLiteral("100% well")}};
    const auto page = pageOf(facts);
    REQUIRE(page.later ==
            QStringList{QStringLiteral("Not reached after the dose 12 Oct 2026 17:05 by Priya Nair"),
                        QStringLiteral("Call after the dose 12 Oct 2026 18:00 by Priya Nair: 100% well"),
                        QStringLiteral("Nausea, followed up 12 Oct 2026 19:30 by Priya Nair: over")});
    REQUIRE(page.events.last() == QStringLiteral("Adverse events: none recorded."));
}

TEST_CASE("No adverse event is said, not left empty", "[reports]") {
    REQUIRE(pageOf(dosingFacts()).events.last() == QStringLiteral("Adverse events: none recorded."));
}

TEST_CASE("A dosing summary leaves the note out and says so", "[reports]") {
    auto facts = dosingFacts();
    record::Note note;
    note.sections = {{QStringLiteral("data"), QStringLiteral("Spoke of her father.")}};
    facts.notes = {note};
    const auto page = pageOf(facts);
    REQUIRE(page.noteSections.isEmpty());
    REQUIRE(page.leftOut.startsWith(QStringLiteral("Left out: 1 note")));
}

TEST_CASE("A therapy summary prints the note and that suicidal thoughts were not asked", "[reports]") {
    auto facts = therapyFacts();
    record::Note note;
    note.sections = {{QStringLiteral("data"), QStringLiteral("Old fear came back.")}};
    facts.notes = {note};
    const auto page = pageOf(facts);
    REQUIRE_FALSE(page.isDosing);
    REQUIRE(page.subtitle ==
            QStringLiteral("Integration session 3, Mon 12 Oct 2026, 50 min, Jonas Lindqvist"));
    REQUIRE(page.noteSections.first() ==
            LeadLine{QStringLiteral("Data"), QStringLiteral("Old fear came back.")});
    REQUIRE(page.noteSections.last().text == QStringLiteral("not asked"));
}

TEST_CASE("A therapy summary says that its note was amended, when, by whom and why", "[reports][amend]") {
    auto facts = therapyFacts();
    record::Note note;
    note.id.uuid.bytes.back() = 7;
    note.sections = {{QStringLiteral("data"), QStringLiteral("Old fear came back.")}};
    facts.notes = {note};
    REQUIRE(pageOf(facts).noteSections.first().lead == QStringLiteral("Data"));
    facts.amendments.insert(note.id,
                            QStringLiteral("amended on 13 Oct 2026 09:00 by Ruth Adeyemi: wrong day"));
    REQUIRE(pageOf(facts).noteSections.first() ==
            LeadLine{QStringLiteral("Amended"),
                     QStringLiteral("amended on 13 Oct 2026 09:00 by Ruth Adeyemi: wrong day")});
}

TEST_CASE("A visit that is signed in part prints as a draft and names what is open", "[reports][sign]") {
    auto facts = dosingFacts();
    facts.signatures.append({QStringLiteral("Ruth Adeyemi"), QStringLiteral("prescriber"), at(12, 58)});
    facts.unsignedParts = {QStringLiteral("the note of Jonas Lindqvist")};
    const auto page = pageOf(facts);
    REQUIRE(page.identity.isDraft);
    REQUIRE(page.signatures.last() ==
            LeadLine{QStringLiteral("Not signed yet"), QStringLiteral("the note of Jonas Lindqvist")});
}

TEST_CASE("A therapy summary marks what was carried, and of the parts beside the text prints homework alone",
          "[reports]") {
    auto facts = therapyFacts();
    record::Note note;
    note.sections = {{QStringLiteral("plan"), QStringLiteral("Walk."), record::NoteId{}}};
    note.details.present = {QStringLiteral("patient"), QStringLiteral("mother")};
    note.details.mentalState = {{QStringLiteral("mood"), QStringLiteral("low")}};
    note.details.mentalRemark = QStringLiteral("tearful");
    note.details.interventions = {QStringLiteral("thought record")};
    note.details.homework = QStringLiteral("log each evening");
    facts.notes = {note};
    const auto lines = pageOf(facts).noteSections;
    REQUIRE(lines.size() == 3);
    REQUIRE(lines.at(0).lead == QStringLiteral("Plan (carried from an earlier note, not changed)"));
    REQUIRE(lines.at(1) ==
            LeadLine{QStringLiteral("Practice for this week"), QStringLiteral("log each evening")});
    for (const LeadLine& line : lines) {
        REQUIRE_FALSE(line.text.contains(QStringLiteral("mother")));
        REQUIRE_FALSE(line.text.contains(QStringLiteral("tearful")));
        REQUIRE_FALSE(line.text.contains(QStringLiteral("thought record")));
    }
}

} // namespace test_session_summary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/monitoring_sheet.h"

#include <catch2/catch_test_macros.hpp>

namespace test_monitoring_sheet {
using namespace kairos;
using namespace kairos::reports;
using safety::GateLine;
using safety::GateState;

namespace {

const QDate kDay(2026, 10, 12);

base::Instant at(int minute) {
    return base::Instant::fromLocal(kDay, QTime(10, 0), QTimeZone::utc()).plusMinutes(minute);
}

record::SessionEvent sprays(int minute, int count) {
    record::SessionEvent event;
    event.type = record::EventType::Spray;
    event.at = at(minute);
    event.sprays = count;
    event.amount = 14.0 * count;
    return event;
}

record::Reading reading(int minute, int systolic, int diastolic, int spo2, int sedation) {
    record::Reading value;
    value.measuredAt = at(minute);
    value.systolic = systolic;
    value.diastolic = diastolic;
    value.spo2 = spo2;
    value.sedation = sedation;
    return value;
}

record::Rating cadss(int minute, double total) {
    record::Rating rating;
    rating.instrument = QStringLiteral("cadss");
    rating.assessedAt = at(minute);
    rating.total = total;
    return rating;
}

GateLine gate(const char* id, GateState state, const char* evidence) {
    GateLine line;
    line.id = QString::fromLatin1(id);
    line.state = state;
    line.evidence = QString::fromLatin1(evidence);
    return line;
}

/// 56 mg in two devices at minutes 0 and 5, home at minute 130.
MonitoringFacts complete() {
    MonitoringFacts facts;
    auto& session = facts.session;
    session.practice.name = QStringLiteral("Alder House");
    session.practice.address = QStringLiteral("14 Alder Lane");
    session.patient.familyName = QStringLiteral("Okafor");
    session.patient.givenName = QStringLiteral("Ada");
    session.patient.birthDate = QDate(1979, 5, 3);
    session.patient.sex = record::Sex::Female;
    record::DosingSession dosing;
    dosing.route = record::Route::Intranasal;
    dosing.drug = QStringLiteral("esketamine nasal spray");
    dosing.number = 1;
    dosing.booked.date = kDay;
    dosing.dose = base::Milligrams{56};
    dosing.lot = QStringLiteral("ES-31");
    dosing.startedAt = at(0);
    dosing.stoppedAt = at(5);
    dosing.dischargedAt = at(130);
    session.dosing = dosing;
    session.given = protocols::GivenDose{base::Milligrams{56}, {}, {}};
    session.events = {sprays(0, 2), sprays(5, 2)};
    session.readings = {reading(-10, 128, 82, 98, 5), reading(38, 146, 91, 96, 4),
                        reading(60, 140, 88, 97, 5), reading(125, 130, 82, 98, 5)};
    session.sessionRatings = {cadss(40, 11), cadss(90, 4)};
    session.preDose = {gate("pressure", GateState::Met, "128/82"), gate("medicines", GateState::Met, "")};
    session.discharge = {gate("pressure", GateState::Met, "130/82")};
    session.zone = QTimeZone::utc();
    session.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    session.now = at(150);
    facts.isFirst = true;
    facts.monitor = QStringLiteral("Priya Nair");
    return facts;
}

MonitoringSheet sheetOf(const MonitoringFacts& facts) {
    return monitoringSheet(facts, safety::MonitoringForm::builtIn());
}

MonitoringLine lineOf(const MonitoringFacts& facts, const char* id) {
    const auto sheet = sheetOf(facts);
    const auto* line = sheet.line(QString::fromLatin1(id));
    REQUIRE(line != nullptr);
    return *line;
}

} // namespace

TEST_CASE("The worksheet says what it is and when the form is due", "[reports][monitoring]") {
    const auto sheet = sheetOf(complete());
    REQUIRE(sheet.notice.first().contains(QStringLiteral("It is not the form")));
    REQUIRE(sheet.notice.at(1) ==
            QStringLiteral("The form is due within 7 days of the session: by Mon 19 Oct 2026."));
    REQUIRE(sheet.sources.filter(QStringLiteral("Not sourced")).size() == 1);
}

TEST_CASE("Every datum of the list stands on the sheet once", "[reports][monitoring]") {
    const auto sheet = sheetOf(complete());
    for (const auto& item : safety::MonitoringForm::builtIn().items) {
        const auto* line = sheet.line(item.id);
        REQUIRE(line != nullptr);
        REQUIRE(line->label != item.id);
        REQUIRE_FALSE(line->value.isEmpty());
    }
    REQUIRE(sheet.sections.at(1).lines.size() == safety::MonitoringForm::builtIn().medication.size());
    // Kairos keeps neither the enrolment nor when the patient could have left.
    REQUIRE(sheet.missing() == 2);
}

TEST_CASE("Dose, times and pressures come from the log", "[reports][monitoring]") {
    const auto facts = complete();
    REQUIRE(lineOf(facts, "dose").value == QStringLiteral("56 mg"));
    REQUIRE(lineOf(facts, "dose").detail.contains(QStringLiteral("10:00, 10:05; ordered 56 mg")));
    REQUIRE(lineOf(facts, "duration").value == QStringLiteral("130 minutes"));
    REQUIRE(lineOf(facts, "two-hours").value == QStringLiteral("yes"));
    REQUIRE(lineOf(facts, "two-hours").detail == QStringLiteral("125 minutes after the last spray"));
    REQUIRE(lineOf(facts, "pressure-before").value == QStringLiteral("128/82 mmHg"));
    REQUIRE(lineOf(facts, "pressure-after").value == QStringLiteral("146/91 mmHg"));
    REQUIRE(lineOf(facts, "pressure-after").detail == QStringLiteral("at 10:38, minute 38"));
    REQUIRE(lineOf(facts, "pressure-end").value == QStringLiteral("130/82 mmHg"));
    REQUIRE(lineOf(facts, "oximetry").value == QStringLiteral("lowest SpO2 96 %"));
    REQUIRE(lineOf(facts, "signs-before").value == QStringLiteral("yes"));
}

TEST_CASE("Less than two hours after the last spray is said so", "[reports][monitoring]") {
    auto facts = complete();
    facts.session.dosing->dischargedAt = at(124);
    REQUIRE(lineOf(facts, "two-hours").value == QStringLiteral("no"));
    facts.session.dosing->dischargedAt = at(125);
    REQUIRE(lineOf(facts, "two-hours").value == QStringLiteral("yes"));
}

TEST_CASE("Sedation and dissociation have their beginning and their end", "[reports][monitoring]") {
    auto facts = complete();
    REQUIRE(lineOf(facts, "sedation").value == QStringLiteral("yes"));
    REQUIRE(
        lineOf(facts, "sedation")
            .detail.startsWith(QStringLiteral("first seen at 10:38, minute 38; over at 11:00, minute 60")));
    // Above 4 counts, 4 itself does not.
    REQUIRE(
        lineOf(facts, "dissociation")
            .detail.startsWith(QStringLiteral("first seen at 10:40, minute 40; over at 11:30, minute 90")));
    facts.session.sessionRatings = {cadss(40, 4)};
    REQUIRE(lineOf(facts, "dissociation").value == QStringLiteral("no"));
    facts.session.sessionRatings = {cadss(40, 5)};
    REQUIRE(lineOf(facts, "dissociation").isMissing);
    REQUIRE(lineOf(facts, "dissociation").detail.contains(QStringLiteral("end not written down")));
    facts.session.readings[1].sedation = 5;
    REQUIRE(lineOf(facts, "sedation").value == QStringLiteral("no"));
}

TEST_CASE("An adverse event of sedation counts with its own times", "[reports][monitoring]") {
    auto facts = complete();
    record::AdverseEvent event;
    event.term = QStringLiteral("Sedation");
    event.onset = at(20);
    event.resolvedAt = at(70);
    event.serious = record::Asked::No;
    facts.session.adverseEvents = {event};
    REQUIRE(
        lineOf(facts, "sedation")
            .detail.startsWith(QStringLiteral("first seen at 10:20, minute 20; over at 11:10, minute 70")));
    facts.session.adverseEvents.first().resolvedAt.reset();
    REQUIRE(lineOf(facts, "sedation").isMissing);
}

TEST_CASE("A serious event is named, and one nobody judged is missing", "[reports][monitoring]") {
    auto facts = complete();
    REQUIRE(lineOf(facts, "serious").value == QStringLiteral("none written down"));
    record::AdverseEvent event;
    event.term = QStringLiteral("Nausea");
    event.onset = at(20);
    facts.session.adverseEvents = {event};
    REQUIRE(lineOf(facts, "serious").isMissing);
    REQUIRE(lineOf(facts, "serious").detail.endsWith(QStringLiteral("Nausea")));
    facts.session.adverseEvents.first().serious = record::Asked::Yes;
    REQUIRE(lineOf(facts, "serious").detail.startsWith(QStringLiteral("Nausea, from 10:20, goes on")));
}

TEST_CASE("What the record lacks is missing with what to do, never zero", "[reports][monitoring]") {
    MonitoringFacts empty;
    empty.session.dosing = record::DosingSession{};
    empty.session.dosing->route = record::Route::Intranasal;
    empty.session.dosing->booked.date = kDay;
    empty.session.zone = QTimeZone::utc();
    const auto sheet = sheetOf(empty);
    for (const char* id : {"name", "born", "sex", "date", "dose", "lot", "duration", "two-hours", "monitor",
                           "pressure-before", "pressure-after", "pressure-end", "sedation", "dissociation",
                           "respiratory", "oximetry", "signs-before", "signs-end"}) {
        const auto line = lineOf(empty, id);
        REQUIRE(line.isMissing);
        REQUIRE(line.value == QStringLiteral("missing"));
        REQUIRE_FALSE(line.detail.isEmpty());
    }
    REQUIRE(sheet.sections.at(1).lines.first().isMissing);
}

TEST_CASE("A pressure counts for minute 40 within ten minutes of it", "[reports][monitoring]") {
    auto facts = complete();
    const auto after = [&facts](int minute) {
        facts.session.readings[1] = reading(minute, 146, 91, 96, 5);
        facts.session.readings[2] = reading(90, 140, 88, 97, 5);
        return lineOf(facts, "pressure-after").isMissing;
    };
    REQUIRE(after(29));
    REQUIRE_FALSE(after(30));
    REQUIRE_FALSE(after(50));
    REQUIRE(after(51));
}

TEST_CASE("Medicines that are asked for are named, and an unknown one is left to a person",
          "[reports][monitoring]") {
    auto facts = complete();
    facts.hasMedication = true;
    facts.interactions = safety::checkInteractions({QStringLiteral("Lorazepam 1 mg")},
                                                   record::Route::Intranasal, safety::DrugList::builtIn());
    auto sheet = sheetOf(facts);
    REQUIRE(sheet.sections.at(1).lines.first().value == QStringLiteral("yes"));
    REQUIRE(sheet.sections.at(1).lines.first().detail == QStringLiteral("Lorazepam 1 mg"));
    REQUIRE(sheet.sections.at(1).lines.last().value == QStringLiteral("no"));
    facts.interactions = safety::checkInteractions({QStringLiteral("Zxqv 1 mg")}, record::Route::Intranasal,
                                                   safety::DrugList::builtIn());
    sheet = sheetOf(facts);
    REQUIRE(sheet.sections.at(1).lines.first().value == QStringLiteral("none known"));
    REQUIRE(sheet.sections.at(1).lines.first().detail.contains(QStringLiteral("Zxqv")));
}

} // namespace test_monitoring_sheet

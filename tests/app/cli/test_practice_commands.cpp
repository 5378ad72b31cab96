// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/storage/practice_file.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

#include <QJsonArray>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_practice_commands {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using tests::PracticeBench;

namespace {

QJsonValue at(const QJsonObject& json, const char* key) {
    REQUIRE(json.contains(QLatin1String(key)));
    return json.value(QLatin1String(key));
}

QStringList patient(const QString& id) {
    return {QStringLiteral("--patient"), id};
}

/// Elena Marsh with a preparation, a dose held and one planned, and a PHQ-9 before and after the dose.
void fillChart(OpenPracticeFixture& fixture) {
    auto& practice = fixture.practice();
    const auto elena = fixture.addElena();
    (void)fixture.addPatient(QStringLiteral("AH-0413"), QStringLiteral("Tom"), QStringLiteral("Field"));
    const auto zone = QStringLiteral("Europe/Oslo");
    record::TherapySession preparation;
    preparation.id = practice.ids().next<record::SessionId>();
    preparation.patient = elena;
    preparation.type = record::TherapyType::Preparation;
    preparation.booked = {QDate(2026, 10, 1), QTime(10, 0), zone};
    preparation.state = record::SessionState::Held;
    record::DosingSession dose;
    dose.id = practice.ids().next<record::SessionId>();
    dose.patient = elena;
    dose.number = 1;
    dose.booked = {QDate(2026, 10, 5), QTime(9, 0), zone};
    dose.state = record::SessionState::Held;
    dose.startedAt = fixture.at(QDate(2026, 10, 5), QTime(9, 12));
    dose.stoppedAt = fixture.at(QDate(2026, 10, 5), QTime(9, 52));
    record::DosingSession next = dose;
    next.id = practice.ids().next<record::SessionId>();
    next.number = 2;
    next.booked = {QDate(2026, 11, 9), QTime(9, 0), zone};
    next.state = record::SessionState::Planned;
    next.startedAt.reset();
    next.stoppedAt.reset();
    required(workflow::WritingDoor(practice).save({{record::Action::Created, next, {}},
                                                   {record::Action::Created, dose, {}},
                                                   {record::Action::Created, preparation, {}}}));
    workflow::RatingDraft rating;
    rating.patient = elena;
    rating.instrument = QStringLiteral("phq-9");
    rating.total = 20;
    rating.assessedAt = fixture.at(QDate(2026, 10, 4), QTime(12, 0));
    rating.timeKnown = false;
    required(workflow::RatingCare(practice).save(rating));
    rating.total = 8;
    rating.timeKnown = true;
    rating.assessedAt = fixture.at(QDate(2026, 10, 8), QTime(9, 12));
    required(workflow::RatingCare(practice).save(rating));
}

/// Signs the preparation and then changes its note past the rule that signed content is fixed. Its id.
QString changeBelowSignature(OpenPracticeFixture& fixture) {
    auto& practice = fixture.practice();
    const auto preparation =
        required(practice.file().records().list<record::TherapySession>()).records.first();
    const auto id = preparation.id;
    record::Note note;
    note.session = id;
    note.patient = preparation.patient;
    note.sections = {{QStringLiteral("text"), QStringLiteral("She wishes to sleep again.")}};
    note.risk.ideation = record::SuicidalIdeation::None;
    required(workflow::TherapyCare(practice).saveNote(note));
    fixture.clock().advanceMs(60'000);
    required(workflow::SessionDesk(practice).sign(id, OpenPracticeFixture::password()));
    note = required(workflow::SessionDesk(practice).load(id)).notes.first();
    note.sections.first().text = QStringLiteral("She slept well.");
    required(practice.file().commit(
        {practice.actor(), practice.now(), {{record::Action::Changed, note, QStringLiteral("slip")}}, {}}));
    return id.toString();
}

} // namespace

TEST_CASE("info counts what the practice holds", "[cli][info]") {
    const PracticeBench practice(fillChart);
    const auto run = practice.runJson(QStringLiteral("info"));
    REQUIRE(run.exit == 0);
    REQUIRE(run.error.isEmpty());
    const auto info = run.json();
    REQUIRE(at(info, "schema").toInt() >= 1);
    REQUIRE(at(info, "engine").toString().contains(QStringLiteral("SQLCipher")));
    REQUIRE(at(info, "ok").toBool());
    REQUIRE(at(info, "findings").toArray().isEmpty());
    const auto journal = at(info, "journal").toObject();
    REQUIRE(at(journal, "entries").toInt() == 3 + 2 + 3 + 2 + 1 + 1);
    REQUIRE(at(journal, "head").toString().size() == 64);
    const auto counts = at(info, "counts").toObject();
    REQUIRE(at(counts, "patients").toInt() == 2);
    REQUIRE(at(counts, "dosing_sessions").toInt() == 2);
    REQUIRE(at(counts, "therapy_sessions").toInt() == 1);
    REQUIRE(at(counts, "ratings").toInt() == 2);
    const auto text = practice.run(QStringLiteral("info"));
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.contains("Alder House"));
    REQUIRE(text.out.contains(at(journal, "head").toString().toUtf8()));
}

TEST_CASE("patients lists all, or those a text finds", "[cli][patients]") {
    const PracticeBench practice(fillChart);
    const auto all = at(practice.runJson(QStringLiteral("patients")).json(), "patients").toArray();
    REQUIRE(all.size() == 2);
    const auto found =
        at(practice
               .runJson(QStringLiteral("patients"), {QStringLiteral("--find"), QStringLiteral("mar 1984")})
               .json(),
           "patients")
            .toArray();
    REQUIRE(found.size() == 1);
    const auto elena = found.first().toObject();
    REQUIRE(at(elena, "mrn").toString() == QStringLiteral("AH-0412"));
    REQUIRE(at(elena, "name").toString() == QStringLiteral("Elena Marsh"));
    REQUIRE(at(elena, "birth_date").toString() == QStringLiteral("1984-03-12"));
    REQUIRE(at(elena, "stage").toString() == QStringLiteral("screening"));
    REQUIRE(record::PatientId::fromString(at(elena, "id").toString()).has_value());
    const auto none =
        practice.runJson(QStringLiteral("patients"), {QStringLiteral("--find"), QStringLiteral("nobody")});
    REQUIRE(none.exit == 0);
    REQUIRE(at(none.json(), "patients").toArray().isEmpty());
    const auto text = practice.run(QStringLiteral("patients"));
    REQUIRE(text.out.contains("Tom Field"));
    REQUIRE(text.out.endsWith("\n2 patients\n"));
    const auto one =
        practice.run(QStringLiteral("patients"), {QStringLiteral("--find"), QStringLiteral("mar 1984")});
    REQUIRE(one.out.endsWith("\n1 patient\n"));
    const auto nobody =
        practice.run(QStringLiteral("patients"), {QStringLiteral("--find"), QStringLiteral("nobody")});
    REQUIRE(nobody.out == "0 patients\n");
}

TEST_CASE("sessions names support on a dosing day, phone contacts and groups by ids of their own",
          "[cli][sessions]") {
    const PracticeBench practice([](OpenPracticeFixture& fixture) {
        const auto elena = fixture.addElena();
        QList<storage::Change> changes;
        int hour = 8;
        for (const auto type : {record::TherapyType::DosingSupport, record::TherapyType::PhoneContact,
                                record::TherapyType::Group}) {
            record::TherapySession session;
            session.id = fixture.practice().ids().next<record::SessionId>();
            session.patient = elena;
            session.type = type;
            session.booked = {QDate(2026, 10, 1), QTime(hour++, 0), QStringLiteral("Europe/Oslo")};
            changes.append({record::Action::Created, session, {}});
        }
        required(workflow::WritingDoor(fixture.practice()).save(changes));
    });
    const auto sessions =
        at(practice.runJson(QStringLiteral("sessions"), patient(QStringLiteral("AH-0412"))).json(),
           "sessions")
            .toArray();
    REQUIRE(sessions.size() == 3);
    REQUIRE(at(sessions.at(0).toObject(), "kind").toString() == QStringLiteral("dosing-support"));
    REQUIRE(at(sessions.at(1).toObject(), "kind").toString() == QStringLiteral("phone"));
    REQUIRE(at(sessions.at(2).toObject(), "kind").toString() == QStringLiteral("group"));
}

TEST_CASE("sessions lists both kinds by time, by id or MRN", "[cli][sessions]") {
    const PracticeBench practice(fillChart);
    const auto sessions =
        at(practice.runJson(QStringLiteral("sessions"), patient(QStringLiteral("AH-0412"))).json(),
           "sessions")
            .toArray();
    REQUIRE(sessions.size() == 3);
    const auto first = sessions.first().toObject();
    REQUIRE(at(first, "kind").toString() == QStringLiteral("preparation"));
    REQUIRE(at(first, "at").toString() == QStringLiteral("2026-10-01T10:00:00+02:00"));
    REQUIRE(at(first, "state").toString() == QStringLiteral("held"));
    const auto dose = sessions.at(1).toObject();
    REQUIRE(at(dose, "kind").toString() == QStringLiteral("dosing"));
    REQUIRE(at(dose, "at").toString() == QStringLiteral("2026-10-05T09:12:00+02:00"));
    const auto planned = sessions.at(2).toObject();
    REQUIRE(at(planned, "at").toString() == QStringLiteral("2026-11-09T09:00:00+01:00"));
    REQUIRE(at(planned, "state").toString() == QStringLiteral("planned"));

    const auto list = at(practice.runJson(QStringLiteral("patients")).json(), "patients").toArray();
    for (const QJsonValue& value : list) {
        const auto byId =
            practice.runJson(QStringLiteral("sessions"), patient(at(value.toObject(), "id").toString()));
        REQUIRE(byId.exit == 0);
    }
    const auto text = practice.run(QStringLiteral("sessions"), patient(QStringLiteral("AH-0412")));
    REQUIRE(text.out.count('\n') == 3);
}

TEST_CASE("ratings say how they stand to the doses", "[cli][ratings]") {
    const PracticeBench practice(fillChart);
    const auto ratings =
        at(practice.runJson(QStringLiteral("ratings"), patient(QStringLiteral("AH-0412"))).json(), "ratings")
            .toArray();
    REQUIRE(ratings.size() == 2);
    const auto before = ratings.first().toObject();
    REQUIRE(at(before, "instrument").toString() == QStringLiteral("phq-9"));
    REQUIRE(at(before, "at").toString() == QStringLiteral("2026-10-04"));
    REQUIRE(at(before, "total").toInt() == 20);
    REQUIRE(at(before, "band").toString() == QStringLiteral("severe"));
    REQUIRE(at(before, "hours_since_dose").isNull());
    const auto after = ratings.last().toObject();
    REQUIRE(at(after, "at").toString() == QStringLiteral("2026-10-08T09:12:00+02:00"));
    REQUIRE(at(after, "hours_since_dose").toDouble() == 72.0);
    REQUIRE(at(after, "overlaps_dose").toBool());
    // Three days after the dose, 11 of the 14 days asked about lie before it.
    REQUIRE(at(after, "pretreatment_share").toDouble() == Catch::Approx(11.0 / 14.0));
    REQUIRE(at(after, "excluded").toBool());
}

TEST_CASE("A patient who is not there is a usage error", "[cli][patients]") {
    const PracticeBench practice(fillChart);
    for (const char* command : {"sessions", "ratings"}) {
        for (const QString& id :
             {QStringLiteral("AH-9999"), QStringLiteral("01a208de-d0db-776b-ab78-196eaf08ac94")}) {
            const auto run = practice.run(QString::fromLatin1(command), patient(id));
            REQUIRE(run.exit == 2);
            REQUIRE(run.isOneLineError());
        }
    }
}

TEST_CASE("verify says that an untouched practice holds, also in depth", "[cli][verify]") {
    const PracticeBench practice(fillChart);
    for (const QStringList& rest : {QStringList(), QStringList{QStringLiteral("--deep")}}) {
        const auto run = practice.runJson(QStringLiteral("verify"), rest);
        REQUIRE(run.exit == 0);
        REQUIRE(at(run.json(), "ok").toBool());
        REQUIRE(at(run.json(), "findings").toArray().isEmpty());
        REQUIRE(at(at(run.json(), "journal").toObject(), "entries").toInt() == 12);
        REQUIRE(at(run.json(), "schema").isDouble());
        REQUIRE(at(run.json(), "engine").isString());
    }
    REQUIRE(practice.run(QStringLiteral("verify")).exit == 0);
}

TEST_CASE("verify --deep names the session whose signature no longer fits", "[cli][verify]") {
    QString session;
    const PracticeBench practice([&](OpenPracticeFixture& fixture) {
        fillChart(fixture);
        session = changeBelowSignature(fixture);
    });
    REQUIRE(practice.run(QStringLiteral("verify")).exit == 0);
    const auto run = practice.runJson(QStringLiteral("verify"), {QStringLiteral("--deep")});
    REQUIRE(run.exit == 1);
    REQUIRE_FALSE(at(run.json(), "ok").toBool());
    const auto findings = at(run.json(), "findings").toArray();
    REQUIRE(findings.size() == 1);
    REQUIRE(at(findings.first().toObject(), "rule").toString() == QStringLiteral("verify.signature"));
    REQUIRE(at(findings.first().toObject(), "text").toString().contains(session));
    REQUIRE_FALSE(run.out.contains("Marsh"));
}

TEST_CASE("The passphrase may come from standard input", "[cli][passphrase]") {
    const PracticeBench practice(fillChart);
    const auto run = practice.bench().run(
        {QStringLiteral("info"), practice.file(), QStringLiteral("--passphrase-file"), QStringLiteral("-")},
        OpenPracticeFixture::passphrase().toUtf8());
    REQUIRE(run.exit == 0);
}

} // namespace test_practice_commands

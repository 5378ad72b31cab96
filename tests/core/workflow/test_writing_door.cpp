// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_writing_door {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ChangeHub;
using workflow::Changes;
using workflow::WritingDoor;

namespace {

DosingSession sessionOf(OpenPracticeFixture& fixture, const PatientId& patient) {
    DosingSession session;
    session.id = fixture.practice().ids().next<SessionId>();
    session.patient = patient;
    session.number = 1;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), QStringLiteral("Europe/Oslo")};
    session.state = SessionState::Held;
    return session;
}

Reading readingOf(OpenPracticeFixture& fixture, const DosingSession& session) {
    Reading reading;
    reading.id = fixture.practice().ids().next<ReadingId>();
    reading.session = session.id;
    reading.patient = session.patient;
    reading.measuredAt = fixture.practice().now();
    reading.enteredAt = fixture.practice().now();
    reading.pulse = 72;
    return reading;
}

Signature signatureUnder(OpenPracticeFixture& fixture, const DosingSession& session) {
    Signature signature;
    signature.id = fixture.practice().ids().next<SignatureId>();
    signature.targetKind = RecordKind::DosingSession;
    signature.target = session.id.uuid;
    signature.patient = session.patient;
    signature.signer = fixture.clinician();
    signature.at = fixture.practice().now();
    signature.contentHash = QByteArray(32, '\1');
    return signature;
}

} // namespace

TEST_CASE("The hub announces a change once it is on disk", "[workflow][door]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = sessionOf(fixture, elena);
    QList<Changes> heard;
    bool wasOnDisk = false;
    QObject::connect(&fixture.practice().hub(), &ChangeHub::changed, &fixture.practice().hub(),
                     [&](const Changes& changes) {
                         heard.append(changes);
                         const auto found =
                             fixture.practice().file().records().find<DosingSession>(session.id);
                         wasOnDisk = found && found->has_value();
                     });
    const auto saved = required(WritingDoor(fixture.practice()).save({{Action::Created, session, {}}}));
    REQUIRE(heard.size() == 1);
    REQUIRE(wasOnDisk);
    REQUIRE(heard.first().records == saved.records);
    REQUIRE(saved.records == QList<workflow::ChangedRecord>{
                                 {RecordKind::DosingSession, session.id.uuid, std::optional(elena)}});
    REQUIRE(saved.touches(elena));
    REQUIRE(saved.touches(RecordKind::DosingSession));
    REQUIRE_FALSE(saved.touches(RecordKind::Rating));
    REQUIRE_FALSE(saved.touches(fixture.practice().ids().next<PatientId>()));
}

TEST_CASE("A saved change stands in the journal with its author", "[workflow][door]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto session = sessionOf(fixture, elena);
    required(WritingDoor(fixture.practice()).save({{Action::Created, session, QStringLiteral("why")}}));
    const auto history = required(fixture.practice().file().historyOf(session.id.uuid, elena));
    REQUIRE(history.size() == 1);
    REQUIRE(history.first().actor.clinician == fixture.clinician());
    REQUIRE(history.first().actor.name == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(history.first().reason == QStringLiteral("why"));
    REQUIRE(history.first().at == fixture.practice().now());
}

TEST_CASE("Nobody signed in saves nothing and nothing is announced", "[workflow][door]") {
    OpenPracticeFixture fixture;
    const auto session = sessionOf(fixture, fixture.addElena());
    fixture.practice().signOut();
    int announced = 0;
    QObject::connect(&fixture.practice().hub(), &ChangeHub::changed, &fixture.practice().hub(),
                     [&] { ++announced; });
    WritingDoor door(fixture.practice());
    REQUIRE(door.save({{Action::Created, session, {}}}).error().code == ErrorCode::Refused);
    REQUIRE(door.saveAt({{Action::Created, session, {}}}, fixture.practice().now(), Actor{}).error().code ==
            ErrorCode::Refused);
    REQUIRE(announced == 0);
    REQUIRE_FALSE(required(fixture.practice().file().records().find<DosingSession>(session.id)).has_value());
}

TEST_CASE("A signed session refuses every change of itself and its parts", "[workflow][door]") {
    OpenPracticeFixture fixture;
    auto session = sessionOf(fixture, fixture.addElena());
    const auto reading = readingOf(fixture, session);
    WritingDoor door(fixture.practice());
    required(door.save({{Action::Created, session, {}},
                        {Action::Created, reading, {}},
                        {Action::Created, signatureUnder(fixture, session), {}}}));
    session.site = QStringLiteral("left arm");
    const QList<storage::Change> tries = {{Action::Changed, session, {}},
                                          {Action::Amended, reading, QStringLiteral("typed wrong")},
                                          {Action::EnteredInError, reading, QStringLiteral("not hers")},
                                          {Action::Created, readingOf(fixture, session), {}}};
    for (const storage::Change& change : tries) {
        const auto saved = door.save({change});
        REQUIRE_FALSE(saved.has_value());
        REQUIRE(saved.error().code == ErrorCode::Refused);
        REQUIRE(saved.error().remedy.contains(QStringLiteral("addendum")));
        REQUIRE_FALSE(
            door.saveAt({change}, fixture.practice().now(), fixture.practice().actor()).has_value());
    }
}

TEST_CASE("One signed record in a batch keeps the whole batch out", "[workflow][door]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto closed = sessionOf(fixture, elena);
    const auto open = sessionOf(fixture, elena);
    WritingDoor door(fixture.practice());
    required(door.save({{Action::Created, closed, {}},
                        {Action::Created, open, {}},
                        {Action::Created, signatureUnder(fixture, closed), {}}}));
    const auto kept = readingOf(fixture, open);
    REQUIRE_FALSE(door.save({{Action::Created, kept, {}}, {Action::Created, readingOf(fixture, closed), {}}})
                      .has_value());
    REQUIRE_FALSE(required(fixture.practice().file().records().find<Reading>(kept.id)).has_value());
    REQUIRE(door.save({{Action::Created, kept, {}}}).has_value());
}

TEST_CASE("A batch of another moment is announced like any other", "[workflow][door]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto first = sessionOf(fixture, elena);
    const auto second = sessionOf(fixture, elena);
    int announced = 0;
    QObject::connect(&fixture.practice().hub(), &ChangeHub::changed, &fixture.practice().hub(),
                     [&] { ++announced; });
    const auto at = fixture.at(QDate(2026, 10, 1), QTime(12, 0));
    const Actor importer{std::nullopt, QStringLiteral("kairos-cli, ruth")};
    const auto saved =
        required(WritingDoor(fixture.practice())
                     .saveAt({{Action::Created, first, {}}, {Action::Created, second, {}}}, at, importer));
    REQUIRE(announced == 1);
    REQUIRE(saved.records.size() == 2);
    const auto history = required(fixture.practice().file().historyOf(second.id.uuid, elena));
    REQUIRE(history.first().at == at);
    REQUIRE(history.first().actor == importer);
}

} // namespace test_writing_door

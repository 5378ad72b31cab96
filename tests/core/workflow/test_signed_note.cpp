// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/signed_note.h"

#include "tests/core/workflow/shared_visit.h"

#include "core/record/packing.h"
#include "core/storage/verify.h"
#include "core/workflow/note_desk.h"
#include "core/workflow/summary_query.h"
#include "core/workflow/version_query.h"

#include <catch2/catch_test_macros.hpp>

namespace test_signed_note {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using test::SharedVisit;
using workflow::SignedNotes;
using workflow::WritingDoor;

namespace {

/// The nurse's visit, signed whole.
struct SignedVisit : SharedVisit {
    NoteId first;

    SignedVisit() : first(write(QStringLiteral("Given in the left arm."))) { required(sign()); }

    [[nodiscard]] Note corrected(const QString& text) {
        Note note = content().notes.first();
        note.sections.first().text = text;
        return note;
    }
    [[nodiscard]] Note stored(const NoteId& note) {
        return required(practice().file().records().find<Note>(note)).value();
    }
};

} // namespace

TEST_CASE("An amendment stands in the place of the signed note, which stays as it was", "[workflow][amend]") {
    SignedVisit visit;
    const QByteArray before = pack(visit.stored(visit.first));
    required(SignedNotes(visit.practice())
                 .amend(visit.corrected(QStringLiteral("Given in the right arm.")),
                        visit.because(QStringLiteral("wrong side"))));
    const auto content = visit.content();
    REQUIRE(content.notes.size() == 1);
    REQUIRE(content.notes.first().sections.first().text == QStringLiteral("Given in the right arm."));
    REQUIRE(content.notes.first().amends == visit.first);
    REQUIRE(content.notes.first().amendReason == QStringLiteral("wrong side"));
    REQUIRE(content.notes.first().author == visit.nurse);
    REQUIRE(content.superseded.size() == 1);
    REQUIRE(pack(visit.stored(visit.first)) == before);
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.visit().isComplete());
    REQUIRE(visit.holds());
}

TEST_CASE("A second amendment takes the place of the first, and every version is there",
          "[workflow][amend]") {
    SignedVisit visit;
    required(SignedNotes(visit.practice())
                 .amend(visit.corrected(QStringLiteral("Given in the right arm.")),
                        visit.because(QStringLiteral("wrong side"))));
    const Note stale = visit.content().superseded.first();
    required(SignedNotes(visit.practice())
                 .amend(visit.corrected(QStringLiteral("Given in the right forearm.")),
                        visit.because(QStringLiteral("said closer"))));
    REQUIRE(visit.content().notes.size() == 1);
    REQUIRE(visit.content().superseded.size() == 2);
    REQUIRE(visit.holds());
    const workflow::VersionQuery versions(visit.practice());
    for (const NoteId& id : {visit.first, visit.content().notes.first().id}) {
        const auto found = required(versions.of(id.uuid, visit.patient, QLocale::c()));
        REQUIRE(found.size() == 3);
        REQUIRE(found.first().action == Action::Created);
        REQUIRE(found.last().action == Action::Amended);
        REQUIRE(found.last().reason == QStringLiteral("said closer"));
        REQUIRE(found.last().who == QStringLiteral("Nora Voss"));
    }
    // Whoever still had the first version open is told, and nothing of theirs is written over.
    Note late = stale;
    late.sections.first().text = QStringLiteral("Given in the foot.");
    const auto refused = SignedNotes(visit.practice()).amend(late, visit.because(QStringLiteral("late")));
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().why.contains(QStringLiteral("since you opened it")));
}

TEST_CASE("An amendment without reason, change, risk line or password is refused", "[workflow][amend]") {
    SignedVisit visit;
    SignedNotes notes(visit.practice());
    Note wanted = visit.corrected(QStringLiteral("Given in the right arm."));
    REQUIRE(notes.amend(wanted, visit.because(QStringLiteral("  "))).error().code == ErrorCode::InvalidInput);
    REQUIRE(notes.amend(wanted, {QStringLiteral("wrong side"), QStringLiteral("wrong")}).error().code ==
            ErrorCode::WrongPassphrase);
    REQUIRE(notes.amend(visit.content().notes.first(), visit.because(QStringLiteral("why"))).error().code ==
            ErrorCode::InvalidInput);
    wanted.risk.ideation = SuicidalIdeation::NotAsked;
    REQUIRE(notes.amend(wanted, visit.because(QStringLiteral("why"))).error().code == ErrorCode::Refused);
    wanted = visit.corrected(QString(200'000, QLatin1Char('x')) + QStringLiteral("x"));
    wanted.id = visit.practice().ids().next<NoteId>();
    REQUIRE(notes.amend(wanted, visit.because(QStringLiteral("why"))).error().code == ErrorCode::NotFound);
    visit.signIn(visit.fixture.clinician());
    visit.fixture.signInAs(QStringLiteral("Ada Lund"), Role::Administrator);
    REQUIRE_FALSE(notes.mayChange(visit.content()));
    REQUIRE(notes.amend(visit.corrected(QStringLiteral("x")), visit.because(QStringLiteral("why")))
                .error()
                .code == ErrorCode::Refused);
    REQUIRE(visit.content().superseded.isEmpty());
}

TEST_CASE("A note that is not signed is changed, not amended", "[workflow][amend]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm."));
    Note note = visit.content().notes.first();
    note.sections.first().text = QStringLiteral("Calm throughout.");
    REQUIRE(SignedNotes(visit.practice()).amend(note, visit.because(QStringLiteral("why"))).error().code ==
            ErrorCode::Refused);
}

TEST_CASE("No other way leads to signed text", "[workflow][amend][door]") {
    SignedVisit visit;
    WritingDoor door(visit.practice());
    Note note = visit.stored(visit.first);
    Signature forged = visit.visit().record().signatures.first();
    forged.id = visit.practice().ids().next<SignatureId>();
    forged.targetKind = RecordKind::Note;
    forged.target = visit.first.uuid;
    forged.use = SignatureUse::Withdrawal;
    forged.contentHash = workflow::SignedContent::hashOf(pack(note)).toBytes();
    const QString why = QStringLiteral("why");
    SECTION("entered in error without a signature that says so") {
        REQUIRE_FALSE(door.save({{Action::EnteredInError, note, why}}).has_value());
    }
    SECTION("entered in error without a reason") {
        REQUIRE_FALSE(
            door.save({{Action::EnteredInError, note, {}}, {Action::Created, forged, {}}}).has_value());
    }
    SECTION("changed on the way out") {
        note.sections.first().text = QStringLiteral("otherwise");
        forged.contentHash = workflow::SignedContent::hashOf(pack(note)).toBytes();
        REQUIRE_FALSE(
            door.save({{Action::EnteredInError, note, why}, {Action::Created, forged, {}}}).has_value());
    }
    SECTION("an amendment that nobody signed") {
        note.id = visit.practice().ids().next<NoteId>();
        note.amends = visit.first;
        REQUIRE_FALSE(door.save({{Action::Created, note, why}}).has_value());
    }
    SECTION("a signature that is changed or taken away") {
        const Signature given = visit.visit().record().signatures.first();
        REQUIRE_FALSE(door.save({{Action::Changed, given, {}}}).has_value());
        REQUIRE_FALSE(door.save({{Action::EnteredInError, given, why}}).has_value());
    }
    SECTION("a session that says more than whether it is signed") {
        auto dose = *visit.content().dosing;
        dose.state = SessionState::Held;
        dose.site = QStringLiteral("right arm");
        REQUIRE_FALSE(door.save({{Action::Changed, dose, {}}}).has_value());
    }
    REQUIRE(visit.content().notes.first() == visit.stored(visit.first));
    REQUIRE(visit.holds());
}

TEST_CASE("A note entered in error leaves the chart, and stays readable as it was signed",
          "[workflow][withdraw]") {
    SignedVisit visit;
    required(SignedNotes(visit.practice())
                 .amend(visit.corrected(QStringLiteral("Given in the right arm.")),
                        visit.because(QStringLiteral("wrong side"))));
    required(
        workflow::SessionDesk(visit.practice())
            .addAddendum(visit.id, QStringLiteral("Slept well."), support::OpenPracticeFixture::password()));
    required(
        SignedNotes(visit.practice())
            .withdraw(visit.content().notes.first(), visit.because(QStringLiteral("another patient's"))));
    const auto content = visit.content();
    REQUIRE(content.notes.isEmpty());
    REQUIRE(content.superseded.isEmpty());
    REQUIRE(visit.state() == SessionState::Held);
    const auto withdrawn = required(SignedNotes(visit.practice()).withdrawnOf(content));
    REQUIRE(withdrawn.size() == 3);
    for (const auto& one : withdrawn) {
        REQUIRE(one.reason == QStringLiteral("another patient's"));
        REQUIRE(one.who == QStringLiteral("Nora Voss"));
    }
    const auto history = required(visit.practice().file().historyOf(visit.first.uuid, visit.patient));
    REQUIRE(history.last().action == Action::EnteredInError);
    REQUIRE(visit.holds());
    const auto report = storage::verifyPractice(visit.practice().path(), visit.practice().file().key(),
                                                storage::VerifyDepth::Deep);
    REQUIRE(report.has_value());
    REQUIRE(report->isOk());
}

TEST_CASE("After the only note was entered in error the right one is written and signed",
          "[workflow][withdraw]") {
    SignedVisit visit;
    required(
        SignedNotes(visit.practice())
            .withdraw(visit.content().notes.first(), visit.because(QStringLiteral("another patient's"))));
    REQUIRE_FALSE(visit.addReading().has_value());
    visit.fixture.clock().advanceMs(60'000);
    visit.write(QStringLiteral("Calm throughout."));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.content().notes.size() == 1);
    REQUIRE(visit.holds());
}

TEST_CASE("Entering a note in error asks for reason, password and role", "[workflow][withdraw]") {
    SignedVisit visit;
    const Note note = visit.content().notes.first();
    SignedNotes notes(visit.practice());
    REQUIRE(notes.withdraw(note, visit.because({})).error().code == ErrorCode::InvalidInput);
    REQUIRE(notes.withdraw(note, {QStringLiteral("why"), QStringLiteral("wrong")}).error().code ==
            ErrorCode::WrongPassphrase);
    visit.signIn(visit.fixture.clinician());
    visit.fixture.signInAs(QStringLiteral("Ada Lund"), Role::Administrator);
    REQUIRE(notes.withdraw(note, visit.because(QStringLiteral("why"))).error().code == ErrorCode::Refused);
    REQUIRE(visit.content().notes.size() == 1);
}

TEST_CASE("What is carried forward and printed is the amended text", "[workflow][amend]") {
    support::OpenPracticeFixture fixture;
    const auto patient = fixture.addElena();
    TherapySession session;
    session.patient = patient;
    session.type = TherapyType::Integration;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), fixture.practice().practice().zone};
    workflow::TherapyCare care(fixture.practice());
    const auto id = required(care.book(session));
    required(care.hold(id, fixture.practice().now(), 50, QStringLiteral("ACT")));
    Note note;
    note.session = id;
    note.patient = patient;
    note.sections = {{QStringLiteral("text"), QStringLiteral("Swims on Tuesday.")}};
    note.risk.ideation = SuicidalIdeation::None;
    required(care.saveNote(note));
    const QString password = support::OpenPracticeFixture::password();
    workflow::SessionDesk desk(fixture.practice());
    required(desk.sign(id, password));
    fixture.clock().advanceMs(60'000);
    Note wanted = required(desk.load(id)).notes.first();
    wanted.sections.first().text = QStringLiteral("Swims on Friday.");
    required(SignedNotes(fixture.practice()).amend(wanted, {QStringLiteral("wrong day"), password}));

    const auto bundle = required(workflow::SummaryQuery(fixture.practice()).bundle(id, QLocale::c()));
    REQUIRE(bundle.facts.notes.first().sections.first().text == QStringLiteral("Swims on Friday."));
    REQUIRE(bundle.facts.amendments.value(bundle.facts.notes.first().id)
                .endsWith(QStringLiteral("by Ruth Adeyemi: wrong day")));
    REQUIRE(bundle.facts.unsignedParts.isEmpty());
    session.booked.date = QDate(2026, 11, 9);
    const auto next = required(care.book(session));
    const auto carried = required(workflow::NoteDesk(fixture.practice()).lastNote(next));
    REQUIRE(carried->note.sections.first().text == QStringLiteral("Swims on Friday."));
}

} // namespace test_signed_note

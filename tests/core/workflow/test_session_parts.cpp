// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/session_parts.h"

#include "tests/core/workflow/shared_visit.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/draft_desk.h"

#include <catch2/catch_test_macros.hpp>

namespace test_session_parts {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using test::SharedVisit;

TEST_CASE("The nurse signs record and note while the therapist's note is open", "[workflow][sign]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    visit.signIn(visit.therapist);
    const auto support = visit.write(QStringLiteral("Held her hand."));
    visit.signIn(visit.nurse);
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Held);
    REQUIRE(visit.visit().record().isSigned());
    REQUIRE(visit.visit().noteOf(visit.nurse)->isSigned());
    REQUIRE_FALSE(visit.visit().noteOf(visit.therapist)->isSigned());
    REQUIRE(visit.visit().isClosedFor(visit.nurse));
    REQUIRE_FALSE(visit.visit().isClosedFor(visit.therapist));
    REQUIRE(visit.visit().open(visit.practice()) == QStringList{QStringLiteral("the note of Tom Hale")});
    REQUIRE_FALSE(visit.addReading().has_value());
    REQUIRE(visit.holds());

    visit.signIn(visit.therapist);
    auto note = visit.content().notes.last();
    REQUIRE(note.id == support);
    note.sections.first().text = QStringLiteral("Held her hand; she wept.");
    required(workflow::TherapyCare(visit.practice()).saveNote(note));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.visit().isComplete());
    REQUIRE(visit.visit().open(visit.practice()).isEmpty());
    REQUIRE(visit.visit().signatures().size() == 2);
    REQUIRE(visit.holds());
    note = visit.content().notes.last();
    note.sections.first().text = QStringLiteral("otherwise");
    REQUIRE_FALSE(workflow::TherapyCare(visit.practice()).saveNote(note).has_value());
}

TEST_CASE("The therapist signs first, and the readings stay open", "[workflow][sign]") {
    SharedVisit visit;
    visit.signIn(visit.therapist);
    visit.write(QStringLiteral("Held her hand."));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Held);
    REQUIRE(visit.visit().isClosedFor(visit.therapist));
    REQUIRE_FALSE(visit.visit().record().isSigned());
    visit.signIn(visit.nurse);
    required(visit.addReading());
    REQUIRE(visit.holds());
    visit.write(QStringLiteral("Calm throughout."));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE_FALSE(visit.addReading().has_value());
    REQUIRE(visit.holds());
}

TEST_CASE("Who held the visit alone signs it whole by one signature", "[workflow][sign]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.visit().record().signatures.size() == 1);
    REQUIRE_FALSE(visit.visit().record().signatures.first().use.has_value());
    REQUIRE(visit.visit().isComplete());
    REQUIRE(visit.holds());
    const auto again = visit.sign();
    REQUIRE_FALSE(again.has_value());
    REQUIRE(again.error().code == ErrorCode::Refused);
    visit.signIn(visit.therapist);
    Note late;
    late.session = visit.id;
    late.patient = visit.patient;
    REQUIRE_FALSE(workflow::TherapyCare(visit.practice()).saveNote(late).has_value());
}

TEST_CASE("A kept draft of the other profession keeps the visit open", "[workflow][sign]") {
    SharedVisit visit;
    visit.signIn(visit.therapist);
    workflow::DraftDesk drafts(visit.practice());
    const auto key = drafts.keyOf(QStringLiteral("note"), visit.id.uuid);
    required(drafts.keep(key, "half a word"));
    visit.signIn(visit.nurse);
    REQUIRE(visit.visit()
                .open(visit.practice())
                .contains(QStringLiteral("the note of Tom Hale, not written yet")));
    // The record needs no note of the nurse's own where another one is coming.
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Held);
    visit.signIn(visit.therapist);
    REQUIRE_FALSE(visit.visit().isClosedFor(visit.therapist));
    visit.write(QStringLiteral("Held her hand."));
    required(drafts.drop(key));
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.holds());
}

TEST_CASE("The therapist who stays with the patient is waited for", "[workflow][sign]") {
    SharedVisit visit;
    auto dose = *visit.content().dosing;
    SECTION("a therapist") {
        dose.attendant = visit.therapist;
        required(workflow::WritingDoor(visit.practice()).save({{Action::Changed, dose, {}}}));
        visit.write(QStringLiteral("Calm throughout."));
        required(visit.sign());
        REQUIRE(visit.state() == SessionState::Held);
    }
    SECTION("the nurse herself is not") {
        dose.attendant = visit.nurse;
        required(workflow::WritingDoor(visit.practice()).save({{Action::Changed, dose, {}}}));
        visit.write(QStringLiteral("Calm throughout."));
        required(visit.sign());
        REQUIRE(visit.state() == SessionState::Signed);
    }
}

TEST_CASE("A part is signed by its own role and only when it is whole", "[workflow][sign]") {
    SharedVisit visit;
    REQUIRE_FALSE(visit.sign().has_value()); // there is no note at all
    visit.signIn(visit.therapist);
    const auto nothing = visit.sign();
    REQUIRE(nothing.error().code == ErrorCode::Refused);
    REQUIRE(nothing.error().why.contains(QStringLiteral("monitor")));
    Note bare;
    bare.session = visit.id;
    bare.patient = visit.patient;
    bare.sections = {{QStringLiteral("text"), QStringLiteral("Held her hand.")}};
    bare.id = required(workflow::TherapyCare(visit.practice()).saveNote(bare));
    REQUIRE(visit.sign().error().why.contains(QStringLiteral("risk line")));
    REQUIRE(workflow::SessionDesk(visit.practice()).sign(visit.id, QStringLiteral("wrong")).error().code ==
            ErrorCode::Refused);
    auto whole = visit.content().notes.first();
    whole.risk.ideation = SuicidalIdeation::None;
    required(workflow::TherapyCare(visit.practice()).saveNote(whole));
    REQUIRE(workflow::SessionDesk(visit.practice()).sign(visit.id, QStringLiteral("wrong")).error().code ==
            ErrorCode::WrongPassphrase);
    required(visit.sign());
}

TEST_CASE("A note whose author left is signed with the record", "[workflow][sign]") {
    SharedVisit visit;
    visit.signIn(visit.therapist);
    visit.write(QStringLiteral("Held her hand."));
    visit.signIn(visit.fixture.clinician());
    auto gone = required(visit.practice().file().records().find<Clinician>(visit.therapist)).value();
    gone.active = false;
    required(workflow::ClinicCare(visit.practice()).saveClinician(gone));
    visit.signIn(visit.nurse);
    required(visit.sign());
    REQUIRE(visit.state() == SessionState::Signed);
    REQUIRE(visit.holds());
}

TEST_CASE("A second name comes under every signed part of its role", "[workflow][sign]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    visit.signIn(visit.therapist);
    visit.write(QStringLiteral("Held her hand."));
    required(visit.sign());
    visit.signIn(visit.nurse);
    required(visit.sign());
    visit.signIn(visit.fixture.clinician());
    required(
        workflow::SessionDesk(visit.practice()).cosign(visit.id, support::OpenPracticeFixture::password()));
    for (const auto& part : visit.visit().parts) {
        REQUIRE(part.signatures.last().signer == visit.fixture.clinician());
    }
    REQUIRE(visit.holds());
    REQUIRE(workflow::SessionDesk(visit.practice())
                .cosign(visit.id, support::OpenPracticeFixture::password())
                .error()
                .code == ErrorCode::Refused);
}

} // namespace test_session_parts

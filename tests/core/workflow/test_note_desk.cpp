// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/note_desk.h"

#include "core/storage/practice_file.h"
#include "core/therapy/note_text.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_desk {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::NoteDesk;
using workflow::TherapyCare;

namespace {

struct Clinic {
    OpenPracticeFixture fixture;
    PatientId elena = fixture.addElena();

    workflow::OpenPractice& practice() { return fixture.practice(); }
    SessionId session(TherapyType type, QDate day, const QString& modality = {}) {
        TherapySession session;
        session.patient = elena;
        session.type = type;
        session.modality = modality;
        session.booked = {day, QTime(9, 0), practice().practice().zone};
        return required(TherapyCare(practice()).book(session));
    }
    Note write(const SessionId& session, NoteFormat format, const QString& text) {
        Note note;
        note.session = session;
        note.patient = elena;
        note.format = format;
        note.sections = {{QStringLiteral("plan"), text}};
        note.id = required(TherapyCare(practice()).saveNote(note));
        return note;
    }
    NoteFormat formOf(TherapyType type, const QString& modality) {
        return NoteDesk(practice()).startingForm(type, modality);
    }
    std::optional<workflow::EarlierNote> last(const SessionId& session) {
        return required(NoteDesk(practice()).lastNote(session));
    }
};

const QDate kMonday(2026, 10, 5);

} // namespace

TEST_CASE("A note begins in the form that was saved last for this kind and modality", "[workflow][notes]") {
    Clinic clinic;
    REQUIRE(clinic.formOf(TherapyType::Therapy, QStringLiteral("ACT")) == NoteFormat::Birp);
    clinic.write(clinic.session(TherapyType::Therapy, kMonday, QStringLiteral("ACT")), NoteFormat::Girp,
                 QStringLiteral("walk"));
    REQUIRE(clinic.formOf(TherapyType::Therapy, QStringLiteral("ACT")) == NoteFormat::Girp);
    REQUIRE(clinic.formOf(TherapyType::Therapy, QStringLiteral("acceptance and commitment")) ==
            NoteFormat::Girp);
    REQUIRE(clinic.formOf(TherapyType::Therapy, QStringLiteral("CBT")) == NoteFormat::Birp);
    REQUIRE(clinic.formOf(TherapyType::Group, QStringLiteral("ACT")) == NoteFormat::Birp);
    clinic.fixture.reopen();
    REQUIRE(clinic.formOf(TherapyType::Therapy, QStringLiteral("ACT")) == NoteFormat::Girp);
}

TEST_CASE("Going back to the usual form is remembered too, and another clinician has an own habit",
          "[workflow][notes]") {
    Clinic clinic;
    clinic.write(clinic.session(TherapyType::Integration, kMonday), NoteFormat::Soap, QStringLiteral("x"));
    REQUIRE(clinic.formOf(TherapyType::Integration, {}) == NoteFormat::Soap);
    clinic.write(clinic.session(TherapyType::Integration, kMonday), NoteFormat::Dap, QStringLiteral("x"));
    REQUIRE(clinic.formOf(TherapyType::Integration, {}) == NoteFormat::Dap);
    REQUIRE(clinic.practice().signedIn()->noteForms.isEmpty());
    clinic.write(clinic.session(TherapyType::Integration, kMonday), NoteFormat::Soap, QStringLiteral("x"));
    clinic.fixture.signInAs(QStringLiteral("Jonas Lindqvist"), Role::Therapist);
    REQUIRE(clinic.formOf(TherapyType::Integration, {}) == NoteFormat::Dap);
}

TEST_CASE("Changing a person in the settings keeps macros and forms", "[workflow][notes]") {
    Clinic clinic;
    Clinician stale = *clinic.practice().signedIn();
    clinic.write(clinic.session(TherapyType::Integration, kMonday), NoteFormat::Soap, QStringLiteral("x"));
    stale.name = QStringLiteral("Ruth Adeyemi-Berg");
    required(workflow::ClinicCare(clinic.practice()).saveClinician(stale));
    REQUIRE(clinic.practice().signedIn()->name == stale.name);
    REQUIRE(clinic.formOf(TherapyType::Integration, {}) == NoteFormat::Soap);
}

TEST_CASE("The last note is of the same kind, before this session, and has text", "[workflow][notes]") {
    Clinic clinic;
    const auto now = clinic.session(TherapyType::Integration, kMonday.addDays(21));
    REQUIRE_FALSE(clinic.last(now).has_value());
    const Note first = clinic.write(clinic.session(TherapyType::Integration, kMonday), NoteFormat::Dap,
                                    QStringLiteral("walk"));
    const Note second = clinic.write(clinic.session(TherapyType::Integration, kMonday.addDays(7)),
                                     NoteFormat::Dap, QStringLiteral("swim"));
    clinic.write(clinic.session(TherapyType::Integration, kMonday.addDays(14)), NoteFormat::Dap,
                 QStringLiteral(" "));
    clinic.write(clinic.session(TherapyType::Therapy, kMonday.addDays(15)), NoteFormat::Dap,
                 QStringLiteral("other kind"));
    clinic.write(clinic.session(TherapyType::Integration, kMonday.addDays(28)), NoteFormat::Dap,
                 QStringLiteral("later"));
    REQUIRE(clinic.last(now)->note.id == second.id);
    REQUIRE(clinic.last(now)->heldAt == clinic.fixture.at(kMonday.addDays(7), QTime(9, 0)));
    REQUIRE(clinic.last(second.session)->note.id == first.id);
    REQUIRE_FALSE(clinic.last(first.session).has_value());
    REQUIRE_FALSE(clinic.last(clinic.practice().ids().next<SessionId>()).has_value());
}

TEST_CASE("Of two notes of one session the own one is carried from", "[workflow][notes]") {
    Clinic clinic;
    const auto session = clinic.session(TherapyType::Integration, kMonday);
    const auto now = clinic.session(TherapyType::Integration, kMonday.addDays(7));
    const Note hers = clinic.write(session, NoteFormat::Dap, QStringLiteral("hers"));
    clinic.fixture.signInAs(QStringLiteral("Jonas Lindqvist"), Role::Therapist);
    REQUIRE(clinic.last(now)->note.id == hers.id);
    const Note his = clinic.write(session, NoteFormat::Dap, QStringLiteral("his"));
    REQUIRE(clinic.last(now)->note.id == his.id);
}

TEST_CASE("A saved note is clean, and one that is too long is refused whole", "[workflow][notes]") {
    Clinic clinic;
    const auto session = clinic.session(TherapyType::Integration, kMonday);
    const Note note = clinic.write(session, NoteFormat::Dap, QStringLiteral("a\r\nb") + QChar(7));
    const auto kept = required(clinic.practice().file().records().find<Note>(note.id));
    REQUIRE(kept->sections.first().text == QStringLiteral("a\nb"));
    Note huge = *kept;
    huge.sections.first().text = QString(10'000'000, QLatin1Char('x'));
    const auto refused = TherapyCare(clinic.practice()).saveNote(huge);
    REQUIRE(refused.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(required(clinic.practice().file().records().find<Note>(note.id)) == kept);
    huge.sections.first().text = QString(therapy::kLongestSection, QLatin1Char('x'));
    required(TherapyCare(clinic.practice()).saveNote(huge));
}

TEST_CASE("What is missing for the signature names the sections", "[workflow][notes]") {
    Clinic clinic;
    const auto session = clinic.session(TherapyType::Integration, kMonday);
    clinic.write(session, NoteFormat::Dap, QStringLiteral("walk"));
    const auto content = required(workflow::SessionDesk(clinic.practice()).load(session));
    REQUIRE(workflow::SessionDesk::missingForSignature(content).first() ==
            QStringLiteral("a section of the note is empty: Data, Assessment"));
}

} // namespace test_note_desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/session_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/signed_note.h"
#include "core/workflow/therapy_care.h"
#include "core/workflow/writing_door.h"

namespace kairos::test {

/// A dose of Elena Marsh's that Nora Voss, the nurse, watched and sent home from, and in which Tom Hale, the
/// therapist, sat; a minute passes with every act.
struct SharedVisit {
    support::OpenPracticeFixture fixture;
    record::PatientId patient;
    record::ClinicianId nurse;
    record::ClinicianId therapist;
    record::SessionId id;

    SharedVisit() : patient(fixture.addElena()) {
        const auto ruth = practice().signedIn()->id;
        fixture.signInAs(QStringLiteral("Nora Voss"), record::Role::Monitor);
        nurse = practice().signedIn()->id;
        signIn(ruth);
        fixture.signInAs(QStringLiteral("Tom Hale"), record::Role::Therapist);
        therapist = practice().signedIn()->id;
        signIn(nurse);
        record::DosingSession dose;
        dose.id = practice().ids().next<record::SessionId>();
        dose.patient = patient;
        dose.number = 1;
        dose.booked = {QDate(2026, 11, 2), QTime(9, 0), practice().practice().zone};
        dose.state = record::SessionState::Held;
        dose.startedAt = practice().now().plusMinutes(-120);
        dose.stoppedAt = practice().now().plusMinutes(-80);
        dose.dischargedAt = practice().now().plusMinutes(-1);
        dose.dischargedBy = nurse;
        id = dose.id;
        support::required(workflow::WritingDoor(practice()).save({{record::Action::Created, dose, {}}}));
    }

    [[nodiscard]] workflow::OpenPractice& practice() { return fixture.practice(); }
    void signIn(const record::ClinicianId& who) {
        fixture.clock().advanceMs(60'000);
        support::required(practice().signIn(who, support::OpenPracticeFixture::password()));
    }
    /// A whole note of whoever is signed in.
    record::NoteId write(const QString& text) {
        record::Note note;
        note.session = id;
        note.patient = patient;
        note.sections = {{QStringLiteral("text"), text}};
        note.risk.ideation = record::SuicidalIdeation::None;
        return support::required(workflow::TherapyCare(practice()).saveNote(note));
    }
    base::Outcome sign() {
        fixture.clock().advanceMs(60'000);
        return workflow::SessionDesk(practice()).sign(id, support::OpenPracticeFixture::password());
    }
    [[nodiscard]] workflow::SessionContent content() {
        return support::required(workflow::SessionDesk(practice()).load(id));
    }
    [[nodiscard]] workflow::SessionParts visit() {
        return support::required(workflow::SessionParts::of(practice(), content()));
    }
    [[nodiscard]] record::SessionState state() { return content().dosing->state; }
    /// Every signature still fits what it stands for.
    [[nodiscard]] bool holds() {
        return support::required(workflow::SignedNotes(practice()).brokenOf(content())).isEmpty();
    }
    [[nodiscard]] workflow::Answered because(const QString& reason) {
        fixture.clock().advanceMs(60'000);
        return {reason, support::OpenPracticeFixture::password()};
    }
    base::Outcome addReading() {
        record::Reading reading;
        reading.id = practice().ids().next<record::ReadingId>();
        reading.session = id;
        reading.patient = patient;
        reading.measuredAt = practice().now();
        reading.enteredAt = practice().now();
        reading.pulse = 72;
        return workflow::WritingDoor(practice())
            .save({{record::Action::Created, reading, {}}})
            .map([](auto&&) {});
    }
};

} // namespace kairos::test

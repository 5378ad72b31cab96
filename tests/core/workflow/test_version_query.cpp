// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/version_query.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/therapy_care.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_version_query {
using namespace kairos;
using namespace record;
using base::DiffPiece;
using support::OpenPracticeFixture;
using support::required;
using workflow::VersionQuery;

namespace {

/// A note of Elena's that was saved twice.
struct TwiceSaved {
    OpenPracticeFixture fixture;
    PatientId patient;
    Note note;

    TwiceSaved() : patient(fixture.addElena()) {
        TherapySession session;
        session.patient = patient;
        session.type = TherapyType::Integration;
        session.booked = {fixture.practice().today(), QTime(9, 0), fixture.practice().practice().zone};
        note.session = required(workflow::TherapyCare(fixture.practice()).book(session));
        note.patient = patient;
        note.format = NoteFormat::Dap;
        note.sections = {{QStringLiteral("data"), QStringLiteral("Wept, then rested.")},
                         {QStringLiteral("assessment"), QStringLiteral("Grief moves.")},
                         {QStringLiteral("plan"), QStringLiteral("swim on Friday")}};
        note.risk.ideation = SuicidalIdeation::None;
        save();
        note.sections[2].text = QStringLiteral("swim on Tuesday");
        note.risk = {SuicidalIdeation::Passive, {}, {}, {}, QStringLiteral("her sister"), {}};
        save();
    }

    void save() {
        note.author = fixture.practice().signedIn()->id;
        note.id = required(workflow::TherapyCare(fixture.practice()).saveNote(note));
    }
    [[nodiscard]] QList<workflow::RecordVersion> versions() {
        return required(VersionQuery(fixture.practice()).of(note.id.uuid, patient, QLocale::c()));
    }
};

} // namespace

TEST_CASE("A note that was saved twice has both versions, oldest first", "[workflow][history]") {
    TwiceSaved saved;
    const auto versions = saved.versions();
    REQUIRE(versions.size() == 2);
    REQUIRE(versions.first().action == Action::Created);
    REQUIRE(versions.last().action == Action::Changed);
    REQUIRE(versions.first().who == saved.fixture.practice().signedIn()->name);
    REQUIRE(versions.first().count < versions.last().count);
    REQUIRE(versions.first().parts.at(2) ==
            workflow::VersionPart{QStringLiteral("Plan"), QStringLiteral("swim on Friday")});
    REQUIRE(versions.last().parts.at(2).text == QStringLiteral("swim on Tuesday"));
}

TEST_CASE("Two versions of a note are held against each other part by part", "[workflow][history]") {
    TwiceSaved saved;
    const auto versions = saved.versions();
    const auto parts = workflow::compareVersions(versions.first(), versions.last());
    REQUIRE(parts.size() == 4);
    REQUIRE(parts.at(0).pieces ==
            QList<DiffPiece>{{DiffPiece::Side::Both, QStringLiteral("Wept, then rested.")}});
    REQUIRE(parts.at(2).title == QStringLiteral("Plan"));
    REQUIRE(parts.at(2).pieces.at(1) == DiffPiece{DiffPiece::Side::Before, QStringLiteral("Friday")});
    REQUIRE(parts.at(2).pieces.at(2) == DiffPiece{DiffPiece::Side::After, QStringLiteral("Tuesday")});
    REQUIRE(parts.at(3).title == QStringLiteral("Risk"));
    REQUIRE(parts.at(3).pieces.at(1) == DiffPiece{DiffPiece::Side::Before, QStringLiteral("none")});
    REQUIRE(parts.at(3).pieces.last().text.contains(QStringLiteral("protective: her sister")));
}

TEST_CASE("A part that stands in one version alone came or went as a whole", "[workflow][history]") {
    workflow::RecordVersion before;
    before.parts = {{QStringLiteral("Data"), QStringLiteral("calm")}};
    workflow::RecordVersion after;
    after.parts = {{QStringLiteral("Subjective"), QStringLiteral("calm again")}};
    const auto parts = workflow::compareVersions(before, after);
    REQUIRE(parts.size() == 2);
    REQUIRE(parts.first().pieces == QList<DiffPiece>{{DiffPiece::Side::After, QStringLiteral("calm again")}});
    REQUIRE(parts.last().title == QStringLiteral("Data"));
    REQUIRE(parts.last().pieces == QList<DiffPiece>{{DiffPiece::Side::Before, QStringLiteral("calm")}});
}

TEST_CASE("Any other record tells its versions by its line", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    workflow::PatientCare care(fixture.practice());
    auto draft = required(care.load(elena));
    draft.patient.familyName = QStringLiteral("Marsh-Lund");
    required(care.save(draft));
    const auto versions = required(VersionQuery(fixture.practice()).of(elena.uuid, elena, QLocale::c()));
    REQUIRE(versions.size() == 2);
    REQUIRE(versions.first().parts.first().title.isEmpty());
    REQUIRE(versions.first().parts.first().text.startsWith(QStringLiteral("Elena Marsh, ")));
    REQUIRE(versions.last().parts.first().text.startsWith(QStringLiteral("Elena Marsh-Lund, ")));
}

TEST_CASE("A record that never was has no version", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto nothing = fixture.practice().ids().next<NoteId>();
    REQUIRE(required(VersionQuery(fixture.practice()).of(nothing.uuid, elena, QLocale::c())).isEmpty());
}

} // namespace test_version_query

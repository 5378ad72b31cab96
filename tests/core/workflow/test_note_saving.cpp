// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/therapy_care.h"

#include "tests/core/workflow/shared_visit.h"

#include "core/workflow/draft_desk.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_saving {
using namespace kairos;
using namespace record;
using base::ErrorCode;
using support::required;
using test::SharedVisit;
using workflow::TherapyCare;

TEST_CASE("A note that was saved anew elsewhere is not written over unsaid", "[workflow][note]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm."));
    const Note base = visit.content().notes.first();
    visit.fixture.clock().advanceMs(60'000);
    Note one = base;
    one.sections.first().text = QStringLiteral("Calm throughout.");
    required(TherapyCare(visit.practice()).saveNote(one));
    visit.fixture.clock().advanceMs(60'000);
    Note other = base;
    other.sections.first().text = QStringLiteral("Calm, then tearful.");
    const auto refused = TherapyCare(visit.practice()).saveNote(other);
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(refused.error().remedy.contains(QStringLiteral("your text is kept")));
    REQUIRE(visit.content().notes.first().sections.first().text == QStringLiteral("Calm throughout."));
    other.writtenAt = visit.content().notes.first().writtenAt;
    required(TherapyCare(visit.practice()).saveNote(other));
    REQUIRE(required(visit.practice().file().historyOf(base.id.uuid, visit.patient)).size() == 3);
}

TEST_CASE("A saved note is taken back to what it was", "[workflow][note]") {
    SharedVisit visit;
    TherapyCare care(visit.practice());
    const NoteId id = visit.write(QStringLiteral("Calm."));
    const Note before = visit.content().notes.first();
    SECTION("one that was there before") {
        Note changed = before;
        changed.sections.first().text = QStringLiteral("Calm throughout.");
        required(care.saveNote(changed));
        required(care.takeBack(id, before));
        REQUIRE(visit.content().notes.first() == before);
    }
    SECTION("one that was new") {
        required(care.takeBack(id, std::nullopt));
        REQUIRE(visit.content().notes.isEmpty());
        REQUIRE(care.takeBack(id, std::nullopt).error().code == ErrorCode::Refused);
    }
    SECTION("not once it is signed") {
        required(visit.sign());
        REQUIRE(care.takeBack(id, std::nullopt).error().code == ErrorCode::Refused);
        REQUIRE(visit.content().notes.size() == 1);
    }
    SECTION("not by somebody else") {
        visit.signIn(visit.therapist);
        REQUIRE(care.takeBack(id, std::nullopt).error().code == ErrorCode::Refused);
        REQUIRE(visit.content().notes.size() == 1);
    }
}

TEST_CASE("Who keeps a draft of a session's note is known, without its text", "[workflow][draft]") {
    SharedVisit visit;
    auto& drafts = visit.practice().file().drafts();
    const QString form = QStringLiteral("note");
    REQUIRE(required(drafts.writersOf(form, visit.id.uuid)).isEmpty());
    workflow::DraftDesk desk(visit.practice());
    const auto key = desk.keyOf(form, visit.id.uuid);
    required(desk.keep(key, "half a word"));
    required(desk.keep(desk.keyOf(QStringLiteral("addendum"), visit.id.uuid), "other"));
    REQUIRE(required(drafts.writersOf(form, visit.id.uuid)) == QList{visit.nurse});
    required(desk.drop(key));
    REQUIRE(required(drafts.writersOf(form, visit.id.uuid)).isEmpty());
}

} // namespace test_note_saving

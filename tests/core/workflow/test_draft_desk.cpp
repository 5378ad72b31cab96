// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_desk.h"

#include "core/workflow/rating_care.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_draft_desk {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using workflow::DraftDesk;

TEST_CASE("A draft outlives the program and says when it was kept", "[workflow][drafts]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto key = DraftDesk(fixture.practice()).keyOf(QStringLiteral("note"), elena.uuid);
    REQUIRE(key.clinician == fixture.clinician());
    required(DraftDesk(fixture.practice()).keep(key, QByteArray("first")));
    fixture.clock().advanceMs(1000);
    required(DraftDesk(fixture.practice()).keep(key, QByteArray("second")));
    fixture.reopen();
    const auto found = required(DraftDesk(fixture.practice()).find(key));
    REQUIRE(found.has_value());
    REQUIRE(found->content == QByteArray("second"));
    REQUIRE(found->savedMs == fixture.clock().nowMs());
}

TEST_CASE("A clinician sees the own drafts alone, newest first", "[workflow][drafts]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    DraftDesk desk(fixture.practice());
    required(desk.keep(desk.keyOf(QStringLiteral("note"), elena.uuid), QByteArray("a")));
    fixture.clock().advanceMs(1000);
    required(desk.keep(desk.keyOf(QStringLiteral("rating.phq-9"), elena.uuid), QByteArray("b")));
    const auto mine = required(desk.mine());
    REQUIRE(mine.size() == 2);
    REQUIRE(mine.first().key.form == QStringLiteral("rating.phq-9"));
    fixture.signInAs(QStringLiteral("Jonas Lindqvist"), record::Role::Prescriber);
    REQUIRE(required(desk.mine()).isEmpty());
    REQUIRE_FALSE(required(desk.find(desk.keyOf(QStringLiteral("note"), elena.uuid))).has_value());
}

TEST_CASE("Drafts never reach the journal", "[workflow][drafts]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    const auto before = required(fixture.practice().file().head());
    DraftDesk desk(fixture.practice());
    const auto key = desk.keyOf(QStringLiteral("note"), elena.uuid);
    required(desk.keep(key, QByteArray("thoughts")));
    REQUIRE(required(fixture.practice().file().head()) == before);
    required(desk.drop(key));
    REQUIRE_FALSE(required(desk.find(key)).has_value());
}

TEST_CASE("The transaction that saves a form ends its draft", "[workflow][drafts]") {
    OpenPracticeFixture fixture;
    DraftDesk desk(fixture.practice());
    workflow::RatingDraft draft;
    draft.patient = fixture.addElena();
    draft.instrument = QStringLiteral("phq-2");
    draft.assessedAt = fixture.practice().now();
    draft.answers = {record::Answer::given(1), record::Answer::given(9)};
    const auto key = desk.keyOf(QStringLiteral("rating.phq-2"), draft.patient.uuid);
    required(desk.keep(key, QByteArray("1,9")));
    REQUIRE_FALSE(workflow::RatingCare(fixture.practice()).save(draft, {key}).has_value());
    REQUIRE(required(desk.find(key)).has_value());
    draft.answers[1] = record::Answer::given(2);
    required(workflow::RatingCare(fixture.practice()).save(draft, {key}));
    REQUIRE_FALSE(required(desk.find(key)).has_value());
}

} // namespace test_draft_desk

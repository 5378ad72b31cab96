// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/killed_typist.h"
#include "tests/fault/typed_note.h"
#include "tests/support/open_practice_fixture.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/therapy_care.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

namespace test_note_kill {
using namespace kairos;
using support::OpenPracticeFixture;
using support::required;
using test::TypedPlace;

namespace {

struct Stored {
    QString text;
    qint64 cursor = 0;
};

/// The draft as the file has it.
Stored storedDraft(OpenPracticeFixture& fixture, const record::SessionId& session) {
    workflow::DraftDesk desk(fixture.practice());
    const auto draft = required(desk.find(desk.keyOf(QStringLiteral("note"), session.uuid)));
    if (!draft) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(draft->content).object();
    const QJsonObject cursor = json.value(QLatin1String("cursor")).toObject();
    const QJsonArray sections = json.value(QLatin1String("sections")).toArray();
    for (const auto& section : sections) {
        if (section.toObject().value(QLatin1String("id")) == cursor.value(QLatin1String("section"))) {
            return {section.toObject().value(QLatin1String("text")).toString(),
                    cursor.value(QLatin1String("position")).toInt()};
        }
    }
    return {};
}

} // namespace

TEST_CASE("A kill at any instant loses nothing of a note that the page called kept", "[fault][kill]") {
    base::SeededRandom random(600);
    OpenPracticeFixture fixture;
    record::TherapySession session;
    session.patient = fixture.addElena();
    session.type = record::TherapyType::Integration;
    session.booked = {fixture.practice().today(), QTime(9, 0), fixture.practice().practice().zone};
    const auto id = required(workflow::TherapyCare(fixture.practice()).book(session));
    TypedPlace known;
    int drafts = 0;
    qint64 lost = 0;
    const int kills = test::killsWanted(20);
    for (int kill = 0; kill < kills; ++kill) {
        fixture.close();
        const auto said =
            test::typeNoteAndKill({fixture.path(), OpenPracticeFixture::passphrase(),
                                   OpenPracticeFixture::password(), id.toString(), QStringLiteral("note")},
                                  random);
        fixture.reopen();
        CAPTURE(kill, known.length, known.cursor);
        if (said.opened) {
            // The page came back with the text and the hand where the last draft had them.
            REQUIRE(*said.opened == known);
        }
        drafts += said.kept ? 1 : 0;
        const Stored stored = storedDraft(fixture, id);
        REQUIRE(stored.text == test::typedText(stored.text.size()));
        const qint64 acknowledged = qMax(known.length, said.kept.value_or(TypedPlace{}).length);
        lost += qMax(qint64{0}, acknowledged - stored.text.size());
        REQUIRE(stored.cursor == stored.text.size());
        known = {stored.text.size(), stored.cursor};
    }
    std::printf("note: %d kills, in %d of them a draft was kept, %lld letters at the end, %lld lost\n", kills,
                drafts, static_cast<long long>(known.length), static_cast<long long>(lost));
    REQUIRE(lost == 0);
    REQUIRE(drafts > 0);
}

} // namespace test_note_kill

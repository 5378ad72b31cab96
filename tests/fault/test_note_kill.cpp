// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/typed_note.h"
#include "tests/support/open_practice_fixture.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/therapy_care.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstdio>

using namespace kairos;
using support::OpenPracticeFixture;
using support::required;

namespace {

constexpr int kWaitMs = 60'000;       ///< for a child that hangs; never reached when all is well
constexpr int kMostKept = 2;          ///< drafts that are kept before a kill
constexpr int kMostTurns = 4'000'000; ///< of idling, to spread the kills over opening, typing and keeping

int killsWanted() {
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("KAIROS_FAULT_KILLS", &isNumber);
    return isNumber && wanted > 0 ? wanted : 20;
}

void idle(int turns) {
    for (std::atomic<int> turn = 0; turn < turns; ++turn) {
    }
}

/// A length of the text and where the hand stood in it.
struct Place {
    qint64 length = 0;
    qint64 cursor = 0;

    bool operator==(const Place&) const = default;
};

/// What a child said before it was killed.
struct Said {
    std::optional<Place> opened; ///< none when it was killed before the page stood
    std::optional<Place> kept;   ///< the last draft that the page called kept
};

Said saidBy(const QByteArray& output) {
    Said said;
    for (const QByteArray& line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3) {
            (words.first() == "open" ? said.opened : said.kept) =
                Place{words.at(1).toLongLong(), words.at(2).toLongLong()};
        }
    }
    return said;
}

Said typeAndKill(OpenPracticeFixture& fixture, const record::SessionId& session, base::RandomSource& random) {
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    typist.start(QStringLiteral(KAIROS_TYPE_NOTE), {fixture.path(), OpenPracticeFixture::passphrase(),
                                                    OpenPracticeFixture::password(), session.toString()});
    if (!typist.waitForStarted(kWaitMs)) {
        throw std::runtime_error("the typist did not start");
    }
    // The first line says that the page stands: some are killed before it does.
    const int lines = random.between(0, kMostKept + 1);
    QByteArray output;
    while (output.count('\n') < lines && typist.waitForReadyRead(kWaitMs)) {
        output += typist.readAllStandardOutput();
    }
    idle(random.between(0, kMostTurns));
    typist.kill();
    typist.waitForFinished(kWaitMs);
    if (typist.exitStatus() != QProcess::CrashExit) {
        throw std::runtime_error("the typist ended by itself");
    }
    return saidBy(output + typist.readAllStandardOutput());
}

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
    Place known;
    int drafts = 0;
    qint64 lost = 0;
    const int kills = killsWanted();
    for (int kill = 0; kill < kills; ++kill) {
        fixture.close();
        const Said said = typeAndKill(fixture, id, random);
        fixture.reopen();
        CAPTURE(kill, known.length, known.cursor);
        if (said.opened) {
            // The page came back with the text and the hand where the last draft had them.
            REQUIRE(*said.opened == known);
        }
        drafts += said.kept ? 1 : 0;
        const Stored stored = storedDraft(fixture, id);
        REQUIRE(stored.text == test::typedText(stored.text.size()));
        const qint64 acknowledged = qMax(known.length, said.kept.value_or(Place{}).length);
        lost += qMax(qint64{0}, acknowledged - stored.text.size());
        REQUIRE(stored.cursor == stored.text.size());
        known = {stored.text.size(), stored.cursor};
    }
    std::printf("note: %d kills, in %d of them a draft was kept, %lld letters at the end, %lld lost\n", kills,
                drafts, static_cast<long long>(known.length), static_cast<long long>(lost));
    REQUIRE(lost == 0);
    REQUIRE(drafts > 0);
}

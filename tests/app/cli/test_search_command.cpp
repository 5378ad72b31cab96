// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "core/record/note.h"
#include "core/record/therapy_session.h"
#include "core/storage/connection.h"
#include "core/storage/practice_file.h"
#include "core/workflow/writing_door.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace test_search_command {
using namespace kairos;
using namespace record;
using tests::PracticeBench;

namespace {

/// Elena Marsh with an integration session, its note and an addendum; Marc Olsen with a name alone.
void fill(support::OpenPracticeFixture& fixture) {
    const auto elena = fixture.addElena();
    fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Marc"), QStringLiteral("Olsen"));
    auto& ids = fixture.practice().ids();
    TherapySession session;
    session.id = ids.next<SessionId>();
    session.patient = elena;
    session.type = TherapyType::Integration;
    session.number = 3;
    session.booked = {QDate(2026, 10, 30), QTime(11, 0), QStringLiteral("Europe/Oslo")};
    session.therapist = fixture.clinician();
    Note note;
    note.id = ids.next<NoteId>();
    note.session = session.id;
    note.patient = elena;
    note.author = fixture.clinician();
    note.writtenAt = fixture.at(QDate(2026, 10, 30), QTime(12, 0));
    note.format = NoteFormat::Dap;
    note.sections = {{QStringLiteral("data"), QStringLiteral("Spoke of the garden. Sl\u00E9pt well.")},
                     {QStringLiteral("plan"), QStringLiteral("call her father")}};
    Note addendum = note;
    addendum.id = ids.next<NoteId>();
    addendum.addendumTo = note.id;
    addendum.sections = {{QStringLiteral("text"), QStringLiteral("the garden of her aunt")}};
    support::required(workflow::WritingDoor(fixture.practice())
                          .save({{Action::Created, session, {}},
                                 {Action::Created, note, {}},
                                 {Action::Created, addendum, {}}}));
}

QJsonArray hitsOf(const tests::CliRun& run) {
    CAPTURE(run.out.toStdString(), run.error.toStdString());
    REQUIRE(run.exit == 0);
    return run.json().value(QLatin1String("hits")).toArray();
}

} // namespace

TEST_CASE("search gives the records with the passage and its marks", "[cli][search]") {
    const PracticeBench practice{fill};
    const auto hits = hitsOf(
        practice.runJson(QStringLiteral("search"), {QStringLiteral("slept"), QStringLiteral("GARDEN")}));
    REQUIRE(hits.size() == 1);
    const auto hit = hits.first().toObject();
    REQUIRE(hit.value(QLatin1String("kind")) == QStringLiteral("note"));
    REQUIRE(hit.value(QLatin1String("mrn")) == QStringLiteral("AH-0412"));
    REQUIRE(hit.value(QLatin1String("date")) == QStringLiteral("2026-10-30"));
    REQUIRE(hit.value(QLatin1String("part")) == QStringLiteral("data"));
    REQUIRE(hit.value(QLatin1String("addendum")) == false);
    REQUIRE(hit.value(QLatin1String("session")).toObject().value(QLatin1String("kind")) ==
            QStringLiteral("integration"));
    const QString passage = hit.value(QLatin1String("passage")).toString();
    QStringList marked;
    for (const auto& mark : hit.value(QLatin1String("marks")).toArray()) {
        marked.append(passage.mid(mark.toObject().value(QLatin1String("start")).toInt(),
                                  mark.toObject().value(QLatin1String("length")).toInt()));
    }
    REQUIRE(marked == QStringList{QStringLiteral("garden"), QStringLiteral("Sl\u00E9pt")});
}

TEST_CASE("search says what is an addendum, and pages through the hits", "[cli][search]") {
    const PracticeBench practice{fill};
    const auto both = hitsOf(practice.runJson(QStringLiteral("search"), {QStringLiteral("garden")}));
    REQUIRE(both.size() == 2);
    const auto page = [&](const QString& offset) {
        return practice.runJson(QStringLiteral("search"),
                                {QStringLiteral("garden"), QStringLiteral("--limit"), QStringLiteral("1"),
                                 QStringLiteral("--offset"), offset});
    };
    const auto first = page(QStringLiteral("0"));
    const auto second = page(QStringLiteral("1"));
    REQUIRE(hitsOf(first).first() == both.at(0));
    REQUIRE(hitsOf(second).first() == both.at(1));
    REQUIRE(first.json().value(QLatin1String("more")) == true);
    REQUIRE(second.json().value(QLatin1String("more")) == false);
    const auto text = practice.run(QStringLiteral("search"), {QStringLiteral("\"her aunt\"")});
    REQUIRE(text.exit == 0);
    REQUIRE(text.out.contains("note, addendum"));
    REQUIRE(text.out.contains("the garden of her aunt"));
    REQUIRE(text.out.contains("1 hit"));
}

TEST_CASE("search finds names, keeps to one patient and says when nothing fits", "[cli][search]") {
    const PracticeBench practice{fill};
    const auto names = hitsOf(practice.runJson(QStringLiteral("search"), {QStringLiteral("marc")}));
    REQUIRE(names.size() == 1);
    REQUIRE(names.first().toObject().value(QLatin1String("kind")) == QStringLiteral("patient"));
    REQUIRE(hitsOf(practice.runJson(
                       QStringLiteral("search"),
                       {QStringLiteral("garden"), QStringLiteral("--patient"), QStringLiteral("AH-0500")}))
                .isEmpty());
    const auto none = practice.run(QStringLiteral("search"), {QStringLiteral("desert")});
    REQUIRE(none.exit == 0);
    REQUIRE(none.out.trimmed() == "0 hits");
    REQUIRE(
        hitsOf(practice.runJson(QStringLiteral("search"), {QStringLiteral("NOT"), QStringLiteral("(garden")}))
            .isEmpty());
}

TEST_CASE("search refuses what is empty, too short or impossible", "[cli][search]") {
    const PracticeBench practice{fill};
    for (const QStringList& rest :
         {QStringList{}, QStringList{QStringLiteral("a")}, QStringList{QStringLiteral("*")},
          QStringList{QStringLiteral("garden"), QStringLiteral("--limit"), QStringLiteral("0")},
          QStringList{QStringLiteral("garden"), QStringLiteral("--limit"), QStringLiteral("101")},
          QStringList{QStringLiteral("garden"), QStringLiteral("--offset"), QStringLiteral("-1")}}) {
        const auto run = practice.run(QStringLiteral("search"), rest);
        CAPTURE(rest.join(QLatin1Char(' ')).toStdString(), run.error.toStdString());
        REQUIRE(run.exit == 2);
        REQUIRE(run.isOneLineError());
    }
}

TEST_CASE("search --rebuild makes the index anew, also without words", "[cli][search]") {
    const PracticeBench practice{fill};
    const auto alone = practice.runJson(QStringLiteral("search"), {QStringLiteral("--rebuild")});
    REQUIRE(alone.exit == 0);
    REQUIRE(alone.json().value(QLatin1String("rebuilt")) == true);
    REQUIRE(hitsOf(practice.runJson(QStringLiteral("search"),
                                    {QStringLiteral("garden"), QStringLiteral("--rebuild")}))
                .size() == 2);
    REQUIRE(practice.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

TEST_CASE("search makes a damaged index anew by itself, which verify tells before", "[cli][search]") {
    PracticeBench practice{fill};
    practice.fixture().reopen();
    const auto key = practice.fixture().practice().file().key().clone();
    practice.fixture().close();
    {
        storage::Connection connection(practice.file(), storage::OpenMode::Write, &key);
        connection.execute("UPDATE search_text_data SET block = x'FFFFFFFFFFFFFFFF'");
    }
    const auto verified = practice.runJson(QStringLiteral("verify"));
    REQUIRE(verified.exit == 1);
    const auto finding = verified.json().value(QLatin1String("findings")).toArray().first().toObject();
    REQUIRE(finding.value(QLatin1String("rule")) == QStringLiteral("verify.search-differs"));
    REQUIRE(finding.value(QLatin1String("level")) == QStringLiteral("caution"));
    REQUIRE(hitsOf(practice.runJson(QStringLiteral("search"), {QStringLiteral("garden")})).size() == 2);
    REQUIRE(practice.run(QStringLiteral("verify"), {QStringLiteral("--deep")}).exit == 0);
}

} // namespace test_search_command

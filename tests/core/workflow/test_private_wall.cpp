// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/private_wall.h"

#include "core/workflow/chart_query.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/find_query.h"
#include "core/workflow/history_query.h"
#include "core/workflow/practice_check.h"
#include "core/workflow/sheet_query.h"
#include "core/workflow/summary_query.h"
#include "core/workflow/take_home_query.h"
#include "core/workflow/thread_query.h"
#include "core/workflow/today_query.h"

#include "core/record/packing.h"

#include "tests/support/private_wall.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_wall {
using namespace kairos;
using support::hasMarker;
using support::kMarker;
using support::OpenPracticeFixture;
using support::required;
using support::WalledCourse;
using workflow::PrivateAccess;
using workflow::PrivateNotes;

namespace {

/// All that the queries of the practice tell of a patient, in words.
QString toldOf(workflow::OpenPractice& practice, const WalledCourse& course) {
    QStringList told;
    for (const auto& line : required(workflow::HistoryQuery(practice).of(course.elena, 500, QLocale::c()))) {
        told << line.what << line.before << line.reason << line.who;
    }
    for (const auto& line : required(workflow::ChartQuery(practice).sessions(course.elena))) {
        told << line.person << line.modality;
    }
    const auto content = required(workflow::SessionDesk(practice).load(course.session));
    for (const auto& note : content.notes) {
        told << QString::fromUtf8(record::pack(note));
    }
    for (const auto& note : required(workflow::SessionDesk(practice).addenda(course.session))) {
        told << QString::fromUtf8(record::pack(note));
    }
    const auto facts = required(workflow::SummaryQuery(practice).bundle(course.session, QLocale::c())).facts;
    for (const auto& note : facts.notes) {
        told << QString::fromUtf8(record::pack(note));
    }
    const auto page = required(workflow::TakeHomeQuery(practice).page(course.elena, QLocale::c()));
    told << page.intention << page.commitments << page.appointments;
    for (const auto& sheet : required(workflow::SheetQuery(practice).ofPatient(course.elena)).sheets) {
        told << QString::fromUtf8(record::pack(sheet));
    }
    told << required(workflow::ThreadQuery(practice).ofSession(content.therapy.value())).suggestions;
    for (const auto& need : required(workflow::TodayQuery(practice).needs())) {
        told << need.detail << need.instruments;
    }
    told << required(workflow::PracticeCheck(practice).run(workflow::CheckDepth::Deep)).sentences();
    return told.join(QLatin1Char('\n'));
}

qsizetype foundIn(workflow::OpenPractice& practice, const QString& typed) {
    return required(workflow::FindQuery(practice).find({typed})).records.size();
}

} // namespace

TEST_CASE("The marker is told from other text, so that its absence says something", "[private][wall]") {
    REQUIRE(hasMarker(kMarker.toUtf8()));
    REQUIRE(hasMarker(kMarker.toUpper().toLatin1()));
    REQUIRE(hasMarker(QByteArray(reinterpret_cast<const char*>(kMarker.utf16()), kMarker.size() * 2)));
    REQUIRE(hasMarker(kMarker.toUtf8().toBase64()));
    REQUIRE(hasMarker(kMarker.toUtf8().toHex()));
    REQUIRE(!hasMarker("quagmire lantern"));
}

TEST_CASE("No table holds a word of a private note, a draft or a release that was asked for",
          "[private][wall]") {
    OpenPracticeFixture alder;
    const WalledCourse course(alder);
    const auto key = alder.practice().file().key().clone();
    const QByteArray values = support::everyValueOf(alder.path(), key);
    REQUIRE(values.contains("Spoke of the garden.")); // the chart note is there to be read
    REQUIRE(!hasMarker(values));
    for (const char* part : {"", "-wal", ".key"}) {
        REQUIRE(!hasMarker(support::fileBytes(alder.path() + QLatin1String(part))));
    }
    REQUIRE(required(workflow::DraftDesk(alder.practice()).mine()).isEmpty());
}

TEST_CASE("A copy of the file holds a private note sealed alone", "[private][wall]") {
    OpenPracticeFixture alder;
    const WalledCourse course(alder);
    const auto key = alder.practice().file().key().clone();
    alder.close();
    const QString copy = alder.folder() + QStringLiteral("/copy.kairos");
    REQUIRE(QFile::copy(alder.path(), copy));
    REQUIRE(!hasMarker(support::everyValueOf(copy, key)));
    alder.reopen();
    required(PrivateAccess(alder.practice()).open(OpenPracticeFixture::password()));
    REQUIRE(required(PrivateNotes(alder.practice()).mine(course.elena)).notes.size() == 2);
}

TEST_CASE("No search, history, chart, summary, Today or check tells of a private note", "[private][wall]") {
    OpenPracticeFixture alder;
    const WalledCourse course(alder);
    const auto requireSilent = [&] {
        auto& practice = alder.practice();
        const QString told = toldOf(practice, course);
        REQUIRE(told.contains(QStringLiteral("Spoke of the garden.")));
        REQUIRE(!hasMarker(told.toUtf8()));
        REQUIRE(!told.contains(QStringLiteral("rivate")));
        REQUIRE(foundIn(practice, kMarker) == 0);
        REQUIRE(foundIn(practice, kMarker.left(5)) == 0);
        REQUIRE(foundIn(practice, QStringLiteral("garden")) == 1);
    };
    // The author's own notes stand open here: their words still reach nothing else.
    requireSilent();
    required(workflow::FindQuery(alder.practice()).startAnew());
    while (required(workflow::FindQuery(alder.practice()).prepare()) < 1.0) {
    }
    requireSilent();
    for (const auto role : {record::Role::Administrator, record::Role::Therapist, record::Role::Prescriber}) {
        alder.signInAs(QStringLiteral("Other"), role);
        requireSilent();
        alder.reopen();
    }
}

TEST_CASE("Who writes behind the wall is told to no view", "[private][wall]") {
    OpenPracticeFixture alder;
    const auto elena = alder.addElena();
    int told = 0;
    QObject::connect(&alder.practice().hub(), &workflow::ChangeHub::changed, &alder.practice().hub(),
                     [&told] { ++told; });
    static_cast<void>(required(PrivateAccess(alder.practice()).setUp(OpenPracticeFixture::password())));
    PrivateNotes notes(alder.practice());
    const auto id = required(notes.write(elena, {kMarker}));
    required(notes.keepDraft(elena, {kMarker}));
    required(notes.destroy(id, OpenPracticeFixture::password()));
    REQUIRE(told == 0);
}

TEST_CASE("What is refused or damaged behind the wall is told without its words", "[private][wall][fault]") {
    OpenPracticeFixture alder;
    const WalledCourse course(alder);
    auto& practice = alder.practice();
    PrivateNotes notes(practice);
    QStringList told;
    told << notes.destroy(course.amended, QStringLiteral("wrong one")).error().sentence();
    told << workflow::PrivateRelease(practice)
                .give(course.asked, course.session, QStringLiteral("wrong one"))
                .error()
                .sentence();
    const auto key = practice.file().key().clone();
    alder.close();
    storage::Connection(alder.path(), storage::OpenMode::Write, &key)
        .execute("UPDATE private_note SET sealed = randomblob(80); UPDATE private_draft SET sealed = x'00';"
                 "UPDATE private_release SET sealed = x'00'");
    alder.reopen();
    auto& again = alder.practice();
    required(PrivateAccess(again).open(OpenPracticeFixture::password()));
    told << required(PrivateNotes(again).mine(course.elena)).damaged;
    told << PrivateNotes(again).draft(course.elena).error().sentence();
    told << workflow::PrivateRelease(again).find(course.asked).error().sentence();
    told << required(workflow::PracticeCheck(again).run(workflow::CheckDepth::Journal)).sentences();
    REQUIRE(told.size() == 10);
    REQUIRE(!hasMarker(told.join(QLatin1Char('\n')).toUtf8()));
}

TEST_CASE("A destroyed note leaves nothing sealed in the tables", "[private][wall]") {
    OpenPracticeFixture alder;
    const WalledCourse course(alder);
    const auto rows =
        required(alder.practice().file().behindWall().versions(alder.clinician(), course.amended));
    REQUIRE(rows.size() == 2);
    required(PrivateNotes(alder.practice()).destroy(course.amended, OpenPracticeFixture::password()));
    const QByteArray values = support::everyValueOf(alder.path(), alder.practice().file().key());
    for (const auto& row : rows) {
        REQUIRE(!values.contains(row.sealed));
    }
}

} // namespace test_private_wall

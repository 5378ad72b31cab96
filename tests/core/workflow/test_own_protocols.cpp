// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/own_protocols.h"

#include "core/protocols/json_reader.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_revision.h"
#include "core/workflow/protocol_care.h"

#include "tests/support/open_practice_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

namespace test_own_protocols {
using namespace kairos;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ownProtocolsFolder;
using workflow::ProtocolCare;

namespace {

QByteArray shipped(const QString& id) {
    return required(protocols::readDataFile(QStringLiteral(":/kairos/protocols/%1.json").arg(id)));
}

QByteArray own(const QByteArray& id = "alder-course") {
    return shipped(QStringLiteral("iv-elektd")).replace("\"iv-elektd\"", "\"" + id + "\"");
}

void write(const QString& path, const QByteArray& content) {
    REQUIRE(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TEST_CASE("The folder of own protocols stands beside the practice", "[workflow][own-protocols]") {
    REQUIRE(ownProtocolsFolder(QStringLiteral("/data/alder.house.kairos")) ==
            QStringLiteral("/data/alder.house.protocols"));
}

TEST_CASE("Every step of every shipped protocol can be met when no day is closed",
          "[workflow][own-protocols]") {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    REQUIRE(library.protocols().size() > 20);
    for (const auto& protocol : library.protocols()) {
        INFO(protocol.id.toStdString());
        REQUIRE(workflow::unmeetableStep(protocol).toStdString() == "");
    }
}

TEST_CASE("Own protocols are read when a practice is opened, and a bad file is named",
          "[workflow][own-protocols]") {
    OpenPracticeFixture fixture;
    const QString folder = ownProtocolsFolder(fixture.path());
    write(folder + QStringLiteral("/a-broken.json"), "{\"id\": 3");
    write(folder + QStringLiteral("/b-own.json"), own());
    fixture.reopen();
    const auto& library = fixture.practice().catalog().protocols;
    const auto* found = library.find(QStringLiteral("alder-course"));
    REQUIRE(found != nullptr);
    REQUIRE(found->file == QStringLiteral("b-own.json"));
    REQUIRE(library.find(QStringLiteral("iv-cbt"))->file.isEmpty());
    REQUIRE(library.refused().size() == 1);
    REQUIRE(library.refused().first().what.contains(QStringLiteral("a-broken.json")));
    REQUIRE(library.refused().first().why.startsWith(QStringLiteral("byte")));
}

TEST_CASE("A plan is fitted by a protocol of the practice's own", "[workflow][own-protocols]") {
    OpenPracticeFixture fixture;
    write(fixture.folder() + QStringLiteral("/from-elsewhere.json"), own());
    required(ProtocolCare(fixture.practice()).add(fixture.folder() + QStringLiteral("/from-elsewhere.json")));
    workflow::PlanWish wish;
    wish.patient = fixture.addElena();
    wish.protocol = QStringLiteral("alder-course");
    wish.start = fixture.practice().today().addDays(21);
    const auto id = required(workflow::PlanCare(fixture.practice()).start(wish));
    REQUIRE(required(workflow::PlanCare(fixture.practice()).plan(id)).protocol ==
            QStringLiteral("alder-course"));
    // It is still there after the practice was closed.
    fixture.reopen();
    REQUIRE(required(workflow::PlanRevision(fixture.practice()).replanned(id)).protocol ==
            QStringLiteral("alder-course"));
}

TEST_CASE("A window that cannot be met is refused with its step", "[workflow][own-protocols]") {
    OpenPracticeFixture fixture;
    // The review would have to end before the ratings it waits for can begin.
    QByteArray bad = shipped(QStringLiteral("iv-clinic")).replace("\"iv-clinic\"", "\"bad\"");
    const QByteArray review = "\"key\": \"review-1\"";
    const auto from = bad.indexOf(review);
    REQUIRE(from > 0);
    const auto field = bad.indexOf("\"latest_day\": 7", from);
    bad.replace(field, 15, "\"latest_day\": 0");
    bad.replace(bad.indexOf("\"target_day\": 4", from), 15, "\"target_day\": 0");
    bad.replace(bad.indexOf("\"earliest_day\": 1", from), 17, "\"earliest_day\": 0");
    const auto read =
        workflow::readOwnProtocol(bad, QStringLiteral("bad.json"), protocols::builtInDoseLimits());
    REQUIRE_FALSE(read.has_value());
    INFO(read.error().sentence().toStdString());
    REQUIRE(read.error().why.startsWith(QStringLiteral("steps[4].latest_day")));
}

TEST_CASE("The same version twice and a name that is taken are refused, and nothing is written over",
          "[workflow][own-protocols]") {
    OpenPracticeFixture fixture;
    const QString elsewhere = fixture.folder() + QStringLiteral("/elsewhere.json");
    ProtocolCare care(fixture.practice());
    write(elsewhere, own());
    REQUIRE(required(care.add(elsewhere)) == QStringLiteral("alder-course"));
    REQUIRE(care.add(elsewhere).error().code == ErrorCode::Refused);
    write(elsewhere, shipped(QStringLiteral("iv-elektd")));
    REQUIRE(care.add(elsewhere).error().code == ErrorCode::Refused);
    const QString taken = ownProtocolsFolder(fixture.path()) + QStringLiteral("/other.json");
    write(taken, "{}");
    write(elsewhere, own("other"));
    REQUIRE(care.add(elsewhere).error().code == ErrorCode::Refused);
    QFile kept(taken);
    REQUIRE(kept.open(QIODevice::ReadOnly));
    REQUIRE(kept.readAll() == "{}");
}

TEST_CASE("Only an administrator adds a protocol", "[workflow][own-protocols]") {
    OpenPracticeFixture fixture;
    const QString elsewhere = fixture.folder() + QStringLiteral("/elsewhere.json");
    write(elsewhere, own());
    fixture.signInAs(QStringLiteral("Jonas Nair"), record::Role::Monitor);
    REQUIRE(ProtocolCare(fixture.practice()).add(elsewhere).error().code == ErrorCode::Refused);
    REQUIRE_FALSE(QDir(ownProtocolsFolder(fixture.path())).exists());
}

} // namespace test_own_protocols

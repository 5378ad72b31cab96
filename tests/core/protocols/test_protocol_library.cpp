// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_library.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_protocol_library {
using namespace kairos;
using namespace kairos::protocols;

namespace {

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TEST_CASE("Every shipped protocol loads", "[protocols][library]") {
    const auto library = ProtocolLibrary::load(builtInDoseLimits());
    for (const base::Error& error : library.refused()) {
        UNSCOPED_INFO(error.sentence().toStdString());
    }
    REQUIRE(library.refused().isEmpty());
    for (const char* id : {"iv-cbt", "iv-elektd", "iv-murrough-3x", "iv-singh-3x", "esketamine-trd"}) {
        REQUIRE(library.find(QString::fromLatin1(id)) != nullptr);
    }
    REQUIRE(library.find(QStringLiteral("none")) == nullptr);
}

TEST_CASE("The combined course says what it is made of", "[protocols][library]") {
    const auto library = ProtocolLibrary::load(builtInDoseLimits());
    const Protocol& course = *library.find(QStringLiteral("iv-cbt"));
    REQUIRE(course.note.contains(QStringLiteral("has not been tested")));
    REQUIRE(course.regimen.mgPerKg->value == 0.5);
    REQUIRE(course.regimen.minutes->value == 40.0);
    REQUIRE(course.regimen.count() == 6);
    REQUIRE(course.therapy->count() == 16);
    REQUIRE(course.therapy->fromWeek == 4);
    REQUIRE(course.therapy->toWeek == 17);
    REQUIRE(course.integration->latestHours == 72);
    REQUIRE(course.lastPreparationWithinDays == 7);
    REQUIRE(course.sources.at(0).confidence == base::Confidence::High);
}

TEST_CASE("A bad clinic file is named and the others still load", "[protocols][library]") {
    const QTemporaryDir folder;
    const QByteArray shipped = *readDataFile(QStringLiteral(":/kairos/protocols/iv-elektd.json"));
    write(folder, QStringLiteral("a-broken.json"), "{\"id\": ");
    QByteArray own = shipped;
    own.replace("\"iv-elektd\"", "\"own-course\"");
    write(folder, QStringLiteral("b-own.json"), own);
    QByteArray newer = shipped;
    newer.replace("\"version\": \"1.0\"", "\"version\": \"1.1\"");
    write(folder, QStringLiteral("c-newer.json"), newer);
    const auto library = ProtocolLibrary::load(builtInDoseLimits(), folder.path());
    REQUIRE(library.refused().size() == 1);
    REQUIRE(library.refused().first().what.contains(QStringLiteral("a-broken.json")));
    REQUIRE(library.find(QStringLiteral("own-course")) != nullptr);
    REQUIRE(library.find(QStringLiteral("iv-elektd"))->version == QStringLiteral("1.1"));
    REQUIRE(library.find(QStringLiteral("iv-cbt")) != nullptr);
}

TEST_CASE("A clinic's file under a shipped version or a doubled id is refused", "[protocols][library]") {
    const QTemporaryDir folder;
    const QByteArray shipped = *readDataFile(QStringLiteral(":/kairos/protocols/iv-elektd.json"));
    write(folder, QStringLiteral("a-same.json"), shipped);
    QByteArray own = shipped;
    own.replace("\"iv-elektd\"", "\"own-course\"");
    write(folder, QStringLiteral("b-own.json"), own);
    own.replace("\"version\": \"1.0\"", "\"version\": \"2.0\"");
    write(folder, QStringLiteral("c-own.json"), own);
    auto library = ProtocolLibrary::load(builtInDoseLimits());
    const auto before = library.protocols().size();
    library.addFolder(folder.path(), builtInDoseLimits());
    REQUIRE(library.protocols().size() == before + 1);
    REQUIRE(library.find(QStringLiteral("own-course"))->version == QStringLiteral("1.0"));
    REQUIRE(library.refused().size() == 2);
    REQUIRE(library.refused().at(0).what.contains(QStringLiteral("a-same.json")));
    REQUIRE(library.refused().at(0).why.startsWith(QStringLiteral("version:")));
    REQUIRE(library.refused().at(1).what.contains(QStringLiteral("c-own.json")));
    REQUIRE(library.refused().at(1).why.startsWith(QStringLiteral("id:")));
}

TEST_CASE("Files of other kinds and of subfolders are left alone", "[protocols][library]") {
    const QTemporaryDir folder;
    write(folder, QStringLiteral("notes.txt"), "not a protocol");
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("old")));
    write(folder, QStringLiteral("old/broken.json"), "{");
    auto library = ProtocolLibrary::load(builtInDoseLimits());
    const auto before = library.protocols().size();
    library.addFolder(folder.path(), builtInDoseLimits());
    library.addFolder(folder.filePath(QStringLiteral("missing")), builtInDoseLimits());
    REQUIRE(library.protocols().size() == before);
    REQUIRE(library.refused().isEmpty());
}

TEST_CASE("No shipped protocol claims to be a clinic's own decision", "[protocols][library]") {
    const QDir folder(QStringLiteral(":/kairos/protocols"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        INFO(name.toStdString());
        REQUIRE_FALSE(readDataFile(folder.filePath(name))->contains("\"confidence\": \"local\""));
    }
    const auto library = ProtocolLibrary::load(builtInDoseLimits());
    for (const Protocol& protocol : library.protocols()) {
        REQUIRE(protocol.file.isEmpty());
    }
}

} // namespace test_protocol_library

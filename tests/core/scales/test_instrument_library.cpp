// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_library.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace test_instrument_library {
using namespace kairos::scales;

namespace {

QByteArray shipped(const char* id) {
    QFile file(QStringLiteral(":/kairos/instruments/%1.json").arg(QLatin1String(id)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void place(const QTemporaryDir& folder, const char* name, const QByteArray& content) {
    QFile file(folder.filePath(QLatin1String(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TEST_CASE("A clinic's own instrument joins the built-in ones", "[scales][library]") {
    const QTemporaryDir folder;
    place(folder, "sleep.json",
          QByteArray(shipped("isi")).replace("\"id\": \"isi\"", "\"id\": \"clinic-sleep\""));
    InstrumentLibrary library = InstrumentLibrary::builtIn();
    const std::size_t before = library.all().size();
    library.addFolder(folder.path());
    REQUIRE(library.refused().isEmpty());
    REQUIRE(library.all().size() == before + 1);
    REQUIRE(library.find(u"clinic-sleep") != nullptr);
    REQUIRE(library.find(u"isi") != nullptr);
    REQUIRE(std::ranges::is_sorted(library.all(), {}, &Instrument::id));
}

TEST_CASE("A bad file is refused with its reason, and the others still load", "[scales][library]") {
    const QTemporaryDir folder;
    place(folder, "a-bad.json", "{\"id\": \"bad\"}");
    place(folder, "b-good.json", shipped("isi"));
    place(folder, "c-note.txt", "not an instrument");
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("schema")));
    place(folder, "schema/instrument.schema.json", "{}");
    InstrumentLibrary library;
    library.addFolder(folder.path());
    REQUIRE(library.all().size() == 1);
    REQUIRE(library.find(u"isi") != nullptr);
    REQUIRE(library.refused().size() == 1);
    REQUIRE(library.refused().first().file == QStringLiteral("a-bad.json"));
    REQUIRE(library.refused().first().reason.contains(QStringLiteral("required")));
}

TEST_CASE("A built-in instrument is replaced only under another version", "[scales][library]") {
    const QTemporaryDir folder;
    place(folder, "isi.json", shipped("isi"));
    InstrumentLibrary library = InstrumentLibrary::builtIn();
    library.addFolder(folder.path());
    REQUIRE(library.refused().size() == 1);
    REQUIRE(library.refused().first().reason.startsWith(QStringLiteral("/version: ")));

    const QTemporaryDir other;
    place(other, "isi.json",
          shipped("isi").replace("\"version\": \"1.0.0\"", "\"version\": \"1.0.0-clinic\""));
    library.addFolder(other.path());
    REQUIRE(library.refused().size() == 1);
    REQUIRE(library.find(u"isi")->version == QStringLiteral("1.0.0-clinic"));
}

TEST_CASE("Two files of one folder cannot define the same instrument", "[scales][library]") {
    const QTemporaryDir folder;
    place(folder, "a.json", shipped("isi"));
    place(folder, "b.json", shipped("isi").replace("\"version\": \"1.0.0\"", "\"version\": \"2\""));
    InstrumentLibrary library;
    library.addFolder(folder.path());
    REQUIRE(library.all().size() == 1);
    REQUIRE(library.find(u"isi")->version == QStringLiteral("1.0.0"));
    REQUIRE(library.refused().first().file == QStringLiteral("b.json"));
}

TEST_CASE("A folder that is not there adds nothing", "[scales][library]") {
    InstrumentLibrary library;
    library.addFolder(QStringLiteral("/nowhere/at/all"));
    REQUIRE(library.all().empty());
    REQUIRE(library.refused().isEmpty());
    REQUIRE(library.find(u"phq-9") == nullptr);
}

TEST_CASE("An instrument is named alone or with its version, and a foreign version is refused",
          "[scales][library]") {
    const InstrumentLibrary library = InstrumentLibrary::builtIn();
    REQUIRE((*library.named(QStringLiteral("phq-9")))->id == QStringLiteral("phq-9"));
    REQUIRE((*library.named(QStringLiteral("phq-9@1.0.0")))->id == QStringLiteral("phq-9"));
    REQUIRE(library.named(QStringLiteral("phq-9@0.9")).error().why ==
            QStringLiteral("PHQ-9 is installed in version 1.0.0, not in version 0.9"));
    REQUIRE(library.named(QStringLiteral("phq-10")).error().why ==
            QStringLiteral("no instrument \"phq-10\" is installed"));
    REQUIRE_FALSE(library.named(QString()).has_value());
}

} // namespace test_instrument_library

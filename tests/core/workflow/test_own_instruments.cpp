// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/own_instruments.h"

#include "tests/support/open_practice_fixture.h"

#include "core/workflow/catalog.h"
#include "core/workflow/instrument_care.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_own_instruments {
using namespace kairos;
using base::ErrorCode;
using scales::InstrumentLibrary;
using scales::Wording;
using support::OpenPracticeFixture;
using workflow::addOwnInstruments;
using workflow::installOwnInstrument;
using workflow::ownInstrumentsFolder;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString packPath(const char* name) {
    return QStringLiteral(KAIROS_TEST_DATA "/packs/") + QLatin1String(name);
}

/// The built-in insomnia index under an id of the clinic's own.
QByteArray ownInstrument() {
    return bytesOf(QStringLiteral(":/kairos/instruments/isi.json"))
        .replace("\"id\": \"isi\"", "\"id\": \"clinic-sleep\"");
}

void write(const QString& folder, const char* name, const QByteArray& content) {
    REQUIRE(QDir().mkpath(folder));
    QFile file(QDir(folder).filePath(QLatin1String(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

InstrumentLibrary withFolder(const QString& folder) {
    InstrumentLibrary library = InstrumentLibrary::builtIn();
    addOwnInstruments(library, folder);
    return library;
}

} // namespace

TEST_CASE("The own instruments lie beside the practice", "[workflow][instruments]") {
    REQUIRE(ownInstrumentsFolder(QStringLiteral("/clinic/alder house.v2.kairos")) ==
            QStringLiteral("/clinic/alder house.v2.instruments"));
}

TEST_CASE("Instruments, packs and bad files of one folder each find their place", "[workflow][instruments]") {
    const QTemporaryDir folder;
    write(folder.path(), "a-pack.json", bytesOf(packPath("phq-9-nb.json")));
    write(folder.path(), "b-own.json", ownInstrument());
    write(folder.path(), "c-broken.json", "{\"id\": ");
    write(folder.path(), "d-other-points.json", bytesOf(packPath("phq-9-other-points.json")));
    write(folder.path(), "e-new.json", bytesOf(packPath("new-instrument.json")));
    write(folder.path(), "f-isi.json", bytesOf(packPath("isi-bundle.json")));
    const InstrumentLibrary library = withFolder(folder.path());
    REQUIRE(library.all().size() == 31);
    REQUIRE(library.find(u"clinic-sleep")->file == QStringLiteral("b-own.json"));
    REQUIRE(library.find(u"clinic-check-in")->file == QStringLiteral("e-new.json"));
    REQUIRE(library.find(u"phq-9")->wordingFile == QStringLiteral("a-pack.json"));
    REQUIRE(library.find(u"phq-9")->file.isEmpty());
    REQUIRE(library.find(u"isi")->wording == Wording::Official);
    REQUIRE(library.find(u"gad-7")->wordingFile.isEmpty());
    REQUIRE(library.refused().size() == 2);
    REQUIRE(library.refused().at(0).file == QStringLiteral("c-broken.json"));
    REQUIRE(library.refused().at(0).reason.startsWith(QStringLiteral("byte ")));
    REQUIRE(library.refused().at(1).file == QStringLiteral("d-other-points.json"));
    REQUIRE(library.refused().at(1).reason ==
            QStringLiteral("the file a-pack.json gives PHQ-9 its wording already"));
}

TEST_CASE("A pack gives wording to the clinic's own instrument of the same folder",
          "[workflow][instruments]") {
    const QTemporaryDir folder;
    QByteArray pack = bytesOf(packPath("isi-bundle.json"));
    pack.replace("urn:kairos:scale:isi", "urn:kairos:scale:clinic-sleep");
    write(folder.path(), "a-pack.json", pack);
    write(folder.path(), "z-own.json", ownInstrument());
    const InstrumentLibrary library = withFolder(folder.path());
    REQUIRE(library.refused().isEmpty());
    REQUIRE(library.find(u"clinic-sleep")->wording == Wording::Official);
    REQUIRE(library.find(u"clinic-sleep")->file == QStringLiteral("z-own.json"));
    REQUIRE(library.find(u"isi")->wording == Wording::Labels);
}

TEST_CASE("A folder that is not there adds nothing", "[workflow][instruments]") {
    const InstrumentLibrary library = withFolder(QStringLiteral("/nowhere/at/all.instruments"));
    REQUIRE(library.all().size() == 29);
    REQUIRE(library.refused().isEmpty());
}

TEST_CASE("A file is checked before it is copied, and never over another", "[workflow][instruments]") {
    const QTemporaryDir folder;
    const QString practice = folder.filePath(QStringLiteral("alder.kairos"));
    const QString copied = folder.filePath(QStringLiteral("alder.instruments/phq-9-nb.json"));
    const InstrumentLibrary builtIn = InstrumentLibrary::builtIn();

    const auto bad = installOwnInstrument(packPath("phq-9-item-missing.json"), practice, builtIn);
    REQUIRE(bad.error().code == ErrorCode::InvalidInput);
    REQUIRE(bad.error().why == QStringLiteral("item 5 (Appetite) is missing"));
    REQUIRE_FALSE(QDir(ownInstrumentsFolder(practice)).exists());
    REQUIRE(
        installOwnInstrument(folder.filePath(QStringLiteral("none.json")), practice, builtIn).error().code ==
        ErrorCode::Storage);

    const auto good = installOwnInstrument(packPath("phq-9-nb.json"), practice, builtIn);
    REQUIRE(good.has_value());
    REQUIRE(good->instruments == QStringList{QStringLiteral("phq-9")});
    REQUIRE(good->installedAs == QStringLiteral("phq-9-nb.json"));
    REQUIRE(bytesOf(copied) == bytesOf(packPath("phq-9-nb.json")));

    const auto again = installOwnInstrument(packPath("phq-9-nb.json"), practice, builtIn);
    REQUIRE(again.error().code == ErrorCode::Refused);
    REQUIRE(again.error().why.contains(QStringLiteral("gives PHQ-9 its wording already")));
    write(folder.path(), "phq-9-nb.json", ownInstrument());
    const auto sameName =
        installOwnInstrument(folder.filePath(QStringLiteral("phq-9-nb.json")), practice, builtIn);
    REQUIRE(sameName.error().code == ErrorCode::Refused);
    REQUIRE(bytesOf(copied) == bytesOf(packPath("phq-9-nb.json")));
}

TEST_CASE("An open practice has its own instruments, and what is open keeps looking at the former ones",
          "[workflow][instruments]") {
    OpenPracticeFixture alder;
    const scales::Instrument* before = alder.practice().catalog().instruments.find(u"phq-9");
    REQUIRE(before->language == QStringLiteral("en"));
    REQUIRE(workflow::InstrumentCare(alder.practice()).add(packPath("phq-9-nb.json")).has_value());
    REQUIRE(alder.practice().catalog().instruments.find(u"phq-9")->language == QStringLiteral("nb"));
    const scales::Instrument* worded = alder.practice().catalog().instruments.find(u"phq-9");
    alder.practice().readOwnContent();
    REQUIRE(worded->language == QStringLiteral("nb"));
    REQUIRE(before->language == QStringLiteral("en"));

    alder.reopen();
    REQUIRE(alder.practice().catalog().instruments.find(u"phq-9")->wordingFile ==
            QStringLiteral("phq-9-nb.json"));
    write(ownInstrumentsFolder(alder.path()), "broken.json", "[]");
    alder.reopen();
    REQUIRE(alder.practice().catalog().instruments.refused().size() == 1);
    REQUIRE(alder.practice().catalog().instruments.find(u"phq-9")->language == QStringLiteral("nb"));
}

TEST_CASE("Only an administrator adds instruments", "[workflow][instruments]") {
    OpenPracticeFixture alder;
    alder.signInAs(QStringLiteral("Jonas Lindqvist"), record::Role::Therapist);
    const auto refused = workflow::InstrumentCare(alder.practice()).add(packPath("phq-9-nb.json"));
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE_FALSE(QDir(ownInstrumentsFolder(alder.path())).exists());
}

} // namespace test_own_instruments

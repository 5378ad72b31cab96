// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "tests/support/file_size_limit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>

namespace test_whole_file {
using namespace kairos;

namespace {

const base::NotWritten kWords{QStringLiteral("The letter was not written"), QStringLiteral("make room")};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("A file is written whole, over what stood there", "[base][file]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.txt"));
    REQUIRE(base::writeWhole(path, "first", kWords));
    REQUIRE(base::writeWhole(path, "second", kWords));
    REQUIRE(contentOf(path) == "second");
}

TEST_CASE("On a full disk what stood there stays, and the sentence says why", "[base][file]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.txt"));
    REQUIRE(base::writeWhole(path, "first", kWords));
    const auto written = [&] {
        const test::FileSizeLimit full(1000);
        return base::writeWhole(path, QByteArray(100'000, 'x'), kWords);
    }();
    REQUIRE_FALSE(written.has_value());
    REQUIRE(written.error() == base::Error{base::ErrorCode::Storage, kWords.what,
                                           QStringLiteral("not all of it could be put on the disk"),
                                           kWords.remedy});
    REQUIRE(contentOf(path) == "first");
    REQUIRE(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("letter.txt")});
}

TEST_CASE("What is no file is never replaced by one", "[base][file]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe"));
    REQUIRE(mkfifo(path.toUtf8().constData(), 0600) == 0);
    const auto written = base::writeWhole(path, "first", kWords);
    REQUIRE_FALSE(written.has_value());
    REQUIRE(written.error().why == QStringLiteral("what is there is no file"));
    REQUIRE_FALSE(QFileInfo(path).isFile());
    REQUIRE_FALSE(base::writeWhole(folder.path(), "first", kWords).has_value());
}

TEST_CASE("A folder that is not there is told with the system's reason", "[base][file]") {
    const QTemporaryDir folder;
    const auto written =
        base::writeWhole(folder.filePath(QStringLiteral("none/letter.txt")), "first", kWords);
    REQUIRE_FALSE(written.has_value());
    REQUIRE(written.error().what == kWords.what);
    REQUIRE_FALSE(written.error().why.isEmpty());
    REQUIRE(written.error().remedy == kWords.remedy);
}

} // namespace test_whole_file

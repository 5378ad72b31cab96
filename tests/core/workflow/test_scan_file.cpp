// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scan_file.h"

#include "tests/support/scan_samples.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_scan_file {
using namespace kairos;
using workflow::ScanFile;

namespace {

const exchange::DocumentLimits kLimits{3, 60, 1000};

struct OneFile {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("consent of october.pdf"));

    explicit OneFile(const QByteArray& bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
};

} // namespace

TEST_CASE("A scan is read with its name, without its folder", "[workflow][scan]") {
    const QByteArray bytes = support::pdfSample(3);
    const OneFile made(bytes);
    const auto scan = ScanFile::read(made.path, kLimits);
    REQUIRE(scan.has_value());
    REQUIRE(scan->bytes() == bytes);
    REQUIRE(scan->fileName() == QStringLiteral("consent of october.pdf"));
    REQUIRE(scan->media().type == exchange::MediaType::Pdf);
}

TEST_CASE("A file that is not there, a folder and an empty file are refused", "[workflow][scan]") {
    const OneFile empty({});
    const auto none = ScanFile::read(empty.folder.filePath(QStringLiteral("none.pdf")), kLimits);
    REQUIRE(!none.has_value());
    REQUIRE(none.error().code == base::ErrorCode::Storage);
    const auto folder = ScanFile::read(empty.folder.path(), kLimits);
    REQUIRE(!folder.has_value());
    REQUIRE(folder.error().code == base::ErrorCode::Storage);
    const auto blank = ScanFile::read(empty.path, kLimits);
    REQUIRE(!blank.has_value());
    REQUIRE(blank.error().why == QStringLiteral("the file is empty"));
}

TEST_CASE("A file above the limit is refused with the limit said", "[workflow][scan]") {
    const OneFile large(QByteArray(3'000'001, 'x'));
    const auto scan = ScanFile::read(large.path, kLimits);
    REQUIRE(!scan.has_value());
    REQUIRE(scan.error().why.contains(QStringLiteral("larger than 3 MB")));
}

TEST_CASE("Reading a file tells how far it is and can be stopped", "[workflow][scan]") {
    const QByteArray pdf = support::pdfSample();
    const OneFile long3(pdf + QByteArray(2'900'000 - 2 * pdf.size(), ' ') + pdf);
    QList<double> told;
    const auto all = ScanFile::read(long3.path, kLimits, [&](double done) {
        told.append(done);
        return true;
    });
    REQUIRE(all.has_value());
    REQUIRE(told.size() == 3);
    REQUIRE(told.first() == 0.0);
    REQUIRE(told.at(1) < told.at(2));
    REQUIRE(told.at(2) < 1.0);
    const auto stopped = ScanFile::read(long3.path, kLimits, [](double done) { return done < 0.5; });
    REQUIRE(!stopped.has_value());
    REQUIRE(stopped.error().code == base::ErrorCode::Refused);
    REQUIRE(stopped.error().why == QStringLiteral("it was stopped"));
}

} // namespace test_scan_file

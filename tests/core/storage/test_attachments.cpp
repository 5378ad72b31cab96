// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/attachments.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_attachments {
using namespace kairos;
using storage::VerifyDepth;
using storage::VerifyFault;
using support::required;
using support::TempPractice;

namespace {

constexpr qint64 kPage = 4096;

/// A practice with one scan so long that it stands in overflow pages.
struct OneScan {
    TempPractice practice;
    QByteArray bytes = QByteArray(30'000, 's');
    record::Patient patient = support::elenaMarsh(practice);
    record::Document document;

    OneScan() {
        practice.save(patient);
        document = keep();
    }

    record::Document keep() {
        const auto commit = support::scanCommit(practice, patient.id, bytes);
        required(practice.file().commit(commit));
        return commit.changes.first().record.get<record::Document>();
    }

    base::Result<QByteArray> read() { return practice.file().attachments().read(*document.scan); }

    storage::VerifyReport verified(VerifyDepth depth = VerifyDepth::Journal) {
        return required(storage::verifyPractice(practice.path(), practice.key(), depth));
    }

    /// What a person who holds the key does to the closed file.
    void tamper(const QByteArray& sql) {
        practice.close();
        {
            const auto key = practice.key();
            storage::Connection connection(practice.path(), storage::OpenMode::Write, &key);
            connection.execute(sql.constData());
        }
        practice.reopen();
    }
};

} // namespace

TEST_CASE("A scan comes back as it was kept, also after a restart", "[storage][attachments]") {
    OneScan made;
    REQUIRE(required(made.read()) == made.bytes);
    made.practice.reopen();
    REQUIRE(required(made.read()) == made.bytes);
    REQUIRE(required(made.practice.file().records().find<record::Document>(made.document.id)) ==
            made.document);
    REQUIRE(made.verified(VerifyDepth::Deep).findings.isEmpty());
}

TEST_CASE("The journal holds the hash and the size of a scan, not its bytes", "[storage][attachments]") {
    OneScan made;
    const auto history = required(made.practice.file().historyOf(made.document.id.uuid, made.patient.id));
    REQUIRE(history.size() == 1);
    REQUIRE(history.first().content.size() < 400);
    REQUIRE(history.first().content.contains(made.document.scan->hash));
}

TEST_CASE("The same scan of two documents is stored once", "[storage][attachments]") {
    OneScan made;
    REQUIRE(made.keep() != made.document);
    made.practice.close();
    const auto key = made.practice.key();
    storage::Connection connection(made.practice.path(), storage::OpenMode::ReadOnly, &key);
    REQUIRE(connection.integer("SELECT count(*) FROM attachment") == 1);
    REQUIRE(connection.integer("SELECT count(*) FROM document") == 2);
    REQUIRE(connection.integer("SELECT size FROM attachment") == made.bytes.size());
}

TEST_CASE("A scan that was changed or taken out is refused and named by verify", "[storage][attachments]") {
    const QString damaged = QStringLiteral("The scan of document %1 is damaged: it does not fit its hash");
    const QString missing = QStringLiteral("The scan of document %1 is missing");
    for (const auto& [tampering, words] :
         {std::pair(QByteArray("UPDATE attachment SET bytes = zeroblob(30000)"), damaged),
          std::pair(QByteArray("UPDATE attachment SET bytes = substr(bytes, 1, 100)"), damaged),
          std::pair(QByteArray("DELETE FROM attachment"), missing)}) {
        INFO(tampering.toStdString());
        OneScan made;
        made.tamper(tampering);
        const auto read = made.read();
        REQUIRE(!read.has_value());
        REQUIRE(read.error().code == base::ErrorCode::Damaged);
        REQUIRE(read.error().what == QStringLiteral("The scan was not read"));
        const storage::VerifyFinding expected{VerifyFault::ScanDamaged, 4,
                                              words.arg(made.document.id.toString())};
        REQUIRE(made.verified(VerifyDepth::Journal).findings == QList{expected});
        REQUIRE(made.verified(VerifyDepth::Deep).findings == QList{expected});
        // The same paper added again mends it.
        REQUIRE(made.keep() != made.document);
        REQUIRE(required(made.read()) == made.bytes);
        REQUIRE(made.verified().findings.isEmpty());
    }
}

TEST_CASE("Bytes that belong to no document are named", "[storage][attachments]") {
    OneScan made;
    made.tamper("INSERT INTO attachment (hash, size, bytes) VALUES (zeroblob(32), 1, x'00')");
    const auto found = made.verified().findings;
    REQUIRE(found.size() == 1);
    REQUIRE(found.first().fault == VerifyFault::TableDiffers);
    REQUIRE(found.first().text.contains(QStringLiteral("no document")));
}

TEST_CASE("The scan of a document entered in error stays and is checked", "[storage][attachments]") {
    OneScan made;
    made.practice.commit({{record::Action::EnteredInError, made.document, QStringLiteral("wrong patient")}});
    REQUIRE(!required(made.practice.file().records().find<record::Document>(made.document.id)));
    REQUIRE(required(made.read()) == made.bytes);
    REQUIRE(made.verified(VerifyDepth::Deep).findings.isEmpty());
    made.tamper("DELETE FROM attachment");
    REQUIRE(made.verified().findings.size() == 1);
}

TEST_CASE("A flipped byte in any page of the file hands no wrong scan on", "[storage][attachments][damage]") {
    OneScan made;
    const auto key = made.practice.key();
    made.practice.close();
    QFile file(made.practice.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    int refused = 0;
    for (qint64 page = 1; page < whole.size() / kPage; ++page) {
        INFO("page " << page + 1);
        QByteArray flipped = whole;
        flipped[page * kPage + 1000] = static_cast<char>(flipped.at(page * kPage + 1000) ^ 0x40);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(flipped) == flipped.size());
        file.close();
        const auto opened = storage::PracticeFile::openWithKey(made.practice.path(), key);
        if (!opened) {
            continue;
        }
        const auto read = (*opened)->attachments().read(*made.document.scan);
        if (read) {
            REQUIRE(*read == made.bytes);
            continue;
        }
        REQUIRE(read.error().code == base::ErrorCode::Damaged);
        ++refused;
    }
    REQUIRE(refused >= 7); // The scan takes so many pages.
}

TEST_CASE("The check of the scans can be stopped", "[storage][attachments]") {
    OneScan made;
    int asked = 0;
    const auto stopped = storage::verifyPractice(made.practice.path(), made.practice.key(),
                                                 VerifyDepth::Journal, [&](double) { return ++asked < 2; });
    REQUIRE(asked == 2);
    REQUIRE(!stopped.has_value());
    REQUIRE(stopped.error().code == base::ErrorCode::Refused);
}

} // namespace test_attachments

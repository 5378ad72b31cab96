// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/packing.h"
#include "core/storage/practice_file.h"

#include "core/storage/migrations.h"
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_damage {
using namespace kairos;
using base::ErrorCode;
using storage::PracticeFile;
using support::TempPractice;

namespace {

constexpr qint64 kPage = 4096;

QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        throw std::runtime_error("the test file was not written");
    }
}

void flip(const QString& path, qint64 at) {
    QByteArray bytes = readFile(path);
    bytes[at] = static_cast<char>(bytes.at(at) ^ 0x40);
    writeFile(path, bytes);
}

ErrorCode codeOf(const base::Result<std::unique_ptr<PracticeFile>>& opened) {
    if (opened) {
        throw std::runtime_error("the file opened");
    }
    return opened.error().code;
}

/// A practice with one session and one note so long that it stands in overflow pages.
struct LongNote {
    TempPractice practice;
    record::Patient patient = support::elenaMarsh(practice);
    record::DosingSession session = support::dosingSession(practice, patient.id);
    record::Note note = support::note(practice, session, QString(20'000, QLatin1Char('w')));
    record::Note brief = support::note(practice, session, QStringLiteral("calm, oriented"));

    LongNote() {
        practice.save(patient, session, brief);
        practice.save(note);
    }
};

} // namespace

TEST_CASE("other files are told from a practice", "[storage][damage]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/other.kairos");
    writeFile(path, QByteArray("SQLite format 3") + QByteArray(8177, '\0'));
    REQUIRE(codeOf(PracticeFile::open(path, TempPractice::passphrase())) == ErrorCode::Damaged);
    writeFile(path, QByteArray(300, 'x'));
    const auto small = PracticeFile::open(path, TempPractice::passphrase());
    REQUIRE(codeOf(small) == ErrorCode::Damaged);
    REQUIRE(small.error().why.contains(QStringLiteral("is not a Kairos practice")));
    REQUIRE(readFile(path) == QByteArray(300, 'x'));
}

TEST_CASE("a database of another program under the same key is left as it is", "[storage][damage]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/other.kairos");
    const auto key = security::PracticeKey::random();
    {
        storage::Connection connection(path, storage::OpenMode::Create, &key);
        connection.execute("CREATE TABLE other (a)");
    }
    const QByteArray before = readFile(path);
    const auto opened = PracticeFile::openWithKey(path, key);
    REQUIRE(codeOf(opened) == ErrorCode::Damaged);
    REQUIRE(opened.error().why == QStringLiteral("the file is not a Kairos practice"));
    REQUIRE(readFile(path) == before);
    {
        storage::Connection connection(path, storage::OpenMode::Write, &key);
        connection.execute("DROP TABLE other");
    }
    REQUIRE(codeOf(PracticeFile::openWithKey(path, key)) == ErrorCode::Damaged);
}

TEST_CASE("a truncated practice is damaged", "[storage][damage]") {
    LongNote made;
    made.practice.close();
    const QByteArray whole = readFile(made.practice.path());
    writeFile(made.practice.path(), whole.first(whole.size() / 2 / kPage * kPage));
    REQUIRE(codeOf(PracticeFile::open(made.practice.path(), TempPractice::passphrase())) ==
            ErrorCode::Damaged);
    writeFile(made.practice.path(), whole.first(2000));
    REQUIRE(codeOf(PracticeFile::open(made.practice.path(), TempPractice::passphrase())) ==
            ErrorCode::Damaged);
    writeFile(made.practice.path(), whole);
    REQUIRE(PracticeFile::open(made.practice.path(), TempPractice::passphrase()).has_value());
}

TEST_CASE("a flipped byte in the first page is damage, not a wrong passphrase", "[storage][damage]") {
    TempPractice practice;
    practice.close();
    flip(practice.path(), 100);
    const auto opened = PracticeFile::open(practice.path(), TempPractice::passphrase());
    REQUIRE(codeOf(opened) == ErrorCode::Damaged);
    REQUIRE(opened.error().why == QStringLiteral("the practice file is damaged"));
    flip(practice.path(), 100);
    // The salt is given, not read: its damage does not lock the practice.
    flip(practice.path(), 3);
    REQUIRE(PracticeFile::open(practice.path(), TempPractice::passphrase()).has_value());
}

TEST_CASE("a flipped byte in any page is found by verify and never loads as good", "[storage][damage]") {
    LongNote made;
    const auto key = made.practice.key();
    made.practice.close();
    const QByteArray whole = readFile(made.practice.path());
    const qint64 pages = whole.size() / kPage;
    REQUIRE(pages > 20);
    int pagesNamed = 0;
    for (qint64 page = 1; page < pages; ++page) {
        writeFile(made.practice.path(), whole);
        flip(made.practice.path(), page * kPage + 2000);
        const auto report = storage::verifyPractice(made.practice.path(), key, storage::VerifyDepth::Deep);
        const bool isNoticed =
            !report.has_value() ? report.error().code == ErrorCode::Damaged : !report->isOk();
        INFO("page " << page + 1);
        REQUIRE(isNoticed);
        if (report) {
            REQUIRE(report->findings.first().fault == storage::VerifyFault::PageDamaged);
            const QString text = report->findings.first().text;
            const QString named =
                QStringLiteral("The file is damaged, first noticed at page %1: ").arg(page + 1);
            INFO(text.toStdString());
            REQUIRE(text.startsWith(QStringLiteral("The file is damaged")));
            REQUIRE(text.count(QStringLiteral("page ")) <= 1);
            pagesNamed += text.startsWith(named) ? 1 : 0;
            REQUIRE(std::count_if(report->findings.begin(), report->findings.end(), [](const auto& found) {
                        return found.fault == storage::VerifyFault::PageDamaged;
                    }) == 1);
        }
        const auto opened = PracticeFile::openWithKey(made.practice.path(), key);
        if (!opened) {
            REQUIRE(opened.error().code == ErrorCode::Damaged);
            continue;
        }
        const auto notes = (*opened)->records().list<record::Note>();
        const auto loaded = notes ? notes->records : QList<record::Note>();
        for (const auto& note : loaded) {
            REQUIRE((note == made.note || note == made.brief));
        }
        const bool isWhole = notes && loaded.size() == 2;
        const bool isRefused = !notes || loaded.size() + notes->damaged.size() == 2;
        REQUIRE((isWhole || isRefused));
    }
    // All but the overflow pages, of which the page that holds their row is named.
    REQUIRE(pagesNamed > pages * 3 / 4);
}

TEST_CASE("damage in the overflow pages of a note is named and refused", "[storage][damage]") {
    LongNote made;
    const auto key = made.practice.key();
    made.practice.close();
    const QByteArray whole = readFile(made.practice.path());
    const QString name = QStringLiteral("note ") + made.note.id.toString();
    int hits = 0;
    for (qint64 page = 1; page < whole.size() / kPage; ++page) {
        writeFile(made.practice.path(), whole);
        flip(made.practice.path(), page * kPage + 1000);
        const auto opened = PracticeFile::openWithKey(made.practice.path(), key);
        if (!opened) {
            continue;
        }
        // The brief note beside it is read first: then the page that is damaged belongs to the long one
        // alone.
        const auto brief = (*opened)->records().find<record::Note>(made.brief.id);
        const auto found = (*opened)->records().find<record::Note>(made.note.id);
        if (!brief || found) {
            continue;
        }
        ++hits;
        REQUIRE(*brief == made.brief);
        REQUIRE(found.error().code == ErrorCode::Damaged);
        REQUIRE(found.error().why.contains(name));
        const auto listed = (*opened)->records().list<record::Note>();
        REQUIRE(listed.has_value());
        REQUIRE(listed->records == QList<record::Note>{made.brief});
        REQUIRE(listed->damaged == QStringList{name});
    }
    REQUIRE(hits >= 4);
}

TEST_CASE("damage in the overflow pages of the journal is named and refused", "[storage][damage]") {
    LongNote made;
    const auto key = made.practice.key();
    made.practice.close();
    const QByteArray whole = readFile(made.practice.path());
    int hits = 0;
    for (qint64 page = 1; page < whole.size() / kPage; ++page) {
        writeFile(made.practice.path(), whole);
        flip(made.practice.path(), page * kPage + 1000);
        const auto opened = PracticeFile::openWithKey(made.practice.path(), key);
        if (!opened) {
            continue;
        }
        const auto history = (*opened)->historyOf(made.note.id.uuid, made.patient.id);
        if (history) {
            REQUIRE(history->size() == 1);
            REQUIRE(history->first().content == record::pack(made.note));
            continue;
        }
        REQUIRE(history.error().code == ErrorCode::Damaged);
        hits += history.error().why.contains(QStringLiteral("journal entry 6 is damaged")) ? 1 : 0;
    }
    REQUIRE(hits >= 4);
}

TEST_CASE("a newer practice is refused and nothing in it is touched", "[storage][migrations]") {
    TempPractice practice;
    const auto key = practice.key();
    practice.close();
    {
        storage::Connection connection(practice.path(), storage::OpenMode::Write, &key);
        REQUIRE(connection.text("PRAGMA journal_mode = DELETE") == QStringLiteral("delete"));
        connection.execute("PRAGMA user_version = " + QByteArray::number(storage::kSchemaVersion + 1));
    }
    const QByteArray before = readFile(practice.path());
    const auto opened = PracticeFile::open(practice.path(), TempPractice::passphrase());
    REQUIRE(codeOf(opened) == ErrorCode::Refused);
    REQUIRE(opened.error().why.contains(QStringLiteral("newer Kairos")));
    REQUIRE(readFile(practice.path()) == before);
}

TEST_CASE("a practice without its inner key is damaged, for opening and for verify", "[storage][damage]") {
    TempPractice practice;
    const auto key = practice.key();
    practice.close();
    {
        storage::Connection connection(practice.path(), storage::OpenMode::Write, &key);
        connection.execute("DELETE FROM meta WHERE name = 'record_key'");
    }
    REQUIRE(codeOf(PracticeFile::open(practice.path(), TempPractice::passphrase())) == ErrorCode::Damaged);
    const auto report =
        support::required(storage::verifyPractice(practice.path(), key, storage::VerifyDepth::Deep));
    REQUIRE(report.findings.size() == 1);
    REQUIRE(report.findings.first().fault == storage::VerifyFault::Edited);
}

TEST_CASE("a damaged key file is named and the recovery code still opens", "[storage][damage]") {
    TempPractice practice;
    const QString code = practice.file().recoveryCode();
    practice.close();
    writeFile(storage::keyFilePath(practice.path()), "{\"kind\": \"kairos-key\"");
    REQUIRE(codeOf(PracticeFile::open(practice.path(), TempPractice::passphrase())) == ErrorCode::Damaged);
    REQUIRE(PracticeFile::openWithRecoveryCode(practice.path(), code).has_value());
}

} // namespace test_damage

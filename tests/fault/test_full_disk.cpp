// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verify.h"

#include "tests/support/file_size_limit.h"
#include "tests/support/temp_practice.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#endif

namespace test_full_disk {
using namespace kairos;
using base::ErrorCode;
using support::required;
using support::TempPractice;
using test::FileSizeLimit;
using test::logSize;

namespace {

storage::Commit noteOf(TempPractice& practice, const record::DosingSession& session, int letters) {
    storage::Commit commit{practice.actor(), practice.now(), {}, {}};
    commit.changes.append(
        {record::Action::Created, support::note(practice, session, QString(letters, QLatin1Char('n'))), {}});
    return commit;
}

} // namespace

TEST_CASE("a write that fails refuses the change and keeps everything before it", "[fault][disk]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    const auto session = support::dosingSession(practice, patient.id);
    practice.save(patient, session);
    required(practice.file().commit(noteOf(practice, session, 100)));
    const auto head = required(practice.file().head());
    for (const qint64 room : {0, 1, 5'000, 30'000}) {
        INFO(room);
        {
            const FileSizeLimit limit(logSize(practice.path()) + room);
            const auto refused = practice.file().commit(noteOf(practice, session, 200'000));
            REQUIRE(!refused.has_value());
            REQUIRE(refused.error().code == ErrorCode::Storage);
            REQUIRE(refused.error().what == QStringLiteral("The change was not saved"));
            REQUIRE(refused.error().remedy.contains(QStringLiteral("what was saved before is safe")));
            // Reading goes on while nothing can be written.
            REQUIRE(required(practice.file().records().find<record::Patient>(patient.id)) == patient);
            REQUIRE(required(practice.file().head()) == head);
        }
        const auto report =
            required(storage::verifyPractice(practice.path(), practice.key(), storage::VerifyDepth::Deep));
        REQUIRE(report.findings == QList<storage::VerifyFinding>());
        REQUIRE(report.head == head);
    }
    required(practice.file().commit(noteOf(practice, session, 200'000)));
    practice.reopen();
    REQUIRE(required(practice.file().head()).count == head.count + 1);
    REQUIRE(required(practice.file().records().list<record::Note>()).records.size() == 2);
}

TEST_CASE("a scan that does not fit on the disk leaves neither bytes nor a document", "[fault][disk]") {
    TempPractice practice;
    const auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    const auto head = required(practice.file().head());
    const storage::Commit commit = support::scanCommit(practice, patient.id, QByteArray(3'000'000, 's'));
    const auto scan = *commit.changes.first().record.get<record::Document>().scan;
    // A write that failed leaves its room in the log to the next one.
    for (const qint64 room : {0, 5'000, 1'000'000, 1'500'000}) {
        INFO(room);
        {
            const FileSizeLimit limit(logSize(practice.path()) + room);
            const auto refused = practice.file().commit(commit);
            REQUIRE(!refused.has_value());
            REQUIRE(refused.error().code == ErrorCode::Storage);
        }
        REQUIRE(!practice.file().attachments().read(scan).has_value());
        REQUIRE(required(practice.file().records().count(record::RecordKind::Document)) == 0);
        const auto report =
            required(storage::verifyPractice(practice.path(), practice.key(), storage::VerifyDepth::Deep));
        REQUIRE(report.findings == QList<storage::VerifyFinding>());
        REQUIRE(report.head == head);
    }
    required(practice.file().commit(commit));
    practice.reopen();
    REQUIRE(required(practice.file().attachments().read(scan)) == commit.scans.first());
}

TEST_CASE("a draft that cannot be written says so and the former one stays", "[fault][disk]") {
    TempPractice practice;
    const storage::DraftKey key{QStringLiteral("note"), practice.ids().nextUuid(), practice.clinician().id};
    required(practice.file().drafts().keep({key, 1, "kept"}));
    {
        const FileSizeLimit limit(logSize(practice.path()));
        const auto refused = practice.file().drafts().keep({key, 2, QByteArray(100'000, 'd')});
        REQUIRE(!refused.has_value());
        REQUIRE(refused.error().code == ErrorCode::Storage);
    }
    REQUIRE(required(practice.file().drafts().find(key))->content == "kept");
}

#ifdef Q_OS_LINUX
TEST_CASE("a full disk is named, and saving goes on when there is room again", "[fault][disk]") {
    TempPractice practice;
    const QString folder = practice.folder() + QStringLiteral("/small");
    REQUIRE(QDir().mkdir(folder));
    // In a mount table of its own, so that nothing is left behind whatever happens to this process.
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("none", folder.toLocal8Bit().constData(), "tmpfs", 0, "size=2m") != 0) {
        SKIP("a small disk needs the right to mount one");
    }
    const QString path = folder + QStringLiteral("/a.kairos");
    storage::Commit first{practice.actor(), practice.now(), {}, {}};
    first.changes.append({record::Action::Created, practice.practice(), {}});
    auto made =
        storage::PracticeFile::create(path, TempPractice::passphrase(), security::KeyCost::cheap(), first);
    REQUIRE(made.has_value());
    auto& file = **made;
    QFile filler(folder + QStringLiteral("/filler"));
    REQUIRE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'f')) == 4096) {
    }
    const auto session = support::dosingSession(practice, practice.ids().next<record::PatientId>());
    const auto refused = file.commit(noteOf(practice, session, 200'000));
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Storage);
    REQUIRE(refused.error().why == QStringLiteral("the disk is full"));
    REQUIRE(required(file.head()).count == 1);
    // A new practice does not fit either, and leaves no half of itself.
    const QString other = folder + QStringLiteral("/b.kairos");
    REQUIRE(
        !storage::PracticeFile::create(other, TempPractice::passphrase(), security::KeyCost::cheap(), first)
             .has_value());
    REQUIRE(QDir(folder).entryList({QStringLiteral("b.*")}, QDir::Files).isEmpty());
    REQUIRE(filler.remove());
    required(file.commit(noteOf(practice, session, 200'000)));
    const auto report = required(storage::verifyPractice(path, file.key(), storage::VerifyDepth::Deep));
    REQUIRE(report.findings == QList<storage::VerifyFinding>());
    REQUIRE(report.head.count == 2);
    made->reset();
    umount(folder.toLocal8Bit().constData());
}
#endif

} // namespace test_full_disk

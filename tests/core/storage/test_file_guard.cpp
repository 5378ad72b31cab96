// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/file_guard.h"

#include "core/storage/practice_file.h"

#include "tests/support/temp_practice.h"

#include <QFile>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

namespace test_file_guard {
using namespace kairos;
using base::ErrorCode;
using support::TempPractice;

namespace {

const QString kWhat = QStringLiteral("The practice was not created");

base::Result<std::unique_ptr<storage::PracticeFile>> createAt(TempPractice& practice, const QString& path) {
    storage::Commit first{practice.actor(), practice.now(), {}, {}};
    first.changes.append({record::Action::Created, practice.practice(), {}});
    return storage::PracticeFile::create(path, TempPractice::passphrase(), security::KeyCost::cheap(), first);
}

} // namespace

TEST_CASE("file systems that other PCs share are known by name", "[storage][guard]") {
    for (const char* shared : {"nfs", "nfs4", "cifs", "smb3", "SMBFS", "9p", "fuse.sshfs", "afpfs"}) {
        INFO(shared);
        REQUIRE(storage::isNetworkFileSystem(shared));
    }
    for (const char* own : {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "apfs", "NTFS", "vfat", "", "nfsd"}) {
        INFO(own);
        REQUIRE(!storage::isNetworkFileSystem(own));
    }
}

TEST_CASE("a folder that is there and writable is accepted", "[storage][guard]") {
    TempPractice practice;
    REQUIRE(storage::checkFolder(practice.path(), kWhat).has_value());
}

TEST_CASE("a folder that is not there is named", "[storage][guard]") {
    TempPractice practice;
    const QString folder = practice.folder() + QStringLiteral("/none");
    const auto refused = createAt(practice, folder + QStringLiteral("/a.kairos"));
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::NotFound);
    REQUIRE(refused.error().why.contains(folder));
    // A file where the folder should be is no folder.
    QFile file(folder);
    REQUIRE(file.open(QIODevice::WriteOnly));
    const auto inFile = createAt(practice, folder + QStringLiteral("/a.kairos"));
    REQUIRE(!inFile.has_value());
    REQUIRE(inFile.error().code == ErrorCode::NotFound);
}

#ifdef Q_OS_LINUX
TEST_CASE("a folder that cannot be written is refused with a sentence", "[storage][guard]") {
    TempPractice practice;
    // The kernel's own folder takes no file from anybody, not even from the superuser.
    const auto refused = createAt(practice, QStringLiteral("/proc/a.kairos"));
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Storage);
    REQUIRE(!refused.error().why.isEmpty());
    REQUIRE(!refused.error().remedy.isEmpty());
}
#endif

TEST_CASE("a read-only folder is refused by name", "[storage][guard]") {
    TempPractice practice;
    const QString folder = practice.folder() + QStringLiteral("/closed");
    REQUIRE(QDir().mkdir(folder));
    REQUIRE(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    if (QFileInfo(folder).isWritable()) {
        SKIP("this user may write everywhere");
    }
    const auto refused = storage::checkFolder(folder + QStringLiteral("/a.kairos"), kWhat);
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Storage);
    REQUIRE(refused.error().why.contains(folder));
}

TEST_CASE("a lock left by a program that died does not stand in the way", "[storage][lock]") {
    TempPractice practice;
    practice.close();
    QFile lock(practice.path() + QStringLiteral(".lock"));
    REQUIRE(lock.open(QIODevice::WriteOnly));
    // A process number that this system cannot have.
    lock.write("2147483646\nkairos\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n" +
               QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
    lock.close();
    practice.reopen();
    REQUIRE(support::required(practice.file().head()).count == 2);
}

} // namespace test_file_guard

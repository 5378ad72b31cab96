// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_file.h"

#include "core/storage/migrations.h"
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <unistd.h>

namespace test_practice_file {
using namespace kairos;
using base::ErrorCode;
using storage::PracticeFile;
using support::TempPractice;

namespace {

/// What the process writes to standard error while it lives, whoever writes it.
class StandardError final {
public:
    explicit StandardError(const QString& path) : m_path(path), m_saved(dup(STDERR_FILENO)) {
        std::fflush(stderr);
        QFile file(m_path);
        if (file.open(QIODevice::WriteOnly)) {
            dup2(file.handle(), STDERR_FILENO);
        }
    }
    ~StandardError() { restore(); }
    Q_DISABLE_COPY_MOVE(StandardError)

    [[nodiscard]] QByteArray written() {
        restore();
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not captured");
    }

private:
    void restore() {
        if (m_saved >= 0) {
            std::fflush(stderr);
            dup2(m_saved, STDERR_FILENO);
            ::close(m_saved);
            m_saved = -1;
        }
    }
    QString m_path;
    int m_saved;
};

storage::Commit firstCommit(TempPractice& practice) {
    storage::Commit first{practice.actor(), practice.now(), {}, {}};
    auto other = practice.practice();
    other.id = practice.ids().next<record::PracticeId>();
    first.changes.append(storage::Change{record::Action::Created, other, {}});
    first.changes.append(storage::Change{record::Action::Created, practice.clinician(), {}});
    return first;
}

} // namespace

TEST_CASE("a new practice opens with its passphrase and holds its first records", "[storage][open]") {
    TempPractice practice;
    practice.reopen();
    auto& file = practice.file();
    REQUIRE(file.practiceId() == practice.practice().id);
    REQUIRE(file.schemaVersion() == storage::kSchemaVersion);
    REQUIRE(support::required(file.head()).count == 2);
    const auto found = file.records().find<record::Practice>(practice.practice().id);
    REQUIRE(found.has_value());
    REQUIRE(*found == practice.practice());
    const auto clinicians = support::required(file.records().list<record::Clinician>());
    REQUIRE(clinicians.records == QList<record::Clinician>{practice.clinician()});
    REQUIRE(clinicians.damaged.isEmpty());
}

TEST_CASE("a wrong passphrase is told from damage and nothing reaches standard error", "[storage][open]") {
    TempPractice practice;
    practice.close();
    StandardError captured(practice.folder() + QStringLiteral("/stderr"));
    const auto opened = PracticeFile::open(practice.path(), QStringLiteral("five plain wooden chairs"));
    // Past the key file's check, the engine itself meets a key that does not fit.
    const auto engine = PracticeFile::openWithKey(practice.path(), security::PracticeKey::random());
    const QByteArray written = captured.written();
    REQUIRE(!opened.has_value());
    REQUIRE(opened.error().code == ErrorCode::WrongPassphrase);
    REQUIRE(!engine.has_value());
    REQUIRE(engine.error().code == ErrorCode::Damaged);
    REQUIRE(written == QByteArray());
    REQUIRE(PracticeFile::open(practice.path(), TempPractice::passphrase()).has_value());
}

TEST_CASE("a cheap practice without its key file is refused and says what helps", "[storage][open]") {
    TempPractice practice;
    const QString code = practice.file().recoveryCode();
    practice.close();
    REQUIRE(QFile::remove(storage::keyFilePath(practice.path())));
    const auto opened = PracticeFile::open(practice.path(), TempPractice::passphrase());
    REQUIRE(!opened.has_value());
    REQUIRE(opened.error().code == ErrorCode::Damaged);
    REQUIRE(opened.error().why ==
            QStringLiteral("not a Kairos practice, damaged, or wrong passphrase with its key file missing"));
    REQUIRE(opened.error().remedy.contains(QStringLiteral("alder-house.kairos.key")));
    REQUIRE(PracticeFile::openWithRecoveryCode(practice.path(), code).has_value());
}

TEST_CASE("a practice of full cost opens without its key file by the salt in the file", "[storage][open]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/full.kairos");
    auto made = PracticeFile::create(path, TempPractice::passphrase(), security::KeyCost::full(),
                                     firstCommit(practice));
    REQUIRE(made.has_value());
    made->reset();
    REQUIRE(QFile::remove(storage::keyFilePath(path)));
    REQUIRE(PracticeFile::open(path, TempPractice::passphrase()).has_value());
}

TEST_CASE("the recovery code opens its practice and no other", "[storage][open]") {
    TempPractice practice;
    TempPractice other;
    const QString code = practice.file().recoveryCode();
    const QString otherCode = other.file().recoveryCode();
    practice.close();
    REQUIRE(PracticeFile::openWithRecoveryCode(practice.path(), code.toLower()).has_value());
    const auto refused = PracticeFile::openWithRecoveryCode(practice.path(), otherCode);
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::WrongPassphrase);
    REQUIRE(refused.error().why == QStringLiteral("the recovery code belongs to another practice"));
    REQUIRE(QFile::remove(storage::keyFilePath(practice.path())));
    const auto withoutKeyFile = PracticeFile::openWithRecoveryCode(practice.path(), otherCode);
    REQUIRE(!withoutKeyFile.has_value());
    REQUIRE(withoutKeyFile.error().code == ErrorCode::WrongPassphrase);
    const auto mistyped = PracticeFile::openWithRecoveryCode(practice.path(), code.mid(1));
    REQUIRE(!mistyped.has_value());
    REQUIRE(mistyped.error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a practice is never made over what stands there", "[storage][create]") {
    TempPractice practice;
    const auto commit = firstCommit(practice);
    const auto create = [&](const QString& path) {
        return PracticeFile::create(path, TempPractice::passphrase(), security::KeyCost::cheap(), commit);
    };
    const auto same = create(practice.path());
    REQUIRE(!same.has_value());
    REQUIRE(same.error().code == ErrorCode::Refused);
    for (const char* leftover : {".key", "-wal", "-shm", "-journal"}) {
        const QString path = practice.folder() + QStringLiteral("/other.kairos");
        QFile file(path + QLatin1String(leftover));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.close();
        const auto refused = create(path);
        REQUIRE(!refused.has_value());
        REQUIRE(refused.error().code == ErrorCode::Refused);
        REQUIRE(!QFile::exists(path));
        REQUIRE(file.remove());
    }
}

TEST_CASE("a practice that cannot be made leaves nothing behind", "[storage][create]") {
    TempPractice practice;
    practice.close();
    const QStringList before = QDir(practice.folder()).entryList(QDir::Files | QDir::Hidden);
    const auto weak =
        PracticeFile::create(practice.folder() + QStringLiteral("/a.kairos"), QStringLiteral("1234567"),
                             security::KeyCost::cheap(), firstCommit(practice));
    REQUIRE(!weak.has_value());
    REQUIRE(weak.error().code == ErrorCode::InvalidInput);
    // Two patients of one MRN in the first transaction: the file is under way when it is refused.
    auto commit = firstCommit(practice);
    commit.changes.append({record::Action::Created, support::elenaMarsh(practice), {}});
    commit.changes.append({record::Action::Created, support::elenaMarsh(practice), {}});
    const auto refused = PracticeFile::create(practice.folder() + QStringLiteral("/b.kairos"),
                                              TempPractice::passphrase(), security::KeyCost::cheap(), commit);
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().code == ErrorCode::Refused);
    REQUIRE(QDir(practice.folder()).entryList(QDir::Files | QDir::Hidden) == before);
}

TEST_CASE("a leftover of an interrupted creation does not stand in the way", "[storage][create]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/b.kairos");
    for (const char* leftover : {".new", ".new-journal"}) {
        QFile file(path + QLatin1String(leftover));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(QByteArray(9000, 'x')) == 9000);
    }
    REQUIRE(PracticeFile::create(path, TempPractice::passphrase(), security::KeyCost::cheap(),
                                 firstCommit(practice))
                .has_value());
    REQUIRE(!QFile::exists(path + QStringLiteral(".new")));
}

TEST_CASE("a second opening is refused and names the process that holds it", "[storage][lock]") {
    TempPractice practice;
    const auto second = PracticeFile::open(practice.path(), TempPractice::passphrase());
    REQUIRE(!second.has_value());
    REQUIRE(second.error().code == ErrorCode::Refused);
    REQUIRE(second.error().why.contains(QStringLiteral("process %1").arg(getpid())));
    practice.close();
    REQUIRE(PracticeFile::open(practice.path(), TempPractice::passphrase()).has_value());
}

TEST_CASE("every door of a practice that is not there says so", "[storage][open]") {
    TempPractice practice;
    const QString path = practice.folder() + QStringLiteral("/none.kairos");
    for (const auto& opened :
         {PracticeFile::open(path, TempPractice::passphrase()).map([](auto&&) {}),
          PracticeFile::openWithRecoveryCode(path, practice.file().recoveryCode()).map([](auto&&) {}),
          PracticeFile::openWithKey(path, practice.key()).map([](auto&&) {})}) {
        REQUIRE(!opened.has_value());
        REQUIRE(opened.error().code == ErrorCode::NotFound);
    }
    REQUIRE(!QFile::exists(path));
}

} // namespace test_practice_file

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_key_file.h"

#include "core/base/whole_file.h"
#include "core/storage/practice_file.h"
#include "core/storage/sql_error.h"
#include "core/storage/words.h"

#include <QFile>
#include <QFileInfo>

namespace kairos::storage {

using base::ErrorCode;

namespace {

const char* const kKeyNotOpened = QT_TRANSLATE_NOOP("Words", "The practice was not opened");

base::Result<security::Salt> saltInFile(const QString& practicePath) {
    QFile file(practicePath);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorCode::Storage, wording(kKeyNotOpened), Words::tr("the file cannot be read"),
                          Words::tr("check its rights"));
    }
    return security::saltFromBytes(file.read(16));
}

/// Whether the key opens the first page.
bool opens(const QString& practicePath, const security::PracticeKey& key) {
    const auto pages = guarded(kKeyNotOpened, [&] {
        Connection connection(practicePath, OpenMode::ReadOnly, &key);
        return connection.integer("SELECT count(*) FROM sqlite_master");
    });
    return pages.has_value();
}

base::Result<security::PracticeKey> keyWithoutFile(const QString& practicePath, const QString& passphrase) {
    auto key = saltInFile(practicePath).and_then([&](const security::Salt& salt) {
        return security::deriveUncheckedKey(passphrase, security::KeyCost::full(), salt);
    });
    if (key && !opens(practicePath, *key)) {
        return base::fail(
            ErrorCode::Damaged, wording(kKeyNotOpened),
            Words::tr("not a Kairos practice, damaged, or wrong passphrase with its key file missing"),
            Words::tr("put %1 back beside it; the recovery code still opens it")
                .arg(QFileInfo(keyFilePath(practicePath)).fileName()));
    }
    return key;
}

} // namespace

QString keyFilePath(const QString& practicePath) {
    return practicePath + QStringLiteral(".key");
}

base::Outcome checkPracticeExists(const QString& practicePath, const QString& what) {
    const QFileInfo info(practicePath);
    if (!info.exists()) {
        return base::fail(ErrorCode::NotFound, what, Words::tr("there is no file %1").arg(practicePath),
                          Words::tr("check the name, or look on the backup drive"));
    }
    if (!info.isFile() || info.size() < 4096) {
        return base::fail(ErrorCode::Damaged, what,
                          Words::tr("%1 is not a Kairos practice").arg(practicePath),
                          Words::tr("choose a file that Kairos made"));
    }
    return {};
}

base::Outcome writeKeyFile(const QString& practicePath, const security::KeyFile& file) {
    return base::writeWhole(keyFilePath(practicePath), file.toJson(),
                            {Words::tr("The key file was not written"),
                             Words::tr("check the disk and the rights of the folder")});
}

base::Result<security::PracticeKey> keyOf(const QString& practicePath, const QString& passphrase) {
    QFile file(keyFilePath(practicePath));
    if (!file.exists()) {
        return keyWithoutFile(practicePath, passphrase);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorCode::Storage, wording(kKeyNotOpened),
                          Words::tr("its key file cannot be read"),
                          Words::tr("check the rights of %1").arg(file.fileName()));
    }
    return security::KeyFile::fromJson(file.read(65536)).and_then([&](const security::KeyFile& parsed) {
        return security::deriveKey(passphrase, parsed);
    });
}

base::Result<security::PracticeKey> checkKeyFits(const QString& practicePath, security::PracticeKey key) {
    QFile file(keyFilePath(practicePath));
    std::optional<security::KeyFile> parsed;
    if (file.open(QIODevice::ReadOnly)) {
        if (auto read = security::KeyFile::fromJson(file.read(65536))) {
            parsed = std::move(*read);
        }
    }
    const bool fits = parsed ? security::keyFits(key, *parsed) : opens(practicePath, key);
    if (!fits) {
        return base::fail(ErrorCode::WrongPassphrase, wording(kKeyNotOpened),
                          Words::tr("the recovery code belongs to another practice"),
                          Words::tr("check the name printed above the code"));
    }
    return key;
}

base::Result<security::Salt> saltOf(const QString& practicePath) {
    QFile file(keyFilePath(practicePath));
    if (file.open(QIODevice::ReadOnly)) {
        if (const auto parsed = security::KeyFile::fromJson(file.read(65536))) {
            return parsed->salt;
        }
    }
    return saltInFile(practicePath);
}

} // namespace kairos::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/practice_file.h"

#include "tests/support/temp_practice.h"

#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <map>

namespace kairos::test {

inline const QString kPassphrase = QStringLiteral("four plain wooden chairs");

/// A practice as an earlier version left it, in a folder of its own.
struct EarlierFile {
    QTemporaryDir folder;
    QString path;

    explicit EarlierFile(const QString& name) : path(folder.filePath(name)) {
        const QString kept = QStringLiteral(KAIROS_TEST_DATA "/practice/") + name;
        for (const QString& ending : {QString(), QStringLiteral(".key")}) {
            REQUIRE(QFile::copy(kept + ending, path + ending));
            QFile::setPermissions(path + ending, QFile::ReadOwner | QFile::WriteOwner);
        }
    }

    /// The first of each name by the passphrase; later ones by the key that it gave, which takes a second
    /// otherwise.
    [[nodiscard]] std::unique_ptr<storage::PracticeFile> open() const {
        static std::map<QString, security::PracticeKey> keys;
        const QString name = QFileInfo(path).fileName();
        if (const auto known = keys.find(name); known != keys.end()) {
            return support::required(storage::PracticeFile::openWithKey(path, known->second));
        }
        auto file = support::required(storage::PracticeFile::open(path, kPassphrase));
        keys.emplace(name, file->key().clone());
        return file;
    }
};

} // namespace kairos::test

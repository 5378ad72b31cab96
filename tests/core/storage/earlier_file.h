// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

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
};

} // namespace kairos::test

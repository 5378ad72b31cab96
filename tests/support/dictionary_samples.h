// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <stdexcept>

namespace kairos::test {

/// Puts the tests' own dictionaries, en_XA in UTF-8 and de_XA in Latin-1, into a folder.
/// `data` is the folder of the tests' data.
inline void copyDictionaries(const QString& data, const QString& folder) {
    QDir().mkpath(folder);
    for (const char* name : {"/en_XA.aff", "/en_XA.dic", "/de_XA.aff", "/de_XA.dic"}) {
        if (!QFile::copy(data + QStringLiteral("/dictionaries") + QLatin1String(name),
                         folder + QLatin1String(name))) {
            throw std::runtime_error("a dictionary was not copied");
        }
    }
}

/// Writes a file anew, e.g. a damaged one.
inline void writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        throw std::runtime_error("a file was not written");
    }
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("a file was not read");
    }
    return file.readAll();
}

} // namespace kairos::test

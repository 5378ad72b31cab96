// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spelling/dictionary_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMap>
#include <QRegularExpression>
#include <QStandardPaths>

namespace kairos::spelling {

QStringList dictionaryFolders() {
    QStringList folders{QCoreApplication::applicationDirPath() + QStringLiteral("/dictionaries")};
#ifdef Q_OS_MACOS
    folders << QDir::homePath() + QStringLiteral("/Library/Spelling") << QStringLiteral("/Library/Spelling");
#endif
    const QStringList shared = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString& place : shared) {
        folders << place + QStringLiteral("/hunspell") << place + QStringLiteral("/myspell/dicts")
                << place + QStringLiteral("/myspell");
    }
#ifdef Q_OS_LINUX
    // Also where a desktop session names other places for data.
    folders << QStringLiteral("/usr/share/hunspell") << QStringLiteral("/usr/share/myspell/dicts");
#endif
    folders.removeDuplicates();
    return folders;
}

QList<DictionaryFiles> dictionariesIn(const QStringList& folders) {
    QMap<QString, DictionaryFiles> found;
    for (const QString& name : folders) {
        const QDir folder(name);
        const QStringList lists = folder.entryList({QStringLiteral("*.dic")}, QDir::Files, QDir::Name);
        for (const QString& list : lists) {
            const QString language = QFileInfo(list).completeBaseName();
            const QString rules = language + QStringLiteral(".aff");
            // Lists for hyphenation have no rules beside them.
            if (!found.contains(language) && folder.exists(rules)) {
                found.insert(language, {language, folder.filePath(rules), folder.filePath(list)});
            }
        }
    }
    return found.values();
}

QString languageTitle(const QString& language) {
    const QLocale locale(language);
    if (locale.language() == QLocale::C) {
        return language;
    }
    const QString name = QLocale::languageToString(locale.language());
    // Of a land that it does not know, Qt says the one where most speak the language.
    const QString land = QLocale::territoryToCode(locale.territory());
    const bool namesLand = language.split(QRegularExpression(QStringLiteral("[-_]"))).contains(land);
    return namesLand ? QStringLiteral("%1 (%2), %3")
                           .arg(name, QLocale::territoryToString(locale.territory()), language)
                     : QStringLiteral("%1, %2").arg(name, language);
}

} // namespace kairos::spelling

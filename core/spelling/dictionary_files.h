// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::spelling {

/// The two files of a dictionary as Hunspell keeps them: how words are bent, and the words.
struct DictionaryFiles {
    QString language; ///< what the files are called by, e.g. "en_US"
    QString aff;
    QString dic;

    bool operator==(const DictionaryFiles&) const = default;
};

/// Where this system keeps dictionaries: a folder beside the program first, then the person's own, then what
/// is installed for everybody. A folder need not be there.
[[nodiscard]] QStringList dictionaryFolders();

/// The dictionaries in these folders, by language; of two of one language that of the earlier folder.
[[nodiscard]] QList<DictionaryFiles> dictionariesIn(const QStringList& folders);

/// "English (United States), en_US"; the files' own name alone where it names no language.
[[nodiscard]] QString languageTitle(const QString& language);

} // namespace kairos::spelling

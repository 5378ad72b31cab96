// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/clinician.h"
#include "core/record/ids.h"
#include "core/spelling/dictionary_files.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::workflow {

class OpenPractice;

/// How the signed-in clinician's notes are read for spelling: by which of this PC's dictionaries, and which
/// words are good beside them. Both are kept in the clinician's record, never beside the practice file: a
/// word may be a patient's name.
class SpellingDesk final {
public:
    static constexpr qsizetype kLongestWord = 64;
    static constexpr qsizetype kMostWords = 2'000;

    explicit SpellingDesk(OpenPractice& practice) : m_practice(practice) {}

    /// The dictionaries of this PC, by language.
    [[nodiscard]] QList<spelling::DictionaryFiles> offered() const;
    /// The chosen languages; some may be of another PC.
    [[nodiscard]] QStringList languages() const;
    /// The chosen dictionaries that this PC has.
    [[nodiscard]] QList<spelling::DictionaryFiles> chosen() const;
    /// Reads by these languages from now on; by none of them: notes are not read for spelling. Refused:
    /// nobody is signed in. Storage, Damaged: one that is new does not load.
    [[nodiscard]] base::Outcome choose(const QStringList& languages);

    /// The clinician's own words, by the alphabet.
    [[nodiscard]] QStringList words() const;
    /// Refused: nobody is signed in, or there are too many. InvalidInput: it is no word, or too long. A word
    /// that is there already is kept as it is.
    [[nodiscard]] base::Outcome addWord(const QString& word);
    /// NotFound: it is none of them.
    [[nodiscard]] base::Outcome removeWord(const QString& word);

    /// What else is good in a note about this patient: names of the record, of the practice's people and of
    /// medicines, the macros' triggers, the own words.
    [[nodiscard]] QStringList known(const record::PatientId& patient) const;

private:
    [[nodiscard]] base::Outcome keep(const record::Clinician& changed);

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

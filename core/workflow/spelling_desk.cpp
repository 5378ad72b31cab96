// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/spelling_desk.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/record/patient.h"
#include "core/spelling/spelled_words.h"
#include "core/spelling/speller.h"
#include "core/storage/practice_file.h"
#include "core/therapy/macros.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

base::Outcome signInFirst(const QString& what) {
    return base::fail(ErrorCode::Refused, what, Words::tr("nobody is signed in"),
                      Words::tr("sign in and do it again"));
}

/// Every name of a medicine that the program knows.
QStringList medicineNames(const safety::DrugList& list) {
    QStringList names;
    for (const safety::Drug& drug : list.drugs) {
        names << drug.name << drug.also;
    }
    return names;
}

} // namespace

QList<spelling::DictionaryFiles> SpellingDesk::offered() const {
    return spelling::dictionariesIn(m_practice.environment().dictionaryFolders);
}

QStringList SpellingDesk::languages() const {
    return m_practice.signedIn() ? m_practice.signedIn()->spellLanguages : QStringList();
}

QList<spelling::DictionaryFiles> SpellingDesk::chosen() const {
    const QStringList wanted = languages();
    if (wanted.isEmpty()) {
        return {};
    }
    QList<spelling::DictionaryFiles> files = offered();
    files.removeIf([&](const spelling::DictionaryFiles& one) { return !wanted.contains(one.language); });
    return files;
}

base::Outcome SpellingDesk::keep(const Clinician& changed) {
    return WritingDoor(m_practice).save({{Action::Changed, changed, {}}}).map([&](const Changes&) {
        m_practice.adopt(changed);
    });
}

base::Outcome SpellingDesk::choose(const QStringList& languages) {
    if (!m_practice.signedIn()) {
        return signInFirst(Words::tr("The languages were not chosen"));
    }
    const QStringList before = this->languages();
    const QList<spelling::DictionaryFiles> files = offered();
    for (const spelling::DictionaryFiles& one : files) {
        if (!languages.contains(one.language) || before.contains(one.language)) {
            continue;
        }
        if (const auto tried = spelling::Speller::open(one); !tried) {
            return tl::unexpected<base::Error>(tried.error());
        }
    }
    Clinician changed = *m_practice.signedIn();
    changed.spellLanguages = languages;
    changed.spellLanguages.removeDuplicates();
    return changed.spellLanguages == before ? base::Outcome() : keep(changed);
}

QStringList SpellingDesk::words() const {
    QStringList words = m_practice.signedIn() ? m_practice.signedIn()->ownWords : QStringList();
    words.sort(Qt::CaseInsensitive);
    return words;
}

base::Outcome SpellingDesk::addWord(const QString& word) {
    const QString what = Words::tr("The word was not added");
    if (!m_practice.signedIn()) {
        return signInFirst(what);
    }
    const QString wanted = word.trimmed();
    const auto found = spelling::spelledWords(wanted);
    const bool isOneWord = found.size() == 1 && found.first() == spelling::SpelledWord{0, wanted.size()};
    if (!isOneWord || wanted.size() > kLongestWord) {
        return base::fail(ErrorCode::InvalidInput, what,
                          Words::tr("it is not one word of at most %1 letters").arg(kLongestWord),
                          Words::tr("add one word, without figures and spaces"));
    }
    Clinician changed = *m_practice.signedIn();
    if (changed.ownWords.contains(wanted, Qt::CaseInsensitive)) {
        return {};
    }
    if (changed.ownWords.size() >= kMostWords) {
        return base::fail(ErrorCode::Refused, what, Words::tr("you have %1 of your own").arg(kMostWords),
                          Words::tr("take some away in the settings first"));
    }
    changed.ownWords.append(wanted);
    return keep(changed);
}

base::Outcome SpellingDesk::removeWord(const QString& word) {
    Clinician changed = m_practice.signedIn().value_or(Clinician{});
    if (changed.ownWords.removeAll(word) == 0) {
        return base::fail(ErrorCode::NotFound, Words::tr("The word was not taken away"),
                          Words::tr("it is none of your own"), Words::tr("choose one of your own"));
    }
    return keep(changed);
}

QStringList SpellingDesk::known(const PatientId& patient) const {
    QStringList texts = words();
    texts << m_practice.practice().name << medicineNames(m_practice.catalog().drugs);
    if (const auto people = m_practice.clinicians()) {
        for (const Clinician& person : *people) {
            texts << person.name;
        }
    }
    for (const therapy::ShippedMacro& shipped : therapy::builtInMacros()) {
        texts << shipped.macro.name;
    }
    for (const TextMacro& own : m_practice.signedIn() ? m_practice.signedIn()->macros : QList<TextMacro>()) {
        texts << own.name;
    }
    const auto found = m_practice.file().records().find<Patient>(patient);
    if (found && found->has_value()) {
        const Patient& person = **found;
        texts << person.givenName << person.familyName << person.preferredName << person.emergencyName
              << person.referrer;
    }
    return texts;
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_spelling.h"

#include "ui/shared/background.h"

#include "core/workflow/spelling_desk.h"

namespace kairos::ui {

/// What came of loading dictionaries; a value that goes from the background to the window.
struct NoteSpelling::Loaded {
    QStringList languages; ///< as they were asked for
    std::vector<std::shared_ptr<const spelling::Speller>> spellers;
    std::vector<base::Error> refused;
};

NoteSpelling::NoteSpelling(workflow::OpenPractice& practice, Background* background, QObject* parent)
    : QObject(parent), m_practice(practice), m_background(background) {}

void NoteSpelling::refresh(const record::PatientId& patient) {
    const workflow::SpellingDesk desk(m_practice);
    const QStringList languages = desk.languages();
    const QStringList known = languages.isEmpty() ? QStringList() : desk.known(patient);
    const bool hasNewWords = known != m_known;
    m_known = known;
    if (languages != m_languages) {
        load(languages);
    } else if (hasNewWords) {
        makeBook();
    }
}

void NoteSpelling::load(const QStringList& languages) {
    m_languages = languages;
    const auto files = workflow::SpellingDesk(m_practice).chosen();
    const auto work = [languages, files] {
        Loaded loaded{languages, {}, {}};
        for (const spelling::DictionaryFiles& one : files) {
            if (auto speller = spelling::Speller::open(one)) {
                loaded.spellers.push_back(std::move(*speller));
            } else {
                loaded.refused.push_back(speller.error());
            }
        }
        return loaded;
    };
    if (m_background == nullptr || files.isEmpty()) {
        take(work());
        return;
    }
    m_background->run(
        *this, [work](const CancelToken&) { return work(); }, [this](const Loaded& loaded) { take(loaded); });
}

void NoteSpelling::take(const Loaded& loaded) {
    if (loaded.languages != m_languages) {
        return; // Others were chosen meanwhile.
    }
    m_spellers = loaded.spellers;
    makeBook();
    for (const base::Error& error : loaded.refused) {
        Q_EMIT failed(error);
    }
}

void NoteSpelling::makeBook() {
    m_book = spelling::SpellBook();
    m_book.setSpellers(m_spellers);
    m_book.know(m_known);
    Q_EMIT changed();
}

bool NoteSpelling::isMisspelt(const QString& word) const {
    return !m_left.contains(word) && !m_book.isGood(word);
}

void NoteSpelling::add(const QString& word) {
    if (const auto added = workflow::SpellingDesk(m_practice).addWord(word); !added) {
        Q_EMIT failed(added.error());
        return;
    }
    m_known.append(word);
    m_book.know({word});
    Q_EMIT changed();
}

void NoteSpelling::leave(const QString& word) {
    m_left.insert(word);
    Q_EMIT changed();
}

} // namespace kairos::ui

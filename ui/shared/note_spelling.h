// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/record/ids.h"
#include "core/spelling/spell_book.h"

#include <QObject>
#include <QSet>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Background;

/// By what the texts of one open note are read for spelling: the signed-in clinician's dictionaries and
/// words, the names around the patient, and what was left as it is in this note.
class NoteSpelling final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteSpelling)

public:
    /// Dictionaries are loaded beside the window; without a background, at once.
    NoteSpelling(workflow::OpenPractice& practice, Background* background, QObject* parent = nullptr);

    /// Reads the clinician's choice and words anew, for a note about this patient.
    void refresh(const record::PatientId& patient);
    /// A dictionary is there to read by.
    [[nodiscard]] bool isOn() const { return !m_book.isEmpty(); }
    [[nodiscard]] bool isMisspelt(const QString& word) const;
    [[nodiscard]] QStringList suggestions(const QString& word) const { return m_book.suggestions(word); }
    /// Takes a word into the clinician's own ones; failed() says why it was not.
    void add(const QString& word);
    /// Leaves a word as it is while this note is open.
    void leave(const QString& word);

Q_SIGNALS:
    /// Other words are good from now on.
    void changed();
    /// A dictionary is not used, or a word was not added.
    void failed(const base::Error& error);
    /// A person looks for a word to change and there is none.
    void nothingFound();

private:
    struct Loaded;
    void load(const QStringList& languages);
    void take(const Loaded& loaded);
    void makeBook();

    workflow::OpenPractice& m_practice;
    Background* m_background;
    QStringList m_languages; ///< that are loaded, or on their way
    std::vector<std::shared_ptr<const spelling::Speller>> m_spellers;
    QStringList m_known;
    QSet<QString> m_left;
    spelling::SpellBook m_book;
};

} // namespace kairos::ui

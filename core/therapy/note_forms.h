// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"
#include "core/record/note.h"
#include "core/record/therapy_session.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::therapy {

/// A section of a form, and the least that is to stand in it.
struct SectionForm {
    QString id;             ///< "assessment"; its title is noteSectionTitle()
    QString minimum;        ///< "progress, risk"
    bool isRequired = true; ///< before the note may be signed
};

/// A form of notes, e.g. DAP.
struct NoteForm {
    record::NoteFormat format = record::NoteFormat::Free;
    QString title; ///< "DAP"
    QString use;   ///< "preparation, integration"
    QList<SectionForm> sections;
    QString source;
    base::Confidence confidence = base::Confidence::Check;

    [[nodiscard]] QStringList sectionIds() const;
};

/// What a kind of session asks for, as a quiet hint in the sections it fits.
struct NotePrompt {
    QString text;
    QStringList sections;
};

struct KindForm {
    record::TherapyType type = record::TherapyType::Other;
    record::NoteFormat format = record::NoteFormat::Free; ///< usual; any other may be chosen
    QList<NotePrompt> prompts;
    QString source;
    base::Confidence confidence = base::Confidence::Check;
};

/// What may be found under a head of the mental state.
struct MentalChoice {
    QString id;
    QString title;
};

struct MentalHead {
    QString id;
    QString title; ///< "Mood"
    QList<MentalChoice> findings;

    /// The words of a finding; its id where it is not known here.
    [[nodiscard]] QString findingTitle(const QString& finding) const;
};

/// The one place of note forms, prompts and heads of the mental state (resources/therapy/note_forms.json).
struct NoteForms {
    QList<NoteForm> forms; ///< every format once, in the order of the choice
    QList<KindForm> kinds; ///< every kind once
    QList<MentalHead> mentalHeads;
    QString mentalSource;
    base::Confidence mentalConfidence = base::Confidence::Check;

    [[nodiscard]] const NoteForm& form(record::NoteFormat format) const;
    [[nodiscard]] const KindForm& kind(record::TherapyType type) const;
    /// What is asked for in this section of a session of this kind.
    [[nodiscard]] QStringList prompts(record::TherapyType type, const QString& section) const;
    /// The titles of required sections that are empty.
    [[nodiscard]] QStringList emptySections(const record::Note& note) const;
    /// "Mood low, Affect flat": what was found, in words.
    [[nodiscard]] QString mentalWords(const QList<record::MentalFinding>& findings) const;

    /// InvalidInput names the place that does not fit.
    [[nodiscard]] static base::Result<NoteForms> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static const NoteForms& builtIn();
};

} // namespace kairos::therapy

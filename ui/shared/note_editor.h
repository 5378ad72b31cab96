// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/note_content.h"
#include "ui/shared/note_details_form.h"
#include "ui/shared/note_text_edit.h"

#include "core/record/therapy_session.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kairos::ui {

class NoteSectionRow;
class NoteSpelling;
class Segments;
class TextLabel;

/// Where the hand stands in a note.
struct NoteCursor {
    QString section;
    int position = 0; ///< characters before it

    bool operator==(const NoteCursor&) const = default;
};

/// A note being written: one text a section, the parts beside it behind one key, and the risk line below,
/// which is never left out.
class NoteEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteEditor)

public:
    explicit NoteEditor(QWidget* parent = nullptr);

    [[nodiscard]] NoteContent content() const;
    /// Shows a note; nobody is told.
    void setContent(const NoteContent& content);
    /// Puts the text into another form; nothing written is lost.
    void setFormat(record::NoteFormat format);
    [[nodiscard]] record::NoteFormat format() const { return m_format; }
    /// What the hints and the interventions are about.
    void setSession(record::TherapyType type, const QString& modality);
    void setMacros(NoteTextEdit::MacroSource macros);
    /// By what the text is read for spelling; it outlives its use here.
    void setSpelling(NoteSpelling* spelling);
    void setEditing(Editing editing);
    [[nodiscard]] Editing editing() const { return m_editing; }
    /// Puts texts of an earlier note into these sections, marked as carried; the form follows it where
    /// nothing is written yet. A section that has text keeps it.
    void carry(const record::Note& from, const QStringList& sections);
    /// The titles of the sections whose carried text nobody changed.
    [[nodiscard]] QStringList carriedSections() const;
    /// The text of a section; null when the form has none of that name.
    [[nodiscard]] NoteTextEdit* sectionEdit(const QString& id) const;
    /// A line of the risk, e.g. "risk-plan"; null when there is none of that name.
    [[nodiscard]] QLineEdit* riskEdit(const QString& id) const;
    /// The line in which a part beside the text stands, as the search calls it, brought to sight: of the risk
    /// or of the details, e.g. "homework"; null when there is none of that name.
    [[nodiscard]] QLineEdit* revealLine(const QString& part);
    /// Where the hand stands in the text; none while it is somewhere else.
    [[nodiscard]] std::optional<NoteCursor> cursor() const;
    /// Puts the hand back to where it stood; nothing when the form has no such section.
    void setCursor(const NoteCursor& cursor);
    /// The text in which the hand goes on: the one of setCursor(), or the first; null in a form without text.
    [[nodiscard]] NoteTextEdit* handEdit() const;
    [[nodiscard]] Segments& ideationChoice() const { return *m_ideation; }
    [[nodiscard]] NoteDetailsForm& details() const { return *m_details; }
    /// The button of toggleDetails(), for the head of the card around the editor.
    [[nodiscard]] QPushButton& detailsButton() const { return *m_toggle; }
    /// Shows the parts beside the text instead of it, or the text again.
    void toggleDetails();

Q_SIGNALS:
    /// A person wrote or chose.
    void changed();
    /// The hand went to another place in the text.
    void cursorMoved();
    /// Something pasted was not taken.
    void refused(const base::Error& error);

private:
    void buildDetails(QVBoxLayout& column);
    void buildRisk(QVBoxLayout& column);
    void makeSections(record::NoteFormat format);
    void showPrompts();
    void showSummary();
    void applyEditing();

    record::NoteFormat m_format = record::NoteFormat::Free;
    record::TherapyType m_type = record::TherapyType::Other;
    QString m_modality;
    NoteTextEdit::MacroSource m_macros;
    QPointer<NoteSpelling> m_spelling;
    Editing m_editing = Editing::Open;
    QWidget* m_text;
    QVBoxLayout* m_sectionColumn;
    QScrollArea* m_textArea;
    QList<NoteSectionRow*> m_sections;
    QString m_handSection; ///< of the last setCursor(); empty for the first section
    NoteDetailsForm* m_details = nullptr;
    QScrollArea* m_detailsArea = nullptr;
    TextLabel* m_summary = nullptr;
    QPushButton* m_toggle = nullptr;
    Segments* m_ideation = nullptr;
    QList<QLineEdit*> m_riskEdits; ///< plan, intent, means, protective, action
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/note.h"
#include "core/therapy/note_forms.h"

#include <QWidget>

#include <optional>

namespace kairos::ui {

class NoteTextEdit;
class StatusChip;

/// A section of a note: its name with what belongs into it, whether its text is carried forward unchanged,
/// and the text.
class NoteSectionRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteSectionRow)

public:
    explicit NoteSectionRow(const therapy::SectionForm& form, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] record::NoteSection section() const;
    /// Shows text; nobody is told.
    void setSection(const record::NoteSection& section);
    /// What the kind of session asks for here: a quiet hint while nothing is written.
    void setPrompts(const QStringList& prompts);
    /// The text is the one that was carried forward.
    [[nodiscard]] bool isCarried() const;
    [[nodiscard]] NoteTextEdit& edit() const { return *m_edit; }

Q_SIGNALS:
    /// A person wrote.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showCarried();
    /// The document changed: by a person, or by being drawn in another style, which counts for nothing.
    void follow();

    QString m_id;
    QString m_hint;
    std::optional<record::NoteId> m_carriedFrom;
    QString m_carriedText;
    bool m_isSetting = false;
    QWidget* m_name;
    StatusChip* m_carried;
    NoteTextEdit* m_edit;
};

} // namespace kairos::ui

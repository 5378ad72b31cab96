// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/note_content.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace kairos::ui {

class Segments;

/// Whether a person may change what an editor shows.
enum class Editing { Open, ReadOnly };

/// A note being written: one text a section, and the risk line below, which is never left out.
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
    void setEditing(Editing editing);
    [[nodiscard]] Editing editing() const { return m_editing; }
    /// The text of a section; null when the form has none of that name.
    [[nodiscard]] QPlainTextEdit* sectionEdit(const QString& id) const;
    /// A line of the risk, e.g. "risk-plan"; null when there is none of that name.
    [[nodiscard]] QLineEdit* riskEdit(const QString& id) const;
    [[nodiscard]] Segments& ideationChoice() const { return *m_ideation; }

Q_SIGNALS:
    /// A person wrote or chose.
    void changed();

private:
    struct Section {
        QString id;
        QWidget* row = nullptr;
        QPlainTextEdit* edit = nullptr;
    };
    void buildRisk(QVBoxLayout& column);
    [[nodiscard]] Section makeSection(const QString& id);
    void applyEditing();

    record::NoteFormat m_format = record::NoteFormat::Free;
    Editing m_editing = Editing::Open;
    QVBoxLayout* m_sectionColumn;
    QList<Section> m_sections;
    Segments* m_ideation = nullptr;
    QList<QLineEdit*> m_riskEdits; ///< plan, intent, means, protective, action
    bool m_isSetting = false;
};

} // namespace kairos::ui

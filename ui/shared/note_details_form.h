// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/note.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace kairos::ui {

class Card;
class Segments;
class TextLabel;

/// Whether a person may change what an editor shows.
enum class Editing { Open, ReadOnly };

/// The parts of a note beside its text: who was present, interventions of the modality, homework given and
/// what became of the last, the mental state by its heads. None is required.
class NoteDetailsForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteDetailsForm)

public:
    explicit NoteDetailsForm(QWidget* parent = nullptr);

    [[nodiscard]] record::NoteDetails details() const;
    /// Shows the parts of a note; nobody is told.
    void setDetails(const record::NoteDetails& details);
    /// Offers the moves of this modality; what was chosen of another one stays, as typed words.
    void setModality(const QString& modality);
    void setEditing(Editing editing);
    /// What is filled in, in a line; empty while nothing is.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QLineEdit& presentEdit() { return *m_present; }
    [[nodiscard]] QLineEdit& homeworkEdit() { return *m_homework; }
    [[nodiscard]] QLineEdit& interventionsEdit() { return *m_others; }
    [[nodiscard]] const QList<QCheckBox*>& moves() const { return m_moves; }
    [[nodiscard]] Segments& lastHomeworkChoice() { return *m_last; }
    /// The line of a searched part: "present", "interventions", "homework", "mental-state"; null for another.
    [[nodiscard]] QLineEdit* lineEdit(const QString& part) const;
    /// The choice under a head of the mental state; null when there is no such head.
    [[nodiscard]] QComboBox* mentalChoice(const QString& head) const;

Q_SIGNALS:
    /// A person wrote or chose.
    void changed();

private:
    [[nodiscard]] QWidget* makeSession();
    [[nodiscard]] QWidget* makeMentalState();
    void tell();

    QString m_modality;
    bool m_isSetting = false;
    QLineEdit* m_present;
    TextLabel* m_movesTitle;
    QWidget* m_movePlace; ///< holds the moves of the modality, in their place of the tab order
    QList<QCheckBox*> m_moves;
    QLineEdit* m_others;
    Segments* m_last;
    QLineEdit* m_homework;
    QList<QComboBox*> m_heads; ///< in the order of the file
    QLineEdit* m_mentalRemark;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/protocol_draft.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class Card;
class Field;
class FormSection;
class TextLabel;

/// Changes a protocol of the clinic's own. Every change is checked at once by the reader that loads the
/// files; what cannot be stands at its field, and nothing is saved before all is well.
class ProtocolEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProtocolEditor)

public:
    explicit ProtocolEditor(const PageContext& context, QWidget* parent = nullptr);

    void open(const QString& title, workflow::ProtocolDraft draft);
    /// The editor of a place, e.g. "/regimen/blocks/0/count"; null where there is none.
    [[nodiscard]] QWidget* editorOf(const QString& path) const;
    [[nodiscard]] QString shownProblem() const;
    [[nodiscard]] QPushButton& saveButton() { return *m_save; }

Q_SIGNALS:
    void saved(const QString& id);
    void closed();

private:
    struct Row {
        workflow::ProtocolField place;
        Field* field = nullptr;
    };
    void buildForm();
    void addRow(FormSection& section, const workflow::ProtocolField& place);
    void closeRow(FormSection& section);
    /// Takes a field's typing up, and lets it say what is wrong at its place.
    void follow(const workflow::ProtocolField& place, Field* field);
    void type(int row, const QString& text);
    void showFindings();
    void findWrong(const QString& why);
    void save();
    void leave();

    PageContext m_context;
    std::optional<workflow::ProtocolDraft> m_draft;
    Card* m_card;
    Banner* m_problem;
    TextLabel* m_changes;
    QVBoxLayout* m_formPlace;
    QWidget* m_form = nullptr;
    QList<Row> m_rows;
    Field* m_waiting = nullptr; ///< the left one of a pair whose right one is still to come
    QString m_wrongPath;        ///< the field at which the check broke off; empty when all is well
    QString m_wrongWords;
    QPushButton* m_save;
};

} // namespace kairos::ui

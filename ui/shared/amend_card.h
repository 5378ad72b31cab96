// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/note_content.h"
#include "ui/shared/page.h"

#include "core/workflow/draft_desk.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace kairos::ui {

class NoteEditor;
class TextLabel;

/// The amendment of a signed note while it is written: the note as it stands, to be changed and signed anew
/// with a reason. Whoever leaves it finds the text again; the signed version stays as it is.
class AmendCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AmendCard)

public:
    explicit AmendCard(const PageContext& context, QWidget* parent = nullptr);

    /// Begins with this version, or goes on with its draft.
    void begin(const record::Note& note);
    /// Puts the hand into the text, once it is shown.
    void takeHand();
    [[nodiscard]] bool isAmending() const { return m_note.has_value(); }
    /// Keeps what is typed as a draft now.
    void keepDraft();
    /// Keeps the draft and goes.
    void leave();
    /// Asks for the reason and the password.
    void sign();
    [[nodiscard]] NoteEditor& editor() { return *m_editor; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();
    void left();
    void amended();
    void failed(const kairos::base::Error& error);

private:
    [[nodiscard]] base::Outcome save(const QString& reason, const QString& password);
    [[nodiscard]] storage::DraftKey key() const;

    PageContext m_context;
    std::optional<record::Note> m_note;
    bool m_isUnkept = false;
    QTimer m_rest;
    NoteEditor* m_editor;
    TextLabel* m_state;
};

} // namespace kairos::ui

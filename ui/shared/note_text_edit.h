// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace kairos::ui {

class MarkupHighlighter;
class NoteSpelling;

/// The text of a section of a note. ";name" and a space, Enter or Tab becomes a macro's text, in one step
/// back; Ctrl+B marks bold, Enter goes on with a list; what is pasted keeps its plain structure alone.
/// Misspelt words have a wave; Alt+Enter goes to the next one and offers what could be meant.
class NoteTextEdit final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteTextEdit)

public:
    /// The text of the macro of this name; none when there is none.
    using MacroSource = std::function<std::optional<QString>(const QString& name)>;

    explicit NoteTextEdit(QWidget* parent = nullptr);

    void setMacros(MacroSource macros) { m_macros = std::move(macros); }
    /// Null: spelling is not looked at.
    void setSpelling(NoteSpelling* spelling);
    /// The document says that it changes, but only how it looks does.
    [[nodiscard]] bool isRestyling() const;
    /// Puts text in place of the selection as if it was pasted: cleaned, or refused when it is too long.
    void takeText(const QString& text);

Q_SIGNALS:
    /// Something was not taken into the text; what stood there is unchanged.
    void refused(const base::Error& error);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void takeKey(QKeyEvent* event);
    /// Puts the macro that ends at the cursor into its place, followed by `after`; false when none does.
    bool expandMacro(const QString& after);
    /// Begins the next item of the list the cursor stands in, or ends the list at an empty one.
    bool continueList();
    void toggleBold();
    void spellInSight();
    /// Selects the next misspelt word and opens the menu of what could be meant.
    void offerSpelling();

    MacroSource m_macros;
    MarkupHighlighter* m_highlighter;
    QPointer<NoteSpelling> m_spelling;
    QTimer m_spellSoon; ///< after what is in sight changed, once it is painted
};

} // namespace kairos::ui

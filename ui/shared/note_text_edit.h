// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QPlainTextEdit>

#include <functional>
#include <optional>

namespace kairos::ui {

class MarkupHighlighter;

/// The text of a section of a note. ";name" and a space, Enter or Tab becomes a macro's text, in one step
/// back; Ctrl+B marks bold, Enter goes on with a list; what is pasted keeps its plain structure alone.
class NoteTextEdit final : public QPlainTextEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteTextEdit)

public:
    /// The text of the macro of this name; none when there is none.
    using MacroSource = std::function<std::optional<QString>(const QString& name)>;

    explicit NoteTextEdit(QWidget* parent = nullptr);

    void setMacros(MacroSource macros) { m_macros = std::move(macros); }
    /// Puts text in place of the selection as if it was pasted: cleaned, or refused when it is too long.
    void takeText(const QString& text);

Q_SIGNALS:
    /// Something was not taken into the text; what stood there is unchanged.
    void refused(const base::Error& error);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    /// Puts the macro that ends at the cursor into its place, followed by `after`; false when none does.
    bool expandMacro(const QString& after);
    /// Begins the next item of the list the cursor stands in, or ends the list at an empty one.
    bool continueList();
    void toggleBold();

    MacroSource m_macros;
    MarkupHighlighter* m_highlighter;
};

} // namespace kairos::ui

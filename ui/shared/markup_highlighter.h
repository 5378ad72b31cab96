// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace kairos::ui {

class NoteSpelling;

/// Shows the plain markup of a note while it is typed: headings and bold stand out, their marks step back,
/// and what a macro did not know is underlined. Misspelt words get a wave, in paragraphs that were in sight.
class MarkupHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkupHighlighter)

public:
    explicit MarkupHighlighter(QPlainTextEdit& edit);

    /// Null: nothing is marked. What is given outlives its use here.
    void setSpelling(const NoteSpelling* spelling);
    /// Other words are good now: every paragraph is looked through again when it is in sight.
    void forgetSpelling();
    /// Looks through the paragraphs from one to the other that were not yet.
    void spell(const QTextBlock& first, const QTextBlock& last);
    /// Somebody types: the word at the cursor is not marked, it is not there yet.
    void beginTyping() { m_isTyping = true; }
    /// The hand goes elsewhere: what was typed in this paragraph is there now.
    void endTyping(const QTextBlock& block);
    /// Draws everything anew, as in another theme.
    void restyle();
    /// The document says that it changes, but only how it looks does.
    [[nodiscard]] bool isRestyling() const { return m_isRestyling; }

protected:
    void highlightBlock(const QString& text) override;

private:
    void showMarkup(const QString& text);
    void showSpelling(const QString& text);

    QPlainTextEdit& m_edit;
    const NoteSpelling* m_spelling = nullptr;
    int m_round = 0; ///< of looking through; a paragraph keeps the one it was looked through in
    bool m_isSpelling = false;
    bool m_isTyping = false;
    bool m_isRestyling = false;
};

} // namespace kairos::ui

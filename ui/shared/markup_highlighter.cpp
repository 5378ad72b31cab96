// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/markup_highlighter.h"

#include "ui/shared/note_spelling.h"
#include "ui/shared/theme.h"

#include "core/spelling/spelled_words.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <utility>

namespace kairos::ui {
namespace {

/// A paragraph longer than a few pages is left plain: looking through it at every key would be felt.
constexpr qsizetype kLongestShown = 20'000;

/// In which round a paragraph was looked through for spelling.
class SpelledIn final : public QTextBlockUserData {
public:
    explicit SpelledIn(int round) : m_round(round) {}
    [[nodiscard]] int round() const { return m_round; }

private:
    int m_round;
};

int roundOf(const QTextBlock& block) {
    const auto* spelled = static_cast<const SpelledIn*>(block.userData());
    return spelled != nullptr ? spelled->round() : -1;
}

} // namespace

MarkupHighlighter::MarkupHighlighter(QPlainTextEdit& edit)
    : QSyntaxHighlighter(edit.document()), m_edit(edit) {}

void MarkupHighlighter::setSpelling(const NoteSpelling* spelling) {
    m_spelling = spelling;
    forgetSpelling();
}

void MarkupHighlighter::forgetSpelling() {
    ++m_round;
}

void MarkupHighlighter::spell(const QTextBlock& first, const QTextBlock& last) {
    if (m_spelling == nullptr) {
        return;
    }
    const QScopedValueRollback restyling(m_isRestyling, true);
    const QScopedValueRollback spelling(m_isSpelling, true);
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (roundOf(block) != m_round) {
            rehighlightBlock(block);
        }
        if (block == last) {
            break;
        }
    }
}

void MarkupHighlighter::endTyping(const QTextBlock& block) {
    if (std::exchange(m_isTyping, false) && roundOf(block) >= 0) {
        const QScopedValueRollback restyling(m_isRestyling, true);
        rehighlightBlock(block);
    }
}

void MarkupHighlighter::restyle() {
    const QScopedValueRollback restyling(m_isRestyling, true);
    rehighlight();
}

void MarkupHighlighter::highlightBlock(const QString& text) {
    if (text.size() <= kLongestShown) {
        showMarkup(text);
        // What is written in a paragraph in sight is marked with its key, the others when they come in sight.
        if (m_isSpelling || currentBlockUserData() != nullptr) {
            showSpelling(text);
        }
    }
    if (m_isSpelling) {
        setCurrentBlockUserData(new SpelledIn(m_round));
    }
}

void MarkupHighlighter::showSpelling(const QString& text) {
    if (m_spelling == nullptr || !m_spelling->isOn() || m_edit.isReadOnly()) {
        return;
    }
    const QTextCursor hand = m_edit.textCursor();
    const int place = m_isTyping ? hand.position() - currentBlock().position() : -1;
    const QColor colour = themeOf(m_edit).color(Token::Stop);
    for (const spelling::SpelledWord& word : spelling::spelledWords(text)) {
        const bool isBeingTyped = word.start <= place && place <= word.end();
        if (isBeingTyped || !m_spelling->isMisspelt(text.mid(word.start, word.length))) {
            continue;
        }
        QTextCharFormat wave = format(static_cast<int>(word.start));
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(colour);
        setFormat(static_cast<int>(word.start), static_cast<int>(word.length), wave);
    }
}

void MarkupHighlighter::showMarkup(const QString& text) {
    const Theme& theme = themeOf(m_edit);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    QTextCharFormat mark;
    mark.setForeground(theme.color(Token::Text3));
    if (text.startsWith(QStringLiteral("# "))) {
        setFormat(0, static_cast<int>(text.size()), strong);
        setFormat(0, 1, mark);
    }
    static const QRegularExpression kItem(QStringLiteral("^\\s*-(?= )"));
    if (const auto item = kItem.match(text); item.hasMatch()) {
        setFormat(0, static_cast<int>(item.capturedLength()), mark);
    }
    static const QRegularExpression kBold(QStringLiteral("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"));
    for (auto at = kBold.globalMatch(text); at.hasNext();) {
        const auto bold = at.next();
        setFormat(static_cast<int>(bold.capturedStart()), static_cast<int>(bold.capturedLength()), strong);
        setFormat(static_cast<int>(bold.capturedStart()), 2, mark);
        setFormat(static_cast<int>(bold.capturedEnd()) - 2, 2, mark);
    }
    static const QRegularExpression kBlank(QStringLiteral("\\[[^\\[\\]]+: [^\\[\\]]+\\]"));
    QTextCharFormat blank;
    blank.setForeground(theme.color(Token::Caution));
    blank.setFontUnderline(true);
    for (auto at = kBlank.globalMatch(text); at.hasNext();) {
        const auto found = at.next();
        setFormat(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()), blank);
    }
}

} // namespace kairos::ui

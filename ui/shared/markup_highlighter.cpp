// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/markup_highlighter.h"

#include "ui/shared/theme.h"

#include <QPlainTextEdit>
#include <QRegularExpression>

namespace kairos::ui {
namespace {

/// A paragraph longer than a few pages is left plain: looking through it at every key would be felt.
constexpr qsizetype kLongestShown = 20'000;

} // namespace

MarkupHighlighter::MarkupHighlighter(QPlainTextEdit& edit)
    : QSyntaxHighlighter(edit.document()), m_edit(edit) {}

void MarkupHighlighter::highlightBlock(const QString& text) {
    if (text.size() > kLongestShown) {
        return;
    }
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

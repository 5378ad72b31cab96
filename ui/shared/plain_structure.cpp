// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/plain_structure.h"

#include "core/therapy/note_text.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

namespace kairos::ui {
namespace {

/// A document that fetches nothing: a pasted text may name files and addresses.
class ClosedDocument final : public QTextDocument {
protected:
    QVariant loadResource(int type, const QUrl& name) override {
        Q_UNUSED(type)
        Q_UNUSED(name)
        return {};
    }
};

constexpr QChar kObject(0xfffc);
constexpr QChar kNoBreakSpace(0x00a0);

/// A word processor writes a list as paragraphs that begin with a drawn bullet or number of their own.
QString withListParagraphs(QString html) {
    static const QRegularExpression kConditional(QStringLiteral("<!--\\[if[^\\]]*\\]>.*?<!\\[endif\\]-->"),
                                                 QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kBullet(QStringLiteral("<!\\[if !supportLists\\]>.*?<!\\[endif\\]>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kItem(QStringLiteral("<p\\b(?=[^>]*mso-list:\\s*l\\d)[^>]*>(.*?)</p>"),
                                          QRegularExpression::DotMatchesEverythingOption |
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kIgnored(
        QStringLiteral("<span[^>]*mso-list:\\s*Ignore[^>]*>.*?</span>\\s*(</span>)?"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    html.remove(kConditional);
    html.remove(kBullet);
    html.remove(kIgnored);
    html.replace(kItem, QStringLiteral("<ul><li>\\1</li></ul>"));
    return html;
}

QString boldMarked(const QString& text) {
    const QString inner = text.trimmed();
    if (inner.isEmpty()) {
        return text;
    }
    const qsizetype from = text.indexOf(inner);
    return text.left(from) + QStringLiteral("**") + inner + QStringLiteral("**") +
           text.mid(from + inner.size());
}

/// The text of a paragraph with its bold runs marked; all of it is bold in a heading anyway.
QString runsOf(const QTextBlock& block) {
    QString text;
    QString bold;
    const bool isHeading = block.blockFormat().headingLevel() > 0;
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        QString run = at.fragment().text();
        run.replace(kNoBreakSpace, QLatin1Char(' '));
        run.remove(kObject);
        // A line break inside a paragraph begins a line of its own.
        run.replace(QChar::LineSeparator, QLatin1Char('\n'));
        const bool isBold = at.fragment().charFormat().fontWeight() >= QFont::DemiBold && !isHeading;
        if (isBold) {
            bold += run;
            continue;
        }
        text += boldMarked(bold) + run;
        bold.clear();
    }
    return (text + boldMarked(bold)).trimmed();
}

QString lineOf(const QTextBlock& block) {
    const QString text = runsOf(block);
    if (text.isEmpty()) {
        return {};
    }
    if (block.blockFormat().headingLevel() > 0) {
        return QStringLiteral("# ") + text;
    }
    return block.textList() != nullptr ? QStringLiteral("- ") + text : text;
}

} // namespace

QString plainStructure(const QString& html) {
    ClosedDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(withListParagraphs(html));
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString line = lineOf(block);
        // Empty paragraphs are space of the page, not of the text: one line at most stays.
        if (!line.isEmpty() || (!lines.isEmpty() && !lines.last().isEmpty())) {
            lines.append(line);
        }
    }
    while (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    return therapy::cleanNoteText(lines.join(QLatin1Char('\n')));
}

} // namespace kairos::ui

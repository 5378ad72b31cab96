// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/mark_passage.h"

#include "ui/shared/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace kairos::ui {
namespace {

/// How many passages were marked in an editor so far.
constexpr char kMark[] = "passageMark";

} // namespace

std::optional<qsizetype> whereNow(const QString& text, const QString& passage, qsizetype start) {
    const qsizetype from = qBound(qsizetype{0}, start, text.size());
    if (QStringView(text).mid(from).startsWith(passage)) {
        return from;
    }
    const qsizetype after = text.indexOf(passage, from);
    const qsizetype before = text.lastIndexOf(passage, from);
    if (after < 0 && before < 0) {
        return std::nullopt;
    }
    const bool isAfter = before < 0 || (after >= 0 && after - from < from - before);
    return isAfter ? after : before;
}

void markPassage(QPlainTextEdit& edit, qsizetype start, qsizetype length) {
    const auto last = static_cast<qsizetype>(edit.document()->characterCount()) - 1;
    const auto from = static_cast<int>(qBound(qsizetype{0}, start, last));
    const auto to = static_cast<int>(qBound(qsizetype{from}, start + length, last));
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(edit.document());
    mark.cursor.setPosition(from);
    mark.cursor.setPosition(to, QTextCursor::KeepAnchor);
    mark.format.setBackground(themeOf(edit).color(Token::Select));
    mark.format.setFontUnderline(true);
    edit.setExtraSelections({mark});
    const int number = edit.property(kMark).toInt() + 1;
    edit.setProperty(kMark, number);
    // Queued: while a document is filled anew it keeps its cursors aside, and none of them may go then. By
    // then another passage may be marked, which stays.
    QObject::connect(
        edit.document(), &QTextDocument::contentsChanged, &edit,
        [&edit, number] {
            if (edit.property(kMark).toInt() == number) {
                edit.setExtraSelections({});
            }
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    // First its end, then its beginning: as much of it as there is room for is in sight.
    QTextCursor cursor = edit.textCursor();
    for (const int place : {to, from}) {
        cursor.setPosition(place);
        edit.setTextCursor(cursor);
        edit.ensureCursorVisible();
    }
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/spell_menu.h"

#include "ui/shared/note_spelling.h"

#include "core/spelling/spelled_words.h"

#include <QMenu>
#include <QTextBlock>

#include <functional>

namespace kairos::ui {
namespace {

using spelling::SpelledWord;

/// The first misspelt word of the block for which `isWanted` holds, selected.
std::optional<QTextCursor> firstIn(const QTextBlock& block, const NoteSpelling& spelling,
                                   const std::function<bool(const SpelledWord&)>& isWanted) {
    const QString text = block.text();
    for (const SpelledWord& word : spelling::spelledWords(text)) {
        if (isWanted(word) && spelling.isMisspelt(text.mid(word.start, word.length))) {
            QTextCursor selected(block);
            selected.setPosition(block.position() + static_cast<int>(word.start));
            selected.setPosition(block.position() + static_cast<int>(word.end()), QTextCursor::KeepAnchor);
            return selected;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QTextCursor> misspeltAt(const QTextCursor& cursor, const NoteSpelling& spelling) {
    const int place = cursor.position() - cursor.block().position();
    return firstIn(cursor.block(), spelling,
                   [place](const SpelledWord& word) { return word.start <= place && place <= word.end(); });
}

std::optional<QTextCursor> nextMisspelt(const QTextCursor& cursor, const NoteSpelling& spelling) {
    const QTextBlock start = cursor.block();
    const int place = cursor.position() - start.position();
    const auto isHereOrLater = [place](const SpelledWord& word) { return word.end() >= place; };
    const auto isAny = [](const SpelledWord&) { return true; };
    std::optional<QTextCursor> found = firstIn(start, spelling, isHereOrLater);
    for (QTextBlock block = start.next(); !found && block.isValid(); block = block.next()) {
        found = firstIn(block, spelling, isAny);
    }
    // Once more from the beginning, up to and with the block it began in.
    for (QTextBlock block = cursor.document()->begin(); !found && block.isValid(); block = block.next()) {
        found = firstIn(block, spelling, isAny);
        if (block == start) {
            break;
        }
    }
    return found;
}

void addSpellingActs(QMenu& menu, NoteSpelling& spelling, const QTextCursor& word) {
    QAction* const before = menu.actions().isEmpty() ? nullptr : menu.actions().first();
    const QString written = word.selectedText();
    const auto put = [&](const QString& text, const std::function<void()>& act) {
        auto* action = new QAction(text, &menu);
        menu.insertAction(before, action);
        QObject::connect(action, &QAction::triggered, &spelling, act);
        return action;
    };
    const QStringList offers = spelling.suggestions(written);
    for (const QString& offer : offers) {
        // An ampersand in a word is no key of the menu.
        put(QString(offer).replace(QLatin1Char('&'), QLatin1String("&&")),
            [word, offer] { QTextCursor(word).insertText(offer); });
    }
    if (offers.isEmpty()) {
        put(NoteSpelling::tr("No word comes near it"), [] {})->setEnabled(false);
    }
    menu.insertSeparator(before);
    put(NoteSpelling::tr("Add “%1” to my words").arg(written),
        [&spelling, written] { spelling.add(written); });
    put(NoteSpelling::tr("Leave it in this note"), [&spelling, written] { spelling.leave(written); });
    menu.insertSeparator(before);
}

} // namespace kairos::ui

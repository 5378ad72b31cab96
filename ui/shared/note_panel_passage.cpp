// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/card.h"
#include "ui/shared/mark_passage.h"
#include "ui/shared/note_text_edit.h"
#include "ui/shared/signed_card.h"

#include "core/record/searched_text.h"
#include "core/therapy/note_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace kairos::ui {

using namespace record;

namespace {

/// How much of another person's note is told around a passage.
constexpr qsizetype kAround = 80;
/// Stands in the signed card below the note, and not in the note itself.
const QString kAmendReason = QStringLiteral("amend-reason");

QString textOf(const Note& note, const QString& section) {
    for (const SearchedPiece& piece : searchedPieces(note)) {
        if (piece.part == section) {
            return piece.text;
        }
    }
    return {};
}

const Note* noteOf(const QList<Note>& notes, const NoteId& id) {
    for (const Note& note : notes) {
        if (note.id == id) {
            return &note;
        }
    }
    return nullptr;
}

} // namespace

const Note* NotePanel::shownNote() const {
    const Note* sought = isSigned() && m_sought ? noteOf(m_content.notes, *m_sought) : nullptr;
    if (sought != nullptr) {
        return sought;
    }
    const Note* own = ownNote();
    return own == nullptr && isSigned() && !m_content.notes.isEmpty() ? &m_content.notes.first() : own;
}

void NotePanel::showPassage(const NotePassage& passage) {
    m_sought = passage.note;
    refresh();
    const Note* shown = shownNote();
    if (shown != nullptr && shown->id == passage.note) {
        m_card->setSubtitle(shown == ownNote()
                                ? QString()
                                : tr("by %1").arg(m_context.practice.clinicianName(shown->author)));
        markIn(*shown, passage);
        return;
    }
    for (const QList<Note>* notes : {&m_content.notes, &m_content.superseded}) {
        if (const Note* other = noteOf(*notes, passage.note)) {
            sayWhere(*other, passage);
            return;
        }
    }
    const auto addenda = workflow::SessionDesk(m_context.practice).addenda(m_subject.session);
    if (const Note* addendum = addenda ? noteOf(*addenda, passage.note) : nullptr) {
        markAddendum(*addendum, passage);
    }
}

void NotePanel::markIn(const Note& note, const NotePassage& passage) {
    if (passage.section == kAmendReason) {
        m_signed->markReason(note, passage.start, passage.length);
        return;
    }
    const QString words = textOf(note, passage.section).mid(passage.start, passage.length);
    if (QLineEdit* line = m_editor->revealLine(passage.section)) {
        line->setFocus(Qt::OtherFocusReason);
        line->setCursorPosition(static_cast<int>(whereNow(line->text(), words, passage.start).value_or(0)));
        return;
    }
    const auto placeIn = [&](const QPlainTextEdit* edit) {
        return edit != nullptr ? whereNow(edit->toPlainText(), words, passage.start) : std::nullopt;
    };
    QPlainTextEdit* edit = m_editor->sectionEdit(passage.section);
    auto place = placeIn(edit);
    // A draft may have the words in another section, after a change of form.
    const QList<NoteSection> sections = m_editor->content().sections;
    for (const NoteSection& section : sections) {
        QPlainTextEdit* other = m_editor->sectionEdit(section.id);
        if (!place && placeIn(other)) {
            edit = other;
            place = placeIn(other);
        }
    }
    if (edit != nullptr) {
        edit->setFocus(Qt::OtherFocusReason);
        markPassage(*edit, place.value_or(0), place ? words.size() : 0);
    }
}

void NotePanel::markAddendum(const Note& addendum, const NotePassage& passage) {
    const QString text = textOf(addendum, passage.section);
    m_signed->markWords(text, passage.start, passage.length);
}

void NotePanel::sayWhere(const Note& note, const NotePassage& passage) {
    const QString text = textOf(note, passage.section);
    const qsizetype from = qMax(qsizetype{0}, passage.start - kAround);
    const qsizetype length = passage.start - from + passage.length + kAround;
    say(base::FindingLevel::Information,
        (noteOf(m_content.superseded, note.id) != nullptr
             ? tr("The passage stands in a version of %1 that was amended since, %2")
             : tr("The passage stands in the note of %1, %2"))
            .arg(m_context.practice.clinicianName(note.author), therapy::noteSectionTitle(passage.section)),
        (from > 0 ? QStringLiteral("… ") : QString()) + text.mid(from, length).simplified() +
            (from + length < text.size() ? QStringLiteral(" …") : QString()));
}

} // namespace kairos::ui

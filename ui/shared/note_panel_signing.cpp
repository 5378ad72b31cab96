// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/card.h"
#include "ui/shared/carry_bar.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signing_act.h"
#include "core/workflow/therapy_care.h"

#include <QPushButton>

namespace kairos::ui {

using namespace record;

namespace {

/// Before any note was saved: whatever stands there by now is newer.
constexpr base::Instant kBeforeAny{1, 0};

} // namespace

bool NotePanel::save() {
    const Note* own = ownNote();
    const std::optional<Note> before = own != nullptr ? std::optional(*own) : std::nullopt;
    if (!store()) {
        return false;
    }
    if (const Note* saved = ownNote(); saved != nullptr && (!before || *saved != *before)) {
        offerUndo(before);
    }
    return true;
}

bool NotePanel::store() {
    if (!isWritable()) {
        return false;
    }
    const NoteContent content = m_editor->content();
    const auto done = (m_before ? m_before() : base::Outcome{}).and_then([&] { return storeNote(content); });
    if (!done) {
        say(done.error());
        return false;
    }
    m_rest.stop();
    m_isUnkept = false;
    m_isDirty = false;
    load();
    const Note* own = ownNote();
    m_base = own != nullptr ? std::optional(own->writtenAt) : std::nullopt;
    say({}, {}, {});
    m_state->setText(tr("note saved %1").arg(timeText(m_context.practice.now(), m_context.practice.zone())));
    Q_EMIT draftSettled();
    return true;
}

base::Outcome NotePanel::storeNote(const NoteContent& content) {
    const Note* own = ownNote();
    const bool isUnchanged = own != nullptr && content == m_stored;
    // Who signs the record alone while others write need not leave an empty note.
    const bool isLeftToOthers = own == nullptr && content.isEmpty() && m_visit.parts.size() > 1;
    if (isUnchanged || isLeftToOthers) {
        return workflow::DraftDesk(m_context.practice).drop(draftKey());
    }
    Note note = own != nullptr ? *own : Note{};
    if (own != nullptr) {
        note.writtenAt = m_base.value_or(kBeforeAny);
    }
    note.session = m_subject.session;
    note.patient = m_subject.patient;
    note.format = content.format;
    note.sections = content.sections;
    note.risk = content.risk;
    note.details = content.details;
    const auto saved = workflow::TherapyCare(m_context.practice).saveNote(note, {draftKey()});
    if (!saved && saved.error().code == base::ErrorCode::Refused) {
        // Told once: who saves again puts this text in the place of the other, which the journal keeps.
        load();
        m_base = ownNote() != nullptr ? std::optional(ownNote()->writtenAt) : std::nullopt;
    }
    return saved.map([](const NoteId&) {});
}

void NotePanel::offerUndo(const std::optional<Note>& before) {
    if (m_context.undo == nullptr) {
        return;
    }
    auto& practice = m_context.practice;
    const NoteId id = ownNote()->id;
    m_context.undo->offerUndo(
        {before ? tr("The note was changed.") : tr("The note was saved."),
         [&practice, id, before] { return workflow::TherapyCare(practice).takeBack(id, before); }});
}

void NotePanel::sign() {
    if (!isWritable() || !store()) {
        return;
    }
    const auto act = workflow::SigningAct::mine(m_context.practice, m_content);
    if (!act) {
        say(act.error());
        return;
    }
    const bool isRecord = act->record != workflow::SigningAct::OfRecord::Nothing;
    const QStringList missing = (m_missing && isRecord ? m_missing() : QStringList()) +
                                workflow::SessionDesk::missingForSignature(m_content, *act);
    if (!missing.isEmpty()) {
        say(base::FindingLevel::Caution, tr("Not ready to sign"), missing.join(QStringLiteral("; ")));
        return;
    }
    askSignature(*act);
}

void NotePanel::askSignature(const workflow::SigningAct& act) {
    using OfRecord = workflow::SigningAct::OfRecord;
    QString text = tr("What is signed is fixed. Later changes are addenda, each with its own signature.");
    if (act.record == OfRecord::Alone) {
        text += QLatin1Char('\n') + tr("You sign the record of the session and your own note. What others "
                                       "write they sign themselves.");
    } else if (act.record == OfRecord::Nothing) {
        text += QLatin1Char('\n') + tr("You sign your note. The rest of the session stays open for others.");
    }
    if (const QStringList carried = m_editor->carriedSections(); !carried.isEmpty()) {
        text += QLatin1Char('\n') + tr("Carried forward and not changed: %1. The mark stays with the note.")
                                        .arg(carried.join(QStringLiteral(", ")));
    }
    const QString title =
        act.record == OfRecord::WithNotes ? tr("Sign this session?") : tr("Sign your part of this session?");
    m_context.questions.askSignature(title, text, *window(), [this](const Answer& answer) {
        const auto done = workflow::SessionDesk(m_context.practice).sign(m_subject.session, answer.password);
        if (done) {
            refresh();
            Q_EMIT signatureGiven();
        }
        return done;
    });
}

void NotePanel::showSigned() {
    const bool isFixed = !isWritable();
    m_editor->setEditing(isFixed ? Editing::ReadOnly : Editing::Open);
    m_formats->setEnabled(!isFixed);
    for (QWidget* act : std::initializer_list<QWidget*>{m_carry, m_save, m_sign}) {
        act->setVisible(!isFixed);
    }
    m_signed->setVisible(m_visit.isBegun());
    if (isFixed) {
        m_carryBar->hide();
        m_state->setText(isSigned() ? tr("signed: read only") : tr("open elsewhere: read only"));
    }
    if (m_visit.isBegun()) {
        const Note* shown = shownNote();
        m_signed->showSigned(
            {m_content, m_visit, shown != nullptr && isSigned() ? std::optional(*shown) : std::nullopt});
    }
    showAmending();
}

void NotePanel::showAmending() {
    m_card->setVisible(!m_signed->isAmending());
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/carry_bar.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QPushButton>

namespace kairos::ui {

using namespace record;

bool NotePanel::save() {
    if (isSigned()) {
        return false;
    }
    const NoteContent content = m_editor->content();
    const auto done = (m_before ? m_before() : base::Outcome{}).and_then([&]() -> base::Outcome {
        const Note* own = ownNote();
        if (own != nullptr && content == m_stored) {
            return workflow::DraftDesk(m_context.practice).drop(draftKey());
        }
        Note note = own != nullptr ? *own : Note{};
        note.session = m_subject.session;
        note.patient = m_subject.patient;
        note.format = content.format;
        note.sections = content.sections;
        note.risk = content.risk;
        note.details = content.details;
        return workflow::TherapyCare(m_context.practice).saveNote(note, {draftKey()}).map([](const NoteId&) {
        });
    });
    if (!done) {
        say(done.error());
        return false;
    }
    m_rest.stop();
    m_isUnkept = false;
    m_isDirty = false;
    load();
    say({}, {}, {});
    m_state->setText(tr("note saved %1").arg(timeText(m_context.practice.now(), m_context.practice.zone())));
    Q_EMIT draftSettled();
    return true;
}

void NotePanel::sign() {
    if (isSigned() || !save()) {
        return;
    }
    const QStringList missing =
        (m_missing ? m_missing() : QStringList()) + workflow::SessionDesk::missingForSignature(m_content);
    if (!missing.isEmpty()) {
        say(base::FindingLevel::Caution, tr("Not ready to sign"), missing.join(QStringLiteral("; ")));
        return;
    }
    askSignature();
}

void NotePanel::askSignature() {
    QString text = tr("What is signed is fixed. Later changes are addenda, each with its own signature.");
    if (const QStringList carried = m_editor->carriedSections(); !carried.isEmpty()) {
        text += QLatin1Char('\n') + tr("Carried forward and not changed: %1. The mark stays with the note.")
                                        .arg(carried.join(QStringLiteral(", ")));
    }
    m_context.questions.askSignature(tr("Sign this session?"), text, *window(), [this](const Answer& answer) {
        const auto done = workflow::SessionDesk(m_context.practice).sign(m_subject.session, answer.password);
        if (done) {
            refresh();
            Q_EMIT signatureGiven();
        }
        return done;
    });
}

void NotePanel::showSigned() {
    const bool isFixed = isSigned();
    m_editor->setEditing(isFixed ? Editing::ReadOnly : Editing::Open);
    m_formats->setEnabled(!isFixed);
    for (QWidget* act : std::initializer_list<QWidget*>{m_carry, m_save, m_sign}) {
        act->setVisible(!isFixed);
    }
    m_signed->setVisible(isFixed);
    if (isFixed) {
        m_carryBar->hide();
        m_state->setText(tr("signed: read only"));
        m_signed->showSigned(m_signatures, m_content);
    }
}

} // namespace kairos::ui

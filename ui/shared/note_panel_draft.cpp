// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/formats.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"

#include <QJsonDocument>

namespace kairos::ui {
namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;

// Of a draft: where the hand stood.
constexpr QLatin1String kCursor{"cursor"};
constexpr QLatin1String kSection{"section"};
constexpr QLatin1String kPosition{"position"};

} // namespace

void NotePanel::buildDraft() {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NotePanel::keepDraft);
}

storage::DraftKey NotePanel::draftKey() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("note"), m_subject.session.uuid);
}

void NotePanel::restoreDraft() {
    const auto draft = workflow::DraftDesk(m_context.practice).find(draftKey());
    if (!draft || !draft->has_value()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson((*draft)->content).object();
    const auto content = noteFromJson(json);
    if (!content) {
        return;
    }
    m_editor->setContent(*content);
    showFormat();
    if (const QJsonObject cursor = json.value(kCursor).toObject(); !cursor.isEmpty()) {
        m_editor->setCursor({cursor.value(kSection).toString(), cursor.value(kPosition).toInt()});
    }
    if (m_extra.restore) {
        m_extra.restore(json.value(QStringLiteral("extra")).toObject());
    }
    const auto at = base::Instant::inZone((*draft)->savedMs, m_context.practice.zone());
    say(base::FindingLevel::Information, tr("Your draft is restored"),
        tr("It was kept on %1 and is not saved as a note yet.")
            .arg(dateTimeText(at, m_context.practice.zone())));
    m_isDirty = true;
}

void NotePanel::touch() {
    if (!m_isLoaded || isSigned()) {
        return;
    }
    m_isDirty = true;
    if (!m_isUnkept) {
        m_state->setText(tr("not saved yet"));
    }
    m_isUnkept = true;
    // Not put off by every key: somebody who types on and on loses no more than a second either.
    if (!m_rest.isActive()) {
        m_rest.start();
    }
}

void NotePanel::keepDraft() {
    m_rest.stop();
    m_signed->keepDraft();
    if (!m_isUnkept || !m_isDirty || !m_context.practice.signedIn()) {
        return;
    }
    QJsonObject json = noteToJson(m_editor->content());
    if (const auto cursor = m_editor->cursor()) {
        json.insert(kCursor, QJsonObject{{kSection, cursor->section}, {kPosition, cursor->position}});
    }
    if (m_extra.save) {
        json.insert(QStringLiteral("extra"), m_extra.save());
    }
    const auto kept = workflow::DraftDesk(m_context.practice)
                          .keep(draftKey(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!kept) {
        say(kept.error());
        return;
    }
    m_isUnkept = false;
    const auto now = m_context.practice.now().local(m_context.practice.zone()).time();
    m_state->setText(tr("draft saved %1").arg(now.toString(QStringLiteral("HH:mm:ss"))));
    Q_EMIT draftKept();
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/formats.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"

#include <QJsonDocument>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kDraftRestMs = 700;

// Of a draft: where the hand stood.
constexpr QLatin1String kCursor{"cursor"};
constexpr QLatin1String kSection{"section"};
constexpr QLatin1String kPosition{"position"};
// The saved version it goes on from, in UTC milliseconds.
constexpr QLatin1String kBase{"base"};

} // namespace

void NotePanel::buildDraft() {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kDraftRestMs);
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
    const QTimeZone& zone = m_context.practice.zone();
    const QString kept = dateTimeText(base::Instant::inZone((*draft)->savedMs, zone), zone);
    const qint64 began = json.value(kBase).toInteger();
    if (const Note* own = ownNote(); own != nullptr && began != 0 && began != own->writtenAt.utcMs) {
        m_base = base::Instant::inZone(began, zone);
        say(base::FindingLevel::Caution, tr("Your draft is older than the saved note"),
            tr("It was kept on %1; the note was saved anew on %2. Both are kept: the saved one is in the "
               "history, and is replaced only if you save twice.")
                .arg(kept, dateTimeText(own->writtenAt, zone)));
    } else {
        say(base::FindingLevel::Information, tr("Your draft is restored"),
            tr("It was kept on %1 and is not saved as a note yet.").arg(kept));
    }
    m_isDirty = true;
}

void NotePanel::touch() {
    if (!m_isLoaded || !isWritable()) {
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
    // Others need not wait for a note of which nothing is left.
    if (m_editor->content().isEmpty() && ownNote() == nullptr && !m_extra.save) {
        static_cast<void>(workflow::DraftDesk(m_context.practice).drop(draftKey()));
        m_isUnkept = false;
        Q_EMIT draftSettled();
        return;
    }
    QJsonObject json = noteToJson(m_editor->content());
    if (const auto cursor = m_editor->cursor()) {
        json.insert(kCursor, QJsonObject{{kSection, cursor->section}, {kPosition, cursor->position}});
    }
    if (m_extra.save) {
        json.insert(QStringLiteral("extra"), m_extra.save());
    }
    if (m_base) {
        json.insert(kBase, static_cast<double>(m_base->utcMs));
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

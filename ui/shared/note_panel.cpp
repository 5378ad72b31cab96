// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/carry_bar.h"
#include "ui/shared/formats.h"
#include "ui/shared/note_spelling.h"
#include "ui/shared/segments.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/therapy/note_forms.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/macro_desk.h"
#include "core/workflow/note_desk.h"
#include "core/workflow/note_holds.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

std::optional<base::Instant> baseOf(const Note* note) {
    return note != nullptr ? std::optional(note->writtenAt) : std::nullopt;
}

const QList<therapy::NoteForm>& forms() {
    return therapy::NoteForms::builtIn().forms;
}

} // namespace

NotePanel::NotePanel(const NoteSubject& subject, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_subject(subject),
      m_context(context),
      m_banner(new Banner({}, this)),
      m_carryBar(new CarryBar(this)),
      m_card(new Card(tr("Chart note"), CardContent::Full, this)),
      m_formats(new Segments(tr("Form of the note"), {}, m_card)),
      m_editor(new NoteEditor(m_card)),
      m_signed(new SignedCard(subject.session, context, this)),
      m_spelling(new NoteSpelling(context.practice, context.background, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_banner);
    column->addWidget(m_carryBar);
    column->addWidget(m_card, 1);
    column->addWidget(m_signed);
    m_banner->setClosable();
    m_banner->hide();
    m_signed->hide();
    for (const therapy::NoteForm& form : forms()) {
        m_formats->addChoice(form.format == NoteFormat::Free ? tr("free") : form.title)->setToolTip(form.use);
    }
    m_card->addToTitle(&m_editor->detailsButton());
    m_card->addToTitle(m_formats);
    m_card->body().addWidget(m_editor);
    buildFoot();
    buildDraft();
    connectHolds();
    m_editor->setSession(subject.type, subject.modality);
    m_editor->setMacros([this](const QString& name) { return macroText(name); });
    m_editor->setSpelling(m_spelling);
    connectParts();
}

void NotePanel::showFormat() {
    const auto found = std::find_if(forms().begin(), forms().end(), [this](const therapy::NoteForm& form) {
        return form.format == m_editor->format();
    });
    m_formats->setCurrent(static_cast<int>(found - forms().begin()));
}

NotePanel::~NotePanel() {
    keepDraft();
    m_context.practice.noteHolds().release(*this);
}

void NotePanel::connectParts() {
    connect(m_editor, &NoteEditor::changed, this, &NotePanel::touch);
    // A draft that is kept already follows the hand: it is restored at the cursor.
    connect(m_editor, &NoteEditor::cursorMoved, this, [this] {
        if (m_isDirty) {
            touch();
        }
    });
    connect(m_editor, &NoteEditor::refused, this, qOverload<const base::Error&>(&NotePanel::say));
    connect(m_spelling, &NoteSpelling::failed, this, qOverload<const base::Error&>(&NotePanel::say));
    connect(m_spelling, &NoteSpelling::nothingFound, this, &NotePanel::saySpelling);
    connect(m_formats, &Segments::chosen, this, [this](int index) {
        m_editor->setFormat(forms().at(index).format);
        touch();
    });
    connect(m_carryBar, &CarryBar::chosen, this, [this](const Note& note, const QStringList& sections) {
        m_editor->carry(note, sections);
        showFormat();
        focusText();
    });
    connect(m_carryBar, &CarryBar::closed, this, &NotePanel::focusText);
    connect(m_signed, &SignedCard::draftKept, this, &NotePanel::draftKept);
    connect(m_signed, &SignedCard::draftSettled, this, &NotePanel::draftSettled);
    connect(m_signed, &SignedCard::amendingChanged, this, &NotePanel::showAmending);
    connect(m_signed, &SignedCard::failed, this, qOverload<const base::Error&>(&NotePanel::say));
    connect(m_signed, &SignedCard::signatureGiven, this, [this] {
        say({}, {}, {});
        refresh();
        Q_EMIT signatureGiven();
    });
}

void NotePanel::focusText() {
    const auto sections = m_editor->content().sections;
    if (NoteTextEdit* first = sections.isEmpty() ? nullptr : m_editor->sectionEdit(sections.first().id)) {
        first->setFocus(Qt::OtherFocusReason);
        first->moveCursor(QTextCursor::End);
    }
}

void NotePanel::buildFoot() {
    m_state = new TextLabel({}, TextRole::Caption, Token::Text2, m_card);
    m_save = makeButton({.text = tr("Save note"), .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, m_card);
    m_sign = makeButton({.text = tr("Sign"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::Signed,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_S)},
                        m_card);
    m_carry = makeButton({.text = tr("Carry forward"),
                          .kind = ButtonKind::Quiet,
                          .icon = Icon::History,
                          .key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                         m_card);
    m_card->foot().addWidget(m_state, 1);
    m_card->foot().addWidget(m_carry);
    m_card->foot().addWidget(m_save);
    m_card->foot().addWidget(m_sign);
    connect(m_carry, &QPushButton::clicked, this, &NotePanel::offerCarry);
    connect(m_save, &QPushButton::clicked, this, &NotePanel::save);
    connect(m_sign, &QPushButton::clicked, this, &NotePanel::sign);
}

void NotePanel::say(base::FindingLevel level, const QString& title, const QString& text) {
    m_banner->setBannerText({level, title, text, {}});
    m_banner->setVisible(!title.isEmpty());
}

void NotePanel::say(const base::Error& error) {
    const BannerText words = bannerTextOf(error);
    say(words.level, words.title, words.text);
}

void NotePanel::saySpelling() {
    const bool isOn = m_spelling->isOn();
    say(base::FindingLevel::Information,
        isOn ? tr("No word is misspelt here") : tr("Notes are not read for spelling"),
        isOn ? tr("Words are read by the languages you chose in the settings.")
             : tr("Choose a language in Settings, Spelling."));
}

QPlainTextEdit& NotePanel::addendumEdit() {
    return m_signed->addendumEdit();
}

std::optional<QString> NotePanel::macroText(const QString& name) const {
    const workflow::MacroDesk desk(m_context.practice);
    const auto macro = desk.find(name);
    if (!macro) {
        return std::nullopt;
    }
    return desk.expand(*macro, m_subject.patient, m_subject.session,
                       m_extra.macroValues ? m_extra.macroValues() : QHash<QString, QString>());
}

void NotePanel::setModality(const QString& modality) {
    if (m_subject.modality == modality) {
        return;
    }
    m_subject.modality = modality;
    m_editor->setSession(m_subject.type, modality);
    if (!isSigned() && ownNote() == nullptr && m_editor->content().isEmpty()) {
        m_editor->setFormat(workflow::NoteDesk(m_context.practice).startingForm(m_subject.type, modality));
        showFormat();
    }
}

void NotePanel::offerCarry() {
    if (!isWritable()) {
        return;
    }
    const auto earlier = workflow::NoteDesk(m_context.practice).lastNote(m_subject.session);
    if (!earlier) {
        say(earlier.error());
    } else if (!earlier->has_value()) {
        say(base::FindingLevel::Information, tr("There is nothing to carry forward"),
            tr("No earlier session of this kind has a note."));
    } else {
        const auto& practice = m_context.practice;
        const QDate day = (*earlier)->heldAt.local(practice.zone()).date();
        m_carryBar->offer(**earlier,
                          tr("%1, %2").arg(dayText(day), practice.clinicianName((*earlier)->note.author)));
    }
}

QString NotePanel::message() const {
    return m_banner->isHidden()
               ? QString()
               : m_banner->bannerText().title + QLatin1Char('\n') + m_banner->bannerText().text;
}

const Note* NotePanel::ownNote() const {
    const auto& me = m_context.practice.signedIn();
    for (const Note& note : m_content.notes) {
        // What somebody amended of another's note is not theirs to go on writing.
        if (me && note.author == me->id && (note.isFirst() || isSigned())) {
            return &note;
        }
    }
    return nullptr;
}

void NotePanel::load() {
    auto content = workflow::SessionDesk(m_context.practice).load(m_subject.session);
    auto visit = content ? workflow::SessionParts::of(m_context.practice, *content)
                         : tl::unexpected<base::Error>(content.error());
    if (!visit) {
        say(visit.error());
        return;
    }
    const auto& me = m_context.practice.signedIn();
    m_content = std::move(*content);
    m_visit = std::move(*visit);
    m_isSigned = me ? m_visit.isClosedFor(me->id) : m_visit.isBegun();
    const Note* note = shownNote();
    const NoteFormat start =
        workflow::NoteDesk(m_context.practice).startingForm(m_subject.type, m_subject.modality);
    m_stored = note != nullptr ? NoteContent{note->format, note->sections, note->risk, note->details}
                               : reformatted({}, start);
}

void NotePanel::refresh() {
    const bool wasSigned = isSigned();
    load();
    takeHold();
    if (!m_isDirty || (isSigned() && !wasSigned)) {
        // The same text stays as it is: what was typed may still be undone.
        if (!m_isLoaded || m_editor->content() != m_stored) {
            m_editor->setContent(m_stored);
        }
        showFormat();
        m_base = baseOf(ownNote());
    }
    if (!m_isLoaded && !isSigned()) {
        restoreDraft();
        takeHold(); // Where it is written elsewhere, that is what there is to say.
    }
    m_isLoaded = true;
    if (!isSigned()) {
        m_spelling->refresh(m_subject.patient);
    }
    showSigned();
}

} // namespace kairos::ui

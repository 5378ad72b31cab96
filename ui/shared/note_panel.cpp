// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/carry_bar.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/signed_card.h"
#include "ui/shared/text_label.h"

#include "core/therapy/note_forms.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/macro_desk.h"
#include "core/workflow/note_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that goes on this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;

// Of a draft: where the hand stood.
constexpr QLatin1String kCursor{"cursor"};
constexpr QLatin1String kSection{"section"};
constexpr QLatin1String kPosition{"position"};

const QList<therapy::NoteForm>& forms() {
    return therapy::NoteForms::builtIn().forms;
}

int indexOf(NoteFormat format) {
    const auto found = std::find_if(forms().begin(), forms().end(),
                                    [&](const therapy::NoteForm& form) { return form.format == format; });
    return static_cast<int>(found - forms().begin());
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
      m_signed(new SignedCard(subject.session, context, this)) {
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
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    m_editor->setSession(subject.type, subject.modality);
    m_editor->setMacros([this](const QString& name) { return macroText(name); });
    connectParts();
}

NotePanel::~NotePanel() {
    keepDraft();
}

void NotePanel::connectParts() {
    connect(&m_rest, &QTimer::timeout, this, &NotePanel::keepDraft);
    connect(m_editor, &NoteEditor::changed, this, &NotePanel::touch);
    // A draft that is kept already follows the hand: it is restored at the cursor.
    connect(m_editor, &NoteEditor::cursorMoved, this, [this] {
        if (m_isDirty) {
            touch();
        }
    });
    connect(m_editor, &NoteEditor::refused, this, qOverload<const base::Error&>(&NotePanel::say));
    connect(m_formats, &Segments::chosen, this, [this](int index) {
        m_editor->setFormat(forms().at(index).format);
        touch();
    });
    connect(m_carryBar, &CarryBar::chosen, this, [this](const Note& note, const QStringList& sections) {
        m_editor->carry(note, sections);
        m_formats->setCurrent(indexOf(m_editor->format()));
        focusText();
    });
    connect(m_carryBar, &CarryBar::closed, this, &NotePanel::focusText);
    connect(m_signed, &SignedCard::draftKept, this, &NotePanel::draftKept);
    connect(m_signed, &SignedCard::draftSettled, this, &NotePanel::draftSettled);
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
        m_formats->setCurrent(indexOf(m_editor->format()));
    }
}

void NotePanel::offerCarry() {
    if (isSigned()) {
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

storage::DraftKey NotePanel::draftKey() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("note"), m_subject.session.uuid);
}

const Note* NotePanel::ownNote() const {
    const auto& me = m_context.practice.signedIn();
    for (const Note& note : m_content.notes) {
        if (me && note.author == me->id) {
            return &note;
        }
    }
    return nullptr;
}

void NotePanel::load() {
    auto content = workflow::SessionDesk(m_context.practice).load(m_subject.session);
    auto signatures = workflow::SignedContent(m_context.practice).signaturesOf(m_subject.session.uuid);
    if (!content || !signatures) {
        say(!content ? content.error() : signatures.error());
        return;
    }
    m_content = std::move(*content);
    m_signatures = std::move(*signatures);
    const Note* note = shownNote();
    const NoteFormat start =
        workflow::NoteDesk(m_context.practice).startingForm(m_subject.type, m_subject.modality);
    m_stored = note != nullptr ? NoteContent{note->format, note->sections, note->risk, note->details}
                               : reformatted({}, start);
}

void NotePanel::refresh() {
    const bool wasSigned = isSigned();
    load();
    if (!m_isDirty || (isSigned() && !wasSigned)) {
        m_editor->setContent(m_stored);
        m_formats->setCurrent(indexOf(m_stored.format));
    }
    if (!m_isLoaded && !isSigned()) {
        restoreDraft();
    }
    m_isLoaded = true;
    showSigned();
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
    m_formats->setCurrent(indexOf(content->format));
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

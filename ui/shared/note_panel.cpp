// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/security/fingerprint.h"
#include "core/security/permissions.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

/// Typing that rests this long is kept: a crash loses at most a second.
constexpr int kRestMs = 700;
constexpr NoteFormat kFormats[] = {NoteFormat::Dap, NoteFormat::Soap, NoteFormat::Birp, NoteFormat::Free};

int indexOf(NoteFormat format) {
    return static_cast<int>(std::find(std::begin(kFormats), std::end(kFormats), format) -
                            std::begin(kFormats));
}

} // namespace

NotePanel::NotePanel(const NoteSubject& subject, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_subject(subject),
      m_context(context),
      m_banner(new Banner({}, this)),
      m_card(new Card(tr("Chart note"), CardContent::Full, this)),
      m_formats(new Segments(tr("Form of the note"), {}, m_card)),
      m_editor(new NoteEditor(m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(m_banner);
    column->addWidget(m_card, 1);
    m_banner->setClosable();
    m_banner->hide();
    for (const NoteFormat format : kFormats) {
        m_formats->addChoice(noteFormatName(format));
    }
    m_card->addToTitle(m_formats);
    m_card->body().addWidget(m_editor);
    buildFoot();
    buildSigned(*column);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NotePanel::keepDraft);
    connect(m_editor, &NoteEditor::changed, this, &NotePanel::touch);
    connect(m_formats, &Segments::chosen, this, [this](int index) {
        m_editor->setFormat(kFormats[index]);
        touch();
    });
}

NotePanel::~NotePanel() {
    keepDraft();
}

void NotePanel::buildFoot() {
    m_state = new TextLabel({}, TextRole::Caption, Token::Text2, m_card);
    m_save = makeButton({.text = tr("Save note"), .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, m_card);
    m_sign = makeButton({.text = tr("Sign"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::Signed,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_S)},
                        m_card);
    m_card->foot().addWidget(m_state, 1);
    m_card->foot().addWidget(m_save);
    m_card->foot().addWidget(m_sign);
    connect(m_save, &QPushButton::clicked, this, &NotePanel::save);
    connect(m_sign, &QPushButton::clicked, this, &NotePanel::sign);
}

void NotePanel::buildSigned(QVBoxLayout& column) {
    m_signedCard = new Card(tr("Signed"), CardContent::Padded, this);
    m_signedWords = makeParagraph({}, TextRole::Body, Token::Text, m_signedCard);
    m_addendum = new QPlainTextEdit(m_signedCard);
    m_addendum->setAccessibleName(tr("Addendum"));
    m_addendum->setPlaceholderText(tr("Addendum: what is to be added"));
    m_addendum->setTabChangesFocus(true);
    m_addendum->setFixedHeight(px(44));
    auto* sign = makeButton({.text = tr("Sign addendum"), .icon = Icon::Signed}, m_signedCard);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_addendum, 1);
    row->addWidget(sign, 0, Qt::AlignBottom);
    m_signedCard->body().addWidget(m_signedWords);
    m_signedCard->body().addLayout(row);
    m_signedCard->hide();
    column.addWidget(m_signedCard);
    connect(sign, &QPushButton::clicked, this, &NotePanel::signAddendum);
    connect(m_addendum, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isAddendumLoaded) {
            m_isAddendumUnkept = true;
            m_rest.start();
        }
    });
}

void NotePanel::say(base::FindingLevel level, const QString& title, const QString& text) {
    m_banner->setBannerText({level, title, text, {}});
    m_banner->setVisible(!title.isEmpty());
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
        const BannerText words = bannerTextOf(!content ? content.error() : signatures.error());
        say(words.level, words.title, words.text);
        return;
    }
    m_content = std::move(*content);
    m_signatures = std::move(*signatures);
    const Note* note = shownNote();
    m_stored = note != nullptr ? NoteContent{note->format, note->sections, note->risk}
                               : reformatted({}, m_subject.suggested);
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
    m_isUnkept = true;
    m_rest.start();
    m_state->setText(tr("not saved yet"));
}

storage::DraftKey NotePanel::addendumKey() const {
    return workflow::DraftDesk(m_context.practice).keyOf(QStringLiteral("addendum"), m_subject.session.uuid);
}

void NotePanel::keepAddendum() {
    if (!m_isAddendumUnkept || !m_context.practice.signedIn()) {
        return;
    }
    workflow::DraftDesk desk(m_context.practice);
    const QString text = m_addendum->toPlainText();
    const auto kept =
        text.trimmed().isEmpty() ? desk.drop(addendumKey()) : desk.keep(addendumKey(), text.toUtf8());
    if (!kept) {
        const BannerText words = bannerTextOf(kept.error());
        say(words.level, words.title, words.text);
        return;
    }
    m_isAddendumUnkept = false;
    if (text.trimmed().isEmpty()) {
        Q_EMIT draftSettled();
    } else {
        Q_EMIT draftKept();
    }
}

void NotePanel::restoreAddendum() {
    if (m_isAddendumLoaded) {
        return;
    }
    const auto draft = workflow::DraftDesk(m_context.practice).find(addendumKey());
    if (draft && draft->has_value()) {
        m_addendum->setPlainText(QString::fromUtf8((*draft)->content));
    }
    m_isAddendumLoaded = true;
}

void NotePanel::keepDraft() {
    m_rest.stop();
    keepAddendum();
    if (!m_isUnkept || !m_isDirty || !m_context.practice.signedIn()) {
        return;
    }
    QJsonObject json = noteToJson(m_editor->content());
    if (m_extra.save) {
        json.insert(QStringLiteral("extra"), m_extra.save());
    }
    const auto kept = workflow::DraftDesk(m_context.practice)
                          .keep(draftKey(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!kept) {
        const BannerText words = bannerTextOf(kept.error());
        say(words.level, words.title, words.text);
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
        return workflow::TherapyCare(m_context.practice).saveNote(note, {draftKey()}).map([](const NoteId&) {
        });
    });
    if (!done) {
        const BannerText words = bannerTextOf(done.error());
        say(words.level, words.title, words.text);
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
    m_context.questions.askSignature(
        tr("Sign this session?"),
        tr("What is signed is fixed. Later changes are addenda, each with its own signature."), *window(),
        [this](const Answer& answer) {
            const auto done =
                workflow::SessionDesk(m_context.practice).sign(m_subject.session, answer.password);
            if (done) {
                refresh();
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

void NotePanel::signAddendum() {
    const QString text = m_addendum->toPlainText();
    if (text.trimmed().isEmpty()) {
        say(base::FindingLevel::Caution, tr("The addendum is empty"), tr("write what is to be added"));
        m_addendum->setFocus();
        return;
    }
    m_context.questions.askSignature(
        tr("Sign this addendum?"), tr("It is added to the signed note and fixed."), *window(),
        [this, text](const Answer& answer) {
            const auto done = workflow::SessionDesk(m_context.practice)
                                  .addAddendum(m_subject.session, text, answer.password);
            if (done) {
                m_addendum->clear();
                keepAddendum();
                say({}, {}, {});
                refresh();
                Q_EMIT signatureGiven();
            }
            return done;
        });
}

void NotePanel::showSigned() {
    auto& practice = m_context.practice;
    m_editor->setEditing(isSigned() ? Editing::ReadOnly : Editing::Open);
    m_formats->setEnabled(!isSigned());
    m_save->setVisible(!isSigned());
    m_sign->setVisible(!isSigned());
    m_signedCard->setVisible(isSigned());
    if (!isSigned()) {
        return;
    }
    restoreAddendum();
    m_state->setText(tr("signed: read only"));
    QStringList lines;
    for (const Signature& signature : std::as_const(m_signatures)) {
        lines.append(tr("%1, %2, %3")
                         .arg(practice.clinicianName(signature.signer), security::roleName(signature.role),
                              dateTimeText(signature.at, practice.zone())));
    }
    lines.append(tr("Fingerprint %1")
                     .arg(security::Fingerprint::of(workflow::SignedContent::hashOf(m_content)).toString()));
    const auto addenda = workflow::SessionDesk(practice).addenda(m_subject.session);
    for (const Note& note : addenda ? *addenda : QList<Note>()) {
        lines.append(tr("Addendum of %1, %2: %3")
                         .arg(dateTimeText(note.writtenAt, practice.zone()),
                              practice.clinicianName(note.author),
                              note.sections.isEmpty() ? QString() : note.sections.first().text));
    }
    m_signedWords->setText(lines.join(QLatin1Char('\n')));
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/therapy_page.h"

#include "ui/therapy/course_card.h"
#include "ui/therapy/note_tabs.h"
#include "ui/therapy/session_care.h"
#include "ui/therapy/session_goals_card.h"
#include "ui/therapy/therapy_words.h"
#include "ui/therapy/thread_card.h"

#include "ui/shared/banner.h"
#include "ui/shared/cancel_question.h"
#include "ui/shared/card.h"
#include "ui/shared/column_scroll.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/page_head.h"
#include "ui/shared/questions.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/time_field.h"
#include "ui/shared/type_scale.h"

#include "core/therapy/modalities.h"
#include "core/workflow/course_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/therapy_care.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

TherapyPage::TherapyPage(const SessionId& session, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_id(session),
      m_column(new QVBoxLayout(this)),
      m_trouble(new Banner({}, this)),
      m_start(new TimeField(this)),
      m_minutes(new NumberField(QStringLiteral("min"), 0, this)),
      m_modality(new QComboBox(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_trouble);
    m_trouble->hide();
    const auto loaded = load();
    if (!loaded) {
        m_trouble->setBannerText(bannerTextOf(loaded.error()));
        m_trouble->show();
        m_column->addStretch();
        for (QWidget* field : std::initializer_list<QWidget*>{m_start, m_minutes, m_modality}) {
            field->hide();
        }
        return;
    }
    build();
    showSession();
    m_note->refresh();
    setFocusProxy(m_note->editor().handEdit());
}

TherapyPage::~TherapyPage() {
    // The note keeps its draft while the page is still whole.
    hide();
    delete m_note;
}

base::Outcome TherapyPage::load() {
    const auto content = workflow::SessionDesk(m_context.practice).load(m_id);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    if (!content->therapy) {
        return base::fail(base::ErrorCode::NotFound, tr("The session was not opened"), tr("it is a dose"),
                          tr("open it from the chart"));
    }
    m_session = *content->therapy;
    return {};
}

void TherapyPage::build() {
    buildHead();
    m_note = new NotePanel({m_id, m_session->patient, m_session->type, m_session->modality}, m_context, this);
    m_course = new CourseCard(m_context.practice, this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), px(12), px(16), px(12));
    row->setSpacing(px(12));
    auto* left = new QVBoxLayout;
    left->setSpacing(px(8));
    left->addWidget(buildHeld());
    m_tabs = new NoteTabs(m_note, {m_session->patient, m_id}, m_context, this);
    connect(m_tabs, &NoteTabs::draftKept, this, &TherapyPage::draftKept);
    connect(m_tabs, &NoteTabs::draftSettled, this, &TherapyPage::draftSettled);
    left->addWidget(m_tabs, 1);
    row->addLayout(left, 1);
    row->addWidget(buildSide());
    m_column->addLayout(row, 1);
    connectNote();
}

QWidget* TherapyPage::buildSide() {
    m_thread = new ThreadCard(m_context, this);
    connect(m_thread, &ThreadCard::draftKept, this, &TherapyPage::draftKept);
    connect(m_thread, &ThreadCard::draftSettled, this, &TherapyPage::draftSettled);
    m_goals = new SessionGoalsCard(m_context, this);
    connect(m_goals, &SessionGoalsCard::draftKept, this, &TherapyPage::draftKept);
    connect(m_goals, &SessionGoalsCard::draftSettled, this, &TherapyPage::draftSettled);
    auto* hand = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_T), this);
    hand->setContext(Qt::WidgetWithChildrenShortcut);
    connect(hand, &QShortcut::activated, m_thread, &ThreadCard::takeHand);
    auto* content = new QWidget(this);
    auto* side = new QVBoxLayout(content);
    side->setContentsMargins(0, 0, px(8), 0);
    side->setSpacing(px(12));
    side->addWidget(m_care = new SessionCare(m_context, this));
    side->addWidget(m_thread);
    side->addWidget(m_goals);
    side->addWidget(m_course, 1);
    auto* scroll = new ColumnScroll(px(356), this);
    scroll->setWidget(content);
    return scroll;
}

void TherapyPage::buildHead() {
    m_head = new PageHead({}, {}, this);
    m_column->insertWidget(0, m_head);
    m_window = new StatusChip({}, m_head);
    m_window->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_head->addBesideTitle(m_window);
    auto* missed = makeButton({.text = tr("Did not come"), .kind = ButtonKind::Quiet}, m_head);
    auto* cancel = makeButton({.text = tr("Cancel session"), .kind = ButtonKind::Quiet}, m_head);
    auto* print = makeButton(
        {.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence(Qt::CTRL | Qt::Key_P)}, m_head);
    auto* sheets = makeButton({.text = tr("Sheets"),
                               .kind = ButtonKind::Quiet,
                               .icon = Icon::Doc,
                               .key = QKeySequence(Qt::ALT | Qt::Key_S)},
                              m_head);
    m_bookingActions = {missed, cancel};
    m_print = print;
    for (QWidget* action : std::initializer_list<QWidget*>{missed, cancel, sheets, print}) {
        m_head->addAction(action);
    }
    connect(cancel, &QPushButton::clicked, this, &TherapyPage::cancelSession);
    connect(missed, &QPushButton::clicked, this, [this] {
        const auto done = workflow::SessionDesk(m_context.practice).markNoShow(m_id);
        if (!done) {
            m_trouble->setBannerText(bannerTextOf(done.error()));
            m_trouble->show();
        }
        refresh();
    });
    connect(sheets, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(ChartPlace{m_session->patient, QString(kTabSheets), m_id.toString()});
    });
    connect(print, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(SummaryPlace{m_session->patient, m_id});
    });
}

QWidget* TherapyPage::buildHeld() {
    auto* card = new Card({}, CardContent::Padded, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    card->body().addLayout(row);
    m_minutes->setPossible(1, 600);
    m_modality->setEditable(true);
    m_modality->addItems(therapy::Modalities::builtIn().names());
    m_modality->setCurrentIndex(-1);
    m_startField = new Field(tr("Began at"), m_start, card);
    m_minutesField = new Field(tr("Therapy time, min"), m_minutes, card);
    row->addWidget(m_startField, 1, Qt::AlignTop);
    row->addWidget(m_minutesField, 1, Qt::AlignTop);
    row->addWidget(new Field(tr("Modality"), m_modality, card), 2, Qt::AlignTop);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_start, &QLineEdit::textEdited, this, &TherapyPage::touch);
    connect(m_minutes, &QLineEdit::textEdited, this, &TherapyPage::touch);
    connect(m_modality->lineEdit(), &QLineEdit::textEdited, this, &TherapyPage::touch);
    connect(m_modality, &QComboBox::textActivated, this, &TherapyPage::touch);
    const auto follow = [this] { m_note->setModality(m_modality->currentText().trimmed()); };
    connect(m_modality, &QComboBox::textActivated, this, follow);
    connect(m_modality->lineEdit(), &QLineEdit::editingFinished, this, follow);
    return card;
}

void TherapyPage::connectNote() {
    m_note->setBefore([this] { return hold(); });
    m_note->setMissing([this] { return missing(); });
    m_note->setExtra(
        {[this] {
             return QJsonObject{{QStringLiteral("start"), m_start->text()},
                                {QStringLiteral("minutes"), m_minutes->text()},
                                {QStringLiteral("modality"), m_modality->currentText()}};
         },
         [this](const QJsonObject& kept) {
             m_start->setText(kept.value(QStringLiteral("start")).toString());
             m_minutes->setText(kept.value(QStringLiteral("minutes")).toString());
             m_modality->setEditText(kept.value(QStringLiteral("modality")).toString());
             m_note->setModality(m_modality->currentText());
             m_isTouched = true;
         },
         [this] {
             const auto minutes = m_minutes->value();
             return QHash<QString, QString>{
                 {QStringLiteral("minutes"),
                  minutes ? withUnit(QString::number(*minutes), QStringLiteral("min")) : QString()}};
         }});
    connect(m_note, &NotePanel::draftKept, this, &Page::draftKept);
    connect(m_note, &NotePanel::draftSettled, this, &Page::draftSettled);
    connect(m_note, &NotePanel::draftSettled, this, &TherapyPage::refresh);
    connect(m_note, &NotePanel::signatureGiven, this, &TherapyPage::refresh);
}

void TherapyPage::touch() {
    m_isTouched = true;
    m_note->touch();
}

std::optional<base::Instant> TherapyPage::typedStart() const {
    const auto time = m_start->time();
    if (!time) {
        return std::nullopt;
    }
    // A session that is written up before its booked day was held today.
    const QDate day = std::min(m_session->booked.date, m_context.practice.today());
    return base::Instant::fromLocal(day, *time, m_context.practice.zone());
}

base::Outcome TherapyPage::hold() {
    if (m_note->isSigned() || !isOpen()) {
        return {};
    }
    const QString what = tr("The note was not saved");
    for (const TypedField* field : std::initializer_list<const TypedField*>{m_start, m_minutes}) {
        if (!field->problem().isEmpty()) {
            return base::fail(base::ErrorCode::InvalidInput, what,
                              tr("\"%1\" does not read").arg(field->text()), field->problem());
        }
    }
    const auto start = typedStart();
    if (!start) {
        // Saving ends the draft: what stands beside the note must not go with it.
        return m_minutes->value()
                   ? base::fail(base::ErrorCode::InvalidInput, what, tr("the therapy time has no beginning"),
                                tr("type when the session began"))
                   : base::Outcome{};
    }
    const auto typed = m_minutes->value();
    const std::optional<int> minutes = typed ? std::optional(static_cast<int>(*typed)) : std::nullopt;
    const QString modality = m_modality->currentText().trimmed();
    const bool isSame = m_session->startedAt && m_session->startedAt->utcMs == start->utcMs &&
                        m_session->minutes == minutes && m_session->modality == modality;
    if (isSame) {
        return {};
    }
    const auto done = workflow::TherapyCare(m_context.practice).hold(m_id, *start, minutes, modality);
    if (done) {
        m_isTouched = false;
    }
    return done;
}

bool TherapyPage::isOpen() const {
    return m_session->state != SessionState::Signed && m_session->state != SessionState::Cancelled &&
           m_session->state != SessionState::NoShow;
}

QStringList TherapyPage::missing() const {
    QStringList missing;
    if (!m_session->startedAt) {
        missing.append(tr("when the session began"));
    }
    if (!m_session->minutes) {
        missing.append(tr("how long it took"));
    }
    return missing;
}

void TherapyPage::showSession() {
    const auto& session = *m_session;
    const base::Instant at =
        session.startedAt.value_or(std::min(m_context.practice.now(), session.booked.instant()));
    QStringList parts = {dayText(session.booked.date)};
    if (session.startedAt) {
        const QTime from = session.startedAt->local(m_context.practice.zone()).time();
        parts.append(session.minutes
                         ? rangeText(timeText(from), timeText(from.addSecs(*session.minutes * 60)))
                         : timeText(from));
    } else {
        parts.append(tr("booked %1").arg(timeText(session.booked.time)));
    }
    parts.append(m_context.practice.clinicianName(session.therapist));
    if (session.state == SessionState::Cancelled) {
        parts.append(tr("cancelled: %1").arg(session.endReason));
    } else if (session.state == SessionState::NoShow) {
        parts.append(tr("did not come"));
    }
    parts.removeAll(QString());
    m_head->setTitle(therapyTitle(session));
    m_head->setSubtitle(parts.join(QStringLiteral(" · ")));
    const bool isPlanned = session.state == SessionState::Planned;
    for (QWidget* action : std::as_const(m_bookingActions)) {
        action->setVisible(isPlanned);
    }
    m_print->setVisible(!isPlanned && m_context.navigator.canOpen(SummaryPlace{session.patient, m_id}));
    const auto glance = workflow::CourseQuery(m_context.practice).glance(session.patient, session.plan, at);
    const auto chip =
        glance && session.type == TherapyType::Integration ? windowChip(*glance, at) : std::nullopt;
    m_window->setVisible(chip.has_value());
    if (chip) {
        m_window->setChip(*chip);
    }
    if (glance) {
        m_course->show(session, *glance, at);
    }
    m_thread->showFor(session);
    m_goals->showFor(session);
    m_care->showFor(session);
    showFields();
}

void TherapyPage::showFields() {
    const auto& session = *m_session;
    const bool isFixed = !isOpen();
    m_start->setReadOnly(isFixed);
    m_minutes->setReadOnly(isFixed);
    m_modality->setEnabled(!isFixed);
    if (m_isTouched && !isFixed) {
        return;
    }
    if (session.startedAt) {
        m_start->setTime(session.startedAt->local(m_context.practice.zone()).time());
    }
    if (session.minutes) {
        m_minutes->setValue(*session.minutes);
    }
    m_modality->setEditText(session.modality);
}

void TherapyPage::showPassage(const NotePassage& passage) {
    if (m_note != nullptr) {
        m_note->showPassage(passage);
    }
}

QString TherapyPage::title() const {
    return m_session ? therapyTitle(*m_session) : tr("Session");
}

bool TherapyPage::mayLeave() {
    if (m_note != nullptr) {
        m_note->keepDraft();
    }
    // Each is asked: what one could not keep does not stop the others.
    const bool isTextKept = m_tabs == nullptr || m_tabs->keepDraft();
    const bool isThreadKept = m_thread == nullptr || m_thread->keepDraft();
    return (m_goals == nullptr || m_goals->keepDraft()) && isThreadKept && isTextKept;
}

void TherapyPage::refresh() {
    if (m_note == nullptr || !load()) {
        return;
    }
    showSession();
    m_note->refresh();
    m_tabs->refresh();
}

QList<KeyHint> TherapyPage::keyHints() const {
    return {{QStringLiteral("Ctrl+S"), tr("sign")},
            {QStringLiteral("Ctrl+Enter"), tr("save note")},
            {QStringLiteral("Ctrl+2"), tr("private notes")},
            {QStringLiteral("Ctrl+D"), tr("details")},
            {QStringLiteral("Alt+S"), tr("sheets: safety plan, thought record and others")},
            {QStringLiteral("Alt+Enter"), tr("next misspelt word")},
            {QStringLiteral("Alt+T"), tr("thread: open commitments first")},
            {QStringLiteral("K, P, N, D"), tr("a commitment was kept, partly, not, dropped")},
            {QStringLiteral("Alt+1–3"), tr("suicidal ideation: none, passive, active")}};
}

void TherapyPage::cancelSession() {
    askCancelSession(m_id, m_context, *window(), [this] { refresh(); });
}

} // namespace kairos::ui

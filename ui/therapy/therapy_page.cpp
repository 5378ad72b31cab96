// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/therapy_page.h"

#include "ui/therapy/course_card.h"
#include "ui/therapy/held_card.h"
#include "ui/therapy/note_tabs.h"
#include "ui/therapy/session_care.h"
#include "ui/therapy/session_goals_card.h"
#include "ui/therapy/therapy_words.h"
#include "ui/therapy/thread_card.h"

#include "ui/shared/banner.h"
#include "ui/shared/cancel_question.h"
#include "ui/shared/column_scroll.h"
#include "ui/shared/formats.h"
#include "ui/shared/note_panel.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/page_head.h"
#include "ui/shared/questions.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/course_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"

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
      m_held(new HeldCard(context, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_trouble);
    m_trouble->hide();
    const auto loaded = load();
    if (!loaded) {
        m_trouble->setBannerText(bannerTextOf(loaded.error()));
        m_trouble->show();
        m_column->addStretch();
        m_held->hide();
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
    left->addWidget(m_held);
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

void TherapyPage::connectNote() {
    m_note->setBefore([this] { return m_note->isSigned() ? base::Outcome() : m_held->hold(); });
    m_note->setMissing([this] { return m_held->missing(); });
    m_note->setExtra({[this] { return m_held->state(); },
                      [this](const QJsonObject& kept) {
                          m_held->setState(kept);
                          m_note->setModality(m_held->modality());
                      },
                      [this] {
                          return QHash<QString, QString>{{QStringLiteral("minutes"), m_held->minutesText()}};
                      }});
    connect(m_held, &HeldCard::touched, m_note, &NotePanel::touch);
    connect(m_held, &HeldCard::modalityChosen, m_note, [this] { m_note->setModality(m_held->modality()); });
    connect(m_note, &NotePanel::draftKept, this, &Page::draftKept);
    connect(m_note, &NotePanel::draftSettled, this, &Page::draftSettled);
    connect(m_note, &NotePanel::draftSettled, this, &TherapyPage::refresh);
    connect(m_note, &NotePanel::signatureGiven, this, &TherapyPage::refresh);
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
    m_held->showFor(session);
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

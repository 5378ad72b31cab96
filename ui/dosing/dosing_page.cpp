// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/dosing_page.h"

#include "ui/dosing/after_panel.h"
#include "ui/dosing/before_panel.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/gate_list.h"
#include "ui/dosing/prepare_form.h"
#include "ui/dosing/room_marks.h"
#include "ui/dosing/room_view.h"
#include "ui/dosing/run_draft.h"
#include "ui/dosing/run_keys.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/cancel_question.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/formats.h"
#include "ui/shared/note_panel.h"
#include "ui/shared/number_field.h"
#include "ui/shared/page_head.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/protocols/names.h"
#include "core/workflow/session_desk.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

DosingPage::DosingPage(const SessionId& session, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_controller(new DosingController(session, context, this)),
      m_column(new QVBoxLayout(this)),
      m_trouble(new Banner({}, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_trouble);
    m_trouble->hide();
    if (!m_controller->trouble()) {
        build();
    } else {
        m_column->addStretch();
    }
    connect(m_controller, &DosingController::changed, this, &DosingPage::reload);
    connect(m_controller, &DosingController::undoOffered, this, [this](const UndoOffer& offer) {
        if (m_context.undo != nullptr) {
            m_context.undo->offerUndo(offer);
        }
    });
    reload();
}

DosingPage::~DosingPage() {
    // A field that is left saves what was typed: that happens while the page is still whole.
    hide();
    static_cast<void>(keepDrafts());
    delete m_room;
    delete m_stack;
    delete m_entry;
}

void DosingPage::build() {
    buildHead();
    auto* content = new QVBoxLayout;
    content->setContentsMargins(px(16), px(12), px(16), px(12));
    content->setSpacing(px(12));
    m_column->addLayout(content, 1);
    m_stack = new QStackedWidget(this);
    m_entry = new EntryLine(*m_controller, EntrySize::Desk, this);
    m_before = new BeforePanel(*m_controller, m_stack);
    m_run = new RunPanel(*m_controller, *m_entry, m_stack);
    m_after = new AfterPanel(*m_controller, m_stack);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_before, m_run, m_after}) {
        m_stack->addWidget(panel);
    }
    content->addWidget(m_stack, 1);
    content->addWidget(m_entry);
    connect(m_entry, &EntryLine::adverseEventWanted, this, [this] {
        showStage(Running);
        m_run->showAdverseForm();
    });
    connect(m_entry, &EntryLine::ratingWanted, this, &DosingPage::openRating);
    const RunDraft& draft = m_controller->draft();
    connect(&draft, &RunDraft::kept, this, &Page::draftKept);
    connect(&draft, &RunDraft::settled, this, &Page::draftSettled);
    connect(&draft, &RunDraft::failed, this, &DosingPage::say);
    connect(&m_run->followUp(), &FollowUpForm::draftKept, this, &Page::draftKept);
    connect(&m_run->followUp(), &FollowUpForm::draftSettled, this, &Page::draftSettled);
    connect(&m_after->note(), &NotePanel::draftKept, this, &Page::draftKept);
    connect(&m_after->note(), &NotePanel::draftSettled, this, &Page::draftSettled);
    buildKeys();
}

void DosingPage::buildHead() {
    m_head = new PageHead({}, {}, this);
    m_column->insertWidget(0, m_head);
    m_stages = new Segments(tr("Part of the session"), {tr("Before"), tr("Running"), tr("After")}, m_head);
    m_head->addBesideTitle(m_stages);
    auto* missed = makeButton({.text = tr("Did not come"), .kind = ButtonKind::Quiet}, m_head);
    auto* cancel = makeButton({.text = tr("Cancel session"), .kind = ButtonKind::Quiet}, m_head);
    m_missedButton = missed;
    m_cancelButton = cancel;
    m_pauseButton = makeButton({.text = tr("Pause"), .kind = ButtonKind::Quiet}, m_head);
    m_stopButton = makeButton({.text = tr("Stop dose"), .kind = ButtonKind::Danger}, m_head);
    setButtonKeyCap(*m_pauseButton, keyOf(RunKey::Pause));
    setButtonKeyCap(*m_stopButton, keyOf(RunKey::Stop));
    auto* print = makeButton(
        {.text = tr("Print"), .icon = Icon::Print, .key = QKeySequence(Qt::CTRL | Qt::Key_P)}, m_head);
    auto* room = makeButton({.text = tr("Room view"), .icon = Icon::Eye, .key = keyOf(RunKey::Room)}, m_head);
    m_printButton = print;
    m_monitorButton = makeButton({.text = tr("Import…"), .kind = ButtonKind::Quiet}, m_head);
    m_monitorButton->setToolTip(tr("Take a monitor's file into this session"));
    connect(m_monitorButton, &QPushButton::clicked, this, &DosingPage::importMonitor);
    m_roomButton = room;
    for (QWidget* action : std::initializer_list<QWidget*>{missed, cancel, m_pauseButton, m_monitorButton,
                                                           m_stopButton, print, room}) {
        m_head->addAction(action);
    }
    connect(m_stages, &Segments::chosen, this, &DosingPage::showStage);
    connect(room, &QPushButton::clicked, this, &DosingPage::openRoom);
    connect(cancel, &QPushButton::clicked, this, &DosingPage::cancelSession);
    connect(m_stopButton, &QPushButton::clicked, this, &DosingPage::askStop);
    connect(m_pauseButton, &QPushButton::clicked, this, [this] {
        if (const auto done = m_controller->pauseOrResume(); !done) {
            say(done.error());
        }
        placeFocus();
    });
    connect(missed, &QPushButton::clicked, this, [this] {
        if (const auto done =
                workflow::SessionDesk(m_context.practice).markNoShow(m_controller->session().id);
            !done) {
            say(done.error());
        }
    });
    connect(print, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(SummaryPlace{m_controller->session().patient, m_controller->session().id});
    });
}

void DosingPage::buildKeys() {
    const auto add = [this](const QKeySequence& key, void (DosingPage::*slot)()) {
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(keyOf(RunKey::Discharge), &DosingPage::pressDischarge);
    add(keyOf(RunKey::Line), &DosingPage::openEntry);
    add(keyOf(RunKey::Stop), &DosingPage::askStop);
    add(keyOf(RunKey::OtherRoom), &DosingPage::openOther);
}

void DosingPage::askStop() {
    if (m_controller->isDosing()) {
        showStage(Running);
        m_entry->askStop();
    }
}

QString DosingPage::title() const {
    return m_controller->trouble() ? tr("Dose") : tr("Dose %1").arg(m_controller->session().number);
}

bool DosingPage::mayLeave() {
    return keepDrafts();
}

bool DosingPage::keepDrafts() {
    if (m_after == nullptr) {
        return true;
    }
    m_after->note().keepDraft();
    m_controller->draft().keep();
    return m_run->followUp().keepDraft();
}

void DosingPage::say(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

void DosingPage::refresh() {
    m_controller->refresh();
}

QList<KeyHint> DosingPage::keyHints() const {
    return runKeyHints();
}

bool DosingPage::suspendsIdleLock() const {
    return !m_controller->trouble() && m_controller->stage() == DosingStage::Running;
}

void DosingPage::reload() {
    if (m_controller->trouble()) {
        say(*m_controller->trouble());
        return;
    }
    if (m_head == nullptr) {
        return;
    }
    const DosingSession& session = m_controller->session();
    const DosingStage stage = m_controller->stage();
    QStringList parts = {protocols::routeWords(session.route),
                         tr("booked %1").arg(timeText(session.booked.time))};
    if (session.arrivedAt) {
        parts.append(tr("arrived %1").arg(m_controller->timeOf(*session.arrivedAt)));
    }
    if (stage == DosingStage::Closed) {
        parts.append(session.state == SessionState::NoShow ? tr("did not come")
                                                           : tr("cancelled: %1").arg(session.endReason));
    }
    const QString mark = ownMark(*m_controller);
    m_head->setTitle(mark.isEmpty()
                         ? title()
                         : QStringLiteral("%1  %2").arg(mark, m_controller->view().patient.displayName()));
    parts.append(nextRoomWords(*m_controller));
    parts.removeAll(QString());
    m_head->setSubtitle(parts.join(QStringLiteral(" · ")));
    m_pauseButton->setVisible(m_controller->isDosing() && m_controller->isInfusion());
    m_pauseButton->setText(m_controller->isPaused() ? tr("Go on") : tr("Pause"));
    m_stopButton->setVisible(m_controller->isDosing());
    m_missedButton->setVisible(session.state == SessionState::Planned);
    m_cancelButton->setVisible(stage == DosingStage::Before);
    m_roomButton->setVisible(stage == DosingStage::Running);
    m_monitorButton->setVisible(session.state == SessionState::Arrived ||
                                session.state == SessionState::InProgress ||
                                session.state == SessionState::Held);
    m_printButton->setVisible(stage == DosingStage::After &&
                              m_context.navigator.canOpen(SummaryPlace{session.patient, session.id}));
    followStage();
}

void DosingPage::followStage() {
    const int state = static_cast<int>(m_controller->session().state);
    if (state != m_followed) {
        m_followed = state;
        const DosingStage stage = m_controller->stage();
        showStage(stage == DosingStage::Running ? Running : stage == DosingStage::After ? After : Before);
        Q_EMIT titleChanged();
    }
    showEntry();
}

void DosingPage::showEntry() {
    // Until the signature a reading may be added late, with its time, or corrected.
    const SessionState now = m_controller->session().state;
    const int part = m_stack->currentIndex();
    m_entry->setVisible(
        (part != After && (now == SessionState::Arrived || now == SessionState::InProgress)) ||
        (part == Running && now == SessionState::Held));
}

void DosingPage::showStage(int stage) {
    m_stages->setCurrent(stage);
    m_stack->setCurrentIndex(stage);
    showEntry();
    placeFocus();
}

QWidget* DosingPage::placeOfFocus() const {
    switch (m_stack->currentIndex()) {
    case Running:
        return m_entry->isHidden() ? static_cast<QWidget*>(&m_run->readings()) : &m_entry->edit();
    case After:
        return m_after->gates().isOpen() ? static_cast<QWidget*>(&m_after->gates().table())
                                         : m_after->note().editor().findChild<QPlainTextEdit*>();
    default: // Before
        break;
    }
    const bool isUnweighed =
        m_controller->session().state == SessionState::Arrived && !m_controller->session().weight;
    return isUnweighed ? static_cast<QWidget*>(&m_before->form().weightEdit()) : &m_before->gates().table();
}

void DosingPage::placeFocus() {
    QWidget* place = placeOfFocus();
    // The window gives the focus to the page when it shows it.
    setFocusProxy(place);
    place->setFocus();
}

void DosingPage::openEntry() {
    if (m_stack->currentIndex() == After && m_controller->stage() == DosingStage::Running) {
        showStage(Running);
    }
    m_entry->edit().setFocus();
}

void DosingPage::openOther() {
    if (const auto other = m_controller->otherRunning()) {
        m_context.navigator.open(DosingPlace{other->patient, other->session, m_room != nullptr});
    }
}

void DosingPage::pressDischarge() {
    if (m_stack->currentIndex() != After) {
        showStage(After);
    } else {
        m_after->discharge();
    }
}

void DosingPage::openRating(const QString& wanted) {
    const DosingSession& session = m_controller->session();
    const DueView due = m_controller->due();
    QString instrument = session.stoppedAt ? QStringLiteral("padss") : QStringLiteral("cadss");
    if (!wanted.isEmpty()) {
        instrument = wanted;
    } else if (due.now && !ratingWords(due.now->checks).isEmpty()) {
        instrument = ratingWords(due.now->checks).section(QStringLiteral(", "), 0, 0).toLower();
    }
    const RatingPlace place{session.patient, instrument, {}, session.id, {}};
    if (m_context.navigator.canOpen(place)) {
        m_context.navigator.open(place);
    }
}

RoomView* DosingPage::room() const {
    return m_room;
}

void DosingPage::openRoom() {
    if (m_controller->stage() != DosingStage::Running) {
        return;
    }
    if (m_room != nullptr) {
        m_room->raise();
        m_room->activateWindow();
        return;
    }
    m_room = new RoomView(*m_controller, window());
    connect(m_room, &RoomView::left, this, [this] {
        if (m_room == nullptr) {
            return;
        }
        m_room->hide();
        m_room->deleteLater();
        m_room = nullptr;
        m_entry->resume();
        placeFocus();
    });
    connect(m_room, &RoomView::dischargeWanted, this, [this] { showStage(After); });
    connect(m_room, &RoomView::ratingWanted, this, &DosingPage::openRating);
    connect(m_room, &RoomView::otherWanted, this, &DosingPage::openOther);
    connect(m_room, &RoomView::adverseEventWanted, this, [this] {
        showStage(Running);
        m_run->showAdverseForm();
    });
    m_room->showFullScreen();
    m_room->activateWindow();
}

void DosingPage::cancelSession() {
    askCancelSession(m_controller->session().id, m_context, *window());
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/week_page.h"

#include "ui/today/today_words.h"
#include "ui/today/week_grid.h"
#include "ui/today/week_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/page_head.h"
#include "ui/shared/questions.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/week_query.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::WeekAppointment;

namespace {

constexpr int kPanelWidth = 290;
constexpr int kDaysOfWeek = 7;

/// The move as a revision of the plan: the difference, and what it needs.
Question revisionQuestion(const workflow::AppointmentMove& move) {
    const bool isHeld = move.needsOverride();
    QStringList lines = moveLines(move);
    lines.append(isHeld
                     ? TodayWords::tr("A prescriber overrides this with a reason and the own password.")
                     : TodayWords::tr("The plan's next revision takes this over; it is to be signed again."));
    return {.title = TodayWords::tr("Move it and revise the plan?"),
            .text = lines.join(QLatin1Char('\n')),
            .verb = isHeld ? TodayWords::tr("Override and move") : TodayWords::tr("Move and revise"),
            .kind = isHeld ? ButtonKind::Danger : ButtonKind::Primary,
            .needs = isHeld ? QuestionNeeds::ReasonAndPassword : QuestionNeeds::Reason};
}

} // namespace

WeekPage::WeekPage(const WeekPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_day(place.day.value_or(context.practice.today())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    auto* card = new Card({}, CardContent::Full, this);
    m_grid = new WeekGrid(card);
    card->body().addWidget(m_grid, 1);
    body->addWidget(card, 1);
    m_panel = new WeekPanel(this);
    m_panel->setFixedWidth(px(kPanelWidth));
    body->addWidget(m_panel);
    if (const auto people = context.practice.clinicians()) {
        m_panel->setClinicians(*people);
    }
    connect(m_grid, &WeekGrid::currentChanged, this, &WeekPage::showChosen);
    connect(m_grid, &WeekGrid::moveWanted, this, &WeekPage::tryMove);
    connect(m_grid, &WeekGrid::entered, this, &WeekPage::enter);
    connect(m_grid, &WeekGrid::dropped, this, &WeekPage::drop);
    connect(m_panel, &WeekPanel::assigned, this, &WeekPage::assign);
    connect(m_panel, &WeekPanel::left, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    refresh();
    setFocusProxy(m_grid);
}

QString WeekPage::title() const {
    return tr("Week");
}

QList<KeyHint> WeekPage::keyHints() const {
    return {{QStringLiteral("↑ ↓ ← →"), tr("choose an appointment")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open it; move it there, while a move is tried")},
            {tr("Alt+← →"), tr("try the day before, the day after")},
            {tr("Alt+↑ ↓"), tr("try a quarter of an hour earlier, later")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("leave it where it is")},
            {keyText(QKeySequence(Qt::Key_Tab)), tr("room and clinician")},
            {tr("Page Up, Page Down"), tr("the week before, the week after")}};
}

void WeekPage::buildHead(QVBoxLayout& column) {
    m_head = new PageHead({}, {}, this);
    auto* before = makeButton(
        {.text = tr("Week before"), .icon = Icon::ChevronLeft, .key = QKeySequence(Qt::Key_PageUp)}, m_head);
    auto* after = makeButton(
        {.text = tr("Week after"), .icon = Icon::ChevronRight, .key = QKeySequence(Qt::Key_PageDown)},
        m_head);
    m_head->addAction(before);
    m_head->addAction(after);
    connect(before, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(after, &QPushButton::clicked, this, [this] { turn(1); });
    if (m_context.navigator.canOpen(NewSessionPlace{})) {
        auto* add =
            makeButton({.text = tr("New session"), .icon = Icon::Plus, .key = QKeySequence::New}, m_head);
        m_head->addAction(add);
        connect(add, &QPushButton::clicked, this, [this] { m_context.navigator.open(NewSessionPlace{}); });
    }
    column.addWidget(m_head);
}

void WeekPage::turn(int weeks) {
    m_day = m_day.addDays(kDaysOfWeek * weeks);
    refresh();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void WeekPage::refresh() {
    const auto week = workflow::WeekQuery(m_context.practice).week(m_day);
    m_trouble->setVisible(!week.has_value());
    if (!week) {
        m_trouble->setBannerText(bannerTextOf(week.error()));
        return;
    }
    m_move.reset();
    const int clashes = week->conflictCount();
    m_head->setTitle(tr("Week of %1").arg(dateText(week->monday)));
    const QString count = tr("%n appointment(s)", nullptr, week->appointmentCount());
    m_head->setSubtitle(clashes == 0 ? tr("%1, no clash", "3 appointments").arg(count)
                                     : tr("%1, %2").arg(count, tr("%n clash(es)", nullptr, clashes)));
    m_grid->setWeek(*week);
}

void WeekPage::showChosen() {
    m_panel->showAppointment(m_grid->current());
}

void WeekPage::tryMove(int days, int minutes) {
    const auto* chosen = m_grid->current();
    if (chosen == nullptr) {
        return;
    }
    base::Appointment to = m_move ? m_move->to : chosen->booked;
    to.date = to.date.addDays(days);
    to.time = to.time.addSecs(minutes * 60);
    const auto move = workflow::AppointmentCare(m_context.practice).tryMove(*chosen, to);
    if (!move) {
        m_panel->showRefusal(move.error().sentence());
        return;
    }
    if (to == chosen->booked) {
        drop();
        return;
    }
    m_move = *move;
    m_grid->setTrial(to);
    m_panel->showMove(*chosen, *move);
}

void WeekPage::drop() {
    m_move.reset();
    m_grid->setTrial(std::nullopt);
    showChosen();
}

void WeekPage::enter() {
    if (m_move) {
        accept();
    } else {
        openChosen();
    }
}

void WeekPage::accept() {
    const WeekAppointment chosen = *m_grid->current();
    const auto move = *m_move;
    const auto attempt = [this, chosen, to = move.to](const Answer& given) {
        const auto moved =
            workflow::AppointmentCare(m_context.practice).move(chosen, to, given.reason, given.password);
        if (moved) {
            m_day = to.date;
            refresh();
        }
        return moved;
    };
    if (move.revisesPlan) {
        m_context.questions.ask(revisionQuestion(move), *this, attempt);
        return;
    }
    if (const auto moved = attempt({}); !moved) {
        m_panel->showRefusal(moved.error().sentence());
    }
}

void WeekPage::assign(const QString& room, const std::optional<record::ClinicianId>& clinician) {
    const auto* chosen = m_grid->current();
    if (chosen == nullptr || !chosen->session) {
        return;
    }
    const auto kept = workflow::AppointmentCare(m_context.practice).assign(*chosen->session, room, clinician);
    if (!kept) {
        m_panel->showRefusal(kept.error().sentence());
        return;
    }
    refresh();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void WeekPage::openChosen() {
    const auto* chosen = m_grid->current();
    if (chosen == nullptr) {
        return;
    }
    const auto& patient = chosen->patient.id;
    QList<Place> places;
    if (chosen->session) {
        places.append(chosen->isDosing ? Place(DosingPlace{patient, *chosen->session})
                                       : Place(TherapyPlace{patient, *chosen->session}));
    }
    places += {ChartPlace{patient, kTabPlan}, ChartPlace{patient, {}}};
    for (const Place& place : places) {
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
            return;
        }
    }
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_tab.h"

#include "ui/plan/actual_card.h"
#include "ui/plan/dose_history_card.h"
#include "ui/plan/fit_panel.h"
#include "ui/plan/goals_card.h"
#include "ui/plan/next_delegate.h"
#include "ui/plan/order_card.h"
#include "ui/plan/plan_alerts.h"
#include "ui/plan/plan_axis.h"
#include "ui/plan/plan_chooser.h"
#include "ui/plan/plan_head.h"
#include "ui/plan/revise_card.h"
#include "ui/plan/revision_card.h"
#include "ui/plan/state_row.h"
#include "ui/plan/step_lists.h"
#include "ui/plan/step_panel.h"

#include "ui/shared/absence_list.h"
#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/planning/step_time.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {

PlanTab::PlanTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_trouble(new Banner({}, this)),
      m_chooser(new PlanChooser(this)),
      m_next(new NextModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_trouble->hide();
    column->addWidget(m_trouble);
    column->addWidget(m_chooser);
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1);
    connect(m_chooser, &PlanChooser::chosen, this, &PlanTab::openPlan);
    connect(m_chooser, &PlanChooser::currentAsked, this, [this] {
        m_opened.reset();
        refresh();
    });
    buildPlan();
    refresh();
}

QString PlanTab::title() const {
    return tr("Plan");
}

bool PlanTab::mayLeave() {
    return m_goals->keepDrafts();
}

QList<KeyHint> PlanTab::keyHints() const {
    return {{QStringLiteral("← →"), tr("walk the steps")},
            {QStringLiteral("↑ ↓"), tr("change the row of the axis")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the step, or accept what is tried")},
            {tr("Alt+←, Alt+→"), tr("try the step a day earlier or later, with Shift a week")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("leave what is tried")},
            {keyText(QKeySequence::Save), tr("sign the plan")}};
}

void PlanTab::buildPlan() {
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(area);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    m_head = new PlanHead(m_context, inside);
    m_alerts = new PlanAlerts(m_context, inside);
    m_revise = new ReviseCard(m_context, inside);
    m_revise->hide();
    for (QWidget* part : QList<QWidget*>{m_head, m_alerts, m_revise}) {
        column->addWidget(part);
    }
    auto* card = new Card({}, CardContent::Full, inside);
    m_axis = new PlanAxis(card);
    card->body().addWidget(m_axis);
    column->addWidget(card);
    buildCards(*column);
    column->addStretch(1);
    area->setWidget(inside);
    m_planPage = area;
    m_stack->addWidget(area);
    connect(m_axis, &PlanAxis::currentChanged, this, &PlanTab::showStep);
    connect(m_axis, &PlanAxis::opened, this, [this] { m_step->open(); });
    connect(m_head, &PlanHead::signAsked, this, &PlanTab::sign);
    connect(m_head, &PlanHead::printAsked, this, [this] {
        if (m_view) {
            m_context.navigator.open(PlanSheetPlace{m_patient, m_view->plan.id});
        }
    });
    connect(m_head, &PlanHead::spanChosen, this,
            [this](int span) { m_axis->setSpan(static_cast<AxisSpan>(span)); });
    connectTrials();
}

void PlanTab::connectTrials() {
    connect(m_head, &PlanHead::reviseAsked, this,
            [this] { m_revise->isHidden() ? m_revise->tryStart(0) : m_revise->closeCard(); });
    connect(m_axis, &PlanAxis::moveTriedBy, m_revise, &ReviseCard::tryStepBy);
    connect(m_axis, &PlanAxis::moveTriedTo, m_revise, &ReviseCard::tryStep);
    connect(m_axis, &PlanAxis::accepted, m_revise, &ReviseCard::accept);
    connect(m_axis, &PlanAxis::left, m_revise, &ReviseCard::closeCard);
    connect(m_step, &StepPanel::moveAsked, this, [this](const QString& key) {
        m_revise->tryStepBy(key, 0);
        m_revise->focusDay();
    });
    connect(m_alerts, &PlanAlerts::moveAsked, this, [this](const QString& key, QDate day) {
        choose(key);
        m_revise->tryStep(key, day);
        m_axis->setFocus(Qt::OtherFocusReason);
    });
    connect(m_alerts, &PlanAlerts::replanAsked, m_revise, &ReviseCard::tryReplan);
    connect(m_revise, &ReviseCard::effectChanged, this, &PlanTab::showTrial);
    connect(m_revise, &ReviseCard::saved, this, &PlanTab::refresh);
    connect(m_revise, &ReviseCard::closed, this, [this] { m_axis->setFocus(Qt::OtherFocusReason); });
}

QWidget* PlanTab::buildNext() {
    auto* card = new Card(tr("Next, late, blocked"), CardContent::Full, this);
    m_nextTable = new TableView(RowHeight::Patients, card);
    m_nextTable->setRowDelegate(new NextDelegate(m_nextTable));
    m_nextTable->setAccessibleName(tr("Next, late, blocked"));
    m_nextTable->horizontalHeader()->hide();
    m_nextTable->setModel(m_next);
    m_nextTable->setStretchColumns({1});
    m_nextTable->setFitsRows();
    card->body().addWidget(makeHairline(card));
    card->body().addWidget(m_nextTable);
    m_noNext = new EmptyState(Icon::Done, tr("No step is next, late or blocked"),
                              tr("\"What if, revise\" plans on from here."), card);
    card->body().addWidget(m_noNext);
    card->body().addStretch(1);
    connect(m_nextTable, &TableView::rowOpened, this, [this](const QModelIndex& index) {
        choose(m_next->rowAt(index.row()).key);
        m_axis->setFocus(Qt::OtherFocusReason);
    });
    return card;
}

void PlanTab::buildCards(QVBoxLayout& column) {
    auto* upper = new QHBoxLayout;
    upper->setSpacing(px(12));
    m_step = new StepPanel(m_context, this);
    upper->addWidget(buildNext(), 11);
    upper->addWidget(m_step, 9);
    column.addLayout(upper);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(px(12));
    m_actual = new ActualCard(this);
    m_orders = new OrderCard(m_context, this);
    lower->addWidget(m_actual, 9);
    lower->addWidget(m_orders, 8);
    column.addLayout(lower);
    m_doses = new DoseHistoryCard(m_context, this);
    column.addWidget(m_doses);
    m_goals = new GoalsCard(m_context, this);
    column.addWidget(m_goals);
    m_note = makeParagraph({}, TextRole::Caption, Token::Text2, this);
    column.addWidget(m_note);
    m_revisions = new RevisionCard(m_context, this);
    m_states = new StateRow(m_context, this);
    auto* last = new QHBoxLayout;
    last->setSpacing(px(12));
    last->addWidget(m_revisions, 13);
    auto* away = new Card(tr("Days on which the patient cannot come"), CardContent::Padded, this);
    m_away = new AbsenceList(m_context, away);
    m_away->showPatient(m_patient);
    away->body().addWidget(m_away);
    away->body().addStretch(1);
    last->addWidget(away, 9);
    column.addLayout(last);
    column.addWidget(m_states);
    connect(m_step, &StepPanel::saved, this, &PlanTab::refresh);
    connect(m_away, &AbsenceList::saved, this, &PlanTab::refresh);
    connect(m_orders, &OrderCard::saved, this, &PlanTab::refresh);
    connect(m_doses, &DoseHistoryCard::saved, this, &PlanTab::refresh);
    connect(m_states, &StateRow::saved, this, [this] {
        m_opened.reset(); // A plan that is over makes room for the next.
        refresh();
    });
}

void PlanTab::loadSessions() {
    const workflow::SessionDesk desk(m_context.practice);
    const auto dosing = desk.dosingOf(m_patient);
    const auto therapy = desk.therapyOf(m_patient);
    m_sessions.dosing = dosing ? *dosing : QList<record::DosingSession>();
    m_sessions.therapy = therapy ? *therapy : QList<record::TherapySession>();
    for (const auto* error : {dosing ? nullptr : &dosing.error(), therapy ? nullptr : &therapy.error()}) {
        if (error != nullptr) {
            showTrouble(*error);
        }
    }
}

void PlanTab::showTrouble(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

void PlanTab::openPlan(const record::PlanId& plan) {
    m_opened = plan;
    refresh();
}

void PlanTab::refresh() {
    m_trouble->hide();
    const workflow::PlanQuery query(m_context.practice);
    const auto plans = workflow::PlanCare(m_context.practice).all(m_patient);
    const auto view = m_opened ? query.view(*m_opened).map(
                                     [](workflow::PlanView found) { return std::optional(std::move(found)); })
                               : query.current(m_patient);
    if (!view || !plans) {
        showTrouble(view ? plans.error() : view.error());
        return;
    }
    m_chooser->showPlans(*plans, view->has_value() ? std::optional((*view)->plan.id) : std::nullopt);
    if (!view->has_value()) {
        showFit();
        return;
    }
    loadSessions();
    showPlan(**view);
}

void PlanTab::showFit() {
    m_view.reset();
    if (m_fit == nullptr) {
        m_fit = new FitPanel(m_patient, m_context, this);
        m_stack->addWidget(m_fit);
        connect(m_fit, &FitPanel::saved, this, [this] {
            refresh();
            m_axis->setFocus(Qt::OtherFocusReason);
        });
    }
    m_stack->setCurrentWidget(m_fit);
    setFocusProxy(m_fit);
}

void PlanTab::showPlan(const workflow::PlanView& view) {
    if (m_view && m_view->plan.id != view.plan.id && !m_revise->isHidden()) {
        m_revise->closeCard(); // What was tried belongs to the other plan.
    }
    m_view = view;
    m_stack->setCurrentWidget(m_planPage);
    setFocusProxy(m_axis);
    if (m_fit != nullptr && !view.isOver()) {
        // A plan that ends later begins with an empty form.
        m_stack->removeWidget(m_fit);
        m_fit->deleteLater();
        m_fit = nullptr;
    }
    m_head->showPlan(view);
    m_alerts->showPlan(view);
    const auto& zone = m_context.practice.zone();
    m_axis->setItems(axisItems(view, m_sessions, zone), planning::wallTime(m_context.practice.now(), zone));
    m_revise->setPlan(view);
    showLists(view);
    if (m_axis->currentKey().isEmpty() && m_next->rowCount() > 0) {
        choose(m_next->rowAt(0).key);
    } else {
        showStep(m_axis->currentKey());
    }
}

void PlanTab::showLists(const workflow::PlanView& view) {
    const QDateTime now = planning::wallTime(m_context.practice.now(), m_context.practice.zone());
    const auto lines = view.isOver() ? QList<NextLine>() : nextLines(view, now);
    m_next->setRows(lines);
    m_nextTable->setVisible(!lines.isEmpty());
    m_noNext->setVisible(lines.isEmpty());
    m_actual->showActual(view.actual);
    m_orders->showOrders(view);
    m_orders->setEnabled(!view.isOver());
    m_revisions->showHistory(view.plan.id, view.plan.patient);
    m_states->setPlan(view);
    m_away->setVisible(!view.isOver());
    m_away->refresh();
    m_doses->showDoses(view.plan);
    m_goals->showGoals(view.plan.id, m_patient);
    m_goals->setEnabled(!view.isOver());
    m_note->setText(view.protocolNote);
    m_note->setVisible(!view.protocolNote.isEmpty());
}

void PlanTab::showTrial() {
    if (m_revise->isHidden()) {
        m_axis->endTrial();
        return;
    }
    m_axis->showTrial(m_revise->ghosts());
}

void PlanTab::choose(const QString& key) {
    m_axis->setCurrentKey(key);
    if (m_axis->currentKey() != key) {
        showStep(key); // A step without a date does not stand on the axis.
    }
}

void PlanTab::showStep(const QString& key) {
    if (!m_view) {
        return;
    }
    if (const auto* row = m_view->row(key)) {
        m_step->showStep(*row, *m_view, m_sessions);
        return;
    }
    for (const AxisItem& item : m_axis->items()) {
        if (item.key != key) {
            continue;
        }
        const auto session = record::SessionId::fromString(key).value_or(record::SessionId());
        const bool isDosing = item.lane == AxisLane::Dosing;
        m_step->showSession(item, isDosing ? Place(DosingPlace{m_patient, session})
                                           : Place(TherapyPlace{m_patient, session}));
        return;
    }
    m_step->showNothing();
}

void PlanTab::sign() {
    if (!m_view) {
        return;
    }
    m_context.questions.askSignature(tr("Sign plan revision %1?").arg(m_view->plan.revision),
                                     tr("Its windows bind from now on; later changes are new revisions."),
                                     *this, [this, id = m_view->plan.id](const Answer& answer) {
                                         const auto outcome =
                                             workflow::PlanCare(m_context.practice).sign(id, answer.password);
                                         if (outcome) {
                                             refresh();
                                         }
                                         return outcome;
                                     });
}

} // namespace kairos::ui

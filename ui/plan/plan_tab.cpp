// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plan_tab.h"

#include "ui/plan/dose_history_card.h"
#include "ui/plan/fit_panel.h"
#include "ui/plan/goals_card.h"
#include "ui/plan/order_card.h"
#include "ui/plan/plan_axis.h"
#include "ui/plan/plan_words.h"
#include "ui/plan/revise_card.h"
#include "ui/plan/step_lists.h"
#include "ui/plan/step_panel.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/planning/step_time.h"
#include "core/record/packing.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_content.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {

PlanTab::PlanTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_trouble(new Banner({}, this)),
      m_next(new NextModel(this)),
      m_actual(new ActualModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1);
    buildPlan();
    refresh();
}

QString PlanTab::title() const {
    return tr("Plan");
}

QList<KeyHint> PlanTab::keyHints() const {
    return {{QStringLiteral("← →"), tr("walk the steps")},
            {QStringLiteral("↑ ↓"), tr("change the row of the axis")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the step")},
            {tr("Alt+←, Alt+→"), tr("try another start")},
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
    buildHead(*column);
    m_findings = new Banner({}, inside);
    m_findings->hide();
    column->addWidget(m_findings);
    m_revise = new ReviseCard(m_context, inside);
    m_revise->hide();
    column->addWidget(m_revise);
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
    connect(m_axis, &PlanAxis::startTried, m_revise, &ReviseCard::tryStart);
    connect(m_revise, &ReviseCard::saved, this, &PlanTab::refresh);
    connect(m_revise, &ReviseCard::closed, this, [this] { m_axis->setFocus(Qt::OtherFocusReason); });
}

void PlanTab::buildHead(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    m_title = makeParagraph({}, TextRole::Section, Token::Text, this);
    m_facts = makeParagraph({}, TextRole::Body, Token::Text2, this);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    row->addLayout(words, 1);
    m_span = new Segments(tr("How much of the course is shown"), {tr("course"), tr("7 weeks"), tr("2 weeks")},
                          this);
    m_span->setCurrent(1);
    auto* revise = makeButton({.text = tr("What if, revise"), .icon = Icon::History}, this);
    m_sign = makeButton(
        {.text = tr("Sign"), .kind = ButtonKind::Primary, .icon = Icon::Signed, .key = QKeySequence::Save},
        this);
    row->addWidget(m_span, 0, Qt::AlignVCenter);
    row->addWidget(revise, 0, Qt::AlignVCenter);
    row->addWidget(m_sign, 0, Qt::AlignVCenter);
    column.addLayout(row);
    connect(m_span, &Segments::chosen, this,
            [this](int index) { m_axis->setSpan(static_cast<AxisSpan>(index)); });
    connect(revise, &QPushButton::clicked, this,
            [this] { m_revise->isHidden() ? m_revise->tryStart(0) : m_revise->closeCard(); });
    connect(m_sign, &QPushButton::clicked, this, &PlanTab::sign);
}

QWidget* PlanTab::buildNext() {
    auto* card = new Card(tr("Next, late, blocked"), CardContent::Full, this);
    m_nextTable = new TableView(RowHeight::Table, card);
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

QWidget* PlanTab::buildActual() {
    auto* card = new Card(tr("Plan against actual"), CardContent::Full, this);
    auto* table = new TableView(RowHeight::Dense, card);
    table->setAccessibleName(tr("Plan against actual"));
    table->setModel(m_actual);
    table->setStretchColumns({0, 3});
    table->setFitsRows();
    card->body().addWidget(table);
    card->body().addStretch(1);
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
    m_orders = new OrderCard(m_context, this);
    lower->addWidget(buildActual(), 9);
    lower->addWidget(m_orders, 8);
    column.addLayout(lower);
    m_doses = new DoseHistoryCard(m_context, this);
    column.addWidget(m_doses);
    m_goals = new GoalsCard(m_context, this);
    column.addWidget(m_goals);
    m_note = makeParagraph({}, TextRole::Caption, Token::Text2, this);
    column.addWidget(m_note);
    connect(m_step, &StepPanel::saved, this, &PlanTab::refresh);
    connect(m_orders, &OrderCard::saved, this, &PlanTab::refresh);
}

void PlanTab::loadSessions() {
    const workflow::SessionDesk desk(m_context.practice);
    const auto dosing = desk.dosingOf(m_patient);
    const auto therapy = desk.therapyOf(m_patient);
    m_sessions.dosing = dosing ? *dosing : QList<record::DosingSession>();
    m_sessions.therapy = therapy ? *therapy : QList<record::TherapySession>();
    for (const auto* error : {dosing ? nullptr : &dosing.error(), therapy ? nullptr : &therapy.error()}) {
        if (error != nullptr) {
            m_trouble->setBannerText(bannerTextOf(*error));
            m_trouble->show();
        }
    }
}

void PlanTab::refresh() {
    const auto view = workflow::PlanQuery(m_context.practice).current(m_patient);
    m_trouble->setVisible(!view.has_value());
    if (!view) {
        m_trouble->setBannerText(bannerTextOf(view.error()));
        return;
    }
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
    m_view = view;
    m_stack->setCurrentWidget(m_planPage);
    setFocusProxy(m_axis);
    if (m_fit != nullptr) {
        // A plan that ends later begins with an empty form.
        m_stack->removeWidget(m_fit);
        m_fit->deleteLater();
        m_fit = nullptr;
    }
    showHead();
    const auto& zone = m_context.practice.zone();
    const QDateTime now = planning::wallTime(m_context.practice.now(), zone);
    m_axis->setItems(axisItems(view, m_sessions, zone), now);
    const auto lines = nextLines(view, now);
    m_next->setRows(lines);
    m_nextTable->setVisible(!lines.isEmpty());
    m_noNext->setVisible(lines.isEmpty());
    m_actual->setRows(view.actual.kinds);
    m_orders->showOrders(view);
    m_revise->setPlan(view);
    m_doses->showDoses(view.plan);
    m_goals->showGoals(view.plan.id, m_patient);
    m_note->setText(view.protocolNote);
    m_note->setVisible(!view.protocolNote.isEmpty());
    if (m_axis->currentKey().isEmpty() && !lines.isEmpty()) {
        m_axis->setCurrentKey(lines.first().key);
    }
    showStep(m_axis->currentKey());
}

void PlanTab::showHead() {
    const record::TreatmentPlan& plan = m_view->plan;
    m_title->setText(plan.title);
    m_facts->setText(tr("protocol version %1 · plan revision %2, %3 · %4")
                         .arg(plan.protocolVersion)
                         .arg(plan.revision)
                         .arg(planStateText(plan.state), signedWords()));
    m_sign->setVisible(!isRevisionSigned());
    base::Finding worst;
    int count = 0;
    for (const base::Finding& finding : m_view->findings) {
        if (count++ == 0 || finding.level > worst.level) {
            worst = finding;
        }
    }
    const bool isWorthSaying = count > 0 && worst.level != base::FindingLevel::Information;
    m_findings->setVisible(isWorthSaying);
    if (isWorthSaying) {
        m_findings->setBannerText(bannerTextOf(worst));
    }
}

bool PlanTab::isRevisionSigned() const {
    const auto hash = workflow::SignedContent::hashOf(record::pack(m_view->plan)).toBytes();
    return std::any_of(m_view->signatures.begin(), m_view->signatures.end(),
                       [&](const record::Signature& signature) { return signature.contentHash == hash; });
}

QString PlanTab::signedWords() const {
    if (m_view->signatures.isEmpty()) {
        return tr("DRAFT, not signed");
    }
    const record::Signature& last = m_view->signatures.last();
    const QString who = m_context.practice.clinicianName(last.signer);
    const QString when = plainDateText(last.at.local(m_context.practice.zone()).date());
    return isRevisionSigned() ? tr("signed %1 by %2").arg(when, who)
                              : tr("changed since %1 signed it on %2").arg(who, when);
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

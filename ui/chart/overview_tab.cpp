// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/overview_tab.h"

#include "ui/chart/baseline_table.h"
#include "ui/chart/next_steps.h"
#include "ui/chart/session_table.h"

#include "ui/charts/course_marks.h"
#include "ui/charts/trend_chart_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/outcomes/trend_words.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rhythm_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/session_desk.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kSideWidth = 332;
constexpr int kLastSessions = 3;
constexpr int kMostSteps = 4;
constexpr int kMostRhythms = 2;

/// The series that stands for the course: the first one with a total.
const workflow::RatingSeries* mainSeries(const workflow::PatientRatings& ratings) {
    for (const workflow::RatingSeries& series : ratings.series) {
        if (!series.trend.points.isEmpty()) {
            return &series;
        }
    }
    return nullptr;
}

} // namespace

OverviewTab::OverviewTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent), m_patient(patient), m_context(context) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(12), px(16), px(12));
    row->setSpacing(px(12));
    auto* left = new QVBoxLayout;
    left->setSpacing(px(12));
    left->addWidget(makeCourseCard(), 1);
    left->addWidget(makeSessionsCard());
    row->addLayout(left, 1);
    row->addWidget(makeSide());
    setFocusProxy(m_chart);
    refresh();
}

QString OverviewTab::title() const {
    return tr("Overview");
}

QWidget* OverviewTab::makeCourseCard() {
    m_courseCard = new Card(tr("Course so far"), CardContent::Padded, this);
    auto* pane = new QWidget(m_courseCard);
    m_coursePanes = new QStackedLayout(pane);
    m_chart = new TrendChartView(pane);
    m_coursePanes->addWidget(m_chart);
    auto* empty =
        new EmptyState(Icon::Rating, tr("No rating yet"), tr("The first one is the baseline."), pane);
    auto* add = makeButton({tr("Add a rating"), ButtonKind::Secondary, Icon::Plus}, empty);
    connect(add, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(RatingPlace{m_patient, {}});
    });
    empty->setAction(add);
    auto* emptyPane = new QWidget(pane);
    auto* emptyColumn = new QVBoxLayout(emptyPane);
    emptyColumn->setContentsMargins(0, 0, 0, 0);
    emptyColumn->addWidget(empty);
    emptyColumn->addStretch(1);
    m_coursePanes->addWidget(emptyPane);
    m_courseCard->body().addWidget(pane, 1);
    m_axis = new Segments(tr("Axis"), {tr("dates"), tr("days since dose 1")}, m_courseCard);
    m_courseCard->addToTitle(m_axis);
    connect(m_axis, &Segments::chosen, this, [this](int axis) {
        TrendChartOptions options = m_chart->options();
        options.axis = axis == 0 ? AxisMode::Dates : AxisMode::Days;
        m_chart->setOptions(options);
    });
    connect(m_chart, &TrendChartView::pointActivated, this, [this](qsizetype point) {
        RatingPlace place{m_patient, {}};
        if (point < m_points.size()) {
            place.rating = m_points.at(point);
            m_context.navigator.open(place);
        }
    });
    return m_courseCard;
}

QWidget* OverviewTab::makeSessionsCard() {
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("Last sessions"));
    m_sessions = new SessionTable(m_context.practice.zone(), m_context.practice.now(), this);
    m_sessionView = new TableView(RowHeight::Table, card);
    m_sessionView->setModel(m_sessions);
    m_sessionView->setStretchColumns({SessionTable::What});
    m_sessionView->setFitsRows();
    m_sessionView->setAccessibleName(tr("Last sessions"));
    card->body().addWidget(m_sessionView);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_sessionView, &TableView::rowOpened, this, [this](const QModelIndex& index) {
        const Place place = placeOf(m_sessions->rowAt(index.row()), m_patient);
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
        }
    });
    return card;
}

QWidget* OverviewTab::makeSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_next = new NextStepsCard(m_context.navigator, side);
    column->addWidget(m_next);
    m_changeCard = new Card(tr("Since baseline"), CardContent::Full, side);
    m_change = new BaselineTable(this);
    m_changeView = new TableView(RowHeight::Table, m_changeCard);
    m_changeView->setModel(m_change);
    m_changeView->setStretchColumns({BaselineTable::Instrument});
    m_changeView->setFitsRows();
    m_changeView->setFocusPolicy(Qt::NoFocus);
    m_changeView->setSelectionMode(QAbstractItemView::NoSelection);
    m_changeView->setAccessibleName(tr("Since baseline"));
    m_changeCard->body().addWidget(m_changeView);
    m_changeWords = makeParagraph({}, TextRole::Caption, Token::Text2, m_changeCard);
    m_changeWords->setContentsMargins(px(14), px(8), px(14), px(10));
    m_changeCard->body().addWidget(m_changeWords);
    column->addWidget(m_changeCard);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    scroll->setFixedWidth(px(kSideWidth));
    scroll->viewport()->setAutoFillBackground(false);
    side->setAutoFillBackground(false);
    return scroll;
}

void OverviewTab::refresh() {
    const auto ratings = workflow::RatingQuery(m_context.practice).of(m_patient);
    if (ratings) {
        showCourse(*ratings);
        showChange(*ratings);
    }
    showNext();
    showSessions();
}

void OverviewTab::showCourse(const workflow::PatientRatings& ratings) {
    const auto* series = mainSeries(ratings);
    m_coursePanes->setCurrentIndex(series != nullptr ? 0 : 1);
    m_axis->setVisible(series != nullptr);
    m_points.clear();
    if (series == nullptr) {
        m_courseCard->setSubtitle({});
        return;
    }
    const workflow::SessionDesk desk(m_context.practice);
    CourseSessions sessions;
    sessions.dosing = desk.dosingOf(m_patient).value_or(QList<record::DosingSession>());
    sessions.therapy = desk.therapyOf(m_patient).value_or(QList<record::TherapySession>());
    TrendChartInput input = chartInputOf(sessions, m_context.practice.now());
    input.series = seriesNumberOf(series->instrument->id);
    for (const outcomes::TrendPoint& point : series->trend.points) {
        m_points.append(point.rating);
    }
    m_chart->setModel(makeTrendChartModel(*series->instrument, series->trend, ratings.course, input));
    m_courseCard->setSubtitle(tr("%1, %n rating(s)", nullptr, static_cast<int>(series->trend.points.size()))
                                  .arg(series->instrument->shortTitle));
}

void OverviewTab::showChange(const workflow::PatientRatings& ratings) {
    const auto* series = mainSeries(ratings);
    m_change->setRows(baselineRowsOf(ratings));
    m_changeCard->setVisible(series != nullptr);
    m_changeView->setVisible(m_change->rowCount() > 0);
    if (series == nullptr) {
        return;
    }
    const auto* baseline = series->trend.baselinePoint();
    m_changeCard->setSubtitle(baseline != nullptr
                                  ? plainDateText(baseline->at.local(m_context.practice.zone()).date())
                                  : QString());
    m_changeWords->setText(outcomes::changeInWords(series->trend, m_context.practice.zone(), QLocale()));
}

void OverviewTab::showNext() {
    const auto risk = workflow::RiskLane(m_context.practice).openItem(m_patient);
    const auto plan = workflow::PlanQuery(m_context.practice).current(m_patient);
    auto rows = nextStepRowsOf(m_patient, risk ? *risk : std::nullopt,
                               plan ? *plan : std::optional<workflow::PlanView>(), m_context.practice.today(),
                               kMostSteps);
    if (const auto duties = workflow::RhythmQuery(m_context.practice).duties(m_patient)) {
        rows += rhythmRowsOf(m_patient, *duties, m_context.practice.catalog(), m_context.practice.today(),
                             kMostRhythms);
    }
    const bool hasPlan = plan && plan->has_value();
    m_next->setRows(rows, !plan     ? plan.error().sentence()
                          : hasPlan ? tr("Nothing is due.")
                                    : tr("There is no plan yet."));
}

void OverviewTab::showSessions() {
    const auto last = workflow::ChartQuery(m_context.practice)
                          .lastSessions(m_patient, kLastSessions)
                          .value_or(QList<workflow::SessionLine>());
    m_sessions->setNow(m_context.practice.now());
    m_sessions->setRows(last);
    m_sessionView->parentWidget()->setVisible(!last.isEmpty());
}

QList<KeyHint> OverviewTab::keyHints() const {
    return {{QStringLiteral("← →"), tr("walk the ratings of the chart")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the rating or the session")}};
}

} // namespace kairos::ui

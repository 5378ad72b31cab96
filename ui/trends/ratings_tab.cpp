// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/ratings_tab.h"

#include "ui/trends/heat_map.h"
#include "ui/trends/rating_table.h"
#include "ui/trends/trend_pane.h"
#include "ui/trends/trend_stack.h"

#include "ui/charts/chart_export.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"
#include "ui/shared/rating_duties.h"
#include "ui/shared/table_view.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/trend_query.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

enum Pane { ChartPane, ListPane, EmptyPane };

} // namespace

RatingsTab::RatingsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent), m_patient(patient), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    m_tools = new TrendTools(this);
    column->addWidget(m_tools);
    m_duties = new RatingDuties(m_patient, m_context, this);
    column->addWidget(m_duties);
    m_banners = new QVBoxLayout;
    column->addLayout(m_banners);
    auto* pane = new QWidget(this);
    m_panes = new QStackedLayout(pane);
    m_pane = new TrendPane(m_context.practice.zone(), pane);
    m_panes->addWidget(m_pane);
    m_panes->addWidget(makeListPane());
    m_panes->addWidget(makeEmptyPane(pane));
    column->addWidget(pane, 1);
    connectAll();
    addShortcuts();
    refresh();
}

QString RatingsTab::title() const {
    return tr("Ratings");
}

TrendStack& RatingsTab::charts() {
    return m_pane->charts();
}

HeatMap& RatingsTab::heatMap() {
    return m_pane->heatMap();
}

QWidget* RatingsTab::makeEmptyPane(QWidget* parent) {
    m_empty = new EmptyState(Icon::Rating, tr("No rating yet"), tr("The first one is the baseline."), parent);
    auto* add = makeButton({tr("Add a rating"), ButtonKind::Primary, Icon::Plus}, m_empty);
    connect(add, &QPushButton::clicked, m_tools, &TrendTools::newWanted);
    m_empty->setAction(add);
    auto* emptyPane = new QWidget(parent);
    auto* emptyColumn = new QVBoxLayout(emptyPane);
    emptyColumn->setContentsMargins(0, 0, 0, 0);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addStretch(1);
    return emptyPane;
}

QWidget* RatingsTab::makeListPane() {
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("All ratings"));
    m_table = new RatingTable(m_context.practice.zone(), this);
    m_list = new TableView(RowHeight::Table, card);
    m_list->setModel(m_table);
    m_list->setStretchColumns({RatingTable::Instrument, RatingTable::Counted, RatingTable::Rater});
    m_list->setAccessibleName(tr("All ratings"));
    card->body().addWidget(m_list, 1);
    auto& foot = card->foot();
    m_open = makeButton({tr("Open or correct"), ButtonKind::Secondary, Icon::Draft}, card);
    m_withdraw = makeButton({tr("Entered in error"), ButtonKind::Danger}, card);
    auto* copy = makeButton({tr("Copy as text")}, card);
    foot.addWidget(m_open);
    foot.addWidget(copy);
    foot.addStretch(1);
    foot.addWidget(m_withdraw);
    connect(copy, &QPushButton::clicked, this, &RatingsTab::copyTable);
    return card;
}

void RatingsTab::connectAll() {
    connect(m_tools, &TrendTools::viewChosen, this, &RatingsTab::showView);
    connect(m_tools, &TrendTools::seriesChosen, this, &RatingsTab::showSeries);
    connect(m_tools, &TrendTools::axisChosen, this,
            [this] { m_pane->setAxis(m_tools->isByDays() ? AxisMode::Days : AxisMode::Dates); });
    connect(m_tools, &TrendTools::exportWanted, this, &RatingsTab::exportAs);
    connect(m_tools, &TrendTools::newWanted, this, [this] {
        m_context.navigator.open(RatingPlace{m_patient, {}});
    });
    connect(m_pane, &TrendPane::ratingOpened, this, &RatingsTab::openRating);
    connect(m_pane, &TrendPane::scaleChosen, this, &RatingsTab::showSeries);
    connect(m_pane, &TrendPane::ruleSwitched, this, &RatingsTab::switchRule);
    connect(m_list, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { openRating(m_table->rowAt(index.row()).rating.id); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* rating = chosenRating()) {
            openRating(rating->id);
        }
    });
    connect(m_withdraw, &QPushButton::clicked, this, &RatingsTab::withdrawChosen);
}

void RatingsTab::addShortcuts() {
    auto* toggle = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    connect(toggle, &QShortcut::activated, this, [this] {
        m_tools->setView(m_tools->view() == TrendTools::List ? m_chartView : TrendTools::List);
        showView();
    });
    auto* exporting = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this);
    connect(exporting, &QShortcut::activated, m_tools, &TrendTools::openExportMenu);
    auto* copying = new QShortcut(QKeySequence(QKeySequence::Copy), m_list);
    copying->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copying, &QShortcut::activated, this, &RatingsTab::copyTable);
}

void RatingsTab::refresh() {
    const auto& rules = outcomes::builtInTrendRules();
    auto ratings =
        workflow::RatingQuery(m_context.practice).of(m_patient, m_leavesOut ? rules : rules.countingAll());
    if (!ratings) {
        showNotice(bannerTextOf(ratings.error()));
        return;
    }
    m_ratings = std::move(*ratings);
    m_duties->refresh();
    m_bands.clear();
    if (!m_ratings.damaged.isEmpty()) {
        showNotice({base::FindingLevel::Stop,
                    tr("%n rating(s) are damaged", nullptr, static_cast<int>(m_ratings.damaged.size())),
                    tr("They are left out: %1. Restore the latest backup beside this file and keep both.")
                        .arg(m_ratings.damaged.join(QStringLiteral(", "))),
                    {}});
    }
    fetchSurroundings();
    m_table->setRows(ratingLinesOf(
        m_ratings, [this](const record::ClinicianId& id) { return m_context.practice.clinicianName(id); },
        m_corrections));
    m_list->selectRow(0);
    m_tools->setSeries(m_ratings.series);
    showView();
}

void RatingsTab::fetchSurroundings() {
    const workflow::SessionDesk desk(m_context.practice);
    m_sessions.dosing = desk.dosingOf(m_patient).value_or(QList<record::DosingSession>());
    m_sessions.therapy = desk.therapyOf(m_patient).value_or(QList<record::TherapySession>());
    const workflow::TrendQuery query(m_context.practice);
    m_phases.clear();
    const auto phases = query.phases(m_patient).value_or(QList<workflow::PhaseSpan>());
    for (const workflow::PhaseSpan& phase : phases) {
        m_phases.append({phase.title, phase.from, phase.to, phase.brief});
    }
    m_corrections.clear();
    const auto corrections = query.corrections(m_patient).value_or(QList<workflow::RatingCorrection>());
    for (const workflow::RatingCorrection& correction : corrections) {
        m_corrections.append({correction.rating,
                              workflow::correctionInWords(correction, m_context.practice.zone(), QLocale())});
    }
}

const workflow::RatingSeries* RatingsTab::shownSeries() const {
    return m_ratings.find(m_tools->instrument());
}

void RatingsTab::showView() {
    const bool isEmpty = m_table->rowCount() == 0;
    const bool isList = m_tools->view() == TrendTools::List || (!isEmpty && m_ratings.series.isEmpty());
    m_tools->setEmpty(isEmpty);
    m_panes->setCurrentIndex(isEmpty ? EmptyPane : isList ? ListPane : ChartPane);
    m_open->setEnabled(!isEmpty);
    m_withdraw->setEnabled(!isEmpty);
    showSeries();
    if (isList && isVisible()) {
        m_list->setFocus();
    } else {
        m_chartView = m_tools->view() == TrendTools::List ? TrendTools::One : m_tools->view();
    }
}

LaneInput RatingsTab::dueLane() const {
    constexpr int kSeries = 2;
    const bool isOne = m_tools->view() != TrendTools::Compare && shownSeries() != nullptr;
    LaneInput lane{tr("rating due"), Marker::Circle, kSeries, {}};
    const auto awaited =
        isOne ? workflow::TrendQuery(m_context.practice).awaited(m_patient, m_tools->instrument())
              : base::Result<QList<workflow::AwaitedRating>>();
    for (const workflow::AwaitedRating& rating : awaited.value_or(QList<workflow::AwaitedRating>())) {
        const auto at = base::Instant::fromLocal(rating.target, QTime(12, 0), m_context.practice.zone());
        lane.events.append({at, MarkState::Planned, rating.isLate});
    }
    return lane;
}

TrendChartInput RatingsTab::chartInput() const {
    TrendChartInput input = chartInputOf(m_sessions, m_context.practice.now());
    input.phases = m_phases;
    input.corrections = m_corrections;
    if (const LaneInput due = dueLane(); !due.events.isEmpty()) {
        input.lanes.prepend(due);
    }
    return input;
}

std::optional<outcomes::PracticeBand> RatingsTab::practiceBand() {
    const QString instrument = m_tools->instrument();
    if (!m_bands.contains(instrument)) {
        const auto& rules = outcomes::builtInTrendRules();
        const auto band = workflow::TrendQuery(m_context.practice)
                              .practiceBand(instrument, m_patient, m_leavesOut ? rules : rules.countingAll());
        if (!band) {
            return std::nullopt;
        }
        m_bands.insert(instrument, *band);
    }
    return m_bands.value(instrument);
}

void RatingsTab::showSeries() {
    TrendScene scene;
    scene.ratings = &m_ratings;
    scene.first = shownSeries();
    scene.view = m_tools->view() == TrendTools::List ? m_chartView : m_tools->view();
    scene.scale = m_pane->scale();
    scene.input = chartInput();
    const QStringList compared = m_tools->compared();
    for (const workflow::RatingSeries& series : std::as_const(m_ratings.series)) {
        if (compared.contains(series.instrument->id)) {
            scene.compared.append(&series);
        }
    }
    if (scene.view == TrendTools::Expected && scene.first != nullptr) {
        scene.practice = practiceBand();
    }
    m_pane->setScene(scene);
}

void RatingsTab::switchRule(bool leavesOut) {
    m_leavesOut = leavesOut;
    refresh();
}

void RatingsTab::openRating(const record::RatingId& id) {
    RatingPlace place{m_patient, {}};
    place.rating = id;
    m_context.navigator.open(place);
}

const record::Rating* RatingsTab::chosenRating() const {
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_table->rowCount() ? &m_table->rowAt(row).rating : nullptr;
}

void RatingsTab::withdrawChosen() {
    const auto* rating = chosenRating();
    if (rating == nullptr) {
        return;
    }
    const auto id = rating->id;
    const Question question{tr("Mark this rating as entered in error?"),
                            tr("It leaves the chart and the trend; the journal keeps it."),
                            tr("Mark as entered in error"),
                            ButtonKind::Danger,
                            QuestionNeeds::Reason,
                            tr("Why it was entered in error")};
    m_context.questions.ask(question, *this, [this, id](const Answer& answer) {
        const auto withdrawn = workflow::RatingCare(m_context.practice).withdraw(id, answer.reason);
        if (withdrawn) {
            refresh();
        }
        return withdrawn;
    });
}

void RatingsTab::copyTable() {
    QGuiApplication::clipboard()->setText(m_table->asText());
}

void RatingsTab::exportAs(const QString& ending) {
    auto file = m_pane->chartFile();
    if (!file) {
        return;
    }
    file->theme = loadTheme(m_tools->exportTheme());
    FileQuestion question;
    question.title = tr("Where should the chart go?");
    const auto* series = shownSeries();
    const bool isOne = series != nullptr && m_tools->view() != TrendTools::Compare;
    question.start =
        QStringLiteral("%1.%2").arg(isOne ? series->instrument->id : QStringLiteral("trends"), ending);
    question.filters = {tr("%1 file (*.%2)").arg(ending.toUpper(), ending)};
    question.suffix = ending;
    m_context.files.askSave(question, *this, [this, chart = *file](const QString& path) {
        const auto written = exportChart(chart, path);
        showNotice(written ? BannerText{base::FindingLevel::Information,
                                        tr("The chart was exported"),
                                        tr("It holds health data and is not encrypted: %1").arg(path),
                                        {}}
                           : bannerTextOf(written.error()));
    });
}

void RatingsTab::showNotice(const BannerText& text) {
    delete m_notice;
    m_notice = new Banner(text, this);
    m_notice->setClosable();
    m_banners->addWidget(m_notice);
    m_notice->show();
}

QList<KeyHint> RatingsTab::keyHints() const {
    const auto native = [](const QKeySequence& keys) { return keys.toString(QKeySequence::NativeText); };
    return {{native(QKeySequence(QKeySequence::New)), tr("new rating")},
            {native(QKeySequence(Qt::CTRL | Qt::Key_T)), tr("chart or table")},
            {native(QKeySequence(Qt::CTRL | Qt::Key_E)), tr("export the chart")},
            {native(QKeySequence(QKeySequence::Copy)), tr("copy the table as text")},
            {QStringLiteral("← →"), tr("walk the ratings of the chart")},
            {QStringLiteral("+ −"), tr("zoom the chart in and out")},
            {QStringLiteral("Shift+← →"), tr("move a zoomed chart")},
            {QStringLiteral("0"), tr("show the whole course")}};
}

} // namespace kairos::ui

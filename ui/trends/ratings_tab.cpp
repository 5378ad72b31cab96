// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/ratings_tab.h"

#include "ui/trends/heat_map.h"
#include "ui/trends/rating_table.h"
#include "ui/trends/trend_stack.h"

#include "ui/charts/chart_export.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"
#include "ui/shared/rating_duties.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/outcomes/trend_words.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/session_desk.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kHeatWidth = 452;

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

RatingsTab::RatingsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent), m_patient(patient), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    column->addWidget(makeTools());
    m_duties = new RatingDuties(m_patient, m_context, this);
    column->addWidget(m_duties);
    m_banners = new QVBoxLayout;
    column->addLayout(m_banners);
    auto* pane = new QWidget(this);
    m_panes = new QStackedLayout(pane);
    m_panes->addWidget(makeTrendPane());
    m_panes->addWidget(makeListPane());
    m_empty = new EmptyState(Icon::Rating, tr("No rating yet"), tr("The first one is the baseline."), pane);
    auto* add = makeButton({tr("Add a rating"), ButtonKind::Primary, Icon::Plus}, m_empty);
    connect(add, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(RatingPlace{m_patient, {}});
    });
    m_empty->setAction(add);
    auto* emptyPane = new QWidget(pane);
    auto* emptyColumn = new QVBoxLayout(emptyPane);
    emptyColumn->setContentsMargins(0, 0, 0, 0);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addStretch(1);
    m_panes->addWidget(emptyPane);
    column->addWidget(pane, 1);
    connectAll();
    refresh();
}

QString RatingsTab::title() const {
    return tr("Ratings");
}

QWidget* RatingsTab::makeTools() {
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    m_view = new Segments(tr("View"), {tr("One"), tr("Compare"), tr("Table")}, tools);
    row->addWidget(m_view);
    m_instrument = new QComboBox(tools);
    m_instrument->setAccessibleName(tr("Instrument"));
    m_instrument->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_instrument);
    row->addStretch(1);
    auto* axisLabel = new TextLabel(tr("Axis"), TextRole::Body, Token::Text2, tools);
    row->addWidget(axisLabel);
    m_axis = new Segments(tr("Axis"), {tr("dates"), tr("days since dose 1")}, tools);
    row->addWidget(m_axis);
    m_export = makeButton({tr("Export chart"), ButtonKind::Secondary, Icon::Doc}, tools);
    auto* menu = new QMenu(m_export);
    for (const char* ending : {"png", "svg", "pdf"}) {
        const QString suffix = QString::fromLatin1(ending);
        menu->addAction(tr("As %1", "a kind of file").arg(suffix.toUpper()), this,
                        [this, suffix] { exportAs(suffix); });
    }
    m_export->setMenu(menu);
    row->addWidget(m_export);
    auto* add = makeButton(
        {tr("New rating"), ButtonKind::Primary, Icon::Plus, QKeySequence(QKeySequence::New)}, tools);
    connect(add, &QPushButton::clicked, this, [this] {
        m_context.navigator.open(RatingPlace{m_patient, {}});
    });
    row->addWidget(add);
    return tools;
}

QWidget* RatingsTab::makeTrendPane() {
    auto* pane = new QWidget(this);
    auto* row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    m_trendCard = new Card(tr("Course so far"), CardContent::Padded, pane);
    m_charts = new TrendStack(m_trendCard);
    m_trendCard->body().addWidget(m_charts, 1);
    m_words = makeParagraph({}, TextRole::Body, Token::Text, m_trendCard);
    m_trendCard->body().addWidget(m_words);
    row->addWidget(m_trendCard, 1);
    m_heatCard = new Card(tr("Item by item"), CardContent::Padded, pane);
    m_heatCard->setFixedWidth(px(kHeatWidth));
    auto* items = new QWidget;
    auto* itemColumn = new QVBoxLayout(items);
    itemColumn->setContentsMargins(0, 0, 0, 0);
    itemColumn->setSpacing(px(8));
    m_heat = new HeatMap(items);
    itemColumn->addWidget(m_heat);
    itemColumn->addStretch(1);
    m_heatCard->body().addWidget(scrolled(items, m_heatCard), 1);
    m_itemWords = makeParagraph({}, TextRole::Body, Token::Text2, m_heatCard);
    m_heatCard->body().addWidget(m_itemWords);
    row->addWidget(m_heatCard);
    return pane;
}

QWidget* RatingsTab::makeListPane() {
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("All ratings"));
    m_table = new RatingTable(m_context.practice.zone(), this);
    m_list = new TableView(RowHeight::Table, card);
    m_list->setModel(m_table);
    m_list->setStretchColumns({RatingTable::Counted});
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
    connect(m_view, &Segments::chosen, this, &RatingsTab::showView);
    connect(m_instrument, &QComboBox::activated, this, [this] { showSeries(); });
    connect(m_axis, &Segments::chosen, this,
            [this](int axis) { m_charts->setAxis(axis == 0 ? AxisMode::Dates : AxisMode::Days); });
    connect(m_charts, &TrendStack::currentChanged, this,
            [this](const std::optional<record::RatingId>& rating) { m_heat->setCurrent(rating); });
    connect(m_charts, &TrendStack::ratingOpened, this, &RatingsTab::openRating);
    connect(m_heat, &HeatMap::ratingChosen, this, [this](const record::RatingId& rating) {
        m_heat->setCurrent(rating);
        m_charts->setCurrent(rating);
    });
    connect(m_list, &TableView::rowOpened, this,
            [this](const QModelIndex& index) { openRating(m_table->rowAt(index.row()).rating.id); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* rating = chosenRating()) {
            openRating(rating->id);
        }
    });
    connect(m_withdraw, &QPushButton::clicked, this, &RatingsTab::withdrawChosen);
    auto* toggle = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    connect(toggle, &QShortcut::activated, this, [this] {
        m_view->setCurrent(m_view->current() == List ? One : List);
        showView(m_view->current());
    });
}

void RatingsTab::refresh() {
    auto ratings = workflow::RatingQuery(m_context.practice).of(m_patient);
    if (!ratings) {
        showNotice(bannerTextOf(ratings.error()));
        return;
    }
    m_ratings = std::move(*ratings);
    m_duties->refresh();
    if (!m_ratings.damaged.isEmpty()) {
        showNotice({base::FindingLevel::Stop,
                    tr("%n rating(s) are damaged", nullptr, static_cast<int>(m_ratings.damaged.size())),
                    tr("They are left out: %1. Restore the latest backup beside this file and keep both.")
                        .arg(m_ratings.damaged.join(QStringLiteral(", "))),
                    {}});
    }
    const workflow::SessionDesk desk(m_context.practice);
    m_sessions.dosing = desk.dosingOf(m_patient).value_or(QList<record::DosingSession>());
    m_sessions.therapy = desk.therapyOf(m_patient).value_or(QList<record::TherapySession>());
    m_table->setRows(ratingLinesOf(
        m_ratings, [this](const record::ClinicianId& id) { return m_context.practice.clinicianName(id); }));
    m_list->selectRow(0);
    fillInstruments();
    showView(m_view->current());
    showSeries();
}

void RatingsTab::fillInstruments() {
    const QString before = m_instrument->currentData().toString();
    m_instrument->clear();
    for (const workflow::RatingSeries& series : std::as_const(m_ratings.series)) {
        m_instrument->addItem(tr("%1, %n rating(s)", nullptr, static_cast<int>(series.ratings.size()))
                                  .arg(series.instrument->shortTitle),
                              series.instrument->id);
    }
    const int place = m_instrument->findData(before);
    m_instrument->setCurrentIndex(m_ratings.series.isEmpty() ? -1 : std::max(0, place));
}

const workflow::RatingSeries* RatingsTab::shownSeries() const {
    const int place = m_instrument->currentIndex();
    return place >= 0 && place < m_ratings.series.size() ? &m_ratings.series.at(place) : nullptr;
}

void RatingsTab::showView(int view) {
    const bool isEmpty = m_table->rowCount() == 0;
    m_panes->setCurrentIndex(isEmpty ? 2 : view == List ? 1 : 0);
    m_view->setEnabled(!isEmpty);
    m_instrument->setEnabled(!isEmpty && view != List);
    m_axis->setEnabled(!isEmpty && view != List);
    m_export->setEnabled(!isEmpty && view != List && shownSeries() != nullptr);
    const bool hasRows = m_table->rowCount() > 0;
    m_open->setEnabled(hasRows);
    m_withdraw->setEnabled(hasRows);
    showSeries();
    if (view == List && isVisible()) {
        m_list->setFocus();
    }
}

void RatingsTab::showSeries() {
    const auto* first = shownSeries();
    QList<const workflow::RatingSeries*> shown;
    if (first != nullptr) {
        shown.append(first);
    }
    for (const workflow::RatingSeries& series : std::as_const(m_ratings.series)) {
        const bool isCompared = m_view->current() == Compare && shown.size() < TrendStack::kMost;
        if (isCompared && &series != first && !series.trend.points.isEmpty()) {
            shown.append(&series);
        }
    }
    m_charts->setSeries(shown, m_ratings.course, chartInputOf(m_sessions, m_context.practice.now()));
    m_trendCard->setSubtitle(first == nullptr ? QString()
                             : shown.size() > 1
                                 ? tr("%n instrument(s)", nullptr, static_cast<int>(shown.size()))
                                 : first->instrument->title);
    m_words->setText(first == nullptr
                         ? QString()
                         : outcomes::changeInWords(first->trend, m_context.practice.zone(), QLocale()));
    showItems();
}

void RatingsTab::showItems() {
    const auto* series = shownSeries();
    const auto columns = series == nullptr ? QList<HeatColumn>()
                                           : heatColumnsOf(*series->instrument, series->ratings,
                                                           series->trend, m_context.practice.zone());
    m_heatCard->setVisible(!columns.isEmpty());
    if (columns.isEmpty()) {
        return;
    }
    m_heat->setSeries(*series->instrument, columns);
    m_heatCard->setTitle(tr("%1, item by item").arg(series->instrument->shortTitle));
    m_heatCard->setSubtitle(tr("%n rating(s)", nullptr, static_cast<int>(columns.size())));
    const QString words = itemsInWords(*series->instrument, columns, QLocale());
    m_itemWords->setText(words);
    m_itemWords->setVisible(!words.isEmpty());
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
    const auto* series = shownSeries();
    if (series == nullptr || m_charts->shownCharts() == 0) {
        return;
    }
    FileQuestion question;
    question.title = tr("Where should the chart go?");
    question.start = QStringLiteral("%1.%2").arg(series->instrument->id, ending);
    question.filters = {tr("%1 file (*.%2)").arg(ending.toUpper(), ending)};
    question.suffix = ending;
    const TrendChartModel model = m_charts->chart(0).model();
    TrendChartOptions options;
    options.axis = m_axis->current() == 0 ? AxisMode::Dates : AxisMode::Days;
    options.showTitle = true;
    options.caption = m_words->text();
    m_context.files.askSave(question, *this, [this, model, options](const QString& path) {
        ChartFile file;
        file.model = model;
        file.options = options;
        const auto written = exportChart(file, path);
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
    return {{QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText), tr("new rating")},
            {QKeySequence(Qt::CTRL | Qt::Key_T).toString(QKeySequence::NativeText), tr("chart or table")},
            {QStringLiteral("← →"), tr("walk the ratings of the chart")}};
}

} // namespace kairos::ui

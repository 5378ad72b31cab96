// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_page.h"

#include "ui/today/clock_strip.h"
#include "ui/today/day_model.h"
#include "ui/today/need_list.h"
#include "ui/today/need_places.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/page_head.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/search_field.h"
#include "ui/shared/steady_scroll.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>
#include <array>

namespace kairos::ui {
namespace {

constexpr int kSearchWidth = 270;
constexpr int kNeedsWidth = 372;
constexpr int kWhole = 100; ///< per cent
constexpr int kLookMs = 200;
constexpr std::array kWidths{72, 142, 196, 0, 150}; ///< of the columns at 10 pt; 0 takes what is left

/// Shows new lines and keeps the chosen session chosen.
void setLines(DayModel& model, TableView& table, QList<DayLine> lines) {
    const QString chosen = table.currentIndex().data(IdRole).toString();
    model.setRows(std::move(lines));
    int row = 0;
    for (int i = 0; i < model.rowCount(); ++i) {
        row = model.rowAt(i).row.session.toString() == chosen ? i : row;
    }
    if (model.rowCount() > 0) {
        table.setCurrentIndex(model.index(row, 0));
    }
}

} // namespace

TodayPage::TodayPage(const PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_head(new PageHead({}, {}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(px(16), px(12), px(16), px(12));
    body->setSpacing(px(12));
    column->addLayout(body, 1);
    auto* area = new SteadyScroll(this); // The windows of the doses come after the first paint.
    area->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(area);
    area->setWidget(inside); // While it is empty: a full one is measured here, and again when it is shown.
    auto* days = new QVBoxLayout(inside);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(px(12));
    buildDays(*days);
    buildClocks(*days);
    days->addStretch(1);
    body->addWidget(area, 1);
    body->addWidget(buildNeeds());
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this,
            [this] { showSearch(workflow::TodayQuery(m_context.practice).searched()); });
    const auto counts = workflow::TodayQuery(context.practice).counts();
    if (context.isUnpainted && counts) {
        showFrame(*counts);
    } else {
        refresh();
    }
    setFocusProxy(counts && counts->today > 0 ? static_cast<QWidget*>(m_todayTable) : m_needs);
}

QString TodayPage::title() const {
    return tr("Today");
}

QList<KeyHint> TodayPage::keyHints() const {
    return {{QStringLiteral("↑ ↓"), tr("choose a row")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the chosen row")},
            {keyText(QKeySequence(Qt::Key_Tab)), tr("next card")},
            {keyText(QKeySequence::Find), tr("find a patient")},
            {keyText(QKeySequence::New), tr("new session")}};
}

void TodayPage::buildHead(QVBoxLayout& column) {
    m_search = new SearchField(tr("Find a patient"), QKeySequence::Find, m_head);
    m_search->setFixedWidth(px(kSearchWidth));
    m_head->addAction(m_search);
    connect(m_search, &SearchField::opened, this,
            [this] { m_context.navigator.open(PatientsPlace{m_search->text().trimmed()}); });
    if (m_context.navigator.canOpen(NewSessionPlace{})) {
        auto* add =
            makeButton({.text = tr("New session"), .icon = Icon::Plus, .key = QKeySequence::New}, m_head);
        m_head->addAction(add);
        connect(add, &QPushButton::clicked, this, [this] { m_context.navigator.open(NewSessionPlace{}); });
    }
    column.addWidget(m_head);
}

TableView* TodayPage::addTable(Card& card, DayModel& model, EmptyState& empty) {
    auto* table = new TableView(RowHeight::Table, &card);
    table->setModel(&model);
    table->setFitsRows();
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView& header = *table->horizontalHeader();
    header.setStretchLastSection(false);
    for (size_t i = 0; i < kWidths.size(); ++i) {
        const int column = static_cast<int>(i);
        header.setSectionResizeMode(column, kWidths[i] == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (kWidths[i] != 0) {
            header.resizeSection(column, px(kWidths[i]));
        }
    }
    auto* holder = new QVBoxLayout;
    holder->setContentsMargins(px(14), 0, px(14), 0);
    holder->addWidget(&empty);
    card.body().addLayout(holder);
    card.body().addWidget(table);
    card.body().addSpacing(px(6));
    connect(table, &TableView::rowOpened, this,
            [this, &model](const QModelIndex& index) { openSession(model.rowAt(index.row()).row); });
    return table;
}

void TodayPage::buildDays(QVBoxLayout& column) {
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column.addWidget(m_trouble);
    m_todayCard = new Card(tr("Today"), CardContent::Full, this);
    m_today = new DayModel(this);
    m_noSession = new EmptyState(Icon::Today, tr("No session today"),
                                 tr("Sessions that are booked for today stand here."), m_todayCard);
    m_todayTable = addTable(*m_todayCard, *m_today, *m_noSession);
    m_todayTable->setAccessibleName(tr("Sessions of today"));
    column.addWidget(m_todayCard);
    m_tomorrowCard = new Card(tr("Next open day"), CardContent::Full, this);
    m_tomorrow = new DayModel(this);
    m_noTomorrow =
        new EmptyState(Icon::Today, tr("Nothing is booked for the next open day"), {}, m_tomorrowCard);
    m_tomorrowTable = addTable(*m_tomorrowCard, *m_tomorrow, *m_noTomorrow);
    m_tomorrowTable->setAccessibleName(tr("Sessions of the next open day"));
    column.addWidget(m_tomorrowCard);
}

void TodayPage::buildClocks(QVBoxLayout& column) {
    m_clockCard = new Card(tr("Integration windows"), CardContent::Full, this);
    m_noClock = new EmptyState(Icon::Due, tr("No dose in the last 96 hours"), {}, m_clockCard);
    auto* holder = new QVBoxLayout;
    holder->setContentsMargins(px(14), 0, px(14), 0);
    holder->addWidget(m_noClock);
    m_clockCard->body().addLayout(holder);
    m_clocks = new ClockStrip(m_clockCard);
    m_clockCard->body().addWidget(m_clocks);
    m_clockCard->body().addSpacing(px(6));
    column.addWidget(m_clockCard);
    connect(m_clocks, &ClockStrip::clockOpened, this, [this](int index) {
        openFirst({ChartPlace{m_clocks->clocks().at(index).patient.id, kTabPlan}});
    });
}

QWidget* TodayPage::buildNeeds() {
    m_needCard = new Card(tr("Needs a person"), CardContent::Full, this);
    m_needCard->setFixedWidth(px(kNeedsWidth));
    m_needCard->addToTitle(
        new TextLabel(tr("most dangerous first"), TextRole::Caption, Token::Text3, m_needCard));
    auto* holder = new QVBoxLayout;
    holder->setContentsMargins(px(14), 0, px(14), px(10));
    m_noNeed = new EmptyState(Icon::Done, tr("Nothing needs a person"), {}, m_needCard);
    holder->addWidget(m_noNeed);
    m_looking = new ProgressLine(m_needCard);
    m_looking->hide();
    holder->addWidget(m_looking);
    m_needCard->body().addLayout(holder);
    m_needs = new NeedList(m_needCard);
    m_needCard->body().addWidget(makeHairline(m_needCard));
    m_needCard->body().addWidget(m_needs, 1);
    m_undischarged = new TextLabel({}, TextRole::Caption, Token::Text2, m_needCard);
    m_needCard->foot().addWidget(m_undischarged);
    m_needCard->foot().addStretch(1);
    connect(m_needs, &NeedList::needOpened, this,
            [this](int row) { openNeed(m_needs->needs().rowAt(row).need); });
    return m_needCard;
}

void TodayPage::refresh() {
    const auto view = workflow::TodayQuery(m_context.practice).view();
    m_trouble->setVisible(!view.has_value());
    if (!view) {
        m_trouble->setBannerText(bannerTextOf(view.error()));
        return;
    }
    showView(*view);
}

void TodayPage::showDays(int today, int tomorrow) {
    m_head->setTitle(longDayText(m_context.practice.today()));
    m_noSession->setVisible(today == 0);
    m_todayTable->setVisible(today > 0);
    m_noTomorrow->setVisible(tomorrow == 0);
    m_tomorrowTable->setVisible(tomorrow > 0);
}

void TodayPage::showFrame(const workflow::DayCounts& counts) {
    showDays(counts.today, counts.tomorrow);
    m_head->setSubtitle(
        tr("%1, %2").arg(tr("%n session(s)", nullptr, counts.today), tr("looking for what needs a person")));
    m_todayTable->setExpectedRows(counts.today);
    m_tomorrowTable->setExpectedRows(counts.tomorrow);
    m_tomorrowCard->setSubtitle(
        tr("%1, %2").arg(dayText(counts.tomorrowDate), tr("%n dose(s)", nullptr, counts.tomorrowDoses)));
    // Below everything else: it comes with its windows, and no word of theirs stands before.
    m_clockCard->hide();
    m_noNeed->hide();
}

void TodayPage::showView(const workflow::TodayView& view) {
    workflow::OpenPractice& practice = m_context.practice;
    showDays(static_cast<int>(view.today.size()), static_cast<int>(view.tomorrow.size()));
    m_todayTable->setExpectedRows(0);
    m_tomorrowTable->setExpectedRows(0);
    m_clockCard->show();
    m_head->setSubtitle(tr("%1, %2").arg(
        tr("%n session(s)", nullptr, static_cast<int>(view.today.size())),
        view.searched ? tr("looking for what needs a person")
                      : tr("%n thing(s) need a person", nullptr, static_cast<int>(view.needs.size()))));
    setLines(*m_today, *m_todayTable, todayLines(view, practice));
    setLines(*m_tomorrow, *m_tomorrowTable, tomorrowLines(view, practice));
    const auto doses = std::count_if(view.tomorrow.begin(), view.tomorrow.end(),
                                     [](const workflow::DayRow& row) { return row.isDosing; });
    m_tomorrowCard->setSubtitle(
        tr("%1, %2").arg(dayText(view.tomorrowDate), tr("%n dose(s)", nullptr, static_cast<int>(doses))));
    m_clockCard->setSubtitle(view.moreClocks == 0
                                 ? tr("hours since the dose; the window is convention, limited evidence")
                                 : tr("the %1 oldest of %2 doses; the window is convention, limited evidence")
                                       .arg(view.clocks.size())
                                       .arg(view.clocks.size() + view.moreClocks));
    m_clocks->setClocks(view.clocks);
    m_clocks->setVisible(!view.clocks.isEmpty());
    m_noClock->setVisible(view.clocks.isEmpty());
    showNeeds(view);
}

void TodayPage::showNeeds(const workflow::TodayView& view) {
    const Present present{m_context.practice.now(), m_context.practice.zone()};
    const int chosen = m_needs->currentIndex().row();
    QList<NeedLine> lines;
    int undischarged = 0;
    for (const workflow::Need& need : view.needs) {
        lines.append(needLine(need, present));
        undischarged += need.kind == workflow::NeedKind::Undischarged ? 1 : 0;
    }
    m_needs->needs().setRows(lines);
    if (!lines.isEmpty()) {
        const int row = qBound(0, chosen, static_cast<int>(lines.size()) - 1);
        m_needs->setCurrentIndex(m_needs->needs().index(row, 0));
    }
    m_needCard->setSubtitle(lines.isEmpty() ? QString() : QString::number(lines.size()));
    m_noNeed->setVisible(lines.isEmpty() && !view.searched);
    showSearch(view.searched);
    m_undischarged->setText(undischarged == 0 ? tr("Undischarged: none.")
                                              : tr("Undischarged: %1.").arg(undischarged));
}

void TodayPage::showSearch(const std::optional<double>& searched) {
    if (!searched) {
        m_looking->hide();
        m_look.stop();
        return;
    }
    const int percent = qFloor(*searched * kWhole);
    m_looking->setProgress(percent, kWhole, tr("Looking through the plans: %1 %").arg(percent));
    m_looking->show(); // after its value: a bar that is seen paints the window at once
    m_look.start();
}

void TodayPage::openFirst(const QList<Place>& places) {
    for (const Place& place : places) {
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
            return;
        }
    }
}

void TodayPage::openSession(const workflow::DayRow& row) {
    const auto& patient = row.patient.id;
    const bool isAhead = row.isDosing && row.booked.date > m_context.practice.today();
    if (isAhead && m_context.navigator.canOpen(TomorrowPlace{})) {
        m_context.navigator.open(TomorrowPlace{row.booked.date});
        return;
    }
    const Place sheet =
        row.isDosing ? Place(DosingPlace{patient, row.session}) : Place(TherapyPlace{patient, row.session});
    openFirst({sheet, ChartPlace{patient, kTabSessions}, ChartPlace{patient, {}}});
}

void TodayPage::openNeed(const workflow::Need& need) {
    openFirst(placesOf(need));
}

} // namespace kairos::ui

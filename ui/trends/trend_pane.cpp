// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trend_pane.h"

#include "ui/trends/checkpoint_card.h"
#include "ui/trends/expectations.h"
#include "ui/trends/heat_map.h"
#include "ui/trends/trend_stack.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/outcomes/trend_reasons.h"
#include "core/outcomes/trend_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kSideWidth = 452;

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

bool hasMixedRecall(const workflow::RatingSeries& series) {
    return std::ranges::any_of(series.trend.points,
                               [](const outcomes::TrendPoint& point) { return point.pretreatmentShare > 0; });
}

} // namespace

TrendPane::TrendPane(const QTimeZone& zone, QWidget* parent) : QWidget(parent), m_zone(zone) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    row->addWidget(makeChartCard(), 1);
    row->addWidget(makeSide());
    connect(m_charts, &TrendStack::currentChanged, m_heat, &HeatMap::setCurrent);
    connect(m_charts, &TrendStack::ratingOpened, this, &TrendPane::ratingOpened);
    connect(m_charts, &TrendStack::zoomChanged, m_whole, &QWidget::setVisible);
    connect(m_whole, &QPushButton::clicked, m_charts, [this] { m_charts->showWhole(); });
    connect(m_heat, &HeatMap::ratingChosen, this, [this](const record::RatingId& rating) {
        m_heat->setCurrent(rating);
        m_charts->setCurrent(rating);
    });
    connect(m_scale, &Segments::chosen, this, &TrendPane::scaleChosen);
    connect(m_rule, &QCheckBox::clicked, this, &TrendPane::ruleSwitched);
}

Card* TrendPane::makeChartCard() {
    m_chartCard = new Card(tr("Course so far"), CardContent::Padded, this);
    m_whole = makeButton({tr("Show the whole course"), ButtonKind::Quiet}, m_chartCard);
    setButtonKeyCap(*m_whole, QKeySequence(Qt::Key_0));
    m_whole->hide();
    m_chartCard->addToTitle(m_whole);
    m_scale = new Segments(tr("Scale"), {tr("own scales"), tr("% of baseline")}, m_chartCard);
    m_chartCard->addToTitle(m_scale);
    m_words = makeParagraph({}, TextRole::Body, Token::Text, m_chartCard);
    m_chartCard->body().addWidget(m_words);
    m_charts = new TrendStack(m_chartCard);
    m_chartCard->body().addWidget(m_charts, 1);
    m_reasons = makeParagraph({}, TextRole::Caption, Token::Text2, m_chartCard);
    m_chartCard->body().addWidget(m_reasons);
    m_rule = new QCheckBox(m_chartCard);
    m_chartCard->body().addWidget(m_rule);
    return m_chartCard;
}

QWidget* TrendPane::makeSide() {
    m_side = new QWidget(this);
    m_side->setFixedWidth(px(kSideWidth));
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_checkpoint = new CheckpointCard(m_side);
    column->addWidget(m_checkpoint);
    m_heatCard = new Card(tr("Item by item"), CardContent::Padded, m_side);
    auto* items = new QWidget;
    auto* itemColumn = new QVBoxLayout(items);
    itemColumn->setContentsMargins(0, 0, 0, 0);
    m_heat = new HeatMap(items);
    itemColumn->addWidget(m_heat);
    itemColumn->addStretch(1);
    auto* area = scrolled(items, m_heatCard);
    area->setFocusPolicy(Qt::NoFocus);
    m_heatCard->body().addWidget(area, 1);
    m_itemWords = makeParagraph({}, TextRole::Body, Token::Text2, m_heatCard);
    m_heatCard->body().addWidget(m_itemWords);
    column->addWidget(m_heatCard, 1);
    m_expectedCard = new Card(tr("What others came to"), CardContent::Padded, m_side);
    auto* figures = new QWidget;
    auto* figureColumn = new QVBoxLayout(figures);
    figureColumn->setContentsMargins(0, 0, 0, 0);
    m_expected = makeParagraph({}, TextRole::Caption, Token::Text, figures);
    figureColumn->addWidget(m_expected);
    figureColumn->addStretch(1);
    m_expectedCard->body().addWidget(scrolled(figures, m_expectedCard), 1);
    column->addWidget(m_expectedCard, 1);
    column->addStretch(0);
    return m_side;
}

void TrendPane::setScene(const TrendScene& scene) {
    showWords(scene);
    showCharts(scene);
    showSide(scene);
}

TrendTools::Scale TrendPane::scale() const {
    return m_scale->current() == TrendTools::PercentOfBaseline ? TrendTools::PercentOfBaseline
                                                               : TrendTools::OwnScales;
}

void TrendPane::setAxis(AxisMode axis) {
    m_charts->setAxis(axis);
}

void TrendPane::showWords(const TrendScene& scene) {
    const bool isCompare = scene.view == TrendTools::Compare;
    if (!isCompare) {
        m_scale->hide(); // Before the long title comes: both at once would widen the window for good.
    }
    QList<const workflow::RatingSeries*> shown =
        isCompare ? scene.compared : QList<const workflow::RatingSeries*>{scene.first};
    shown.removeAll(nullptr);
    QStringList lines;
    for (const workflow::RatingSeries* series : std::as_const(shown)) {
        lines.append(isCompare ? outcomes::changeBriefly(series->trend, m_zone, QLocale())
                               : outcomes::changeInWords(series->trend, m_zone, QLocale()));
    }
    m_words->setText(lines.join(QLatin1Char('\n')));
    // Under each other, each chart says its own.
    m_words->setVisible(!isCompare || shown.size() < 2 || scene.scale == TrendTools::PercentOfBaseline);
    const QString standing = shown.size() == 1 ? outcomes::standingWord(shown.first()->trend) : QString();
    m_chartCard->setTitle(isCompare            ? tr("Instruments side by side")
                          : standing.isEmpty() ? tr("Course so far")
                                               : standing);
    m_chartCard->setSubtitle(isCompare || scene.first == nullptr ? QString()
                                                                 : scene.first->instrument->title);
    // After the long title has gone, for the same reason.
    m_scale->setVisible(isCompare);
    const QStringList reasons = isCompare || scene.first == nullptr
                                    ? QStringList()
                                    : outcomes::reasonsInWords(scene.first->trend, m_zone, QLocale());
    m_reasons->setText(reasons.join(QLatin1Char(' ')));
    m_reasons->setVisible(!reasons.isEmpty());
    const outcomes::RuleFigure& rule = outcomes::builtInTrendRules().exclusionShare;
    m_rule->setText(
        tr("Leave out ratings with more than %1 % of their recall before dose 1 (%2, %3)")
            .arg(QString::number(100 * rule.value), rule.source, base::confidenceMark(rule.confidence)));
    m_rule->setVisible(std::ranges::any_of(
        shown, [](const workflow::RatingSeries* series) { return hasMixedRecall(*series); }));
    m_rule->setChecked(shown.isEmpty() || !shown.first()->trend.countsAll);
}

void TrendPane::showCharts(const TrendScene& scene) {
    const outcomes::Course& course = scene.ratings->course;
    if (scene.view == TrendTools::Compare && scene.scale == TrendTools::PercentOfBaseline) {
        m_charts->setPercent(scene.compared, course, scene.input);
        return;
    }
    if (scene.view == TrendTools::Compare) {
        m_charts->setSeries(scene.compared, course, scene.input);
        return;
    }
    if (scene.view != TrendTools::Expected || scene.first == nullptr) {
        m_charts->setSeries(scene.first == nullptr ? QList<const workflow::RatingSeries*>()
                                                   : QList<const workflow::RatingSeries*>{scene.first},
                            course, scene.input);
        return;
    }
    const auto& instrument = *scene.first->instrument;
    const auto figures = keyedFigures(outcomes::builtInCohorts().of(instrument.id));
    TrendChartInput input = scene.input;
    const bool hasDoses = !course.doses.isEmpty();
    if (hasDoses) {
        input.published =
            changeFigures(figures, scene.first->trend, instrument.scoring.low, instrument.scoring.high);
    }
    if (hasDoses && scene.practice) {
        input.practice = bandSteps(*scene.practice);
        input.practiceCourses = scene.practice->courses;
    }
    m_charts->setExpected(*scene.first, course, input, shareFigures(figures));
}

void TrendPane::showSide(const TrendScene& scene) {
    const bool isExpected = scene.view == TrendTools::Expected;
    const auto& course = scene.ratings->course;
    const bool hasCheckpoint =
        scene.first != nullptr && !checkpointsInWords(scene.first->trend, course, m_zone).isEmpty();
    const bool showsCheckpoint =
        hasCheckpoint &&
        (isExpected || (scene.view == TrendTools::One && CheckpointCard::isDue(scene.ratings->course)));
    m_checkpoint->setVisible(showsCheckpoint);
    if (showsCheckpoint) {
        m_checkpoint->setCourse(scene.first->trend, course, m_zone);
    }
    m_expectedCard->setVisible(isExpected && scene.first != nullptr);
    if (isExpected) {
        m_heatCard->hide();
        showExpectations(scene);
    } else {
        const bool isCompare = scene.view == TrendTools::Compare;
        showItems(isCompare ? scene.compared.value(0, nullptr) : scene.first);
    }
    m_side->setVisible(!m_checkpoint->isHidden() || !m_expectedCard->isHidden() || !m_heatCard->isHidden());
}

void TrendPane::showItems(const workflow::RatingSeries* series) {
    const auto columns = series == nullptr
                             ? QList<HeatColumn>()
                             : heatColumnsOf(*series->instrument, series->ratings, series->trend, m_zone);
    m_heatCard->setVisible(!columns.isEmpty());
    if (columns.isEmpty()) {
        return;
    }
    m_heat->setSeries(*series->instrument, columns);
    m_heatCard->setTitle(tr("%1, item by item").arg(series->instrument->shortTitle));
    m_heatCard->setSubtitle(columns.size() == 1 ? tr("1 rating") : tr("%1 ratings").arg(columns.size()));
    const QString words = itemsInWords(*series->instrument, columns, QLocale());
    m_itemWords->setText(words);
    m_itemWords->setVisible(!words.isEmpty());
}

void TrendPane::showExpectations(const TrendScene& scene) {
    if (scene.first == nullptr) {
        return;
    }
    const QString& title = scene.first->instrument->shortTitle;
    const auto figures = keyedFigures(outcomes::builtInCohorts().of(scene.first->instrument->id));
    QStringList paragraphs;
    if (scene.practice) {
        paragraphs.append(practiceInWords(*scene.practice, title));
    }
    paragraphs.append(
        figures.isEmpty()
            ? tr("No published figure for %1 is on file.").arg(title)
            : tr("Published groups, each at its own day; nothing is drawn between them. H read in the "
                 "source, M "
                 "from memory, C to be checked. A share is of patients, not of this patient's points."));
    for (const KeyedFigure& keyed : figures) {
        paragraphs.append(QStringLiteral("%1  %2").arg(keyed.key, figureInWords(keyed.figure)));
    }
    m_expected->setText(paragraphs.join(QStringLiteral("\n\n")));
    m_expectedCard->setSubtitle(figures.isEmpty()     ? QString()
                                : figures.size() == 1 ? tr("1 figure")
                                                      : tr("%1 figures").arg(figures.size()));
}

std::optional<ChartFile> TrendPane::chartFile() const {
    if (m_charts->shownCharts() == 0) {
        return std::nullopt;
    }
    ChartFile file;
    file.model = m_charts->chart(0).model();
    file.options = m_charts->chart(0).options();
    file.options.caption = m_words->text().section(QLatin1Char('\n'), 0, 0);
    for (int place = 1; place < m_charts->shownCharts(); ++place) {
        file.below.append({m_charts->chart(place).model(), m_charts->chart(place).options()});
    }
    // The margins of the screen's type do not fit that of paper.
    const ChartFace face = fileFace();
    file.options.leftMargin = wantedLeftMargin(file.model, {}, face);
    file.options.gutter = wantedGutter(file.model, face);
    for (const ChartSheet& sheet : std::as_const(file.below)) {
        file.options.leftMargin = std::max(*file.options.leftMargin, wantedLeftMargin(sheet.model, {}, face));
        file.options.gutter = std::max(*file.options.gutter, wantedGutter(sheet.model, face));
    }
    for (ChartSheet& sheet : file.below) {
        sheet.options.leftMargin = file.options.leftMargin;
        sheet.options.gutter = file.options.gutter;
    }
    return file;
}

QString TrendPane::words() const {
    return m_words->text();
}

QString TrendPane::reasons() const {
    return m_reasons->text();
}

QString TrendPane::expectations() const {
    return m_expected->text();
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart_model.h"

#include "tests/ui/charts/elena.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_trend_chart_model {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;
using Catch::Approx;

namespace {

const ChartLine* lineOf(const TrendChartModel& model, ChartLine::Kind kind) {
    for (const ChartLine& line : model.lines) {
        if (line.kind == kind) {
            return &line;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("The chart counts local days from the first dose", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(model.origin == QDate(2026, 9, 7));
    REQUIRE(model.points.size() == 13);
    REQUIRE(model.points.first().x == Approx(-14 + (9 * 60 + 10) / 1440.0));
    // Day 56 lies beyond the change of the clocks and still stands on its calendar day.
    REQUIRE(model.points.last().x == Approx(56 + (9 * 60 + 10) / 1440.0));
    REQUIRE(model.title == QStringLiteral("QIDS-SR16"));
    REQUIRE(model.subtitle == QStringLiteral("13 ratings"));
}

TEST_CASE("Only a recall window that reaches back before dose 1 is hollow", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE_FALSE(model.points.at(1).hollow);
    REQUIRE(model.points.at(2).hollow);
    REQUIRE_FALSE(model.points.at(3).hollow);
    REQUIRE(model.hasHollowPoints());
}

TEST_CASE("Baseline, response and remission carry their words and values", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(lineOf(model, ChartLine::Kind::Baseline)->plate == QStringLiteral("baseline 18"));
    REQUIRE(lineOf(model, ChartLine::Kind::Response)->plate == QStringLiteral("response ≤ 9"));
    REQUIRE(lineOf(model, ChartLine::Kind::Response)->y == 9);
    REQUIRE(lineOf(model, ChartLine::Kind::Remission)->plate == QStringLiteral("remission ≤ 5"));
    REQUIRE(lineOf(model, ChartLine::Kind::Baseline)->fromX == model.points.at(1).x);
}

TEST_CASE("Without a baseline before the dose there is no response line", "[charts][model]") {
    const auto series = ratings("phq-9", {{14, 20}, {21, 9}});
    const auto course = courseOf({0});
    const auto model = makeTrendChartModel(
        instrument("phq-9"), outcomes::trendOf(instrument("phq-9"), series, course), course, {});
    REQUIRE(lineOf(model, ChartLine::Kind::Response) == nullptr);
    REQUIRE(lineOf(model, ChartLine::Kind::Baseline)->plate == QStringLiteral("first after dose 20"));
}

TEST_CASE("Bands touch each other halfway between their totals", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(model.bands.size() == 5);
    REQUIRE(model.bands.at(0).from == 0);
    REQUIRE(model.bands.at(0).to == 5.5);
    REQUIRE(model.bands.at(1).from == 5.5);
    REQUIRE(model.bands.at(4).to == 27);
    REQUIRE(model.bands.at(1).word == QStringLiteral("mild"));
    REQUIRE(model.bands.at(1).range == QStringLiteral("6–10"));
}

TEST_CASE("A point says date, day, score, band and time since the dose", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(model.points.last().readOut ==
            QStringLiteral("Mon 2 Nov 2026, day 56: QIDS-SR16 7, mild; 21 d after dose 7"));
    REQUIRE(model.points.at(2).readOut ==
            QStringLiteral(
                "Thu 10 Sep 2026, day 3: QIDS-SR16 15, moderate; 71 h after dose 1; 57 % of the recall "
                "window before dose 1, not counted"));
    REQUIRE(model.points.first().readOut == QStringLiteral("Mon 24 Aug 2026, day −14: QIDS-SR16 19, severe"));
    REQUIRE(model.points.last().shortDate == QStringLiteral("2 Nov, day 56"));
}

TEST_CASE("A prorated point says so, and what it lacks", "[charts][model]") {
    record::Rating prorated = rating("phq-9", dayAt(14), 9);
    prorated.prorated = true;
    const auto course = courseOf({});
    const auto model = makeTrendChartModel(
        instrument("phq-9"), outcomes::trendOf(instrument("phq-9"), {prorated}, course), course, {});
    REQUIRE(model.points.first().readOut.endsWith(QStringLiteral("; prorated, suicide item not answered")));
    REQUIRE(model.points.first().shortDate == QStringLiteral("21 Sep"));
}

TEST_CASE("Doses given and planned stand in order", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(model.doses.size() == 9);
    REQUIRE(model.doses.at(6).state == MarkState::Held);
    REQUIRE(model.doses.at(7).state == MarkState::Planned);
    REQUIRE(model.doses.at(8).number == 9);
    REQUIRE(model.lanes.at(1).marks.at(3).late);
}

TEST_CASE("What has happened ends today and plans run on", "[charts][model]") {
    const TrendChartModel model = elenaModel();
    REQUIRE(model.pastSpan()->last == *model.todayX);
    REQUIRE(model.wholeSpan()->last > 79);
    REQUIRE_FALSE(TrendChartModel().wholeSpan().has_value());
}

TEST_CASE("Without ratings the model is empty and keeps its bands", "[charts][model]") {
    const auto course = courseOf({0});
    const auto model = makeTrendChartModel(instrument("phq-9"),
                                           outcomes::trendOf(instrument("phq-9"), {}, course), course, {});
    REQUIRE(model.isEmpty());
    REQUIRE(model.lines.isEmpty());
    REQUIRE(model.labelled.isEmpty());
    REQUIRE(model.bands.size() == 5);
    REQUIRE(model.subtitle == QStringLiteral("0 ratings"));
}

} // namespace test_trend_chart_model

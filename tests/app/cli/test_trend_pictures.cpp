// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "ui/charts/trend_chart_model.h"

#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/writing_door.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_trend_pictures {
using namespace kairos;
using Catch::Approx;
using support::OpenPracticeFixture;
using support::required;
using tests::PracticeBench;

namespace {

/// The published trajectory, day 14 being today, with its doses; one of them hollow and not counted.
void fill(OpenPracticeFixture& fixture) {
    const auto patient = fixture.addElena();
    auto& practice = fixture.practice();
    const auto ago = [&practice](int day) {
        return practice.now().plusMinutes(-qint64{24} * 60 * (14 - day));
    };
    QList<storage::Change> doses;
    int number = 0;
    for (const int day : {0, 3, 7, 10}) {
        record::DosingSession dose;
        dose.id = practice.ids().next<record::SessionId>();
        dose.patient = patient;
        dose.number = ++number;
        dose.state = record::SessionState::Held;
        dose.startedAt = ago(day).plusMinutes(60);
        dose.booked = {dose.startedAt->local(practice.zone()).date(), QTime(10, 0),
                       QStringLiteral("Europe/Oslo")};
        doses.append({record::Action::Created, dose, {}});
    }
    required(workflow::WritingDoor(practice).save(doses));
    struct Row {
        int day;
        double total;
    };
    for (const Row& row :
         {Row{0, 21}, Row{2, 16}, Row{4, 12}, Row{7, 9}, Row{9, 8}, Row{11, 7}, Row{14, 9}}) {
        workflow::RatingDraft draft;
        draft.patient = patient;
        draft.instrument = QStringLiteral("phq-9");
        draft.assessedAt = ago(row.day);
        draft.total = row.total;
        required(workflow::RatingCare(practice).save(draft));
    }
}

QStringList phq(const QStringList& rest = {}) {
    return QStringList{QStringLiteral("--patient"), QStringLiteral("AH-0412"), QStringLiteral("--instrument"),
                       QStringLiteral("phq-9")} +
           rest;
}

double numberOf(const QJsonObject& json, const char* key) {
    const QJsonValue value = json.value(QLatin1String(key));
    REQUIRE(value.isDouble());
    return value.toDouble();
}

double lineOf(const ui::TrendChartModel& model, ui::ChartLine::Kind kind) {
    const auto line = std::ranges::find(model.lines, kind, &ui::ChartLine::kind);
    REQUIRE(line != model.lines.end());
    return line->y;
}

} // namespace

TEST_CASE("trend prints the numbers that the chart draws", "[cli][trend][pictures]") {
    PracticeBench practice(fill);
    const auto json = practice.runJson(QStringLiteral("trend"), phq()).json();
    practice.fixture().reopen();
    auto& open = practice.fixture().practice();
    const auto patient = required(open.file().search().byMrn(QStringLiteral("AH-0412")));
    REQUIRE(patient.has_value());
    const auto ratings = required(workflow::RatingQuery(open).of(*patient));
    const auto& series = ratings.series.first();
    const auto model = ui::makeTrendChartModel(*series.instrument, series.trend, ratings.course, {});
    const auto points = json.value(QLatin1String("points")).toArray();
    REQUIRE(points.size() == 7);
    REQUIRE(points.size() == model.points.size());
    for (qsizetype i = 0; i < points.size(); ++i) {
        const auto printed = points.at(i).toObject();
        const ui::ChartPoint& drawn = model.points.at(i);
        REQUIRE(numberOf(printed, "total") == drawn.y);
        const auto at = QDateTime::fromString(printed.value(QLatin1String("at")).toString(), Qt::ISODate);
        const base::Instant moment{at.toMSecsSinceEpoch(), at.offsetFromUtc()};
        REQUIRE(ui::chartX(moment, model.origin, ratings.course.zone) == Approx(drawn.x));
        REQUIRE((numberOf(printed, "pretreatment_share") > 0) == drawn.hollow);
    }
    REQUIRE(json.value(QLatin1String("baseline")).toObject().value(QLatin1String("total")).toDouble() ==
            lineOf(model, ui::ChartLine::Kind::Baseline));
    REQUIRE(numberOf(json, "response_line") == lineOf(model, ui::ChartLine::Kind::Response));
    REQUIRE(numberOf(json, "remission_line") == lineOf(model, ui::ChartLine::Kind::Remission));
    REQUIRE(json.value(QLatin1String("standing")).toString() == QStringLiteral("Response, not remission"));
}

TEST_CASE("trend counts every rating when it is told to", "[cli][trend][pictures]") {
    const PracticeBench practice(fill);
    const auto excludedIn = [](const QJsonObject& json) {
        const auto points = json.value(QLatin1String("points")).toArray();
        return std::count_if(points.begin(), points.end(), [](const QJsonValue& point) {
            return point.toObject().value(QLatin1String("excluded")).toBool();
        });
    };
    const auto on = practice.runJson(QStringLiteral("trend"), phq()).json();
    REQUIRE(excludedIn(on) == 2);
    REQUIRE_FALSE(on.value(QLatin1String("count_all")).toBool(true));
    const auto off = practice.runJson(QStringLiteral("trend"), phq({QStringLiteral("--count-all")})).json();
    REQUIRE(excludedIn(off) == 0);
    REQUIRE(off.value(QLatin1String("count_all")).toBool());
    REQUIRE(off.value(QLatin1String("words")).toString().contains(QStringLiteral("all ratings counted")));
}

TEST_CASE("trend draws in black and white, light or dark", "[cli][trend][pictures]") {
    const PracticeBench practice(fill);
    const auto look = GENERATE(QStringLiteral("print"), QStringLiteral("light"), QStringLiteral("dark"));
    const QString path = practice.bench().path(QStringLiteral("trend.png"));
    const auto run = practice.run(QStringLiteral("trend"),
                                  phq({QStringLiteral("--png"), path, QStringLiteral("--theme"), look}));
    REQUIRE(run.exit == 0);
    const QImage image(path);
    REQUIRE_FALSE(image.isNull());
    int coloured = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            const QColor color = image.pixelColor(x, y);
            coloured += std::max({color.red(), color.green(), color.blue()}) -
                                    std::min({color.red(), color.green(), color.blue()}) >
                                40
                            ? 1
                            : 0;
        }
    }
    REQUIRE((coloured == 0) == (look == QStringLiteral("print")));
    REQUIRE((image.pixelColor(2, 2).lightness() < 80) == (look == QStringLiteral("dark")));
}

TEST_CASE("An unknown look or axis is refused with the choice there is", "[cli][trend][pictures]") {
    const PracticeBench practice(fill);
    const QString path = practice.bench().path(QStringLiteral("trend.svg"));
    const auto option = GENERATE(QStringLiteral("--theme"), QStringLiteral("--axis"));
    const auto run = practice.run(QStringLiteral("trend"),
                                  phq({QStringLiteral("--svg"), path, option, QStringLiteral("dim")}));
    REQUIRE(run.exit == 2);
    // Qt itself may say before that it has no runtime folder.
    REQUIRE(run.out.isEmpty());
    REQUIRE(run.error.contains("kairos-cli: Nothing was done: \"dim\" is no "));
    REQUIRE(run.error.contains("; choose "));
    REQUIRE_FALSE(QFile::exists(path));
    const auto days =
        practice.run(QStringLiteral("trend"),
                     phq({QStringLiteral("--svg"), path, QStringLiteral("--axis"), QStringLiteral("days")}));
    REQUIRE(days.exit == 0);
    REQUIRE(QFile::exists(path));
}

} // namespace test_trend_pictures

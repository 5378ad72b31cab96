// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/cohort_figures.h"

#include "core/scales/instrument_library.h"

#include <QFile>
#include <QSet>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_cohort_figures {
using namespace kairos;
using namespace kairos::outcomes;

namespace {

const CohortFigure& figure(const char* id) {
    const auto& all = builtInCohorts().figures;
    const auto found = std::ranges::find(all, QString::fromLatin1(id), &CohortFigure::id);
    REQUIRE(found != all.end());
    return *found;
}

QByteArray shipped() {
    QFile file(QStringLiteral(":/kairos/outcomes/cohorts.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("Every published figure has citation, n, day and mark, and an instrument we know",
          "[outcomes][cohorts]") {
    const auto instruments = scales::InstrumentLibrary::builtIn();
    QSet<QString> ids;
    REQUIRE(builtInCohorts().figures.size() >= 20);
    for (const CohortFigure& each : builtInCohorts().figures) {
        INFO(each.id.toStdString());
        REQUIRE_FALSE(each.citation.isEmpty());
        REQUIRE_FALSE(each.definition.isEmpty());
        REQUIRE_FALSE(each.when.isEmpty());
        REQUIRE(each.n > 0);
        REQUIRE(instruments.find(each.instrument) != nullptr);
        REQUIRE_FALSE(ids.contains(each.id));
        ids.insert(each.id);
        if (each.x && each.percent) {
            // A count that was derived reproduces the printed share to its last digit.
            REQUIRE(each.sharePercent() == Catch::Approx(*each.percent).margin(0.51));
        }
    }
}

TEST_CASE("Intervals are those of the table of published outcomes", "[outcomes][cohorts]") {
    struct Row {
        const char* id;
        double low, high;
    };
    const auto row = GENERATE(
        Row{"aan-het-rot-2010-24h", .5958, .9821}, Row{"murrough-2013-repeated", .5083, .8509},
        Row{"murrough-2013-rct-ketamine", .4954, .7603}, Row{"murrough-2013-rct-midazolam", .1428, .4758},
        Row{"singh-2016-2x-response", .4440, .8584}, Row{"singh-2016-2x-placebo", .0433, .4223},
        Row{"singh-2016-3x-remission", .0818, .5026}, Row{"phillips-2019-response", .4342, .7292},
        Row{"elekt-d-2023-ketamine", .4837, .6219}, Row{"elekt-d-2023-ect", .3405, .4869},
        Row{"wilkinson-2017-response", .2800, .7200}, Row{"mcinnes-2022-response", .4940, .5781},
        Row{"mcinnes-2022-remission", .2519, .3284}, Row{"hull-2022-phq9-response", .6007, .6543});
    INFO(row.id);
    const auto interval = figure(row.id).intervalPercent();
    REQUIRE(interval.has_value());
    REQUIRE(interval->low == Catch::Approx(100 * row.low).margin(0.006));
    REQUIRE(interval->high == Catch::Approx(100 * row.high).margin(0.006));
}

TEST_CASE("A share without its count has no interval", "[outcomes][cohorts]") {
    const CohortFigure& hull = figure("hull-2022-gad7-response");
    REQUIRE(hull.sharePercent() == 62.9);
    REQUIRE_FALSE(hull.intervalPercent().has_value());
    REQUIRE(hull.label() == QStringLiteral("Hull 2022, n 1247, H"));
}

TEST_CASE("Figures belong to one instrument, by day", "[outcomes][cohorts]") {
    const auto phq = builtInCohorts().of(u"phq-9");
    REQUIRE(phq.size() == 4);
    REQUIRE(phq.first().citation == QStringLiteral("McInnes 2022"));
    REQUIRE(phq.first().toDay == 31);
    REQUIRE(phq.last().day == 28);
    REQUIRE(builtInCohorts().of(u"wsas").isEmpty());
    REQUIRE(builtInCohorts().checkpointDoses == QList<int>{3, 4});
    REQUIRE(builtInCohorts().checkpoints.size() == 3);
}

TEST_CASE("A figure whose numbers do not fit is refused with its place", "[outcomes][cohorts]") {
    struct Slip {
        const char* from;
        const char* to;
    };
    const auto slip =
        GENERATE(Slip{"\"n\": 10,", "\"n\": 0,"}, Slip{"\"x\": 9,", "\"x\": 11,"},
                 Slip{"\"percent\": 64,", "\"percent\": 640,"}, Slip{"\"day\": 28,", "\"day\": -1,"},
                 Slip{"\"change\": -18.9,", ""}, Slip{"\"citation\": \"Singh 2016\",", ""},
                 Slip{"\"confidence\": \"H\"", "\"confidence\": \"X\""}, Slip{"\"when\"", "\"wen\""});
    QByteArray json = shipped();
    REQUIRE(json.contains(slip.from));
    json.replace(slip.from, slip.to);
    const auto read = parseCohorts(json);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.contains(QStringLiteral("/figures/")));
    REQUIRE_FALSE(parseCohorts("[]").has_value());
    REQUIRE_FALSE(parseCohorts(QByteArray()).has_value());
}

} // namespace test_cohort_figures

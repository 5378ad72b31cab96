// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/series.h"

#include "ui/trends/heat_columns.h"

#include <catch2/catch_test_macros.hpp>

namespace test_heat_columns {
using namespace kairos;
using record::Answer;

namespace {

record::Rating answered(int day, std::initializer_list<int> values) {
    record::Rating rating = testing::rating("phq-9", testing::dayAt(day), 0);
    double total = 0;
    for (const int value : values) {
        rating.answers.append(Answer::given(value));
        total += value;
    }
    rating.answers.append(Answer{});
    rating.total = total;
    return rating;
}

outcomes::Trend trendOf(const QList<record::Rating>& ratings) {
    return outcomes::trendOf(testing::instrument("phq-9"), ratings, testing::courseOf({0}));
}

} // namespace

TEST_CASE("Ratings of a total alone have no column", "[trends][heat]") {
    auto total = testing::rating("phq-9", testing::dayAt(-3), 12);
    total.mode = record::RatingMode::TotalOnly;
    const QList<record::Rating> ratings{total, answered(-1, {1, 1, 1, 1, 1, 1, 1, 1, 0})};
    const auto columns =
        ui::heatColumnsOf(testing::instrument("phq-9"), ratings, trendOf(ratings), testing::zone());
    REQUIRE(columns.size() == 1);
    REQUIRE(columns.first().answers.size() == 9);
    REQUIRE(columns.first().total == 8.0);
}

TEST_CASE("A recall window that reaches before dose 1 is marked", "[trends][heat]") {
    QList<record::Rating> ratings{answered(-2, {2, 2, 2, 2, 2, 2, 2, 2, 0}),
                                  answered(3, {1, 1, 1, 1, 1, 1, 1, 1, 0}),
                                  answered(20, {1, 1, 1, 1, 1, 1, 1, 1, 0})};
    for (auto& rating : ratings) {
        rating.id.uuid.bytes[0] = static_cast<quint8>(rating.assessedAt.utcMs / 86'400'000);
    }
    const auto columns =
        ui::heatColumnsOf(testing::instrument("phq-9"), ratings, trendOf(ratings), testing::zone());
    REQUIRE(columns.size() == 3);
    REQUIRE_FALSE(columns.at(0).isMixed);
    REQUIRE(columns.at(1).isMixed);
    REQUIRE_FALSE(columns.at(2).isMixed);
}

TEST_CASE("Only the lowest answer is step 0, and the highest is step 3", "[trends][heat]") {
    const auto& phq = testing::instrument("phq-9");
    const auto& item = phq.items.front();
    const auto* options = phq.findOptionSet(item.optionSet);
    REQUIRE(ui::heatStep(item, options, 0) == 0);
    REQUIRE(ui::heatStep(item, options, 1) == 1);
    REQUIRE(ui::heatStep(item, options, 3) == 3);
    const auto& ebi = testing::instrument("ebi");
    REQUIRE(ui::heatStep(ebi.items.front(), nullptr, 0) == 0);
    REQUIRE(ui::heatStep(ebi.items.front(), nullptr, 1) == 1);
    REQUIRE(ui::heatStep(ebi.items.front(), nullptr, 34) == 2);
    REQUIRE(ui::heatStep(ebi.items.front(), nullptr, 100) == 3);
    const auto& madrs = testing::instrument("madrs");
    const auto& madrsItem = madrs.items.front();
    REQUIRE(ui::heatStep(madrsItem, madrs.findOptionSet(madrsItem.optionSet), 6) == 3);
    REQUIRE(ui::heatStep(madrsItem, madrs.findOptionSet(madrsItem.optionSet), 2) == 1);
}

TEST_CASE("The words name what stayed and the suicide item", "[trends][heat]") {
    const QList<record::Rating> ratings{answered(-2, {3, 3, 2, 3, 3, 3, 3, 2, 0}),
                                        answered(30, {0, 0, 2, 1, 0, 0, 1, 0, 1})};
    const auto columns =
        ui::heatColumnsOf(testing::instrument("phq-9"), ratings, trendOf(ratings), testing::zone());
    const QString words = ui::itemsInWords(testing::instrument("phq-9"), columns, QLocale::c());
    REQUIRE(words.contains(QStringLiteral("Not lower than on 5 Sep: Sleep")));
    REQUIRE(words.contains(QStringLiteral("Item 9 (death or self-harm) is at 1")));
    REQUIRE(ui::itemsInWords(testing::instrument("phq-9"), columns.mid(0, 1), QLocale::c()).isEmpty());
}

} // namespace test_heat_columns

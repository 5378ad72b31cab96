// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/response.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_response {
using namespace kairos;
using namespace kairos::outcomes;
using Catch::Approx;
using kairos::testing::instrument;

TEST_CASE("Half of the baseline lost is response, inclusive, in whole numbers", "[outcomes][response]") {
    struct Row {
        double baseline, followUp;
        bool response;
    };
    const auto row = GENERATE(Row{20, 10, true}, Row{20, 11, false}, Row{9, 4, true}, Row{9, 5, false},
                              Row{21, 10, true}, Row{21, 11, false}, Row{19, 9, true}, Row{19, 10, false},
                              Row{1, 0, true}, Row{7, 13, false});
    REQUIRE(isResponse(instrument("phq-9"), {row.baseline, row.followUp}) == row.response);
}

TEST_CASE("A baseline of 0 has neither response nor per cent", "[outcomes][response]") {
    REQUIRE_FALSE(isResponse(instrument("phq-9"), {0, 0}).has_value());
    REQUIRE_FALSE(changePercent({0, 5}).has_value());
    REQUIRE_FALSE(responseLine(instrument("phq-9"), 0).has_value());
}

TEST_CASE("The fall in per cent is positive for a fall", "[outcomes][response]") {
    REQUIRE(*changePercent({20, 8}) == Approx(60.0));
    REQUIRE(*changePercent({18, 13}) == Approx(27.7778).margin(0.0001));
    REQUIRE(*changePercent({7, 13}) == Approx(-85.7143).margin(0.0001));
}

TEST_CASE("Partial response lies from 25 per cent to short of response", "[outcomes][response]") {
    const auto& phq = instrument("phq-9");
    REQUIRE(isPartialResponse(phq, {20, 15}, 25) == true);
    REQUIRE(isPartialResponse(phq, {20, 16}, 25) == false);
    REQUIRE(isPartialResponse(phq, {20, 11}, 25) == true);
    REQUIRE(isPartialResponse(phq, {20, 10}, 25) == false);
    REQUIRE(isPartialResponse(phq, {12, 9}, 25) == true);
}

TEST_CASE("The response line is the last whole total that is a response", "[outcomes][response]") {
    REQUIRE(responseLine(instrument("qids-sr16"), 18) == 9.0);
    REQUIRE(responseLine(instrument("phq-9"), 19) == 9.0);
    REQUIRE(responseLine(instrument("phq-9"), 21) == 10.0);
}

TEST_CASE("Each kind of rule is judged by its own arithmetic", "[outcomes][response]") {
    scales::Instrument scale = instrument("phq-9");
    scale.response = {scales::ResponseKind::FallPoints, 8, {}};
    REQUIRE(isResponse(scale, {20, 12}) == true);
    REQUIRE(isResponse(scale, {20, 13}) == false);
    REQUIRE(responseLine(scale, 20) == 12.0);
    REQUIRE_FALSE(responseLine(scale, 7).has_value());
    scale.response = {scales::ResponseKind::RisePoints, 10, {}};
    REQUIRE(isResponse(scale, {10, 20}) == true);
    REQUIRE(isResponse(scale, {10, 19}) == false);
    REQUIRE(responseLine(scale, 10) == 20.0);
    REQUIRE_FALSE(responseLine(scale, 20).has_value());
    scale.response = {scales::ResponseKind::AtMost, 12, {}};
    REQUIRE(isResponse(scale, {27, 12}) == true);
    REQUIRE(isResponse(scale, {27, 13}) == false);
    REQUIRE(responseLine(scale, 27) == 12.0);
    scale.response = {};
    REQUIRE_FALSE(isResponse(scale, {20, 5}).has_value());
    REQUIRE_FALSE(responseLine(scale, 20).has_value());
    REQUIRE_FALSE(isPartialResponse(scale, {20, 15}, 25).has_value());
}

TEST_CASE("A fall on an instrument where high is good is never a response", "[outcomes][response]") {
    scales::Instrument who = instrument("phq-9");
    who.direction = scales::Direction::HighIsGood;
    who.response = {scales::ResponseKind::RisePoints, 10, {}};
    REQUIRE(isResponse(who, {60, 20}) == false);
}

TEST_CASE("The cut-off of the course is used, else the first of the file", "[outcomes][response]") {
    scales::Instrument madrs = instrument("phq-9");
    madrs.remission = {{QStringLiteral("default"), 10, {}}, {QStringLiteral("esketamine"), 12, {}}};
    REQUIRE(remissionCutOf(madrs, QStringLiteral("esketamine"))->limit == 12);
    REQUIRE(remissionCutOf(madrs, QStringLiteral("unknown"))->limit == 10);
    madrs.remission.clear();
    REQUIRE(remissionCutOf(madrs, QStringLiteral("default")) == nullptr);
}

} // namespace test_response

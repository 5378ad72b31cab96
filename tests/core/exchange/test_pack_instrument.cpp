// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pack_instrument.h"

#include "pack_files.h"

#include "core/scales/answers_text.h"
#include "core/scales/scoring.h"

#include <catch2/catch_test_macros.hpp>

namespace test_pack_instrument {
using namespace kairos::exchange;
using kairos::scales::Instrument;

namespace {

std::string refusalOf(const Questionnaire& form) {
    const auto result = newInstrument(form);
    return result ? std::string("it was taken in") : result.error().why.toStdString();
}

} // namespace

TEST_CASE("A foreign form with points becomes an instrument of its own", "[exchange][pack]") {
    const auto made = newInstrument(formOf(packBytes("new-instrument.json")));
    REQUIRE(made.has_value());
    REQUIRE(made->id == QStringLiteral("clinic-check-in"));
    REQUIRE(made->version == QStringLiteral("1.2"));
    REQUIRE(made->wording == kairos::scales::Wording::Official);
    REQUIRE(made->direction == kairos::scales::Direction::None);
    REQUIRE(made->items.size() == 2);
    REQUIRE(made->extras.size() == 1);
    REQUIRE(made->scoring.low == 0);
    REQUIRE(made->scoring.high == 8);
    REQUIRE(made->bands.empty());
    REQUIRE(made->rules.empty());
    // The second answer counts 2 and the third 4, as the form says.
    const auto score = kairos::scales::score(*made, *kairos::scales::parseAnswers(u"1,2,1"));
    REQUIRE(score.has_value());
    REQUIRE(score->total == 6.0);
    REQUIRE(score->answered == 2);
    REQUIRE_FALSE(kairos::scales::score(*made, *kairos::scales::parseAnswers(u"1,-,1"))->total.has_value());
}

TEST_CASE("A form without scores, or with some, is no instrument", "[exchange][pack]") {
    Questionnaire form = formOf(packBytes("new-instrument.json"));
    form.items[0].options[1].points = std::nullopt;
    REQUIRE(refusalOf(form) == "item 1 (Restless): the answer \"Some\" has no points");
    form = formOf(packBytes("new-instrument.json"));
    form.items[1].options[1].points = 0.5;
    REQUIRE(refusalOf(form) == "item 2 (Tense): 0.5 points are no whole number up to 1000");
    form = formOf(packBytes("new-instrument.json"));
    form.items[1].options[1].points = 1e9;
    REQUIRE(refusalOf(form).starts_with("item 2 (Tense): 1e+09 points"));
    form = formOf(packBytes("new-instrument.json"));
    form.items[0].options.clear();
    REQUIRE(refusalOf(form) == "item 1 (Restless) offers no answers to choose from");
    form = formOf(packBytes("new-instrument.json"));
    form.items.remove(0, 2);
    REQUIRE(refusalOf(form) == "none of its answers has points");
    form = formOf(packBytes("new-instrument.json"));
    form.id = form.name = form.title = QStringLiteral("…");
    REQUIRE(refusalOf(form) == "an id has small letters, digits and hyphens only");
    form = formOf(packBytes("new-instrument.json"));
    while (form.items.size() <= 64) {
        form.items.append(form.items.first());
    }
    REQUIRE(refusalOf(form) == "it has more than 64 items");
}

} // namespace test_pack_instrument

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/vial.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_vial {
using namespace kairos;
using namespace kairos::protocols;

TEST_CASE("A vial label gives its concentration", "[protocols][vial]") {
    struct Case {
        const char* label;
        double mgPerMl;
    };
    const auto vial = GENERATE(Case{"500 mg/10 mL", 50}, Case{"200 mg/20 mL", 10}, Case{"500 mg/5 mL", 100},
                               Case{" 200mg / 20ml ", 10}, Case{"50 mg/mL", 50}, Case{"2.5 mg/0.5 mL", 5});
    const auto read = vialFromLabel(QString::fromLatin1(vial.label));
    REQUIRE(read.has_value());
    REQUIRE(read->concentration().value == Catch::Approx(vial.mgPerMl));
}

TEST_CASE("What is no vial label is refused", "[protocols][vial]") {
    const char* label = GENERATE("", "500", "500 mg", "0 mg/10 mL", "500 mg/0 mL", "1,000 mg/10 mL",
                                 "500 g/10 mL", "-500 mg/10 mL", "500 mg/10 mL ketamine");
    REQUIRE_FALSE(vialFromLabel(QString::fromLatin1(label)).has_value());
}

TEST_CASE("0.7 mL from a vial of 500 mg in 10 mL wastes 465 mg", "[protocols][vial]") {
    const VialContent vial{{500}, {10}};
    const auto use = drawFromVial(vial, {0.7});
    REQUIRE(use->used.value == Catch::Approx(35));
    REQUIRE(use->waste.value == Catch::Approx(465));
    REQUIRE(drawFromVial(vial, {10})->waste.value == Catch::Approx(0).margin(1e-9));
    REQUIRE_FALSE(drawFromVial(vial, {10.1}).has_value());
    REQUIRE_FALSE(drawFromVial(vial, {-0.1}).has_value());
}

} // namespace test_vial

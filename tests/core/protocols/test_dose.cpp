// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/dose.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

namespace test_dose {
using namespace kairos;
using namespace kairos::protocols;
using Catch::Approx;
using record::BagRule;
using record::Route;

namespace {

DoseRequest byWeight(double kg, double mgPerKg, double minutes) {
    DoseRequest request;
    request.weight = base::Kilograms{kg};
    request.mgPerKg = base::MilligramsPerKilogram{mgPerKg};
    request.minutes = base::Minutes{minutes};
    return request;
}

DoseRequest fixed(Route route, double mg, double kg) {
    DoseRequest request;
    request.route = route;
    request.mg = base::Milligrams{mg};
    request.weight = base::Kilograms{kg};
    return request;
}

base::Result<DoseFigures> reckon(const DoseRequest& request) {
    return reckonDose(request, builtInDoseLimits());
}

QStringList rulesOf(const DoseFigures& figures) {
    QStringList rules;
    for (const auto& finding : figures.findings) {
        rules.append(finding.rule);
    }
    return rules;
}

struct Vector {
    double kg, mgPerKg, minutes, mg, mlAt10, mlAt50, mlAt100, mgPerMin, ugPerKgMin, bagMgPerMl, mlPerH50,
        mlPerH100;
};

} // namespace

TEST_CASE("The dose table of the reference holds", "[protocols][dose]") {
    const auto row = GENERATE(
        Vector{50, 0.5, 40, 25, 2.5, 0.5, 0.25, 0.625, 12.5, 0.50, 75, 150},
        Vector{70, 0.5, 40, 35, 3.5, 0.7, 0.35, 0.875, 12.5, 0.70, 75, 150},
        Vector{72.5, 0.5, 40, 36.25, 3.625, 0.725, 0.3625, 0.90625, 12.5, 0.725, 75, 150},
        Vector{83, 0.5, 40, 41.5, 4.15, 0.83, 0.415, 1.0375, 12.5, 0.83, 75, 150},
        Vector{100, 0.5, 40, 50, 5, 1, 0.5, 1.25, 12.5, 1.0, 75, 150},
        Vector{120, 0.5, 40, 60, 6, 1.2, 0.6, 1.5, 12.5, 1.2, 75, 150},
        Vector{70, 0.8, 40, 56, 5.6, 1.12, 0.56, 1.4, 20, 1.12, 75, 150},
        Vector{70, 0.71, 52, 49.7, 4.97, 0.994, 0.497, 0.955769, 13.653846, 0.994, 57.6923, 115.3846},
        Vector{70, 1.0, 40, 70, 7, 1.4, 0.7, 1.75, 25, 1.40, 75, 150},
        Vector{70, 0.25, 40, 17.5, 1.75, 0.35, 0.175, 0.4375, 6.25, 0.35, 75, 150},
        Vector{65, 0.5, 60, 32.5, 3.25, 0.65, 0.325, 0.541667, 8.333333, 0.65, 50, 100});
    DoseRequest request = byWeight(row.kg, row.mgPerKg, row.minutes);
    request.bagVolume = base::Millilitres{50};
    request.bagRule = BagRule::FillTo;
    for (const auto& [concentration, ml] :
         {std::pair{10.0, row.mlAt10}, {50.0, row.mlAt50}, {100.0, row.mlAt100}}) {
        request.concentration = base::MilligramsPerMillilitre{concentration};
        const auto figures = reckon(request);
        REQUIRE(figures.has_value());
        REQUIRE(figures->mg.value == Approx(row.mg).epsilon(1e-9));
        REQUIRE(figures->ml->value == Approx(ml).epsilon(1e-9));
        REQUIRE(figures->mgPerMin->value == Approx(row.mgPerMin).epsilon(1e-6));
        REQUIRE(figures->ugPerKgMin->value == Approx(row.ugPerKgMin).epsilon(1e-7));
        REQUIRE(figures->bagMgPerMl->value == Approx(row.bagMgPerMl).epsilon(1e-9));
        REQUIRE(figures->mlPerH->value == Approx(row.mlPerH50).epsilon(1e-6));
    }
    request.bagVolume = base::Millilitres{100};
    REQUIRE(reckon(request)->mlPerH->value == Approx(row.mlPerH100).epsilon(1e-6));
}

TEST_CASE("Adding the drug to the bag counts its volume", "[protocols][dose]") {
    DoseRequest request = byWeight(70, 0.5, 40);
    request.concentration = base::MilligramsPerMillilitre{50};
    request.bagVolume = base::Millilitres{50};
    request.bagRule = BagRule::AddTo;
    const auto figures = reckon(request);
    REQUIRE(figures.has_value());
    REQUIRE(figures->bagMgPerMl->value == Approx(0.690335).epsilon(1e-6));
    REQUIRE(figures->mlPerH->value == Approx(76.05));
    REQUIRE(figures->findings.isEmpty());
}

TEST_CASE("No concentration and no bag rule is ever assumed", "[protocols][dose]") {
    DoseRequest request = byWeight(70, 0.5, 40);
    const auto bare = reckon(request);
    REQUIRE_FALSE(bare->ml.has_value());
    REQUIRE_FALSE(bare->bagMgPerMl.has_value());
    REQUIRE_FALSE(bare->mlPerH.has_value());
    REQUIRE_FALSE(bare->devices.has_value());
    REQUIRE(bare->findings.isEmpty());
    request.bagVolume = base::Millilitres{50};
    const auto noRule = reckon(request);
    REQUIRE_FALSE(noRule->mlPerH.has_value());
    REQUIRE(rulesOf(*noRule) == QStringList{QStringLiteral("dose.bag.rule-missing")});
    request.bagRule = BagRule::AddTo;
    REQUIRE_FALSE(reckon(request)->mlPerH.has_value());
}

TEST_CASE("A bag smaller than the drug is refused, one of its size is not", "[protocols][dose]") {
    DoseRequest request = byWeight(100, 0.5, 40);
    request.concentration = base::MilligramsPerMillilitre{10};
    request.bagRule = BagRule::FillTo;
    request.bagVolume = base::Millilitres{5};
    REQUIRE(reckon(request).has_value());
    request.bagVolume = base::Millilitres{4.9};
    REQUIRE_FALSE(reckon(request).has_value());
}

TEST_CASE("Impossible weights are refused", "[protocols][dose]") {
    const double kg = GENERATE(0.0, -70.0, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity(), 300.1);
    const auto figures = reckon(byWeight(kg, 0.5, 40));
    REQUIRE_FALSE(figures.has_value());
    REQUIRE(figures.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(figures.error().why.contains(QStringLiteral("weight")));
}

TEST_CASE("A weight of 300 kg is still possible and its dose stops above 100 mg", "[protocols][dose]") {
    const auto figures = reckon(byWeight(300, 0.5, 40));
    REQUIRE(figures.has_value());
    REQUIRE(figures->hasStop());
    REQUIRE(rulesOf(*figures) == QStringList{QStringLiteral("dose.iv.mg.high.stop")});
}

TEST_CASE("Each intravenous limit speaks on its far side only", "[protocols][dose]") {
    struct Edge {
        double mgPerKg;
        double minutes;
        QStringList rules;
    };
    const auto edge =
        GENERATE(Edge{0.25, 40, {}}, Edge{0.2499, 40, {QStringLiteral("dose.iv.mg-per-kg.low.caution")}},
                 Edge{0.75, 40, {}}, Edge{0.751, 40, {QStringLiteral("dose.iv.mg-per-kg.high.caution")}},
                 Edge{1.0, 40, {QStringLiteral("dose.iv.mg-per-kg.high.caution")}},
                 Edge{1.2, 40, {QStringLiteral("dose.iv.mg-per-kg.high.stop")}},
                 Edge{2.0, 40, {QStringLiteral("dose.iv.mg-per-kg.high.stop")}}, Edge{0.5, 20, {}},
                 Edge{0.5, 19.9, {QStringLiteral("dose.iv.minutes.low.stop")}});
    const auto figures = reckon(byWeight(50, edge.mgPerKg, edge.minutes));
    REQUIRE(figures.has_value());
    REQUIRE(rulesOf(*figures) == edge.rules);
}

TEST_CASE("Ten times a dose is impossible, with words", "[protocols][dose]") {
    REQUIRE(reckon(byWeight(70, 1.2, 40))->hasStop());
    const auto figures = reckon(byWeight(70, 5, 40));
    REQUIRE_FALSE(figures.has_value());
    REQUIRE(figures.error().why.contains(QStringLiteral("5 mg/kg")));
    REQUIRE_FALSE(reckon(byWeight(40, 2.01, 40)).has_value());
    REQUIRE(reckon(fixed(Route::Intravenous, 200, 120)).has_value());
    REQUIRE_FALSE(reckon(fixed(Route::Intravenous, 200.1, 120)).has_value());
}

TEST_CASE("The other routes have their own limits", "[protocols][dose]") {
    struct Edge {
        Route route;
        double mg;
        double kg;
        bool isPossible;
        bool isStopped;
    };
    const auto edge = GENERATE(
        Edge{Route::Intramuscular, 130, 100, true, false}, Edge{Route::Intramuscular, 130.1, 100, true, true},
        Edge{Route::Intramuscular, 75, 50, true, false}, Edge{Route::Intramuscular, 75.1, 50, true, true},
        Edge{Route::Intramuscular, 200, 100, true, true},
        Edge{Route::Intramuscular, 200.1, 120, false, false}, Edge{Route::Subcutaneous, 63, 70, true, false},
        Edge{Route::Subcutaneous, 63.1, 70, true, true}, Edge{Route::Subcutaneous, 141, 70, false, false},
        Edge{Route::Sublingual, 250, 70, true, false}, Edge{Route::Sublingual, 250.1, 70, true, true},
        Edge{Route::Sublingual, 500, 70, true, true}, Edge{Route::Sublingual, 500.1, 70, false, false});
    const auto figures = reckon(fixed(edge.route, edge.mg, edge.kg));
    REQUIRE(figures.has_value() == edge.isPossible);
    REQUIRE((figures && figures->hasStop()) == edge.isStopped);
}

TEST_CASE("The oral route waits for the clinic's limit", "[protocols][dose]") {
    const auto refused = reckon(fixed(Route::Oral, 50, 70));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().code == base::ErrorCode::Refused);
    DoseLimits limits = builtInDoseLimits();
    limits.limits.append({QStringLiteral("dose.po.clinic"), Route::Oral, LimitedQuantity::Mg,
                          LimitSide::Above, 100, LimitLevel::Stop, QStringLiteral("clinic"),
                          base::Confidence::Check});
    REQUIRE(reckonDose(fixed(Route::Oral, 50, 70), limits).has_value());
}

TEST_CASE("A dose in mg and one in mg/kg exclude each other", "[protocols][dose]") {
    DoseRequest both = byWeight(70, 0.5, 40);
    both.mg = base::Milligrams{35};
    REQUIRE_FALSE(reckon(both).has_value());
    DoseRequest neither = byWeight(70, 0.5, 40);
    neither.mgPerKg.reset();
    REQUIRE_FALSE(reckon(neither).has_value());
    DoseRequest noWeight = byWeight(70, 0.5, 40);
    noWeight.weight.reset();
    REQUIRE_FALSE(reckon(noWeight).has_value());
    REQUIRE_FALSE(reckon(byWeight(70, 0, 40)).has_value());
    REQUIRE_FALSE(reckon(byWeight(70, 0.5, 0)).has_value());
}

TEST_CASE("The maximum of the order stops", "[protocols][dose]") {
    DoseRequest request = byWeight(70, 0.5, 40);
    request.maximum = base::Milligrams{35};
    REQUIRE_FALSE(reckon(request)->hasStop());
    request.maximum = base::Milligrams{34.9};
    REQUIRE(rulesOf(*reckon(request)) == QStringList{QStringLiteral("dose.order-maximum")});
}

TEST_CASE("An infusion without a time says that its rate was not checked", "[protocols][dose]") {
    DoseRequest request = byWeight(70, 0.5, 40);
    request.minutes.reset();
    const auto figures = reckon(request);
    REQUIRE_FALSE(figures->mgPerMin.has_value());
    REQUIRE(rulesOf(*figures) == QStringList{QStringLiteral("dose.iv.minutes-missing")});
}

TEST_CASE("100 mg/mL wants dilution before intravenous use", "[protocols][dose]") {
    DoseRequest request = byWeight(70, 0.5, 40);
    request.concentration = base::MilligramsPerMillilitre{100};
    REQUIRE(rulesOf(*reckon(request)) == QStringList{QStringLiteral("dose.iv.dilute")});
    request.concentration = base::MilligramsPerMillilitre{99};
    REQUIRE(rulesOf(*reckon(request)).isEmpty());
}

TEST_CASE("Pounds convert before the dose", "[protocols][dose]") {
    const auto figures = reckon(byWeight(154 * base::kKilogramsPerPound, 0.5, 40));
    REQUIRE(figures->mg.value == Approx(34.9266).epsilon(1e-6));
}

TEST_CASE("Esketamine comes in whole devices", "[protocols][dose][esketamine]") {
    struct Case {
        double mg;
        int devices, sprays, rests;
    };
    const auto expected = GENERATE(Case{28, 1, 2, 0}, Case{56, 2, 4, 1}, Case{84, 3, 6, 2});
    const auto figures = reckonEsketamine({expected.mg}, builtInDoseLimits());
    REQUIRE(figures.has_value());
    REQUIRE(figures->devices == expected.devices);
    REQUIRE(figures->sprays == expected.sprays);
    REQUIRE(figures->rests == expected.rests);
    REQUIRE_FALSE(figures->mgPerMin.has_value());
}

TEST_CASE("Esketamine of 70 or 112 mg is refused", "[protocols][dose][esketamine]") {
    const double mg = GENERATE(0.0, 27.9, 70.0, 112.0, std::numeric_limits<double>::quiet_NaN());
    const auto figures = reckonEsketamine({mg}, builtInDoseLimits());
    REQUIRE_FALSE(figures.has_value());
    REQUIRE(figures.error().why.contains(QStringLiteral("28, 56, 84 mg")));
}

TEST_CASE("The intranasal route takes mg and no weight", "[protocols][dose][esketamine]") {
    DoseRequest request;
    request.route = Route::Intranasal;
    request.mg = base::Milligrams{56};
    REQUIRE(reckon(request)->devices == 2);
    request.mg.reset();
    request.mgPerKg = base::MilligramsPerKilogram{0.5};
    REQUIRE_FALSE(reckon(request).has_value());
}

TEST_CASE("A lozenge of 100 mg tells its systemic share and converts nothing", "[protocols][dose]") {
    const auto figures = reckon(fixed(Route::Sublingual, 100, 70));
    REQUIRE(figures->mg.value == 100.0);
    REQUIRE(figures->findings.size() == 1);
    REQUIRE(figures->findings.first().level == base::FindingLevel::Information);
    REQUIRE(figures->findings.first().text.contains(QStringLiteral("25 to 30 mg")));
    const auto share = systemicShare(Route::Sublingual, {100}, builtInDoseLimits());
    REQUIRE(share->low.value == Approx(25));
    REQUIRE(share->high.value == Approx(30));
}

} // namespace test_dose

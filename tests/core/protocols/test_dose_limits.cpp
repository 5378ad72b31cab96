// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/dose_limits.h"
#include "core/protocols/json_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_dose_limits {
using namespace kairos;
using namespace kairos::protocols;

namespace {

QByteArray shipped() {
    return *readDataFile(QStringLiteral(":/kairos/safety/dose_limits.json"));
}

base::Result<DoseLimits> readChanged(const char* from, const char* to) {
    QByteArray json = shipped();
    REQUIRE(json.contains(from));
    json.replace(from, to);
    return readDoseLimits(json, QStringLiteral("dose_limits.json"));
}

} // namespace

TEST_CASE("Every shipped dose limit names its source and its confidence", "[protocols][limits]") {
    const DoseLimits& limits = builtInDoseLimits();
    REQUIRE(limits.limits.size() == 16);
    for (const DoseLimit& limit : limits.limits) {
        REQUIRE(limit.source == QStringLiteral("local default"));
        REQUIRE(limit.confidence == base::Confidence::Check);
    }
    REQUIRE(limits.weight.aboveKg == 300.0);
    REQUIRE(limits.needClinicLimit == QList{record::Route::Oral});
}

TEST_CASE("A broken limits file is refused with its place", "[protocols][limits]") {
    struct Case {
        const char* from;
        const char* to;
        const char* place;
    };
    const auto bad = GENERATE(Case{"\"mg_per_kg\"", "\"mg_per_lb\"", "limits[0].quantity"},
                              Case{"\"side\": \"above\"", "\"side\": \"beside\"", "limits[0].side"},
                              Case{"\"impossible\"", "\"maybe\"", "limits[0].level"},
                              Case{"\"value\": 2,", "\"value\": -2,", "limits[0].value"},
                              Case{"\"route\": \"iv\"", "\"route\": \"xx\"", "limits[0].route"},
                              Case{"\"rest_minutes\"", "\"rest_seconds\"", "esketamine.rest_minutes"},
                              Case{"\"low\": 0.25", "\"low\": 0.35", "bioavailability[3].low"},
                              Case{"\"dose-limits\"", "\"other\"", "id"},
                              Case{"\"confidence\": \"C\"", "\"confidence\": \"Z\"", "weight.confidence"});
    const auto read = readChanged(bad.from, bad.to);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.startsWith(QString::fromLatin1(bad.place)));
}

TEST_CASE("Text that is no JSON object is refused", "[protocols][limits]") {
    REQUIRE_FALSE(readDoseLimits("[]", QStringLiteral("x.json")).has_value());
    REQUIRE_FALSE(readDoseLimits("{", QStringLiteral("x.json")).has_value());
    REQUIRE_FALSE(readDataFile(QStringLiteral(":/kairos/safety/none.json")).has_value());
}

} // namespace test_dose_limits

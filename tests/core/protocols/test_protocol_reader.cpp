// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_protocol_reader {
using namespace kairos;
using namespace kairos::protocols;

namespace {

base::Result<Protocol> readChanged(const char* from, const char* to) {
    QByteArray json = *readDataFile(QStringLiteral(":/kairos/protocols/iv-cbt.json"));
    REQUIRE(json.contains(from));
    json.replace(from, to);
    return readProtocol(json, QStringLiteral("iv-cbt.json"), builtInDoseLimits());
}

} // namespace

TEST_CASE("A protocol file that contradicts itself is refused with its place", "[protocols][reader]") {
    struct Case {
        const char* from;
        const char* to;
        const char* place;
    };
    const auto bad =
        GENERATE(Case{"\"unit\": \"mg/kg\"", "\"unit\": \"mg/lb\"", "regimen.dose.unit"},
                 Case{"\"value\": 0.5,", "\"value\": 1.5,", "regimen.dose"},
                 Case{"\"value\": 0.5,", "\"value\": 0,", "regimen.dose.value"},
                 Case{"\"minutes\": 40,", "\"minutes\": 10,", "regimen.dose"},
                 Case{"\"min_gap_days\": 2", "\"min_gap_days\": 6", "regimen.blocks[0].min_gap_days"},
                 Case{"\"route\": \"iv\"", "\"route\": \"vi\"", "regimen.route"},
                 Case{"\"route\": \"iv\"", "\"route\": \"po\"", "regimen.dose"},
                 Case{"\"count\": 6", "\"count\": 0", "regimen.blocks[0].count"},
                 Case{"\"mon\"", "\"monday\"", "regimen.blocks[0].weekdays"},
                 Case{"\"sessions\": 16", "\"sessions\": 17", "therapy.per_week"},
                 Case{"\"to_week\": 17", "\"to_week\": 18", "therapy.per_week"},
                 Case{"\"latest_hours\": 72", "\"latest_hours\": 24", "integration.target_from_hours"},
                 Case{"\"kind\": \"review\"", "\"kind\": \"reviewing\"", "steps[6].kind"},
                 Case{"\"anchor\": \"last-therapy\"", "\"anchor\": \"somewhen\"", "steps[7].anchor"},
                 Case{"\"id\": \"iv-cbt\"", "\"id\": \"IV CBT\"", "id"},
                 Case{"\"version\": \"1.0\"", "\"version\": \"1.0\", \"colour\": \"red\"", "colour"},
                 Case{"\"wilkinson-2021\"\n", "\"wilkinson-2012\"\n", "regimen.sources"});
    const auto read = readChanged(bad.from, bad.to);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(read.error().why.startsWith(QString::fromLatin1(bad.place)));
}

TEST_CASE("A circle among the steps is refused", "[protocols][reader]") {
    const auto read = readChanged("\"key\": \"consent-1\",", "\"key\": \"consent-1\", \"instruments\": [],");
    REQUIRE(read.has_value());
    const auto circle = readChanged("\"depends_on\": [\n        \"screening-1\"\n      ]",
                                    "\"depends_on\": [\n        \"preparation-1\"\n      ]");
    REQUIRE_FALSE(circle.has_value());
    REQUIRE(circle.error().why.contains(QStringLiteral("in a circle")));
}

TEST_CASE("A step that waits for no known step is refused", "[protocols][reader]") {
    const auto read = readChanged("\"integration-6\"", "\"integration-7\"");
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.contains(QStringLiteral("integration-7")));
}

TEST_CASE("Sessions in a week are whole numbers a week can hold", "[protocols][reader]") {
    const char* weeks =
        GENERATE("\"per_week\": [1.5,", "\"per_week\": [-1,", "\"per_week\": [8,", "\"per_week\": [1e300,");
    const auto read = readChanged("\"per_week\": [\n      2,", weeks);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().why.startsWith(QStringLiteral("therapy.per_week")));
}

TEST_CASE("A file cut short at any tenth is refused, never half read", "[protocols][reader]") {
    const QByteArray json = *readDataFile(QStringLiteral(":/kairos/protocols/iv-cbt.json"));
    for (int tenth = 0; tenth < 10; ++tenth) {
        const auto read = readProtocol(json.left(json.size() * tenth / 10), QStringLiteral("cut.json"),
                                       builtInDoseLimits());
        REQUIRE_FALSE(read.has_value());
    }
}

} // namespace test_protocol_reader

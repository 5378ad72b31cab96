// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/monitoring_form.h"

#include "core/safety/drug_list.h"
#include "core/safety/safety_json.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_monitoring_form {
using namespace kairos;
using namespace kairos::safety;

TEST_CASE("Every datum of the worksheet names its source and how sure it is", "[safety][monitoring]") {
    const auto& form = MonitoringForm::builtIn();
    REQUIRE(form.items.size() == 23);
    for (const auto& item : form.items) {
        REQUIRE_FALSE(item.source.isEmpty());
    }
    REQUIRE(form.submitDays.value == 7);
    REQUIRE(form.monitorMinutes.value == 120);
    REQUIRE(form.monitorMinutes.confidence == base::Confidence::High);
    REQUIRE(form.pressureMinute.value == 40);
    REQUIRE(form.dissociationAbove.value == 4);
    REQUIRE(form.dissociationAbove.confidence == base::Confidence::Medium);
    REQUIRE(form.unsourced.startsWith(QStringLiteral("Not sourced")));
    REQUIRE(form.sources.first().endsWith(QStringLiteral("(H)")));
}

TEST_CASE("Each kind of medicine that is asked for stands on the list of medicines", "[safety][monitoring]") {
    const auto drugs = DrugList::builtIn();
    for (const auto& kind : MonitoringForm::builtIn().medication) {
        REQUIRE_FALSE(kind.title.isEmpty());
        for (const QString& id : kind.classes) {
            REQUIRE(drugs.classOf(id) != nullptr);
        }
    }
}

TEST_CASE("A list of data that does not fit is refused", "[safety][monitoring]") {
    struct Case {
        const char* from;
        const char* to;
    };
    const auto bad =
        GENERATE(Case{"\"value\": 7", "\"value\": 0"}, Case{"\"minute\": 40", "\"minute\": -1"},
                 Case{"\"id\": \"born\"", "\"id\": \"name\""},
                 Case{"\"classes\": [\"maoi\"]", "\"classes\": []"}, Case{"\"submitDays\"", "\"days\""});
    QByteArray json = builtInSafetyFile(QStringLiteral("monitoring_form.json"));
    REQUIRE(MonitoringForm::read(json).has_value());
    REQUIRE(json.contains(bad.from));
    REQUIRE_FALSE(MonitoringForm::read(json.replace(bad.from, bad.to)).has_value());
    REQUIRE_FALSE(MonitoringForm::read("[").has_value());
}

} // namespace test_monitoring_form

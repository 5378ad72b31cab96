// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_library.h"
#include "core/protocols/step_graph.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_step_graph {
using namespace kairos;
using namespace kairos::protocols;

namespace {

QList<StepSkeleton> combined() {
    const auto library = ProtocolLibrary::load(builtInDoseLimits());
    return stepSkeletons(*library.find(QStringLiteral("iv-cbt")));
}

const StepSkeleton& stepOf(const QList<StepSkeleton>& steps, const char* key) {
    const auto found = std::find_if(steps.begin(), steps.end(), [key](const StepSkeleton& step) {
        return step.key == QLatin1String(key);
    });
    REQUIRE(found != steps.end());
    return *found;
}

} // namespace

TEST_CASE("Dose, therapy and rating depend on each other", "[protocols][graph]") {
    const auto steps = combined();
    REQUIRE(stepOf(steps, "dose-1").dependsOn.contains(QStringLiteral("preparation-2")));
    REQUIRE(stepOf(steps, "dose-1").dependsOn.contains(QStringLiteral("consent-1")));
    REQUIRE(stepOf(steps, "dose-2").dependsOn == QStringList{QStringLiteral("dose-1"),
                                                             QStringLiteral("integration-1"),
                                                             QStringLiteral("rating-dose-2")});
    REQUIRE(stepOf(steps, "integration-6").dependsOn == QStringList{QStringLiteral("dose-6")});
    REQUIRE(stepOf(steps, "therapy-1").dependsOn == QStringList{QStringLiteral("review-1")});
    REQUIRE(stepOf(steps, "therapy-16").dependsOn == QStringList{QStringLiteral("therapy-15")});
}

TEST_CASE("Steps are numbered within their kind", "[protocols][graph]") {
    const auto steps = combined();
    REQUIRE(stepOf(steps, "dose-6").number == 6);
    REQUIRE(stepOf(steps, "integration-3").number == 3);
    REQUIRE(stepOf(steps, "preparation-2").number == 2);
    REQUIRE(stepOf(steps, "review-2").number == 2);
    REQUIRE(stepOf(steps, "rating-baseline").number == 1);
    REQUIRE(stepOf(steps, "rating-dose-1").number == 2);
}

TEST_CASE("In the order of dependence every step follows what it waits for", "[protocols][graph]") {
    const auto ordered = inOrderOfDependence(combined());
    REQUIRE(ordered.has_value());
    QSet<QString> seen;
    for (const StepSkeleton& step : *ordered) {
        for (const QString& need : step.dependsOn) {
            REQUIRE(seen.contains(need));
        }
        seen.insert(step.key);
    }
    REQUIRE(seen.size() == combined().size());
}

TEST_CASE("Circles, strangers and doubles have no order", "[protocols][graph]") {
    StepSkeleton first;
    first.key = QStringLiteral("a");
    first.dependsOn = {QStringLiteral("b")};
    StepSkeleton second;
    second.key = QStringLiteral("b");
    REQUIRE(inOrderOfDependence({first, second}).has_value());
    REQUIRE_FALSE(inOrderOfDependence({first}).has_value());
    REQUIRE_FALSE(inOrderOfDependence({second, second}).has_value());
    second.dependsOn = {QStringLiteral("a")};
    REQUIRE_FALSE(inOrderOfDependence({first, second}).has_value());
}

TEST_CASE("A checkpoint stands between two doses and takes no review's number", "[protocols][graph]") {
    const auto steps = combined();
    REQUIRE(stepOf(steps, "checkpoint-3").number == 0);
    REQUIRE(stepOf(steps, "checkpoint-3").kind == kairos::record::StepKind::Review);
    REQUIRE(stepOf(steps, "checkpoint-3").dependsOn == QStringList{QStringLiteral("dose-3")});
}

TEST_CASE("A thousand steps in the wrong order are put right", "[protocols][graph]") {
    QList<StepSkeleton> steps;
    for (int index = 0; index < 1000; ++index) {
        StepSkeleton step;
        step.key = QStringLiteral("step-%1").arg(index);
        if (index < 999) {
            step.dependsOn = {QStringLiteral("step-%1").arg(index + 1)};
        }
        steps.append(step);
    }
    const auto ordered = inOrderOfDependence(steps);
    REQUIRE(ordered.has_value());
    REQUIRE(ordered->first().key == QStringLiteral("step-999"));
    REQUIRE(ordered->last().key == QStringLiteral("step-0"));
}

} // namespace test_step_graph

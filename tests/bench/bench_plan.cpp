// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "core/planning/plan.h"
#include "core/protocols/protocol_library.h"

#include <cstdio>
#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 400;
constexpr double kMostMicroseconds = 1000.0;
constexpr double kGoal = 10.0;

/// The shipped course with therapy, carried on by a taper to the end of the second year.
protocols::Protocol twoYears() {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    protocols::Protocol protocol = *library.find(QStringLiteral("iv-cbt"));
    const protocols::Protocol taper = *library.find(QStringLiteral("iv-maintenance"));
    protocol.regimen.blocks.append(taper.regimen.blocks);
    protocol.regimen.blocks.last().count = 22;
    protocol.measures.last().toWeek = 104;
    return protocol;
}

planning::PlanRequest busyClinic() {
    planning::PlanRequest request;
    request.start = QDate(2026, 3, 2);
    request.closedWeekdays = {6, 7};
    request.zone = QTimeZone("Europe/Oslo");
    for (int month = 0; month < 24; ++month) {
        request.holidays.append(request.start.addMonths(month).addDays(9));
        request.patientAway.append(request.start.addMonths(month).addDays(17));
    }
    return request;
}

/// The same steps with a date each, by no rule at all.
qsizetype bareSteps(const planning::PlannedCourse& course) {
    QList<planning::PlannedStep> steps;
    QDate day = course.start;
    for (const planning::PlannedStep& planned : course.steps) {
        planning::PlannedStep step;
        step.key = QStringLiteral("%1-%2").arg(QStringLiteral("step")).arg(planned.number);
        step.title = QStringLiteral("Step %1 of %2").arg(planned.number).arg(course.steps.size());
        step.kind = planned.kind;
        step.number = planned.number;
        step.dependsOn = QStringList{step.key};
        step.window = record::StepWindow{{day, {}}, {day.addDays(1), {}}, {day.addDays(2), {}}};
        day = day.addDays(3);
        steps.append(step);
    }
    return steps.size();
}

} // namespace

int benchPlan() {
    const protocols::Protocol protocol = twoYears();
    const planning::PlanRequest request = busyClinic();
    const planning::PlannedCourse course = planning::plan(protocol, request);
    const auto pair = measure(
        kRuns,
        [&] {
            if (planning::plan(protocol, request).steps.size() != course.steps.size()) {
                throw std::runtime_error("the plan gave another number of steps");
            }
        },
        [&] {
            if (bareSteps(course) != course.steps.size()) {
                throw std::runtime_error("the bare loop gave another number of steps");
            }
        });
    const int missed = report("plan a two-year course / the same steps unruled", pair, kGoal);
    const bool isSlow = pair.ours >= kMostMicroseconds;
    std::printf("%-52s %10.0f us  %lld steps, goal %.0f us  %s\n", "", pair.ours,
                static_cast<long long>(course.steps.size()), kMostMicroseconds, isSlow ? "MISSED" : "held");
    return missed + (isSlow ? 1 : 0);
}

} // namespace kairos::bench

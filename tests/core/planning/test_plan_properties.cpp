// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/clinic_calendar.h"
#include "core/planning/plan.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

constexpr int kCalendars = 400;

/// A calendar drawn from a seed: any start, up to three closed weekdays, up to twelve holidays.
PlanRequest randomRequest(std::mt19937& random) {
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    PlanRequest request;
    request.start = QDate(2026, 1, 1).addDays(below(365));
    for (int closed = below(4); closed > 0; --closed) {
        request.closedWeekdays.append(1 + below(7));
    }
    for (int holidays = below(13); holidays > 0; --holidays) {
        request.holidays.append(request.start.addDays(below(60) - 20));
    }
    request.zone = below(2) == 0 ? QTimeZone::utc() : QTimeZone("Europe/Oslo");
    return request;
}

const char* randomProtocol(std::mt19937& random) {
    const char* ids[] = {"iv-cbt", "iv-elektd", "iv-singh-3x", "esketamine-trd"};
    return ids[random() % 4];
}

/// What breaks the rules of a course; empty when nothing does.
QString breach(const protocols::Protocol& protocol, const PlannedCourse& course, const PlanRequest& request) {
    const ClinicCalendar calendar(request);
    for (const PlannedStep& step : course.steps) {
        if (!step.window) {
            const bool isNamed =
                std::any_of(course.findings.begin(), course.findings.end(), [&](const auto& finding) {
                    return finding.subject == step.key && finding.rule == QStringLiteral("plan.no-date");
                });
            if (!isNamed) {
                return step.key + QStringLiteral(" has no date and no finding");
            }
            continue;
        }
        if (startOf(step.window->earliest) > startOf(step.window->target) ||
            endOf(step.window->target) > endOf(step.window->latest)) {
            return step.key + QStringLiteral(" lies outside its window");
        }
        if (!calendar.isOpen(step.window->target.date)) {
            return step.key + QStringLiteral(" lies on a closed day");
        }
        for (const QString& key : step.dependsOn) {
            const PlannedStep* need = course.find(key);
            if (need->window && need->window->target.date > step.window->target.date) {
                return step.key + QStringLiteral(" comes before ") + key;
            }
        }
    }
    const QList<QDate> days = doseDays(course);
    for (int dose = 2; dose <= days.size() && days.at(dose - 1).isValid(); ++dose) {
        const auto& block = protocol.regimen.blockOf(dose);
        const qint64 gap = days.at(dose - 2).daysTo(days.at(dose - 1));
        const auto recent = std::count_if(days.begin(), days.begin() + dose,
                                          [&](QDate other) { return other.daysTo(days.at(dose - 1)) < 7; });
        if (gap < block.minGapDays || gap > block.maxGapDays || recent > block.maxInSevenDays) {
            return QStringLiteral("dose %1 breaks a gap").arg(dose);
        }
    }
    return {};
}

/// Holds the first steps of the course near their days.
Facts randomFacts(const PlannedCourse& course, std::mt19937& random) {
    Facts facts;
    const size_t count = random() % static_cast<size_t>(course.steps.size());
    for (size_t index = 0; index < count; ++index) {
        const PlannedStep& step = course.steps.at(static_cast<qsizetype>(index));
        if (!step.window) {
            break;
        }
        const QDate held = step.window->target.date.addDays(static_cast<int>(random() % 3));
        const auto at = base::Instant::fromLocal(held, QTime(10, 0), QTimeZone::utc());
        const FactKind kind = random() % 8 == 0 ? FactKind::Waived : FactKind::Held;
        facts.insert(step.key, {kind, at, {}});
    }
    return facts;
}

} // namespace

TEST_CASE("On random calendars no window, gap or order is broken", "[planning][property]") {
    std::mt19937 random(20260302);
    int planned = 0;
    for (int round = 0; round < kCalendars; ++round) {
        const auto protocol = fixture::protocol(randomProtocol(random));
        const PlanRequest request = randomRequest(random);
        const PlannedCourse course = plan(protocol, request);
        INFO("calendar " << round << " of " << protocol.id.toStdString());
        REQUIRE(breach(protocol, course, request).toStdString() == "");
        planned += doseDays(course).last().isValid() ? 1 : 0;
    }
    REQUIRE(planned > kCalendars / 4); // the property is not met by leaving the dates out
}

TEST_CASE("On random facts replanning twice changes nothing more", "[planning][property]") {
    std::mt19937 random(20261102);
    for (int round = 0; round < kCalendars; ++round) {
        const auto protocol = fixture::protocol(randomProtocol(random));
        PlanRequest request = randomRequest(random);
        const PlannedCourse course = plan(protocol, request);
        const Facts facts = randomFacts(course, random);
        if (random() % 2 == 0) {
            request.notBefore = request.start.addDays(static_cast<int>(random() % 40));
        }
        const PlannedCourse once = replan(protocol, course, facts, request);
        INFO("facts " << round << " of " << protocol.id.toStdString());
        REQUIRE(replan(protocol, once, facts, request) == once);
    }
}

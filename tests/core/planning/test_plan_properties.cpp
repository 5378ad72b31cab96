// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/clinic_calendar.h"
#include "core/planning/move_trial.h"
#include "core/planning/plan.h"
#include "core/planning/step_time.h"

#include "tests/core/planning/planning_fixture.h"

#include "core/protocols/protocol_library.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

namespace test_plan_properties {
using namespace kairos;
using namespace kairos::planning;
using namespace kairos::planning::fixture;

namespace {

constexpr int kCalendarsEach = 150; ///< of every shipped protocol: over three thousand together

const QList<protocols::Protocol>& shipped() {
    static const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    return library.protocols();
}

/// The gaps of the fact sheet by cadence, written here once more so that the data cannot vouch for itself.
struct Gaps {
    int min;
    int max;
    int inSevenDays;
};

Gaps gapsOf(const QString& cadence) {
    const QHash<QString, Gaps> known{
        {QStringLiteral("thrice-weekly"), {2, 4, 3}}, {QStringLiteral("every-three-days"), {2, 4, 3}},
        {QStringLiteral("twice-weekly"), {2, 5, 2}},  {QStringLiteral("weekly"), {5, 9, 7}},
        {QStringLiteral("two-weekly"), {11, 17, 7}},  {QStringLiteral("four-weekly"), {21, 35, 7}}};
    REQUIRE(known.contains(cadence));
    return known.value(cadence);
}

int below(std::mt19937& random, int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
}

/// A calendar drawn from a seed: any start, up to three closed weekdays, up to twelve holidays, absences.
PlanRequest randomRequest(std::mt19937& random) {
    PlanRequest request;
    request.start = QDate(2026, 1, 1).addDays(below(random, 365));
    for (int closed = below(random, 4); closed > 0; --closed) {
        request.closedWeekdays.append(1 + below(random, 7));
    }
    const auto fill = [&](QList<QDate>& days, int most) {
        for (int count = below(random, most + 1); count > 0; --count) {
            days.append(request.start.addDays(below(random, 80) - 20));
        }
    };
    fill(request.holidays, 12);
    fill(request.patientAway, 6);
    fill(request.clinicianAway, 6);
    request.zone = below(random, 2) == 0 ? QTimeZone::utc() : QTimeZone("Europe/Oslo");
    return request;
}

bool isExplained(const PlannedCourse& course, const QString& key) {
    const bool isFound =
        std::any_of(course.findings.begin(), course.findings.end(), [&](const base::Finding& finding) {
            return finding.subject == key && finding.rule == QLatin1String("plan.no-date");
        });
    const bool canLoosen = std::any_of(course.loosenings.begin(), course.loosenings.end(),
                                       [&](const Loosening& way) { return way.step == key; });
    return isFound && canLoosen;
}

bool isToldAsConvention(const PlannedCourse& course, const QString& key) {
    return std::any_of(course.findings.begin(), course.findings.end(), [&](const base::Finding& finding) {
        return finding.subject == key && finding.rule == QLatin1String("plan.convention");
    });
}

/// Where a step may stand: forms need no clinician; training at home and a question by telephone no clinic.
Presence presenceOf(const protocols::Protocol& protocol, const PlannedStep& step) {
    const auto* strand = protocol.strandOf(step.key);
    if ((strand && strand->isAtHome) || step.key.contains(QLatin1String("-after-dose-"))) {
        return Presence::Nobody;
    }
    const bool isForm = step.minutes == 0 && !step.key.contains(QLatin1String("-dose-"));
    return isForm ? Presence::Patient : Presence::Everyone;
}

QString stepBreach(const protocols::Protocol& protocol, const PlannedCourse& course, const PlannedStep& step,
                   const ClinicCalendar& calendar) {
    if (!step.window) {
        return isExplained(course, step.key) ? QString()
                                             : step.key + QStringLiteral(" has no date and no reason");
    }
    if (startOf(step.window->earliest) > startOf(step.window->target) ||
        endOf(step.window->target) > endOf(step.window->latest)) {
        return step.key + QStringLiteral(" lies outside its window");
    }
    if (!calendar.isFree(step.window->target.date, presenceOf(protocol, step))) {
        return step.key + QStringLiteral(" lies on a day that cannot be used");
    }
    for (const QString& key : step.dependsOn) {
        const PlannedStep* need = course.find(key);
        if (need->window && need->window->target.date > step.window->target.date) {
            return step.key + QStringLiteral(" comes before ") + key;
        }
        const bool isHard = need->kind == record::StepKind::Consent ||
                            need->kind == record::StepKind::Screening ||
                            need->kind == record::StepKind::Dosing;
        if (!need->window && (isHard || !isToldAsConvention(course, step.key))) {
            return step.key + QStringLiteral(" comes without ") + key;
        }
    }
    return {};
}

/// Gaps by the fact sheet's table, between doses that have dates.
QString doseBreach(const protocols::Protocol& protocol, const PlannedCourse& course) {
    const QList<QDate> days = doseDays(course);
    for (int dose = 2; dose <= days.size() && days.at(dose - 1).isValid(); ++dose) {
        const Gaps gaps = gapsOf(protocol.regimen.blockOf(dose).cadence);
        const qint64 gap = days.at(dose - 2).daysTo(days.at(dose - 1));
        const auto recent = std::count_if(days.begin(), days.begin() + dose,
                                          [&](QDate other) { return other.daysTo(days.at(dose - 1)) < 7; });
        if (gap < gaps.min || gap > gaps.max || recent > gaps.inSevenDays) {
            return QStringLiteral("dose %1 breaks a gap").arg(dose);
        }
    }
    return {};
}

/// What breaks the rules of a course; empty when nothing does.
QString breach(const protocols::Protocol& protocol, const PlannedCourse& course, const PlanRequest& request) {
    const ClinicCalendar calendar(request);
    for (const PlannedStep& step : course.steps) {
        if (const QString found = stepBreach(protocol, course, step, calendar); !found.isEmpty()) {
            return found;
        }
    }
    return doseBreach(protocol, course);
}

/// Holds the first steps of the course near their days.
Facts randomFacts(const PlannedCourse& course, std::mt19937& random) {
    Facts facts;
    const int count = below(random, static_cast<int>(course.steps.size()));
    for (int index = 0; index < count; ++index) {
        const PlannedStep& step = course.steps.at(index);
        if (!step.window) {
            break;
        }
        const QDate held = step.window->target.date.addDays(below(random, 3));
        const auto at = base::Instant::fromLocal(held, QTime(10, 0), QTimeZone::utc());
        const FactKind kind = below(random, 8) == 0 ? FactKind::Waived : FactKind::Held;
        facts.insert(step.key, {kind, at, {}});
    }
    return facts;
}

} // namespace

TEST_CASE("On random calendars no window, gap or order is broken", "[planning][property]") {
    std::mt19937 random(20260302);
    for (const protocols::Protocol& protocol : shipped()) {
        int planned = 0;
        for (int round = 0; round < kCalendarsEach; ++round) {
            const PlanRequest request = randomRequest(random);
            const PlannedCourse course = plan(protocol, request);
            INFO("calendar " << round << " of " << protocol.id.toStdString());
            REQUIRE(breach(protocol, course, request).toStdString() == "");
            planned += doseDays(course).last().isValid() ? 1 : 0;
        }
        INFO(protocol.id.toStdString() << " was planned to its end " << planned << " times");
        REQUIRE(planned > kCalendarsEach / 5); // the property is not met by leaving the dates out
    }
}

TEST_CASE("The same calendar gives the same course every time", "[planning][property]") {
    std::mt19937 random(7);
    for (const protocols::Protocol& protocol : shipped()) {
        for (int round = 0; round < 20; ++round) {
            const PlanRequest request = randomRequest(random);
            REQUIRE(plan(protocol, request) == plan(protocol, request));
        }
    }
}

TEST_CASE("On random facts replanning twice changes nothing more", "[planning][property]") {
    std::mt19937 random(20261102);
    for (const protocols::Protocol& protocol : shipped()) {
        for (int round = 0; round < kCalendarsEach / 3; ++round) {
            PlanRequest request = randomRequest(random);
            const PlannedCourse course = plan(protocol, request);
            const Facts facts = randomFacts(course, random);
            if (below(random, 2) == 0) {
                request.notBefore = request.start.addDays(below(random, 40));
            }
            const PlannedCourse once = replan(protocol, course, facts, request);
            INFO("facts " << round << " of " << protocol.id.toStdString());
            REQUIRE(replan(protocol, once, facts, request) == once);
            // A dose still to come never stands too soon or as one too many: that would be a stop.
            REQUIRE(
                std::none_of(once.findings.begin(), once.findings.end(), [](const base::Finding& finding) {
                    return finding.rule == QLatin1String("plan.gap-short") &&
                           finding.level == base::FindingLevel::Stop;
                }));
        }
    }
}

TEST_CASE("What was held keeps its window when the rest is replanned", "[planning][property]") {
    std::mt19937 random(31);
    for (const protocols::Protocol& protocol : shipped()) {
        for (int round = 0; round < 20; ++round) {
            const PlanRequest request = randomRequest(random);
            const PlannedCourse course = plan(protocol, request);
            const Facts facts = randomFacts(course, random);
            const PlannedCourse again = replan(protocol, course, facts, request);
            for (const PlannedStep& step : course.steps) {
                if (facts.contains(step.key) && step.kind != record::StepKind::Integration) {
                    INFO(protocol.id.toStdString() << " " << step.key.toStdString());
                    REQUIRE(again.find(step.key)->window == step.window);
                }
            }
        }
    }
}

TEST_CASE("A random move stands where it was put and what it breaks is told", "[planning][property]") {
    std::mt19937 random(99);
    const Facts none;
    int told = 0;
    for (const protocols::Protocol& protocol : shipped()) {
        for (int round = 0; round < 40; ++round) {
            const PlanRequest request = randomRequest(random);
            const PlannedCourse course = plan(protocol, request);
            const PlannedStep& step = course.steps.at(below(random, static_cast<int>(course.steps.size())));
            if (!step.window) {
                continue;
            }
            const QDate day = step.window->target.date.addDays(below(random, 15) - 7);
            const auto trial = tryMove({protocol, course, none, request}, step.key, day);
            if (!trial) {
                REQUIRE(trial.error().code == base::ErrorCode::Refused);
                continue;
            }
            const PlannedStep* moved = trial->course.find(step.key);
            INFO(protocol.id.toStdString() << " " << step.key.toStdString());
            REQUIRE(moved->window.has_value());
            REQUIRE(moved->window->target.date == day);
            const bool isInside = day >= step.window->earliest.date && day <= step.window->latest.date;
            const bool isFree = ClinicCalendar(request).isFree(day, Presence::Everyone);
            if (step.kind == record::StepKind::Dosing && step.number > 1 && !(isInside && isFree)) {
                REQUIRE_FALSE(trial->violated.isEmpty());
                ++told;
            }
        }
    }
    REQUIRE(told > 10);
}

} // namespace test_plan_properties

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/survival.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kairos::outcomes {

namespace {

constexpr double kTolerance = 1e-9;

QList<Follow> usable(const QList<Follow>& follows) {
    QList<Follow> kept;
    for (const Follow& follow : follows) {
        if (std::isfinite(follow.time) && follow.time >= 0) {
            kept.append(follow);
        }
    }
    return kept;
}

qint64 atRiskAt(const QList<Follow>& follows, double time) {
    return std::ranges::count_if(follows, [time](const Follow& follow) { return follow.time >= time; });
}

qint64 eventsAt(const QList<Follow>& follows, double time) {
    return std::ranges::count_if(
        follows, [time](const Follow& follow) { return follow.hadEvent && follow.time == time; });
}

std::set<double> eventTimes(const QList<Follow>& follows) {
    std::set<double> times;
    for (const Follow& follow : follows) {
        if (follow.hadEvent) {
            times.insert(follow.time);
        }
    }
    return times;
}

void addIntervals(SurvivalStep& step, double sum, double z) {
    const double root = std::sqrt(sum);
    step.error = step.survival * root;
    step.logInterval =
        Interval{step.survival * std::exp(-z * root), std::min(1.0, step.survival * std::exp(z * root))};
    const double power = z * root / std::abs(std::log(step.survival));
    step.logLogInterval =
        Interval{std::pow(step.survival, std::exp(power)), std::pow(step.survival, std::exp(-power))};
}

} // namespace

QList<SurvivalStep> kaplanMeier(const QList<Follow>& follows, double z) {
    const QList<Follow> kept = usable(follows);
    QList<SurvivalStep> curve;
    double survival = 1;
    double sum = 0;
    for (const double time : eventTimes(kept)) {
        SurvivalStep step;
        step.time = time;
        step.atRisk = atRiskAt(kept, time);
        step.events = eventsAt(kept, time);
        const double left = double(step.atRisk - step.events);
        survival *= left / double(step.atRisk);
        step.survival = survival;
        if (left > 0) {
            // Divided one after the other: the product of two counts could leave the range of an integer.
            sum += double(step.events) / double(step.atRisk) / left;
            addIntervals(step, sum, z);
        }
        curve.append(step);
    }
    return curve;
}

std::optional<double> timeOfSurvival(const QList<SurvivalStep>& curve, double share) {
    const auto found = std::ranges::find_if(
        curve, [share](const SurvivalStep& step) { return step.survival <= share + kTolerance; });
    return found == curve.end() ? std::nullopt : std::optional(found->time);
}

double restrictedMean(const QList<SurvivalStep>& curve, double limit) {
    double area = 0;
    double from = 0;
    double survival = 1;
    for (const SurvivalStep& step : curve) {
        if (step.time >= limit) {
            break;
        }
        area += survival * (step.time - from);
        from = step.time;
        survival = step.survival;
    }
    return area + survival * (limit - from);
}

std::optional<LogRank> logRank(const QList<Follow>& first, const QList<Follow>& second) {
    const QList<Follow> one = usable(first);
    const QList<Follow> two = usable(second);
    LogRank test;
    for (const double time : eventTimes(one + two)) {
        const double n1 = double(atRiskAt(one, time));
        const double n2 = double(atRiskAt(two, time));
        const double n = n1 + n2;
        const double d = double(eventsAt(one, time) + eventsAt(two, time));
        test.observed += double(eventsAt(one, time));
        test.expected += d * n1 / n;
        if (n > 1) {
            test.variance += d * (n1 / n) * (n2 / n) * (n - d) / (n - 1);
        }
    }
    if (!(test.variance > 0)) {
        return std::nullopt;
    }
    const double difference = test.observed - test.expected;
    test.chiSquared = difference * difference / test.variance;
    test.p = std::erfc(std::sqrt(test.chiSquared / 2));
    return test;
}

} // namespace kairos::outcomes

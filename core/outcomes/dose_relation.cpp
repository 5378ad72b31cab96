// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/dose_relation.h"

#include <algorithm>

namespace kairos::outcomes {

namespace {

constexpr double kMsPerHour = 3'600'000.0;

/// Whole days of the recall window; none for instruments that ask about this moment.
std::optional<int> recallDays(const record::Rating& rating, const scales::Instrument& instrument) {
    const std::optional<int> days = rating.recallDays ? rating.recallDays : instrument.recall.days;
    return days && *days > 0 ? days : std::nullopt;
}

bool isBefore(const record::Rating& rating, const DoseMark& dose, const Course& course) {
    if (!rating.timeKnown) {
        return daysBetween(rating.assessedAt, dose.start, course.zone) >= 0;
    }
    return rating.assessedAt < dose.start;
}

std::optional<double> hoursSinceLast(const record::Rating& rating, const Course& course) {
    if (!rating.timeKnown) {
        return std::nullopt;
    }
    std::optional<double> hours;
    for (const DoseMark& dose : course.doses) {
        if (!isBefore(rating, dose, course)) {
            const double since = double(rating.assessedAt.msSince(dose.start)) / kMsPerHour;
            hours = hours ? std::min(*hours, since) : since;
        }
    }
    return hours;
}

bool overlapsAny(const record::Rating& rating, int days, const Course& course) {
    const base::Instant end = rating.assessedAt;
    // The window goes back whole calendar days to the same time of day, across a change of the clocks too.
    const qint64 opensMs = end.local(course.zone).addDays(-days).toMSecsSinceEpoch();
    return std::ranges::any_of(course.doses, [&](const DoseMark& dose) {
        return dose.end.utcMs > opensMs && !isBefore(rating, dose, course);
    });
}

} // namespace

DoseRelation relationOf(const record::Rating& rating, const scales::Instrument& instrument,
                        const Course& course, const TrendRules& rules) {
    DoseRelation relation;
    const auto first = firstDose(course.doses);
    relation.beforeFirstDose = !first || isBefore(rating, *first, course);
    if (!first) {
        return relation;
    }
    relation.day = daysBetween(first->start, rating.assessedAt, course.zone);
    relation.hoursSinceDose = hoursSinceLast(rating, course);
    const std::optional<int> recall = recallDays(rating, instrument);
    if (!recall || relation.beforeFirstDose) {
        return relation;
    }
    relation.overlapsDose = overlapsAny(rating, *recall, course);
    relation.pretreatmentShare = std::clamp(double(*recall - *relation.day) / double(*recall), 0.0, 1.0);
    relation.excluded = relation.pretreatmentShare > rules.exclusionShare.value;
    return relation;
}

} // namespace kairos::outcomes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/dose_relation.h"

#include <algorithm>
#include <cstdlib>

namespace kairos::outcomes {

namespace {

constexpr double kMsPerHour = 3'600'000.0;
constexpr qint64 kMsPerDay = 86'400'000;

/// Whole days of the recall window; none for instruments that ask about this moment.
std::optional<int> recallDays(const record::Rating& rating, const scales::Instrument& instrument) {
    const std::optional<int> days = rating.recallDays ? rating.recallDays : instrument.recall.days;
    return days && *days > 0 ? days : std::nullopt;
}

} // namespace

DoseRelations::DoseRelations(const scales::Instrument& instrument, const Course& course,
                             const TrendRules& rules)
    : m_instrument(instrument), m_rules(rules), m_zone(course.zone), m_days(course.zone) {
    m_doses.reserve(static_cast<std::size_t>(course.doses.size()));
    for (const DoseMark& dose : course.doses) {
        m_doses.push_back({dose.start.utcMs, dose.end.utcMs, m_days.of(dose.start)});
    }
    std::ranges::sort(m_doses, {}, &Dose::startMs);
    for (std::size_t i = 1; i < m_doses.size(); ++i) {
        m_doses[i].lastEndMs = std::max(m_doses[i].lastEndMs, m_doses[i - 1].lastEndMs);
    }
}

const DoseRelations::Dose* DoseRelations::lastBefore(const record::Rating& rating, qint64 day) const {
    const auto after = rating.timeKnown
                           ? std::ranges::upper_bound(m_doses, rating.assessedAt.utcMs, {}, &Dose::startMs)
                           : std::ranges::lower_bound(m_doses, day, {}, &Dose::day);
    return after == m_doses.begin() ? nullptr : &*std::prev(after);
}

bool DoseRelations::reaches(const base::Instant& at, int days, qint64 endMs) const {
    // The window goes back whole calendar days to the same time of day, across a change of the clocks too.
    // Such a change is a matter of hours: the calendar is asked only where it can decide.
    const qint64 nominalMs = at.utcMs - days * kMsPerDay;
    if (std::abs(endMs - nominalMs) > 2 * kMsPerDay) {
        return endMs > nominalMs;
    }
    return endMs > at.local(m_zone).addDays(-days).toMSecsSinceEpoch();
}

DoseRelation DoseRelations::of(const record::Rating& rating) {
    DoseRelation relation;
    if (m_doses.empty()) {
        relation.beforeFirstDose = true;
        return relation;
    }
    const qint64 day = m_days.of(rating.assessedAt);
    relation.day = static_cast<int>(day - m_doses.front().day);
    const Dose* last = lastBefore(rating, day);
    relation.beforeFirstDose = last == nullptr;
    if (last == nullptr) {
        return relation;
    }
    if (rating.timeKnown) {
        relation.hoursSinceDose = double(rating.assessedAt.utcMs - last->startMs) / kMsPerHour;
    }
    const std::optional<int> recall = recallDays(rating, m_instrument);
    if (!recall) {
        return relation;
    }
    relation.overlapsDose = reaches(rating.assessedAt, *recall, last->lastEndMs);
    relation.pretreatmentShare = std::clamp(double(*recall - *relation.day) / double(*recall), 0.0, 1.0);
    relation.excluded = relation.pretreatmentShare > m_rules.exclusionShare.value;
    return relation;
}

DoseRelation relationOf(const record::Rating& rating, const scales::Instrument& instrument,
                        const Course& course, const TrendRules& rules) {
    return DoseRelations(instrument, course, rules).of(rating);
}

} // namespace kairos::outcomes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/dose_search.h"

#include "core/base/check.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace kairos::planning {

namespace {

constexpr int kWeekdays = 7;

} // namespace

QList<QDate> idealDoseDays(const protocols::Regimen& regimen, QDate start) {
    const QList<int>& pattern = regimen.blocks.first().weekdays;
    const bool isOfPattern = pattern.isEmpty() || pattern.contains(start.dayOfWeek());
    const int shift = isOfPattern ? 0 : start.dayOfWeek() - pattern.first();
    QList<QDate> days{start};
    for (int number = 2; number <= regimen.count(); ++number) {
        days.append(protocols::idealDayAfter(days.last(), regimen.blockOf(number), shift));
    }
    return days;
}

DoseSearch::DoseSearch(const protocols::Regimen& regimen, const ClinicCalendar& calendar, DoseWishes wishes)
    : m_regimen(regimen),
      m_calendar(calendar),
      m_wishes(std::move(wishes)),
      m_days(regimen.count()),
      m_best(regimen.count()) {
    KAIROS_CHECK(m_wishes.ideal.size() == regimen.count() && m_wishes.former.size() == regimen.count() &&
                 m_wishes.held.size() == regimen.count());
    m_wishes.chosen.resize(regimen.count());
}

QList<DosePlace> DoseSearch::place() {
    if (!placeFrom(1)) {
        m_days = m_best;
    }
    QList<DosePlace> places;
    for (int number = 1; number <= m_regimen.count(); ++number) {
        DosePlace place = limitsOf(number);
        place.date = m_days.at(number - 1);
        places.append(place);
    }
    return places;
}

bool DoseSearch::placeFrom(int number) {
    if (number > m_regimen.count()) {
        return true;
    }
    const std::optional<QDate> held = m_wishes.held.at(number - 1);
    const bool isSkipped = m_wishes.skipped.contains(number);
    const std::optional<QDate> fixed = held || isSkipped ? held : m_wishes.chosen.at(number - 1);
    if (fixed || isSkipped) {
        m_days[number - 1] = fixed;
        remember(number);
        return placeFrom(number + 1);
    }
    const qint64 key = stateKey(number);
    if (m_failed.contains(key)) {
        return false;
    }
    if (tryDays(number)) {
        return true;
    }
    m_failed.insert(key);
    return false;
}

/// Days after which an integration session fits come before the others, the day the plan had before all; the
/// others are not looked at as long as one of the first leads on.
bool DoseSearch::tryDays(int number) {
    const bool isFirst = !lastBefore(number);
    const std::optional<QDate> former = m_wishes.former.at(number - 1);
    const QList<QDate> days = candidates(number);
    const auto isPreferred = [&](QDate day) {
        return isFirst || day == former || !m_wishes.hasIntegrationDay || m_wishes.hasIntegrationDay(day);
    };
    for (const bool wanted : {true, false}) {
        for (const QDate day : days) {
            if (isPreferred(day) != wanted) {
                continue;
            }
            m_days[number - 1] = day;
            remember(number);
            if (placeFrom(number + 1)) {
                return true;
            }
        }
    }
    m_days[number - 1].reset();
    return false;
}

void DoseSearch::remember(int number) {
    if (number <= m_bestReach) {
        return;
    }
    m_bestReach = number;
    m_best = m_days;
    for (int later = number; later < m_best.size(); ++later) {
        m_best[later].reset();
    }
}

QList<QDate> DoseSearch::candidates(int number) const {
    const DosePlace limits = limitsOf(number);
    const std::optional<QDate> former = m_wishes.former.at(number - 1);
    const QDate wish = former.value_or(m_wishes.ideal.at(number - 1));
    const bool isFirst = !lastBefore(number);
    using Rank = std::tuple<int, qint64, qint64>;
    QList<std::pair<Rank, QDate>> ranked;
    for (QDate day = limits.earliest; day <= limits.latest; day = day.addDays(1)) {
        const bool isPast = m_wishes.notBefore && day < *m_wishes.notBefore;
        if (m_calendar.isFree(day, Presence::Everyone) && !isPast && !isTooDense(number, day)) {
            ranked.append(
                {Rank(day == former ? 0 : 1, std::llabs(day.daysTo(wish)), -day.toJulianDay()), day});
        }
    }
    std::sort(ranked.begin(), ranked.end());
    QList<QDate> days;
    for (const auto& [rank, day] : std::as_const(ranked)) {
        days.append(day);
    }
    if (isFirst && days.size() > 1) {
        days.erase(days.begin() + 1, days.end()); // the start is the person's choice, not the search's
    }
    return days;
}

DosePlace DoseSearch::limitsOf(int number) const {
    const std::optional<QDate> before = lastBefore(number);
    DosePlace limits;
    if (!before) {
        const QDate wish = m_wishes.former.at(number - 1).value_or(m_wishes.ideal.at(number - 1));
        const QDate from = std::max(wish, m_wishes.notBefore.value_or(wish));
        const auto open = m_calendar.firstOpen(from);
        limits.earliest = open.value_or(from);
        limits.latest = limits.earliest;
        return limits;
    }
    const protocols::DoseBlock& block = m_regimen.blockOf(number);
    limits.earliest = before->addDays(block.minGapDays);
    while (isTooDense(number, limits.earliest)) {
        limits.earliest = limits.earliest.addDays(1);
    }
    limits.latest = lastGapReference(number).addDays(block.maxGapDays);
    if (m_wishes.notBefore && *m_wishes.notBefore > limits.latest) {
        const auto open = m_calendar.firstOpen(std::max(*m_wishes.notBefore, limits.earliest));
        limits.latest = open.value_or(limits.latest);
    }
    return limits;
}

/// The latest day on which an earlier dose stands: a person may have put one behind a later one.
std::optional<QDate> DoseSearch::lastBefore(int number) const {
    std::optional<QDate> last;
    for (int earlier = 1; earlier < number; ++earlier) {
        last = std::max(last, m_days.at(earlier - 1));
    }
    return last;
}

/// A skipped dose stands for its day when the longest gap is counted: leaving one out does not pull the next
/// forward.
QDate DoseSearch::lastGapReference(int number) const {
    QDate reference = *lastBefore(number);
    for (const int skipped : m_wishes.skipped) {
        const std::optional<QDate> day = skipped < number ? m_wishes.former.at(skipped - 1) : std::nullopt;
        if (day && *day > reference) {
            reference = *day;
        }
    }
    return reference;
}

bool DoseSearch::isTooDense(int number, QDate day) const {
    const auto recent =
        std::count_if(m_days.begin(), m_days.begin() + number - 1, [day](const std::optional<QDate>& other) {
            return other && other->daysTo(day) < kWeekdays;
        });
    return recent + 1 > m_regimen.blockOf(number).maxInSevenDays;
}

/// All that the doses from `number` on depend on: the last day before it, and which of the six days before
/// that one hold a dose too.
qint64 DoseSearch::stateKey(int number) const {
    const QDate last = lastBefore(number).value_or(QDate::fromJulianDay(0));
    quint64 recent = 0;
    for (int earlier = 1; earlier < number; ++earlier) {
        const auto day = m_days.at(earlier - 1);
        const qint64 ago = day ? day->daysTo(last) : kWeekdays;
        recent |= ago < kWeekdays ? quint64{1} << ago : 0;
    }
    constexpr int kBitsOfNumber = 8;
    return (last.toJulianDay() << (kWeekdays + kBitsOfNumber)) + (qint64{number} << kWeekdays) +
           static_cast<qint64>(recent);
}

} // namespace kairos::planning

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/dose_search.h"

#include "core/base/check.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace kairos::planning {

namespace {

/// The weekday `shift` days after `weekday`, both 1 to 7.
int shifted(int weekday, int shift) {
    return (weekday - 1 + shift + 7) % 7 + 1;
}

} // namespace

QList<QDate> idealDoseDays(const protocols::Regimen& regimen, QDate start) {
    const QList<int>& pattern = regimen.blocks.first().weekdays;
    const int shift = pattern.contains(start.dayOfWeek()) ? 0 : start.dayOfWeek() - pattern.first();
    QList<QDate> days{start};
    for (int number = 2; number <= regimen.count(); ++number) {
        const protocols::DoseBlock& block = regimen.blockOf(number);
        QDate day = days.last().addDays(block.minGapDays);
        while (!block.weekdays.contains(shifted(day.dayOfWeek(), -shift))) {
            day = day.addDays(1);
        }
        days.append(day);
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
    if (held || m_wishes.skipped.contains(number)) {
        m_days[number - 1] = held;
        remember(number);
        return placeFrom(number + 1);
    }
    const QString key = stateKey(number);
    if (m_failed.contains(key)) {
        return false;
    }
    if (tryDays(number)) {
        return true;
    }
    m_failed.insert(key);
    return false;
}

bool DoseSearch::tryDays(int number) {
    const QList<QDate> days = candidates(number);
    for (const QDate day : days) {
        m_days[number - 1] = day;
        remember(number);
        if (placeFrom(number + 1)) {
            return true;
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
    const bool isFirst = daysBefore(number).isEmpty();
    QList<QDate> days;
    for (QDate day = limits.earliest; day <= limits.latest; day = day.addDays(1)) {
        const bool isPast = m_wishes.notBefore && day < *m_wishes.notBefore;
        if (m_calendar.isOpen(day) && !isPast && !isTooDense(number, day)) {
            days.append(day);
        }
    }
    const auto rank = [&](QDate day) {
        const bool wantsIntegration = m_wishes.hasIntegrationDay && !isFirst;
        return std::tuple(day == former ? 0 : 1, wantsIntegration && !m_wishes.hasIntegrationDay(day) ? 1 : 0,
                          std::llabs(day.daysTo(wish)), -day.toJulianDay());
    };
    std::sort(days.begin(), days.end(),
              [&rank](QDate left, QDate right) { return rank(left) < rank(right); });
    if (isFirst && days.size() > 1) {
        days.erase(days.begin() + 1, days.end()); // the start is the person's choice, not the search's
    }
    return days;
}

DosePlace DoseSearch::limitsOf(int number) const {
    const QList<QDate> before = daysBefore(number);
    DosePlace limits;
    if (before.isEmpty()) {
        const QDate wish = m_wishes.former.at(number - 1).value_or(m_wishes.ideal.at(number - 1));
        const QDate from = std::max(wish, m_wishes.notBefore.value_or(wish));
        const auto open = m_calendar.firstOpen(from);
        limits.earliest = open.value_or(from);
        limits.latest = limits.earliest;
        return limits;
    }
    const protocols::DoseBlock& block = m_regimen.blockOf(number);
    limits.earliest = before.last().addDays(block.minGapDays);
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

QList<QDate> DoseSearch::daysBefore(int number) const {
    QList<QDate> days;
    for (int earlier = 1; earlier < number; ++earlier) {
        if (m_days.at(earlier - 1)) {
            days.append(*m_days.at(earlier - 1));
        }
    }
    return days;
}

/// A skipped dose stands for its day when the longest gap is counted: leaving one out does not pull the next
/// forward.
QDate DoseSearch::lastGapReference(int number) const {
    QDate reference = daysBefore(number).last();
    for (const int skipped : m_wishes.skipped) {
        const std::optional<QDate> day = skipped < number ? m_wishes.former.at(skipped - 1) : std::nullopt;
        if (day && *day > reference) {
            reference = *day;
        }
    }
    return reference;
}

bool DoseSearch::isTooDense(int number, QDate day) const {
    const QList<QDate> before = daysBefore(number);
    const auto recent =
        std::count_if(before.begin(), before.end(), [day](QDate other) { return other.daysTo(day) < 7; });
    return recent + 1 > m_regimen.blockOf(number).maxInSevenDays;
}

QString DoseSearch::stateKey(int number) const {
    constexpr qsizetype kDaysThatMatter = 7; // no more doses than days lie within seven days
    QString key = QString::number(number);
    const QList<QDate> before = daysBefore(number);
    for (qsizetype index = std::max<qsizetype>(0, before.size() - kDaysThatMatter); index < before.size();
         ++index) {
        if (before.at(index).daysTo(before.last()) < 7) {
            key += QLatin1Char(' ') + QString::number(before.at(index).toJulianDay());
        }
    }
    return key;
}

} // namespace kairos::planning

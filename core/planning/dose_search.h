// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/clinic_calendar.h"

#include "core/protocols/protocol.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

namespace kairos::planning {

/// What the doses of a course are placed by. Lists have one entry a dose, dose 1 first.
struct DoseWishes {
    QList<QDate> ideal;                 ///< where each dose would fall on an open calendar
    QList<std::optional<QDate>> former; ///< where the plan had it; kept wherever the rules allow
    QList<std::optional<QDate>> held;   ///< where it was held
    QList<std::optional<QDate>> chosen; ///< where a person put it, whatever the rules say
    QSet<int> skipped;                  ///< numbers of doses that will not be held
    std::optional<QDate> notBefore;
    std::function<bool(QDate)> hasIntegrationDay; ///< days after which an integration session fits come first
};

/// Where a dose stands and where it may move as long as the doses before it stand.
struct DosePlace {
    std::optional<QDate> date; ///< none when no day fits
    QDate earliest;
    QDate latest;
};

/// The days of the pattern from `start` on, closed days not looked at. When the start is no day of the
/// pattern, the whole pattern moves along with it.
[[nodiscard]] QList<QDate> idealDoseDays(const protocols::Regimen& regimen, QDate start);

/// Places the doses so that every gap lies within its block's limits and no seven days hold more than the
/// block allows. Searches depth first, nearest to the wish first, and so finds a placing whenever there is
/// one; where there is none, the doses that fit stand and the others have no date.
class DoseSearch {
public:
    DoseSearch(const protocols::Regimen& regimen, const ClinicCalendar& calendar, DoseWishes wishes);

    [[nodiscard]] QList<DosePlace> place();

private:
    [[nodiscard]] bool placeFrom(int number);
    [[nodiscard]] bool tryDays(int number);
    [[nodiscard]] QList<QDate> candidates(int number) const;
    [[nodiscard]] DosePlace limitsOf(int number) const;
    [[nodiscard]] std::optional<QDate> lastBefore(int number) const;
    [[nodiscard]] QDate lastGapReference(int number) const;
    [[nodiscard]] bool isTooDense(int number, QDate day) const;
    [[nodiscard]] qint64 stateKey(int number) const;
    void remember(int number);

    const protocols::Regimen& m_regimen;
    const ClinicCalendar& m_calendar;
    DoseWishes m_wishes;
    QList<std::optional<QDate>> m_days; ///< by number minus 1
    QList<std::optional<QDate>> m_best;
    int m_bestReach = 0;
    QSet<qint64> m_failed;
};

} // namespace kairos::planning

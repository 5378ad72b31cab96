// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/integration_between.h"

#include "core/planning/words.h"

#include <QLocale>

namespace kairos::planning {

namespace {

bool isKept(const QString& key, const Facts& facts, const Bookings& bookings) {
    const auto fact = facts.constFind(key);
    return fact != facts.constEnd() ? fact->kind == FactKind::Held : bookings.contains(key);
}

/// The last dose before this one that was given or is booked; 0 for none.
int doseBefore(int number, const Facts& facts, const Bookings& bookings) {
    for (int earlier = number - 1; earlier >= 1; --earlier) {
        if (isKept(doseKey(earlier), facts, bookings)) {
            return earlier;
        }
    }
    return 0;
}

} // namespace

base::Findings dosesWithoutIntegration(const protocols::Protocol& protocol, const PlannedCourse& course,
                                       const Facts& facts, const Bookings& bookings) {
    base::Findings findings;
    if (!protocol.integration) {
        return findings;
    }
    for (int number = 2; number <= protocol.regimen.count(); ++number) {
        const QString key = doseKey(number);
        const auto booked = bookings.constFind(key);
        const int before = doseBefore(number, facts, bookings);
        if (booked == bookings.constEnd() || facts.contains(key) || before == 0) {
            continue;
        }
        const QString between = QStringLiteral("integration-%1").arg(before);
        const auto fact = facts.constFind(between);
        const auto session = bookings.constFind(between);
        const bool isBooked = session != bookings.constEnd() && *session <= *booked;
        if (!course.find(between) || fact != facts.constEnd() || isBooked) {
            continue;
        }
        findings.append({base::FindingLevel::Caution, QStringLiteral("plan.no-integration"),
                         Words::tr("Dose %1 is booked for %2 with no integration session between it and "
                                   "dose %3: book %4 before it")
                             .arg(number)
                             .arg(QLocale().toString(booked->date(), QLocale::ShortFormat))
                             .arg(before)
                             .arg(course.find(between)->title),
                         protocol.integration->basis, protocol.integration->confidence, key});
    }
    return findings;
}

} // namespace kairos::planning

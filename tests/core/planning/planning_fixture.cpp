// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/planning/planning_fixture.h"

#include "core/base/check.h"
#include "core/planning/step_time.h"
#include "core/protocols/protocol_library.h"

namespace kairos::planning::fixture {

protocols::Protocol protocol(const char* id) {
    static const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    const protocols::Protocol* found = library.find(QString::fromLatin1(id));
    KAIROS_CHECK(found != nullptr);
    return *found;
}

PlanRequest fromMonday() {
    PlanRequest request;
    request.start = QDate(2026, 3, 2);
    return request;
}

PlanRequest weekdaysOnly() {
    PlanRequest request = fromMonday();
    request.closedWeekdays = {6, 7};
    return request;
}

QList<QDate> doseDays(const PlannedCourse& course) {
    QList<QDate> days;
    for (const PlannedStep& step : course.steps) {
        if (step.kind == record::StepKind::Dosing) {
            days.append(step.window ? step.window->target.date : QDate());
        }
    }
    return days;
}

StepFact heldAt(const char* utc) {
    const auto at = base::Instant::fromIso(QString::fromLatin1(utc) + QStringLiteral(":00Z"));
    KAIROS_CHECK(at.has_value());
    return {FactKind::Held, *at, {}};
}

QDate day(const char* iso) {
    return QDate::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

QString windowText(const PlannedCourse& course, const char* key) {
    const PlannedStep* step = course.find(QString::fromLatin1(key));
    KAIROS_CHECK(step != nullptr);
    if (!step->window) {
        return QStringLiteral("none");
    }
    return QStringLiteral("%1 %2 %3")
        .arg(toIso(step->window->earliest), toIso(step->window->target), toIso(step->window->latest));
}

} // namespace kairos::planning::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/appointment_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/planning/step_time.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kNotMoved = QT_TRANSLATE_NOOP("Words", "The appointment was not moved");

base::Outcome requireMovable(const OpenPractice& practice, const WeekAppointment& appointment,
                             const base::Appointment& to) {
    if (!to.isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotMoved),
                          Words::tr("the day or the time is missing"), Words::tr("choose both"));
    }
    if (!appointment.isPlanned()) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotMoved), Words::tr("it has begun or is over"),
                          Words::tr("book a new one"));
    }
    if (to.instant() < practice.now()) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotMoved), Words::tr("that time lies in the past"),
                          Words::tr("choose one that is still to come"));
    }
    return {};
}

PlanChange changeOf(const WeekAppointment& appointment, const base::Appointment& to) {
    return {.moves = {{appointment.stepKey, to.date}}, .bookings = {{appointment.stepKey, to}}};
}

/// Closed days, hours, the window of the step, and clashes on the new day.
base::Result<QStringList> notesOf(OpenPractice& practice, const WeekAppointment& moved) {
    QStringList notes;
    const WeekQuery week(practice);
    const auto day = week.dayOf(moved.booked.date);
    const auto others = week.appointmentsOn(moved.booked.date);
    if (!day || !others) {
        return tl::unexpected<base::Error>(!day ? day.error() : others.error());
    }
    if (!day->holiday.isEmpty()) {
        notes.append(Words::tr("the clinic is closed: %1").arg(day->holiday));
    } else if (!day->isOpen) {
        notes.append(Words::tr("the clinic is closed on that day"));
    }
    const auto& hours = day->hours;
    const bool isOutside = hours && (moved.booked.time < hours->opens || moved.booked.time >= hours->closes ||
                                     (moved.minutes > 0 && moved.end() > hours->closes));
    if (isOutside) {
        notes.append(Words::tr("outside the clinic's hours, %1 to %2")
                         .arg(hours->opens.toString(QStringLiteral("HH:mm")),
                              hours->closes.toString(QStringLiteral("HH:mm"))));
    }
    const QDateTime wall = planning::wallTime(moved.booked.date, moved.booked.time);
    if (moved.window && !planning::isInside(*moved.window, wall)) {
        notes.append(Words::tr("outside the window of its step"));
    }
    if (day->away.contains(moved.clinicianName)) {
        notes.append(Words::tr("%1 is away").arg(moved.clinicianName));
    }
    return notes + WeekQuery::conflictsOf(moved, *others);
}

} // namespace

bool AppointmentMove::needsOverride() const {
    return std::any_of(broken.begin(), broken.end(), [](const base::Finding& finding) {
        return finding.level == base::FindingLevel::Stop;
    });
}

base::Outcome AppointmentCare::addPlan(const WeekAppointment& appointment, AppointmentMove& move) const {
    const bool isStep = appointment.plan && !appointment.stepKey.isEmpty();
    if (!isStep || move.to.date == appointment.booked.date) {
        return {};
    }
    const auto plan = PlanCare(m_practice).plan(*appointment.plan);
    if (!plan) {
        return tl::unexpected<base::Error>(plan.error());
    }
    // A plan that is over, or whose protocol is gone, is not planned any further.
    const bool isOver = plan->state == PlanState::Completed || plan->state == PlanState::Stopped;
    if (isOver || m_practice.catalog().protocols.find(plan->protocol) == nullptr) {
        return {};
    }
    return PlanRevision(m_practice)
        .effectOf(plan->id, changeOf(appointment, move.to))
        .map([&](const PlanEffect& effect) {
            move.revisesPlan = true;
            move.broken = effect.broken;
            move.bookings = effect.bookings;
            for (const planning::CourseChange& change : effect.changes) {
                if (change.step != appointment.stepKey && change.isMoved()) {
                    move.changes.append(change);
                }
            }
        });
}

base::Result<AppointmentMove> AppointmentCare::tryMove(const WeekAppointment& appointment,
                                                       const base::Appointment& to) const {
    AppointmentMove move;
    move.to = to;
    WeekAppointment moved = appointment;
    moved.booked = to;
    return requireMovable(m_practice, appointment, to)
        .and_then([&] { return addPlan(appointment, move); })
        .and_then([&] { return notesOf(m_practice, moved); })
        .map([&](const QStringList& notes) {
            move.notes = notes;
            return move;
        });
}

base::Outcome AppointmentCare::move(const WeekAppointment& appointment, const base::Appointment& to,
                                    const QString& reason, const QString& password) {
    const auto trial = tryMove(appointment, to);
    if (!trial) {
        return tl::unexpected<base::Error>(trial.error());
    }
    return m_practice.require(Permission::Schedule).and_then([&] {
        return trial->revisesPlan
                   ? PlanRevision(m_practice)
                         .accept(*appointment.plan, changeOf(appointment, to), reason, password)
                   : rebook(appointment, to);
    });
}

base::Outcome AppointmentCare::rebook(const WeekAppointment& appointment, const base::Appointment& to) {
    QList<storage::Change> changes;
    if (appointment.session) {
        auto content = SessionDesk(m_practice).load(*appointment.session);
        if (!content) {
            return tl::unexpected<base::Error>(content.error());
        }
        if (content->dosing) {
            content->dosing->booked = to;
            changes.append({Action::Changed, *content->dosing, {}});
        } else {
            content->therapy->booked = to;
            changes.append({Action::Changed, *content->therapy, {}});
        }
    }
    if (appointment.step) {
        const auto step = m_practice.file().records().find<PlanStep>(*appointment.step);
        if (!step) {
            return tl::unexpected<base::Error>(step.error());
        }
        if (step->has_value()) {
            PlanStep booked = **step;
            booked.booked = to;
            changes.append({Action::Changed, booked, {}});
        }
    }
    return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
}

base::Outcome AppointmentCare::assign(const SessionId& session, const QString& room,
                                      const std::optional<ClinicianId>& clinician) {
    const QString what = Words::tr("Room and clinician were not saved");
    return m_practice.require(Permission::Schedule)
        .and_then([&] { return SessionDesk(m_practice).load(session); })
        .and_then([&](SessionContent content) -> base::Outcome {
            AnyRecord changed;
            if (content.dosing) {
                content.dosing->room = room.trimmed();
                content.dosing->attendant = clinician;
                changed = *content.dosing;
            } else if (clinician) {
                content.therapy->room = room.trimmed();
                content.therapy->therapist = *clinician;
                changed = *content.therapy;
            } else {
                return base::fail(ErrorCode::InvalidInput, what,
                                  Words::tr("a therapy session has a therapist"),
                                  Words::tr("choose who holds it"));
            }
            return WritingDoor(m_practice).save({{Action::Changed, changed, {}}}).map([](const Changes&) {});
        });
}

} // namespace kairos::workflow

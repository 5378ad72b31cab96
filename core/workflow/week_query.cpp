// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/week_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/protocols/step_graph.h"
#include "core/record/dosing_session.h"
#include "core/record/plan.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"
#include "core/storage/projection.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr int kDaysOfWeek = 7;

QString numbered(const QString& word, int number) {
    return number > 0 ? QStringLiteral("%1 %2").arg(word).arg(number) : word;
}

QString therapyTitle(const TherapySession& session) {
    switch (session.type) {
    case TherapyType::Preparation:
        return numbered(Words::tr("Preparation"), session.number);
    case TherapyType::Integration:
        return numbered(Words::tr("Integration"), session.number);
    case TherapyType::Therapy:
        return numbered(session.modality.isEmpty() ? Words::tr("Therapy") : session.modality, session.number);
    case TherapyType::DosingSupport:
        return numbered(Words::tr("Dosing-day support"), session.number);
    case TherapyType::PhoneContact:
        return Words::tr("Phone contact");
    case TherapyType::Group:
        return numbered(Words::tr("Group"), session.number);
    case TherapyType::Other:
        break;
    }
    return Words::tr("Session");
}

/// A session that is not held takes no room and no hour.
bool takesTime(SessionState state) {
    return state != SessionState::Cancelled && state != SessionState::NoShow;
}

bool overlap(const WeekAppointment& a, const WeekAppointment& b) {
    const QTime aEnd = a.minutes > 0 ? a.end() : a.booked.time.addSecs(60);
    const QTime bEnd = b.minutes > 0 ? b.end() : b.booked.time.addSecs(60);
    return a.booked.date == b.booked.date && a.booked.time < bEnd && b.booked.time < aEnd;
}

bool isSame(const WeekAppointment& a, const WeekAppointment& b) {
    return a.session ? a.session == b.session : (!b.session && a.step == b.step);
}

template <class Session>
WeekAppointment appointmentOf(const Session& session) {
    WeekAppointment appointment;
    appointment.session = session.id;
    appointment.booked = session.booked;
    appointment.state = session.state;
    appointment.plan = session.plan;
    appointment.step = session.step;
    appointment.room = session.room;
    return appointment;
}

} // namespace

int WeekView::appointmentCount() const {
    return std::accumulate(days.begin(), days.end(), 0, [](int sum, const WeekDay& day) {
        return sum + static_cast<int>(day.appointments.size());
    });
}

int WeekView::conflictCount() const {
    int count = 0;
    for (const WeekDay& day : days) {
        count += static_cast<int>(
            std::count_if(day.appointments.begin(), day.appointments.end(),
                          [](const WeekAppointment& one) { return !one.conflicts.isEmpty(); }));
    }
    return count;
}

QStringList WeekQuery::conflictsOf(const WeekAppointment& appointment, const QList<WeekAppointment>& others) {
    QStringList conflicts;
    for (const WeekAppointment& other : others) {
        if (isSame(appointment, other) || !takesTime(other.state) || !takesTime(appointment.state) ||
            !overlap(appointment, other)) {
            continue;
        }
        const QString who = other.patient.displayName();
        if (other.patient.id == appointment.patient.id) {
            conflicts.append(Words::tr("the patient twice: %1").arg(other.title));
        }
        if (appointment.clinician && other.clinician == appointment.clinician) {
            conflicts.append(Words::tr("%1 twice: %2, %3").arg(appointment.clinicianName, who, other.title));
        }
        if (!appointment.room.isEmpty() && other.room.compare(appointment.room, Qt::CaseInsensitive) == 0) {
            conflicts.append(Words::tr("%1 twice: %2, %3").arg(appointment.room, who, other.title));
        }
    }
    return conflicts;
}

int WeekQuery::minutesOf(const WeekAppointment& appointment) const {
    if (!appointment.plan || appointment.stepKey.isEmpty()) {
        return 0;
    }
    const auto plan = m_practice.file().records().find<TreatmentPlan>(*appointment.plan);
    const auto* protocol =
        plan && plan->has_value() ? m_practice.catalog().protocols.find((*plan)->protocol) : nullptr;
    if (protocol == nullptr) {
        return 0;
    }
    const auto skeletons = protocols::stepSkeletons(*protocol);
    const auto found =
        std::find_if(skeletons.begin(), skeletons.end(), [&](const protocols::StepSkeleton& skeleton) {
            return skeleton.key == appointment.stepKey;
        });
    return found == skeletons.end() ? 0 : found->minutes;
}

void WeekQuery::addStep(WeekAppointment& appointment) const {
    if (!appointment.step) {
        return;
    }
    const auto step = m_practice.file().records().find<PlanStep>(*appointment.step);
    if (step && step->has_value()) {
        appointment.stepKey = (*step)->key;
        appointment.window = (*step)->window;
        appointment.plan = (*step)->plan;
    }
    appointment.minutes = minutesOf(appointment);
}

base::Result<QList<WeekAppointment>> WeekQuery::appointmentsOn(QDate day) const {
    storage::RowFilter filter;
    filter.fromMs = base::Instant::fromLocal(day, QTime(0, 0), m_practice.zone()).utcMs;
    filter.beforeMs = base::Instant::fromLocal(day.addDays(1), QTime(0, 0), m_practice.zone()).utcMs;
    auto& records = m_practice.file().records();
    const auto doses = records.list<DosingSession>(filter);
    const auto therapies = records.list<TherapySession>(filter);
    filter.state = static_cast<qint64>(storage::StepColumn::Expected);
    const auto steps = records.list<PlanStep>(filter);
    for (const auto* error : {doses ? nullptr : &doses.error(), therapies ? nullptr : &therapies.error(),
                              steps ? nullptr : &steps.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    QList<WeekAppointment> list;
    QSet<StepId> taken;
    const auto add = [&](WeekAppointment appointment, const PatientId& id) {
        const auto patient = records.find<Patient>(id);
        if (patient && patient->has_value()) {
            appointment.patient = **patient;
            list.append(std::move(appointment));
        }
    };
    for (const DosingSession& session : doses->records) {
        auto appointment = appointmentOf(session);
        appointment.isDosing = true;
        appointment.title = numbered(Words::tr("Dose"), session.number);
        appointment.clinician = session.attendant;
        addStep(appointment);
        taken.insert(session.step.value_or(StepId{}));
        add(std::move(appointment), session.patient);
    }
    for (const TherapySession& session : therapies->records) {
        auto appointment = appointmentOf(session);
        appointment.title = therapyTitle(session);
        appointment.clinician = session.therapist;
        addStep(appointment);
        taken.insert(session.step.value_or(StepId{}));
        add(std::move(appointment), session.patient);
    }
    for (const PlanStep& step : steps->records) {
        if (step.booked && !taken.contains(step.id)) {
            WeekAppointment appointment;
            appointment.title = step.title;
            appointment.booked = *step.booked;
            appointment.plan = step.plan;
            appointment.step = step.id;
            addStep(appointment);
            add(std::move(appointment), step.patient);
        }
    }
    for (WeekAppointment& appointment : list) {
        if (appointment.clinician) {
            appointment.clinicianName = m_practice.clinicianName(*appointment.clinician);
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const WeekAppointment& a, const WeekAppointment& b) {
        return a.booked.time < b.booked.time;
    });
    for (WeekAppointment& appointment : list) {
        appointment.conflicts = conflictsOf(appointment, list);
    }
    return list;
}

base::Result<WeekDay> WeekQuery::dayOf(QDate day) const {
    const PracticeCalendar calendar(m_practice);
    WeekDay one;
    one.day = day;
    one.hours = calendar.hoursOn(day);
    one.isOpen = one.hours.has_value();
    one.holiday = calendar.holidayOn(day).value_or(QString());
    return calendar.awayOn(day).map([&](const QList<record::ClinicianId>& away) {
        for (const record::ClinicianId& clinician : away) {
            one.away.append(m_practice.clinicianName(clinician));
        }
        return one;
    });
}

base::Result<WeekView> WeekQuery::week(QDate day) const {
    WeekView view;
    view.monday = day.addDays(1 - day.dayOfWeek());
    for (int i = 0; i < kDaysOfWeek; ++i) {
        auto one = dayOf(view.monday.addDays(i));
        auto booked = appointmentsOn(view.monday.addDays(i));
        if (!one || !booked) {
            return tl::unexpected<base::Error>(!one ? one.error() : booked.error());
        }
        one->appointments = std::move(*booked);
        view.days.append(std::move(*one));
    }
    return view;
}

} // namespace kairos::workflow

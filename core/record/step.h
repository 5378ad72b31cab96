// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QStringList>
#include <QTime>

#include <compare>
#include <optional>

namespace kairos::record {

enum class StepKind {
    Consent = 1,
    Screening = 2,
    Preparation = 3,
    Dosing = 4,
    Integration = 5,
    Therapy = 6,
    Rating = 7,
    Review = 8,
    FollowUp = 9
};

enum class StepState { Blocked, Open, Due, Late, Done, Missed, Waived };

/// A point of a window in the practice's local time. Day windows have no time of day.
struct StepTime {
    QDate date;
    std::optional<QTime> time;

    bool operator==(const StepTime&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.date);
        visit(2, self.time);
    }
};

/// Earliest, target and latest time of a step; earliest <= target <= latest.
struct StepWindow {
    StepTime earliest;
    StepTime target;
    StepTime latest;

    bool operator==(const StepWindow&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.earliest);
        visit(2, self.target);
        visit(3, self.latest);
    }
};

/// One thing the plan expects.
struct PlanStep {
    static constexpr RecordKind kKind = RecordKind::PlanStep;

    StepId id;
    PlanId plan;
    PatientId patient;
    QString key; ///< stable within the plan, e.g. "dose-3", "integration-3"
    StepKind kind = StepKind::Review;
    int number = 0; ///< 1 for the first of its kind; 0 where the kind is not counted
    QString title;
    QStringList dependsOn;            ///< keys of steps
    std::optional<StepWindow> window; ///< none when no date fits
    QStringList instruments;          ///< of a rating step: what is due
    std::optional<base::Appointment> booked;
    std::optional<base::Uuid> doneBy; ///< the session, rating or consent that fulfilled it
    std::optional<base::Instant> doneAt;
    std::optional<ClinicianId> waivedBy;
    QString waivedReason;
    QString basis;               ///< where the window comes from, with "convention" said where it is one
    int place = 0;               ///< in the plan's own order, from 1
    std::optional<QDate> chosen; ///< the day a person moved it to, which the planner keeps

    bool operator==(const PlanStep&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.plan);
        visit(3, self.patient);
        visit(4, self.key);
        visit(5, self.kind);
        visit(6, self.number);
        visit(7, self.title);
        visit(8, self.dependsOn);
        visit(9, self.window);
        visit(10, self.instruments);
        visit(11, self.booked);
        visit(12, self.doneBy);
        visit(13, self.doneAt);
        visit(14, self.waivedBy);
        visit(15, self.waivedReason);
        visit(16, self.basis);
        visit(17, self.place);
        visit(18, self.chosen);
    }
};

} // namespace kairos::record

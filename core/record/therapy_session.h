// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/session.h"

#include <QString>

#include <optional>

namespace kairos::record {

enum class TherapyType {
    Preparation = 1,
    Integration = 2,
    Therapy = 3,
    Other = 4,
    DosingSupport = 5, ///< the therapist's part of a dosing day
    PhoneContact = 6,
    Group = 7
};

/// Every kind, in the order of its number.
inline constexpr TherapyType kTherapyTypes[] = {
    TherapyType::Preparation,   TherapyType::Integration,  TherapyType::Therapy, TherapyType::Other,
    TherapyType::DosingSupport, TherapyType::PhoneContact, TherapyType::Group};

/// The header of a therapy session; its notes point to it.
struct TherapySession {
    static constexpr RecordKind kKind = RecordKind::TherapySession;

    SessionId id;
    PatientId patient;
    std::optional<PlanId> plan;
    std::optional<StepId> step;
    TherapyType type = TherapyType::Other;
    int number = 0;
    QString modality; ///< e.g. "CBT"; may be empty
    base::Appointment booked;
    SessionState state = SessionState::Planned;
    std::optional<base::Instant> startedAt;
    std::optional<int> minutes; ///< therapy time
    ClinicianId therapist;
    QString endReason; ///< why or by whom it was cancelled
    QString room;      ///< where it is held; may be empty

    bool operator==(const TherapySession&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.plan);
        visit(4, self.step);
        visit(5, self.type);
        visit(6, self.number);
        visit(7, self.modality);
        visit(8, self.booked);
        visit(9, self.state);
        visit(10, self.startedAt);
        visit(11, self.minutes);
        visit(12, self.therapist);
        visit(13, self.endReason);
        visit(14, self.room);
    }
};

} // namespace kairos::record

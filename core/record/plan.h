// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QString>

namespace kairos::record {

enum class PlanState { Draft = 1, Active = 2, Paused = 3, Completed = 4, Stopped = 5 };

/// A protocol fitted to one patient. Its steps are records of their own that point to it.
struct TreatmentPlan {
    static constexpr RecordKind kKind = RecordKind::TreatmentPlan;

    PlanId id;
    PatientId patient;
    QString protocol; ///< id of the protocol
    QString protocolVersion;
    QString title;
    QDate start;               ///< the day the first dose aims at
    QList<int> closedWeekdays; ///< the plan's own, beside the practice's; Monday 1 to Sunday 7
    QList<QDate> holidays;     ///< the plan's own, beside the practice's
    int revision = 1;
    PlanState state = PlanState::Draft;
    QString revisionReason; ///< why it was revised
    /// Only in plans of before record/goal.h, whose signatures stand under them: the patient's own words.
    QStringList goals;
    QList<ClinicianId> clinicians; ///< who holds its sessions: their days away count
    QString stateReason;           ///< why it was paused, stopped, completed or taken up again

    bool operator==(const TreatmentPlan&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.protocol);
        visit(4, self.protocolVersion);
        visit(5, self.title);
        visit(6, self.start);
        visit(7, self.closedWeekdays);
        visit(8, self.holidays);
        visit(9, self.revision);
        visit(10, self.state);
        visit(11, self.revisionReason);
        visit(12, self.goals);
        visit(13, self.clinicians);
        visit(14, self.stateReason);
    }
};

} // namespace kairos::record

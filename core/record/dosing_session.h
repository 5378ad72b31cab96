// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/order.h"
#include "core/record/session.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// How the drug enters the bag: the final volume is the bag's, or the drug's volume comes on top.
enum class BagRule { FillTo = 1, AddTo = 2 };

/// Who confirmed drug, dose, volume and rate before the start, and the figures as they stood then. When the
/// dose changes afterwards, the check no longer holds.
struct DoseCheck {
    ClinicianId by; ///< the second person
    base::Instant at;
    QString drug;
    base::Milligrams dose;
    std::optional<base::Millilitres> volume;           ///< to draw up
    std::optional<base::MillilitresPerHour> pumpRate;  ///< of the whole bag
    std::optional<base::MilligramsPerMinute> drugRate; ///< of an infusion

    bool operator==(const DoseCheck&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.by);
        visit(2, self.at);
        visit(3, self.drug);
        visit(4, self.dose);
        visit(5, self.volume);
        visit(6, self.pumpRate);
        visit(7, self.drugRate);
    }
};

/// The header of a dosing session; readings, events, gate checks, ratings and notes point to it.
struct DosingSession {
    static constexpr RecordKind kKind = RecordKind::DosingSession;

    SessionId id;
    PatientId patient;
    std::optional<PlanId> plan;
    std::optional<StepId> step;
    std::optional<OrderId> order;
    int number = 0; ///< the how-maniest dose of the course, from 1
    base::Appointment booked;
    SessionState state = SessionState::Planned;
    std::optional<base::Instant> arrivedAt;
    std::optional<base::Kilograms> weight; ///< weighed today
    QString drug;
    Route route = Route::Intravenous;
    std::optional<base::Milligrams> dose;                       ///< what is to be given
    std::optional<base::MilligramsPerMillilitre> concentration; ///< of the chosen vial
    std::optional<base::Millilitres> bagVolume;
    std::optional<BagRule> bagRule;
    std::optional<base::Minutes> minutes; ///< planned infusion time
    QString lot;
    std::optional<QDate> expiry;
    QString site;
    std::optional<base::Instant> startedAt; ///< minute 0
    std::optional<base::Instant> stoppedAt; ///< the dose's end, or when it was stopped early
    std::optional<base::Instant> dischargedAt;
    std::optional<ClinicianId> dischargedBy;
    QString endReason;                    ///< why it was stopped early or cancelled, or by whom
    QString intention;                    ///< the patient's own words for this dose
    QString room;                         ///< where it is held; may be empty
    std::optional<ClinicianId> attendant; ///< who stays with the patient, where that is settled
    std::optional<VialId> vial;           ///< the lot of the stock it is drawn from; none: typed by hand
    std::optional<DoseCheck> check;       ///< the second person's, before the start

    bool operator==(const DosingSession&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.plan);
        visit(4, self.step);
        visit(5, self.order);
        visit(6, self.number);
        visit(7, self.booked);
        visit(8, self.state);
        visit(9, self.arrivedAt);
        visit(10, self.weight);
        visit(11, self.drug);
        visit(12, self.route);
        visit(13, self.dose);
        visit(14, self.concentration);
        visit(15, self.bagVolume);
        visit(16, self.bagRule);
        visit(17, self.minutes);
        visit(18, self.lot);
        visit(19, self.expiry);
        visit(20, self.site);
        visit(21, self.startedAt);
        visit(22, self.stoppedAt);
        visit(23, self.dischargedAt);
        visit(24, self.dischargedBy);
        visit(25, self.endReason);
        visit(26, self.intention);
        visit(27, self.room);
        visit(28, self.attendant);
        visit(29, self.vial);
        visit(30, self.check);
    }
};

} // namespace kairos::record

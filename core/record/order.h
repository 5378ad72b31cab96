// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace kairos::record {

enum class Route {
    Intravenous = 1,
    Intramuscular = 2,
    Subcutaneous = 3,
    Sublingual = 4,
    Oral = 5,
    Intranasal = 6
};

/// That an order was spoken: who took it, when, and when it was read back and confirmed. The order's
/// prescriber is the one who spoke it, and countersigns.
struct VerbalOrder {
    ClinicianId takenBy;
    base::Instant takenAt;
    base::Instant readBackAt; ///< read back to the prescriber, who confirmed it

    bool operator==(const VerbalOrder&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.takenBy);
        visit(2, self.takenAt);
        visit(3, self.readBackAt);
    }
};

/// A prescriber's instruction. It binds once a prescriber has signed it (record/signature.h), or, where it
/// was spoken, once it was read back.
struct Order {
    static constexpr RecordKind kKind = RecordKind::Order;

    OrderId id;
    PatientId patient;
    PlanId plan;
    QString drug; ///< e.g. "ketamine (racemic)"
    Route route = Route::Intravenous;
    std::optional<base::MilligramsPerKilogram> mgPerKg; ///< one of the two, never both
    std::optional<base::Milligrams> mg;
    std::optional<base::Milligrams> maximum;
    std::optional<base::Minutes> minutes; ///< infusion time; none for single administrations
    QStringList rescueDrugs;
    QDate validFrom;
    QDate validTo;
    ClinicianId prescriber;
    QList<int> doses = {}; ///< numbers of the plan's dose steps that it covers, rising; empty: all of them
    std::optional<VerbalOrder> verbal = {}; ///< none: written by the prescriber

    /// True for a dose step of that number. A dose that is no step of the plan is covered by an order for
    /// all.
    [[nodiscard]] bool covers(std::optional<int> dose) const {
        return doses.isEmpty() || (dose && doses.contains(*dose));
    }

    bool operator==(const Order&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.plan);
        visit(4, self.drug);
        visit(5, self.route);
        visit(6, self.mgPerKg);
        visit(7, self.mg);
        visit(8, self.maximum);
        visit(9, self.minutes);
        visit(10, self.rescueDrugs);
        visit(11, self.validFrom);
        visit(12, self.validTo);
        visit(13, self.prescriber);
        visit(14, self.doses);
        visit(15, self.verbal);
    }
};

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// Days on which one person cannot come: a patient, or a clinician. Exactly one of the two is named.
struct Absence {
    static constexpr RecordKind kKind = RecordKind::Absence;

    AbsenceId id;
    std::optional<PatientId> patient;
    std::optional<ClinicianId> clinician;
    QDate first;
    QDate last; ///< included
    QString why;

    bool operator==(const Absence&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.clinician);
        visit(4, self.first);
        visit(5, self.last);
        visit(6, self.why);
    }
};

} // namespace kairos::record

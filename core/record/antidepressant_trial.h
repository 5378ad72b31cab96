// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

#include <optional>

namespace kairos::record {

enum class TrialOutcome { Unknown = 0, Response = 1, Partial = 2, None = 3, NotTolerated = 4 };

/// One earlier treatment of the depression, as the patient and the letters tell it.
struct AntidepressantTrial {
    static constexpr RecordKind kKind = RecordKind::AntidepressantTrial;

    AntidepressantTrialId id;
    PatientId patient;
    QString drug;
    QString dose;             ///< highest dose, e.g. "200 mg"; may be empty
    std::optional<int> weeks; ///< at an adequate dose; none when nobody knows
    TrialOutcome outcome = TrialOutcome::Unknown;
    QString remark;

    bool operator==(const AntidepressantTrial&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.drug);
        visit(4, self.dose);
        visit(5, self.weeks);
        visit(6, self.outcome);
        visit(7, self.remark);
    }
};

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>

#include <optional>

namespace kairos::record {

/// One timed set of vital signs. What was not measured is absent.
struct Reading {
    static constexpr RecordKind kKind = RecordKind::Reading;

    ReadingId id;
    SessionId session;
    PatientId patient;
    base::Instant measuredAt;
    base::Instant enteredAt;
    std::optional<int> systolic;        ///< mmHg
    std::optional<int> diastolic;       ///< mmHg
    std::optional<int> pulse;           ///< beats a minute
    std::optional<int> spo2;            ///< per cent
    std::optional<int> respiratoryRate; ///< breaths a minute
    std::optional<double> temperature;  ///< degrees Celsius
    std::optional<int> sedation;        ///< MOAA/S, 5 to 0
    QString remark;

    bool operator==(const Reading&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.session);
        visit(3, self.patient);
        visit(4, self.measuredAt);
        visit(5, self.enteredAt);
        visit(6, self.systolic);
        visit(7, self.diastolic);
        visit(8, self.pulse);
        visit(9, self.spo2);
        visit(10, self.respiratoryRate);
        visit(11, self.temperature);
        visit(12, self.sedation);
        visit(13, self.remark);
    }
};

} // namespace kairos::record

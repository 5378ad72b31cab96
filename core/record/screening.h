// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QString>
#include <QStringList>

namespace kairos::record {

/// What was found when a contraindication was looked for. Never asked is not "clear".
enum class ScreeningState { NotAsked = 0, Present = 1, Clear = 2 };

/// One answer to one contraindication of the list. The last one counts; the former ones stay on record, so
/// that a dose can be judged by what was known when it began.
struct ScreeningFinding {
    static constexpr RecordKind kKind = RecordKind::ScreeningFinding;

    ScreeningFindingId id;
    PatientId patient;
    QString condition; ///< id in the rules file
    ScreeningState state = ScreeningState::NotAsked;
    QString note; ///< what it rests on, e.g. "ECG of 3 Mar"
    base::Instant at;
    ClinicianId by;

    bool operator==(const ScreeningFinding&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.condition);
        visit(4, self.state);
        visit(5, self.note);
        visit(6, self.at);
        visit(7, self.by);
    }
};

/// A prescriber lets the screening gate go although something holds. It covers what held then and nothing
/// that is found later.
struct ScreeningOverride {
    static constexpr RecordKind kKind = RecordKind::ScreeningOverride;

    ScreeningOverrideId id;
    PatientId patient;
    QStringList covers; ///< e.g. "cystitis:present", "seizures:not-asked"
    QString reason;
    base::Instant at;
    ClinicianId by;

    bool operator==(const ScreeningOverride&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.covers);
        visit(4, self.reason);
        visit(5, self.at);
        visit(6, self.by);
    }
};

} // namespace kairos::record

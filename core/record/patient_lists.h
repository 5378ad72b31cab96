// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// One substance the patient reacts to.
struct Allergy {
    static constexpr RecordKind kKind = RecordKind::Allergy;

    AllergyId id;
    PatientId patient;
    QString substance;
    QString reaction; ///< may be empty: unknown

    bool operator==(const Allergy&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.substance);
        visit(4, self.reaction);
    }
};

/// One diagnosis in the clinician's words, with a code where there is one.
struct Diagnosis {
    static constexpr RecordKind kKind = RecordKind::Diagnosis;

    DiagnosisId id;
    PatientId patient;
    QString text;
    QString code; ///< e.g. an ICD-10 code; may be empty

    bool operator==(const Diagnosis&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.text);
        visit(4, self.code);
    }
};

/// One medicine the patient takes.
struct Medication {
    static constexpr RecordKind kKind = RecordKind::Medication;

    MedicationId id;
    PatientId patient;
    QString name;
    QString dose;                   ///< as prescribed, e.g. "100 mg in the morning"
    std::optional<QDate> confirmed; ///< when somebody last asked whether this still holds
    std::optional<QDate> ended;

    bool operator==(const Medication&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.name);
        visit(4, self.dose);
        visit(5, self.confirmed);
        visit(6, self.ended);
    }
};

/// One weighing.
struct Weight {
    static constexpr RecordKind kKind = RecordKind::Weight;

    WeightId id;
    PatientId patient;
    base::Kilograms weight;
    base::Instant measuredAt;
    std::optional<SessionId> session;

    bool operator==(const Weight&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.weight);
        visit(4, self.measuredAt);
        visit(5, self.session);
    }
};

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/safety/contraindications.h"

#include "core/record/patient.h"
#include "core/record/screening.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::safety {

/// What the record knows of a patient's contraindications.
struct ScreeningFacts {
    std::optional<QDate> birthDate;
    record::Asked pregnancyCapacity = record::Asked::NotAsked;
    QList<record::ScreeningFinding> findings;
    QList<record::ScreeningOverride> overrides;
    Substance substance = Substance::Racemic;
    QDate today;
};

/// One condition as it stands for this patient and this medicine.
struct ScreeningLine {
    QString id;
    QString text;
    ContraindicationLevel level = ContraindicationLevel::Absolute;
    record::ScreeningState state = record::ScreeningState::NotAsked;
    bool isApplicable = true; ///< false where the question does not arise
    bool isReckoned = false;  ///< from the record, e.g. age: nobody answers it
    QString note;             ///< what a person wrote, or what the reckoning rests on
    QString remark;           ///< what the rule adds, e.g. what esketamine's label says
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
    std::optional<base::Instant> at;
    std::optional<record::ClinicianId> by;

    bool operator==(const ScreeningLine&) const = default;
    /// Keeps a first dose back: not asked, or present and more than relative.
    [[nodiscard]] bool holds() const;
};

/// What the list says as a whole: the worst that is present, else an open question, else the milder ones.
enum class Verdict { Clear, Relative, NotAsked, Avoid, Absolute };

struct Screening {
    QList<ScreeningLine> lines; ///< age first, then the file's order
    Verdict verdict = Verdict::NotAsked;

    bool operator==(const Screening&) const = default;
    /// The lines that hold, present ones first.
    [[nodiscard]] QList<ScreeningLine> holding() const;
    [[nodiscard]] int notAsked() const;
    /// What an override given now covers, e.g. "cystitis:present".
    [[nodiscard]] QStringList overrideKeys() const;
};

enum class EligibilityState { Holds, Met, Overridden };

/// Whether the screening gate lets a first dose go, and on what it rests.
struct Eligibility {
    EligibilityState state = EligibilityState::Holds;
    Verdict verdict = Verdict::NotAsked;
    bool onlyOpenQuestions = false; ///< it holds, and nothing that holds is present
    QString evidence;               ///< in words: what holds, or what was weighed
    QStringList sources; ///< "basis [mark]" of each that holds and is present, in the order of `evidence`
    std::optional<record::ClinicianId> overriddenBy;
    QString overrideReason;

    bool operator==(const Eligibility&) const = default;
};

/// Looks at every condition and at the age.
[[nodiscard]] Screening screen(const ScreeningFacts& facts, const Contraindications& rules);
/// The gate. An override counts while it covers everything that holds.
[[nodiscard]] Eligibility eligibilityOf(const Screening& screening,
                                        const QList<record::ScreeningOverride>& overrides);

/// "absolute", "absolute until treated or settled", "avoid", "relative".
[[nodiscard]] QString levelWords(ContraindicationLevel level);
/// Completed years; the birthday itself counts, and 29 February counts from 1 March.
[[nodiscard]] int completedYears(QDate born, QDate on);

} // namespace kairos::safety

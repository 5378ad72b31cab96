// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::safety {

/// How much a condition that is present weighs; all but `Relative` hold a first dose.
enum class ContraindicationLevel { Relative, Avoid, UntilTreated, Absolute };

/// Which of the two medicines the course gives.
enum class Substance { Racemic, Esketamine };

/// Where esketamine's label says something else.
struct EsketamineDifference {
    std::optional<ContraindicationLevel> level; ///< none where the level is the same
    QString note;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
};

/// One condition to look for.
struct Contraindication {
    QString id;
    QString text;
    ContraindicationLevel level = ContraindicationLevel::Absolute; ///< for racemic ketamine
    bool needsPregnancyCapacity = false; ///< asked only of a patient who may become pregnant
    QString note;                        ///< e.g. "Needs an airway plan."; may be empty
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
    std::optional<EsketamineDifference> esketamine;
};

/// Completed years at which the evidence ends. Both limits are themselves inside.
struct AgeRule {
    QString text;
    int notEstablishedBelow = 0;
    int cautionAbove = 0;
    ContraindicationLevel belowLevel = ContraindicationLevel::Avoid;
    ContraindicationLevel aboveLevel = ContraindicationLevel::Relative;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
    std::optional<EsketamineDifference> esketamine;
};

/// What is looked for before a first dose (resources/safety/contraindications.json).
struct Contraindications {
    QString version;
    AgeRule age;
    QList<Contraindication> conditions;

    /// InvalidInput names the place.
    [[nodiscard]] static base::Result<Contraindications> read(const QByteArray& json);
    /// What is compiled into the program.
    [[nodiscard]] static Contraindications builtIn();

    [[nodiscard]] const Contraindication* find(const QString& id) const;
};

} // namespace kairos::safety

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::protocols {

/// The session after each dose. Hours count from the end of the dose.
struct IntegrationRule {
    QString title;
    int minutes = 0;
    int targetFromHours = 0;
    int targetToHours = 0;
    int latestHours = 0;
    bool beforeNextDose = false; ///< the next dose waits for it
    QString basis;               ///< e.g. "convention, limited evidence"
    base::Confidence confidence = base::Confidence::Check;
    QStringList sources;

    bool operator==(const IntegrationRule&) const = default;
};

/// A session of a strand that stands against one dose. Days are calendar days from that dose, negative before
/// it.
struct AnchoredSession {
    int dose = 1;
    int earliestDay = 0;
    int targetDay = 0;
    int latestDay = 0;
    bool beforeDose = false; ///< the dose waits for it
    QString title;           ///< what the session holds, when it has a name of its own

    bool operator==(const AnchoredSession&) const = default;
};

/// A course of therapy before, beside or after the doses. Week 1 begins on the day of the first dose, week 0
/// seven days before it. Its sessions stand either in weeks (`perWeek`) or against doses (`anchored`).
struct TherapyStrand {
    QString id = QStringLiteral("therapy"); ///< stem of its steps' keys
    QString modality;                       ///< e.g. "CBT"
    QString title;
    int minutes = 0;
    int fromWeek = 0;
    int toWeek = 0;
    QList<int> perWeek; ///< sessions in each week, fromWeek to toWeek
    QList<AnchoredSession> anchored;
    std::optional<int> notBeforeHours; ///< of anchored sessions: elapsed hours from the end of their dose
    bool isAtHome = false;             ///< needs no open day of the clinic
    QStringList dependsOn;
    QString basis;
    base::Confidence confidence = base::Confidence::Check;
    QStringList sources;

    bool operator==(const TherapyStrand&) const = default;

    [[nodiscard]] int count() const;
    /// The key of the session of that number, counted from 1.
    [[nodiscard]] QString keyOf(int session) const;
};

} // namespace kairos::protocols

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/instant.h"
#include "core/record/step.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace kairos::planning {

/// What a course is fitted to. Nothing in planning reads a clock: `notBefore` is the caller's today.
struct PlanRequest {
    QDate start;                       ///< the day the first dose aims at
    QList<int> closedWeekdays;         ///< Monday 1 … Sunday 7
    QList<QDate> holidays;             ///< days the clinic is closed
    QList<QDate> patientAway;          ///< days on which the patient cannot come
    QList<QDate> clinicianAway;        ///< days on which the clinician cannot
    QTime firstSlot = QTime(9, 0);     ///< an unheld dose begins then, or when the clinic opens if later
    QHash<int, QTime> opensAt;         ///< by weekday, where it differs from the first slot
    QTimeZone zone = QTimeZone::utc(); ///< the practice's: hour windows count elapsed hours
    std::optional<QDate> notBefore;    ///< doses not yet held are not put before this day
    std::optional<QDate> birthDate;    ///< the patient's, for the ages a protocol was made for
    /// Days that a person chose for steps, by key: kept whatever the rules say, and what they break is told.
    QHash<QString, QDate> chosen;

    /// The clinic's first slot of a day.
    [[nodiscard]] QTime slotOn(QDate day) const { return opensAt.value(day.dayOfWeek(), firstSlot); }
    /// When an unheld dose of that day begins: a clinic that opens early readies the patient first.
    [[nodiscard]] QTime doseSlotOn(QDate day) const { return qMax(firstSlot, slotOn(day)); }
};

/// One step of a course with its dates. No window: no date fits, a finding with the step as its subject says
/// why.
struct PlannedStep {
    QString key; ///< "dose-1", "integration-1", "therapy-1", "preparation-2", …
    record::StepKind kind = record::StepKind::Review;
    int number = 0; ///< from 1 within its kind
    QString title;
    QString strand; ///< "medicine", "therapy" or "measures"
    QStringList dependsOn;
    std::optional<record::StepWindow> window;
    QStringList instruments;
    int minutes = 0; ///< length of the appointment; 0 where none is booked
    QString basis;

    bool operator==(const PlannedStep&) const = default;
};

/// The key of the step of a dose, from 1: "dose-1".
[[nodiscard]] QString doseKey(int dose);

/// What would give a step a date, one of several ways.
struct Loosening {
    QString step; ///< its key
    QString rule; ///< what gives way: "weekday", "holiday", "patient", "clinician", "gap", "window", "start"
                  ///< or "depends-on"
    QString text; ///< in words behind "it would fit if", e.g. "the clinic opened on 6 March, a holiday"
    std::optional<QDate> day; ///< the day that would fit then

    bool operator==(const Loosening&) const = default;
};

/// A protocol with dates.
struct PlannedCourse {
    QString protocol;
    QString protocolVersion;
    QDate start;
    QList<PlannedStep> steps; ///< each follows what it depends on
    base::Findings findings;
    QList<Loosening> loosenings; ///< of the steps that no date fits

    bool operator==(const PlannedCourse&) const = default;

    [[nodiscard]] const PlannedStep* find(const QString& key) const;
};

/// What became of a step.
enum class FactKind { Held, Waived };

struct StepFact {
    FactKind kind = FactKind::Held;
    base::Instant at; ///< when it was held; of a dose its end
    QString reason;   ///< who waived it and why

    bool operator==(const StepFact&) const = default;
};

/// By step key.
using Facts = QHash<QString, StepFact>;

/// When steps are booked, by key, in the practice's local wall time.
using Bookings = QHash<QString, QDateTime>;

} // namespace kairos::planning

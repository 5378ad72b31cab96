// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/session_summary.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kairos::reports {

/// One step of the plan as it prints.
struct PlanSheetStep {
    QString title;
    QString window;                                             ///< earliest to latest, or that no date fits
    QString target;                                             ///< aimed at, booked for, or held
    QString state;                                              ///< "held", "late", "waits for Session 6" …
    base::FindingLevel level = base::FindingLevel::Information; ///< a caution for late, a stop for blocked

    bool operator==(const PlanSheetStep&) const = default;
};

/// The steps of one strand, in the order of time.
struct PlanSheetStrand {
    QString title;
    QList<PlanSheetStep> steps;
};

/// What stands on a printed plan, in order. No layout.
struct PlanSheet {
    QString title;
    QString subtitle;
    PageIdentity identity;
    QList<LeadLine> next;     ///< what is late, blocked and next, the state first
    QStringList gates;        ///< what holds the next dose
    QStringList kept;         ///< plan against actual
    QStringList order;        ///< the order in force, or that there is none
    QList<LeadLine> findings; ///< of the planner: its level, then text with source and mark
    QList<PlanSheetStrand> strands;
    QList<LeadLine> revisions;
    QStringList bases;   ///< where the windows come from
    QStringList sources; ///< of the protocol, with H, M or C
    QString note;
    QList<LeadLine> signatures;
    QString leftOut;
};

} // namespace kairos::reports

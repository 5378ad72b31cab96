// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/instant.h"
#include "core/record/patient.h"
#include "core/record/step.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

/// Why a person is needed, the most dangerous first: a life, a patient not watched, a dose that must not be
/// given as things stand, what can still be caught, what was missed, what is to be written.
enum class NeedKind {
    OpenRisk,
    Undischarged,
    ScreeningHolds,
    ConsentMissing,
    OrderMissing,
    IntegrationClosing,
    IntegrationLate,
    StepLate,
    ConsentDue,
    ScreeningDue,
    ReviewDue,
    CountersignDue, ///< a verbal order that its prescriber has not countersigned
    CallDue,        ///< the call after a dose
    Unsigned,
    CosignDue, ///< signed by somebody who is supervised, and not co-signed yet
    RatingDue,
    LabDue, ///< what repeated doses ask to be checked: by a scale, or by looking for it in the screening
    ConsentEnding,
    SheetReviewDue, ///< a safety plan that was to be gone through again
    CommitmentDue,  ///< long past its day, and no session is booked in which it would come up
    StockDue,       ///< a vial whose rest nobody wasted, a lot that ends or runs low, a count that is due
    NoCrisisText
};

/// Which sheet a need's session has.
enum class NeedSession { None, Dosing, Therapy };

/// One thing that needs a person, with the place to do it.
struct Need {
    NeedKind kind = NeedKind::Unsigned;
    base::FindingLevel level = base::FindingLevel::Caution;
    int gravity = 0; ///< within its kind: the level of a risk item
    std::optional<record::Patient> patient = {};
    std::optional<record::SessionId> session = {};
    NeedSession sheet = NeedSession::None;
    std::optional<record::RiskItemId> risk = {};
    std::optional<record::StepId> step = {};
    std::optional<record::OrderId> order = {};
    std::optional<record::TherapySheetId> therapySheet = {};
    QStringList instruments = {};         ///< of a rating: what is asked for
    QString check = {};                   ///< of a check that is written down by itself: its id
    QString detail = {};                  ///< in words, e.g. "PHQ-9: item 9 above 0; total 8"
    std::optional<base::Instant> at = {}; ///< since when, or until when for what closes
};

/// The one order of danger: by level, then by kind, then by gravity, then the one that waits or closes first.
[[nodiscard]] bool isMoreDangerous(const Need& a, const Need& b);

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace kairos::record {

/// How grave a sign or an item is.
enum class RiskLevel { Note = 1, Assess = 2, Urgent = 3 };

/// What raised or added to a risk item.
struct RiskEvidence {
    base::Instant at;
    QString text; ///< e.g. "PHQ-9 item 9 (death or self-harm): 1 of 3, several days; total 8"
    std::optional<RatingId> rating;
    std::optional<RiskLevel> level = {}; ///< of this sign alone
    /// When it was noted at the closed item without opening it; none when it opened or met an open item.
    std::optional<base::Instant> notedAt = {};
    /// When it joined an item that was open already; `at` may lie before (an answer copied from paper).
    std::optional<base::Instant> addedAt = {};

    bool operator==(const RiskEvidence&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.at);
        visit(2, self.text);
        visit(3, self.rating);
        visit(4, self.level);
        visit(5, self.notedAt);
        visit(6, self.addedAt);
    }
};

/// A former end of an item that was opened again: what was found and done, and who looked again when.
struct RiskClosing {
    QString assessment;
    QString plan;
    std::optional<QDate> nextLook;
    RiskLevel level = RiskLevel::Note; ///< as assessed
    base::Instant at;
    std::optional<ClinicianId> by;

    bool operator==(const RiskClosing&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.assessment);
        visit(2, self.plan);
        visit(3, self.nextLook);
        visit(4, self.level);
        visit(5, self.at);
        visit(6, self.by);
    }
};

/// A question about the patient's safety, one a course. It closes only by assessment, plan and next look. A
/// later sign opens the same item again, its former end kept in `closings`, or is noted at the closed one.
struct RiskItem {
    static constexpr RecordKind kKind = RecordKind::RiskItem;

    RiskItemId id;
    PatientId patient;
    int number = 0; ///< counted in the practice, for speech: "risk item 7"
    base::Instant openedAt;
    RiskLevel level = RiskLevel::Note; ///< by the worst evidence since it was opened
    QList<RiskEvidence> evidence;
    QString assessment; ///< may stand before the item is closed
    QString plan;
    std::optional<QDate> nextLook;
    std::optional<base::Instant> closedAt;
    std::optional<ClinicianId> closedBy;
    std::optional<PlanId> course;           ///< the plan that ran when it was opened; none before a plan
    std::optional<RiskLevel> assessedLevel; ///< as the clinician judges it
    std::optional<base::Instant> assessedAt;
    std::optional<ClinicianId> assessedBy;
    QList<RiskClosing> closings; ///< oldest first; not the present one
    std::optional<base::Instant> reopenedAt;

    bool operator==(const RiskItem&) const = default;

    [[nodiscard]] bool isOpen() const { return !closedAt.has_value(); }
    /// Since when the item stands open, or stood open last.
    [[nodiscard]] base::Instant openSince() const { return reopenedAt.value_or(openedAt); }
    /// Both an assessment and a plan are written.
    [[nodiscard]] bool isAssessed() const { return !assessment.isEmpty() && !plan.isEmpty(); }
    /// Somebody wrote an assessment, and no sign came after it.
    [[nodiscard]] bool isSettledSoFar() const {
        const auto isNewer = [this](const RiskEvidence& piece) {
            return piece.addedAt.value_or(piece.at) > *assessedAt;
        };
        return assessedAt.has_value() && std::none_of(evidence.begin(), evidence.end(), isNewer);
    }
    /// The level later signs are measured by: as assessed, else by the evidence.
    [[nodiscard]] RiskLevel settledLevel() const { return assessedLevel.value_or(level); }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.number);
        visit(4, self.openedAt);
        visit(5, self.level);
        visit(6, self.evidence);
        visit(7, self.assessment);
        visit(8, self.plan);
        visit(9, self.nextLook);
        visit(10, self.closedAt);
        visit(11, self.closedBy);
        visit(12, self.course);
        visit(13, self.assessedLevel);
        visit(14, self.assessedAt);
        visit(15, self.assessedBy);
        visit(16, self.closings);
        visit(17, self.reopenedAt);
    }
};

} // namespace kairos::record

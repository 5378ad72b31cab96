// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::record {

/// What raised or added to a risk item.
struct RiskEvidence {
    base::Instant at;
    QString text; ///< e.g. "PHQ-9 item 9 = 1, total 8"
    std::optional<RatingId> rating;

    bool operator==(const RiskEvidence&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.at);
        visit(2, self.text);
        visit(3, self.rating);
    }
};

/// How grave the item is, by its worst evidence.
enum class RiskLevel { Note = 1, Assess = 2, Urgent = 3 };

/// An open question about the patient's safety. It closes only by assessment, plan and next look.
struct RiskItem {
    static constexpr RecordKind kKind = RecordKind::RiskItem;

    RiskItemId id;
    PatientId patient;
    int number = 0; ///< counted in the practice, for speech: "risk item 7"
    base::Instant openedAt;
    RiskLevel level = RiskLevel::Note;
    QList<RiskEvidence> evidence;
    QString assessment;
    QString plan;
    std::optional<QDate> nextLook;
    std::optional<base::Instant> closedAt;
    std::optional<ClinicianId> closedBy;

    bool operator==(const RiskItem&) const = default;

    [[nodiscard]] bool isOpen() const { return !closedAt.has_value(); }

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
    }
};

} // namespace kairos::record

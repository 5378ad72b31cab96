// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/adverse_event.h"
#include "core/record/ids.h"
#include "core/record/kind.h"
#include "core/record/patient.h"

#include <QString>

#include <optional>

namespace kairos::record {

enum class FollowUpKind {
    Course = 1,  ///< how it went on: outcome, over or not
    Addendum = 2 ///< corrects what is signed, with a reason and a signature of its own
};

/// Whether it goes on.
enum class AdverseCourse { AsBefore = 0, GoesOn = 1, Over = 2 };

/// What was learnt of an adverse event after it was fixed. The event itself stays as it was signed. What is
/// empty, not asked or not judged leaves the event as it was before this line.
struct AdverseFollowUp {
    static constexpr RecordKind kKind = RecordKind::AdverseFollowUp;

    AdverseFollowUpId id;
    AdverseEventId event;
    PatientId patient;
    FollowUpKind kind = FollowUpKind::Course;
    base::Instant at; ///< when it was written
    ClinicianId by;
    AdverseCourse course = AdverseCourse::AsBefore;
    std::optional<base::Instant> resolvedAt; ///< of one that is over
    QString outcome;
    QString reason; ///< of an addendum
    QString term;   ///< this and the following: of an addendum
    std::optional<int> grade;
    Asked serious = Asked::NotAsked;
    Asked expected = Asked::NotAsked;
    Relatedness related = Relatedness::NotJudged;
    QString action;

    bool operator==(const AdverseFollowUp&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.event);
        visit(3, self.patient);
        visit(4, self.kind);
        visit(5, self.at);
        visit(6, self.by);
        visit(7, self.course);
        visit(8, self.resolvedAt);
        visit(9, self.outcome);
        visit(10, self.reason);
        visit(11, self.term);
        visit(12, self.grade);
        visit(13, self.serious);
        visit(14, self.expected);
        visit(15, self.related);
        visit(16, self.action);
    }
};

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/answer.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QList>
#include <QString>

#include <optional>

namespace kairos::record {

/// How the answers came in.
enum class RatingMode { SelfOnScreen = 1, Paper = 2, Clinician = 3, TotalOnly = 4 };

/// One thing a rule raised about a rating, with the rule that raised it.
struct RatingFlag {
    QString id;   ///< e.g. "suicide-item"
    QString rule; ///< in words, with the limit

    bool operator==(const RatingFlag&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.rule);
    }
};

/// One completed instrument. Hours since the last dose and the overlap with doses follow from the
/// dosing sessions and are reckoned when read (core/outcomes), so that a corrected dose time counts.
struct Rating {
    static constexpr RecordKind kKind = RecordKind::Rating;

    RatingId id;
    PatientId patient;
    std::optional<SessionId> session;
    std::optional<StepId> step;
    QString instrument; ///< id of the instrument file
    QString instrumentVersion;
    QString language;
    RatingMode mode = RatingMode::SelfOnScreen;
    std::optional<ClinicianId> rater; ///< who rated or entered it
    base::Instant assessedAt;
    bool timeKnown = true; ///< false when only the day is known (imports): the time is then noon
    std::optional<int> recallDays;
    QList<Answer> answers; ///< as many as the instrument has items; empty for a total alone
    std::optional<double> rawSum;
    std::optional<double> total; ///< none when too much is missing
    bool prorated = false;
    QString band; ///< stable band id; empty when there is no total
    QList<RatingFlag> flags;

    bool operator==(const Rating&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.session);
        visit(4, self.step);
        visit(5, self.instrument);
        visit(6, self.instrumentVersion);
        visit(7, self.language);
        visit(8, self.mode);
        visit(9, self.rater);
        visit(10, self.assessedAt);
        visit(11, self.timeKnown);
        visit(12, self.recallDays);
        visit(13, self.answers);
        visit(14, self.rawSum);
        visit(15, self.total);
        visit(16, self.prorated);
        visit(17, self.band);
        visit(18, self.flags);
    }
};

} // namespace kairos::record

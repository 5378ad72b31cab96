// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/rating.h"
#include "core/record/risk_item.h"
#include "core/scales/score.h"
#include "core/storage/drafts.h"

#include <QList>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// One form being filled in.
struct RatingDraft {
    record::PatientId patient;
    std::optional<record::SessionId> session;
    std::optional<record::StepId> step;
    QString instrument;
    QString instrumentVersion;              ///< the form was begun with it; empty: the installed one
    std::optional<record::RatingMode> mode; ///< none: the instrument's usual one
    base::Instant assessedAt;
    bool timeKnown = true;
    QList<record::Answer> answers; ///< items, then the unscored extras; empty for a total alone
    std::optional<double> total;   ///< typed, for a total alone
};

/// What became of a saved form.
struct RatingSaved {
    record::RatingId id;
    scales::Score score;
    std::optional<record::RiskItem> risk; ///< opened or added to
};

/// Filling in, scoring, saving and correcting ratings.
class RatingCare final {
public:
    explicit RatingCare(OpenPractice& practice) : m_practice(practice) {}

    /// The live score of a draft. InvalidInput names the item.
    [[nodiscard]] base::Result<scales::Score> score(const RatingDraft& draft) const;
    /// Saves the form, the risk item it raises, and the step it fulfils, in one transaction.
    [[nodiscard]] base::Result<RatingSaved> save(const RatingDraft& draft,
                                                 const QList<storage::DraftKey>& finished = {});
    /// Replaces the answers of a saved rating; the old ones stay in its history.
    [[nodiscard]] base::Result<RatingSaved> correct(const record::RatingId& id, const RatingDraft& draft,
                                                    const QString& reason);
    /// Marks a rating as entered in error. Nothing is deleted.
    [[nodiscard]] base::Outcome withdraw(const record::RatingId& id, const QString& reason);

    /// The record that saving the draft would make; used by imports too.
    [[nodiscard]] base::Result<record::Rating> ratingOf(const RatingDraft& draft,
                                                        const scales::Score& score) const;

private:
    /// Everything but the answers: right, patient, time, version, mode.
    [[nodiscard]] base::Outcome check(const RatingDraft& draft) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

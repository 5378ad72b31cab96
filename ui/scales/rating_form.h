// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/answer_grid.h"
#include "ui/scales/band_strip.h"
#include "ui/scales/carries_card.h"
#include "ui/scales/rating_entry.h"

#include "ui/shared/banner.h"
#include "ui/shared/navigator.h"

#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"

#include <QLocale>

#include <optional>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

/// A draft that was found, and when it was kept.
struct FoundDraft {
    RatingState state;
    qint64 savedMs = 0;
};

/// The rating form without its widgets: what it is about, what was before, its draft, its saving.
class RatingForm final {
public:
    /// Error where the instrument is not installed or the stored rating cannot be read.
    [[nodiscard]] static base::Result<RatingForm> open(workflow::OpenPractice& practice,
                                                       const RatingPlace& place);

    [[nodiscard]] const scales::Instrument& instrument() const { return *m_instrument; }
    [[nodiscard]] const RatingPlace& place() const { return m_place; }
    /// The stored rating this page is about; none for a new one.
    [[nodiscard]] const std::optional<record::Rating>& stored() const { return m_stored; }
    [[nodiscard]] const std::optional<record::RiskItem>& openRisk() const { return m_openRisk; }
    /// The item closed last, when none is open.
    [[nodiscard]] const std::optional<record::RiskItem>& closedRisk() const { return m_closedRisk; }
    /// The item that the stored rating raised or joined; none for a new one, or where it raised none.
    [[nodiscard]] const std::optional<record::RiskItem>& ownRisk() const { return m_ownRisk; }
    /// Fetches anew what was before and whether a risk item is open.
    /// \param saved a rating this page saved just now: it is not before itself
    void refresh(const std::optional<record::RatingId>& saved = {});

    /// The rating before this one; none where it is the first.
    [[nodiscard]] const record::Rating* last() const;
    [[nodiscard]] EarlierAnswers earlierAnswers(const QLocale& locale) const;
    /// How the stored rating stood before its last correction; none where it was never corrected.
    [[nodiscard]] const workflow::FormerRating* former() const;
    /// The saved answers, to stand beside those of a correction in the making.
    [[nodiscard]] EarlierAnswers savedAnswers() const;
    /// The answers of before the last correction.
    [[nodiscard]] EarlierAnswers formerAnswers() const;
    /// "Corrected: PHQ-9 21, severe → 9, mild", who, when and why; none where it was never corrected.
    [[nodiscard]] std::optional<BannerText> correctionBanner() const;
    [[nodiscard]] QList<StripMark> marks(const QLocale& locale) const;

    [[nodiscard]] base::Result<scales::Score> score(const RatingState& state) const;
    /// "Change", "Since 26 Oct".
    [[nodiscard]] QList<CarriedLine> changeLines(const RatingState& state, const scales::Score& score) const;
    /// "Recall", "Since dose 7", "Entered by".
    [[nodiscard]] QList<CarriedLine> contextLines(const RatingState& state) const;
    /// How missing answers are treated, in one line.
    [[nodiscard]] QString missingNote() const;

    [[nodiscard]] std::optional<FoundDraft> findDraft() const;
    [[nodiscard]] base::Outcome keepDraft(const RatingState& state) const;
    [[nodiscard]] base::Outcome dropDraft() const;

    [[nodiscard]] base::Result<workflow::RatingSaved> save(const RatingState& state) const;
    [[nodiscard]] base::Result<workflow::RatingSaved> correct(const RatingState& state,
                                                              const QString& reason) const;

private:
    RatingForm(workflow::OpenPractice& practice, const RatingPlace& place)
        : m_practice(&practice), m_place(place) {}
    [[nodiscard]] workflow::RatingDraft draftOf(const RatingState& state) const;
    [[nodiscard]] storage::DraftKey key() const;
    [[nodiscard]] std::optional<record::Rating> candidate(const RatingState& state,
                                                          const scales::Score& score) const;

    workflow::OpenPractice* m_practice;
    RatingPlace m_place;
    const scales::Instrument* m_instrument = nullptr;
    std::optional<record::Rating> m_stored;
    std::optional<record::RiskItem> m_openRisk;
    std::optional<record::RiskItem> m_closedRisk;
    std::optional<record::RiskItem> m_ownRisk;
    QList<record::Rating> m_before; ///< oldest first, without the stored one
    outcomes::Course m_course;
    QList<workflow::FormerRating> m_former; ///< of the stored rating, oldest first
};

} // namespace kairos::ui

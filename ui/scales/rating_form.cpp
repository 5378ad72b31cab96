// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/rating_form.h"

#include "ui/scales/rating_words.h"

#include "ui/shared/formats.h"

#include "core/outcomes/dose_relation.h"
#include "core/workflow/catalog.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_modes.h"
#include "core/workflow/risk_lane.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kHoursShown = 96; ///< beyond it, days read better

class Words final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::RatingForm)

public:
    static QString change() { return tr("Change"); }
    static QString since(const QString& day) { return tr("Since %1").arg(day); }
    static QString baseline(double total) { return tr("baseline %1").arg(shortNumberText(total, 1)); }
    static QString first() { return tr("the first rating"); }
    static QString recall() { return tr("Recall"); }
    static QString enteredBy() { return tr("Entered by"); }
    static QString sinceDose(int number) { return tr("Since dose %1").arg(number); }
    static QString doses() { return tr("Doses"); }
    static QString noDose() { return tr("none before this rating"); }
    static QString elapsed(double hours) {
        return hours < kHoursShown ? tr("%1 h", "hours").arg(std::lround(hours))
                                   : tr("%1 d", "days").arg(std::lround(hours / 24));
    }
    static QString overlap(const outcomes::DoseRelation& relation) {
        if (relation.excluded) {
            return tr("%1 % of the recall before dose 1: not counted")
                .arg(std::lround(100 * relation.pretreatmentShare));
        }
        if (relation.pretreatmentShare > 0) {
            return tr("%1 % of the recall before dose 1").arg(std::lround(100 * relation.pretreatmentShare));
        }
        return relation.overlapsDose ? tr("recall holds a dose") : tr("no overlap");
    }
    static QString prorated(const scales::Instrument& instrument) {
        const auto& rule = instrument.scoring.missing;
        const QString mark = base::confidenceMark(rule.basis.confidence);
        return rule.most > 0 ? tr("Up to %1 missing are prorated (%2).").arg(rule.most).arg(mark)
                             : tr("With an answer missing there is no total (%1).").arg(mark);
    }
    static QString critical(int number) {
        return tr("Item %1 is never counted as 0 when it is missing.").arg(number);
    }
    static QString saved() { return tr("saved"); }
    static QString before() { return tr("before"); }
    static QString savedResult() { return tr("Saved"); }
    static QString result(const scales::Instrument& instrument, const record::Rating& rating) {
        const auto* band = instrument.findBand(rating.band);
        const QString total = rating.total ? shortNumberText(*rating.total, 1) : QString();
        if (band == nullptr) {
            return total.isEmpty() ? tr("no total") : total;
        }
        return total.isEmpty() ? band->label : join(total, band->label);
    }
    static BannerText correction(const QString& change, const workflow::FormerRating& former,
                                 const QString& when) {
        return {base::FindingLevel::Information, tr("Corrected: %1").arg(change),
                tr("Reason: %1. The column \"before\" shows the answers of before.").arg(former.reason),
                tr("%1, %2").arg(former.by, when)};
    }
    static QString join(const QString& first, const QString& second) {
        return tr("%1, %2").arg(first, second);
    }
};

} // namespace

base::Result<RatingForm> RatingForm::open(workflow::OpenPractice& practice, const RatingPlace& place) {
    RatingForm form(practice, place);
    if (place.rating) {
        auto stored = workflow::RatingQuery(practice).rating(*place.rating);
        if (!stored) {
            return tl::unexpected<base::Error>(stored.error());
        }
        form.m_place.instrument = stored->instrument;
        form.m_stored = std::move(*stored);
    }
    form.m_instrument = practice.catalog().instruments.find(form.m_place.instrument);
    if (form.m_instrument == nullptr) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The rating was not opened"),
                          Words::tr("the instrument \"%1\" is not installed").arg(form.m_place.instrument),
                          Words::tr("choose another instrument"));
    }
    form.refresh();
    return form;
}

void RatingForm::refresh(const std::optional<record::RatingId>& saved) {
    m_before.clear();
    const auto series = workflow::RatingQuery(*m_practice).series(m_place.patient, m_instrument->id);
    if (series) {
        for (const record::Rating& rating : series->ratings) {
            const bool isBefore =
                !m_stored || (rating.id != m_stored->id && rating.assessedAt < m_stored->assessedAt);
            if (isBefore && rating.id != saved) {
                m_before.append(rating);
            }
        }
    }
    m_former.clear();
    if (m_stored) {
        if (const auto former = workflow::RatingQuery(*m_practice).former(*m_stored)) {
            m_former = *former;
        }
    }
    if (const auto course = workflow::RatingQuery(*m_practice).course(m_place.patient)) {
        m_course = *course;
    }
    if (const auto items = workflow::RiskLane(*m_practice).itemsOf(m_place.patient)) {
        m_openRisk.reset();
        m_closedRisk.reset();
        m_ownRisk.reset();
        for (const record::RiskItem& item : *items) {
            const bool isLater =
                !m_closedRisk || (!item.isOpen() && *item.closedAt > *m_closedRisk->closedAt);
            const auto isOfThis = [this](const record::RiskEvidence& piece) {
                return m_stored && piece.rating == m_stored->id;
            };
            if (std::any_of(item.evidence.begin(), item.evidence.end(), isOfThis)) {
                m_ownRisk = item;
            }
            if (item.isOpen()) {
                m_openRisk = item;
            } else if (isLater) {
                m_closedRisk = item;
            }
        }
    }
}

const record::Rating* RatingForm::last() const {
    return m_before.isEmpty() ? nullptr : &m_before.last();
}

EarlierAnswers RatingForm::earlierAnswers(const QLocale& locale) const {
    for (auto rating = m_before.rbegin(); rating != m_before.rend(); ++rating) {
        if (!rating->answers.isEmpty() && rating->mode != record::RatingMode::TotalOnly) {
            const QDate day = rating->assessedAt.local(m_practice->zone()).date();
            return {locale.toString(day, QStringLiteral("d MMM")), rating->answers};
        }
    }
    return {};
}

const workflow::FormerRating* RatingForm::former() const {
    return m_former.isEmpty() ? nullptr : &m_former.last();
}

EarlierAnswers RatingForm::savedAnswers() const {
    return m_stored ? EarlierAnswers{Words::saved(), m_stored->answers} : EarlierAnswers();
}

EarlierAnswers RatingForm::formerAnswers() const {
    return former() != nullptr ? EarlierAnswers{Words::before(), former()->rating.answers} : EarlierAnswers();
}

std::optional<BannerText> RatingForm::correctionBanner() const {
    if (former() == nullptr) {
        return std::nullopt;
    }
    const QString change = QStringLiteral("%1 → %2").arg(Words::result(*m_instrument, former()->rating),
                                                         Words::result(*m_instrument, *m_stored));
    return Words::correction(change, *former(), dateTimeText(former()->at, m_practice->zone()));
}

QList<StripMark> RatingForm::marks(const QLocale& locale) const {
    QList<StripMark> marks;
    const auto trend = outcomes::trendOf(*m_instrument, m_before, m_course);
    const auto* baseline = trend.baselinePoint();
    const record::Rating* before = last();
    if (before != nullptr && before->total && (baseline == nullptr || baseline->rating != before->id)) {
        const QDate day = before->assessedAt.local(m_practice->zone()).date();
        marks.append(
            {*before->total, QStringLiteral("%1 %2").arg(locale.toString(day, QStringLiteral("d MMM")),
                                                         shortNumberText(*before->total, 1))});
    }
    if (baseline != nullptr) {
        marks.append({baseline->total, Words::baseline(baseline->total)});
    }
    return marks;
}

workflow::RatingDraft RatingForm::draftOf(const RatingState& state) const {
    workflow::RatingDraft draft;
    draft.patient = m_place.patient;
    draft.session = m_place.session;
    draft.step = m_place.step;
    draft.instrument = m_instrument->id;
    draft.instrumentVersion = state.version;
    draft.mode = state.mode.value_or(workflow::modesOf(*m_instrument).first());
    draft.assessedAt = state.assessedAt.value_or(m_practice->now());
    draft.answers = state.answers;
    if (state.totalAlone) {
        draft.total = state.total;
    }
    if (m_stored && state.assessedAt == m_stored->assessedAt) {
        draft.timeKnown = m_stored->timeKnown;
    }
    return draft;
}

base::Result<scales::Score> RatingForm::score(const RatingState& state) const {
    return workflow::RatingCare(*m_practice).score(draftOf(state));
}

std::optional<record::Rating> RatingForm::candidate(const RatingState& state,
                                                    const scales::Score& score) const {
    const auto rating = workflow::RatingCare(*m_practice).ratingOf(draftOf(state), score);
    return rating ? std::optional(*rating) : std::nullopt;
}

QList<CarriedLine> RatingForm::changeLines(const RatingState& state, const scales::Score& score) const {
    QList<CarriedLine> lines;
    const auto now = candidate(state, score);
    if (m_instrument->scoring.method == scales::Method::Triage) {
        return lines;
    }
    if (m_stored && now && now->answers != m_stored->answers) {
        lines.append({Words::savedResult(), Words::result(*m_instrument, *m_stored)});
    }
    const record::Rating* before = last();
    if (before == nullptr) {
        return lines << CarriedLine{Words::change(), Words::first()};
    }
    if (now && now->total) {
        auto ratings = m_before;
        ratings.append(*now);
        const auto trend = outcomes::trendOf(*m_instrument, ratings, m_course);
        const bool isLatest = trend.latestPoint() != nullptr && trend.latestPoint()->rating == now->id;
        const QString change = isLatest ? changeSinceBaseline(trend) : QString();
        if (!change.isEmpty()) {
            lines.append({Words::change(), change});
        }
    }
    if (before->total && now && now->total) {
        const QDate day = before->assessedAt.local(m_practice->zone()).date();
        lines.append({Words::since(QLocale().toString(day, QStringLiteral("d MMM"))),
                      changeSinceLast(*m_instrument, *before->total, *now->total)});
    }
    return lines;
}

QList<CarriedLine> RatingForm::contextLines(const RatingState& state) const {
    QList<CarriedLine> lines;
    if (!m_instrument->recall.text.isEmpty()) {
        lines.append({Words::recall(), m_instrument->recall.text});
    }
    record::Rating rating;
    rating.assessedAt = state.assessedAt.value_or(m_practice->now());
    const auto relation =
        outcomes::relationOf(rating, *m_instrument, m_course, outcomes::builtInTrendRules());
    int number = 0;
    for (const outcomes::DoseMark& dose : m_course.doses) {
        number = dose.start <= rating.assessedAt ? std::max(number, dose.number) : number;
    }
    if (relation.hoursSinceDose) {
        lines.append({Words::sinceDose(number),
                      Words::join(Words::elapsed(*relation.hoursSinceDose), Words::overlap(relation))});
    } else {
        lines.append({Words::doses(), Words::noDose()});
    }
    const auto rater = m_stored ? m_stored->rater : std::nullopt;
    const QString name = rater ? m_practice->clinicianName(*rater) : m_practice->actor().name;
    lines.append({Words::enteredBy(), name});
    return lines;
}

QString RatingForm::missingNote() const {
    QStringList sentences;
    if (m_instrument->scoring.method != scales::Method::Triage &&
        m_instrument->wording != scales::Wording::Total) {
        sentences.append(Words::prorated(*m_instrument));
    }
    for (const scales::Item& item : m_instrument->items) {
        if (item.critical && m_instrument->scoring.method != scales::Method::Triage) {
            sentences.append(Words::critical(item.number));
        }
    }
    return sentences.join(QLatin1Char(' '));
}

storage::DraftKey RatingForm::key() const {
    const base::Uuid subject = m_stored ? m_stored->id.uuid : m_place.patient.uuid;
    return workflow::DraftDesk(*m_practice).keyOf(QStringLiteral("rating.%1").arg(m_instrument->id), subject);
}

std::optional<FoundDraft> RatingForm::findDraft() const {
    const auto found = workflow::DraftDesk(*m_practice).find(key());
    if (!found || !found->has_value()) {
        return std::nullopt;
    }
    const auto state = stateFromDraft((*found)->content);
    return state ? std::optional(FoundDraft{*state, (*found)->savedMs}) : std::nullopt;
}

base::Outcome RatingForm::keepDraft(const RatingState& state) const {
    RatingState kept = state;
    if (kept.version.isEmpty()) {
        kept.version = m_instrument->version;
    }
    return workflow::DraftDesk(*m_practice).keep(key(), draftBytes(kept));
}

base::Outcome RatingForm::dropDraft() const {
    return workflow::DraftDesk(*m_practice).drop(key());
}

base::Result<workflow::RatingSaved> RatingForm::save(const RatingState& state) const {
    return workflow::RatingCare(*m_practice).save(draftOf(state), {key()});
}

base::Result<workflow::RatingSaved> RatingForm::correct(const RatingState& state,
                                                        const QString& reason) const {
    auto corrected = workflow::RatingCare(*m_practice).correct(m_stored->id, draftOf(state), reason);
    if (corrected) {
        // The correction is saved: a draft that stays behind would only be offered once more.
        const auto dropped = dropDraft();
        Q_UNUSED(dropped)
    }
    return corrected;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_care.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_modes.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/scales/scoring.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kRatingNotSaved = QT_TRANSLATE_NOOP("Words", "The rating was not saved");

base::Result<const scales::Instrument*> instrumentOf(const OpenPractice& practice, const QString& id) {
    const auto* instrument = practice.catalog().instruments.find(id);
    if (instrument == nullptr) {
        return base::fail(ErrorCode::NotFound, Words::tr(kRatingNotSaved),
                          Words::tr("the instrument \"%1\" is not installed").arg(id),
                          Words::tr("see kairos-cli instruments for what is"));
    }
    return instrument;
}

base::Result<Patient> ratedPatient(const OpenPractice& practice, const PatientId& id) {
    const auto found = practice.file().records().find<Patient>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr(kRatingNotSaved),
                          Words::tr("there is no patient with this id"), Words::tr("open the chart again"));
    }
    return **found;
}

base::Outcome checkMoment(const OpenPractice& practice, const Patient& patient, const RatingDraft& draft) {
    const QDate day = draft.assessedAt.local(practice.zone()).date();
    // A minute of grace: two clocks of one PC never disagree by more. Of a day without a time, today is past.
    const bool isToCome =
        draft.timeKnown ? draft.assessedAt.msSince(practice.now()) > 60'000 : day > practice.today();
    if (isToCome) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kRatingNotSaved),
                          Words::tr("its time is still to come"), Words::tr("type when it was filled in"));
    }
    if (patient.birthDate && day < *patient.birthDate) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kRatingNotSaved),
                          Words::tr("its time lies before the patient's birth"),
                          Words::tr("check the date of the rating and the birth date"));
    }
    return {};
}

/// The answers belong to the version they were given under: another one may ask other things.
base::Outcome checkVersion(const scales::Instrument& instrument, const QString& version) {
    if (version.isEmpty() || version == instrument.version) {
        return {};
    }
    return base::fail(ErrorCode::InvalidInput, Words::tr(kRatingNotSaved),
                      Words::tr("it was filled in with version %1 of %2, and version %3 is installed")
                          .arg(version, instrument.shortTitle, instrument.version),
                      Words::tr("enter it anew with the installed version"));
}

base::Outcome checkMode(const scales::Instrument& instrument, const RatingDraft& draft) {
    if (draft.mode != RatingMode::SelfOnScreen || isForPatients(instrument) || draft.total) {
        return {};
    }
    return base::fail(ErrorCode::InvalidInput, Words::tr(kRatingNotSaved),
                      Words::tr("the mode \"self, on screen\" needs the owner's wording of %1, which "
                                "is not installed")
                          .arg(instrument.shortTitle),
                      Words::tr("copy the answers from the licensed paper form"));
}

/// The step as the rating leaves it: done once everything it asks for is rated. None when it stays as it is.
base::Result<std::optional<PlanStep>> stepAfter(OpenPractice& practice, const Rating& rating) {
    if (!rating.step) {
        return std::optional<PlanStep>();
    }
    auto& records = practice.file().records();
    const auto step = records.find<PlanStep>(*rating.step);
    storage::RowFilter filter;
    filter.patient = rating.patient;
    const auto ratings = records.list<Rating>(filter);
    if (!step || !ratings) {
        return tl::unexpected<base::Error>(step ? ratings.error() : step.error());
    }
    if (!step->has_value() || (*step)->doneBy) {
        return std::optional<PlanStep>();
    }
    const auto isRated = [&](const QString& instrument) {
        return instrument == rating.instrument ||
               std::any_of(ratings->records.begin(), ratings->records.end(), [&](const Rating& other) {
                   return other.step == rating.step && other.instrument == instrument;
               });
    };
    const QStringList& asked = (*step)->instruments;
    if (!std::all_of(asked.begin(), asked.end(), isRated)) {
        return std::optional<PlanStep>();
    }
    PlanStep done = **step;
    done.doneBy = rating.id.uuid;
    done.doneAt = rating.assessedAt;
    return std::optional(done);
}

} // namespace

base::Result<scales::Score> RatingCare::score(const RatingDraft& draft) const {
    return instrumentOf(m_practice, draft.instrument)
        .and_then([&](const scales::Instrument* instrument) -> base::Result<scales::Score> {
            const auto patient = ratedPatient(m_practice, draft.patient);
            if (!patient) {
                return tl::unexpected<base::Error>(patient.error());
            }
            scales::ScoreContext context;
            context.sex = patient->sex;
            if (draft.total) {
                context.extras = std::span<const Answer>(draft.answers.constData(),
                                                         static_cast<size_t>(draft.answers.size()));
                return scales::scoreTotal(*instrument, *draft.total, context);
            }
            return scales::score(
                *instrument,
                std::span<const Answer>(draft.answers.constData(), static_cast<size_t>(draft.answers.size())),
                context);
        });
}

base::Result<Rating> RatingCare::ratingOf(const RatingDraft& draft, const scales::Score& score) const {
    return instrumentOf(m_practice, draft.instrument).map([&](const scales::Instrument* instrument) {
        Rating rating;
        rating.id = m_practice.ids().next<RatingId>();
        rating.patient = draft.patient;
        rating.session = draft.session;
        rating.step = draft.step;
        rating.instrument = instrument->id;
        rating.instrumentVersion = instrument->version;
        rating.language = instrument->language;
        rating.mode = draft.total ? RatingMode::TotalOnly : draft.mode.value_or(modesOf(*instrument).first());
        if (m_practice.signedIn()) {
            rating.rater = m_practice.signedIn()->id;
        }
        rating.assessedAt = draft.assessedAt;
        rating.timeKnown = draft.timeKnown;
        rating.recallDays = instrument->recall.days;
        rating.answers = draft.answers;
        rating.rawSum = draft.total ? std::nullopt : std::optional<double>(score.rawSum);
        rating.total = score.total;
        rating.prorated = score.prorated;
        rating.band = score.band;
        for (const scales::Flag& flag : score.flags) {
            rating.flags.append(RatingFlag{flag.id, flag.rule});
        }
        return rating;
    });
}

base::Outcome RatingCare::check(const RatingDraft& draft) const {
    return m_practice.require(Permission::RecordRating)
        .and_then([&] { return ratedPatient(m_practice, draft.patient); })
        .and_then([&](const Patient& patient) { return checkMoment(m_practice, patient, draft); })
        .and_then([&] { return instrumentOf(m_practice, draft.instrument); })
        .and_then([&](const scales::Instrument* instrument) {
            return checkVersion(*instrument, draft.instrumentVersion).and_then([&] {
                return checkMode(*instrument, draft);
            });
        });
}

base::Result<RatingSaved> RatingCare::save(const RatingDraft& draft,
                                           const QList<storage::DraftKey>& finished) {
    const auto checked = check(draft);
    if (!checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    const auto scored = score(draft);
    if (!scored) {
        return tl::unexpected<base::Error>(scored.error());
    }
    const auto rating = ratingOf(draft, *scored);
    const auto* instrument = m_practice.catalog().instruments.find(draft.instrument);
    const auto risk = RiskLane(m_practice).changeFor(*rating, *instrument, *scored);
    if (!risk) {
        return tl::unexpected<base::Error>(risk.error());
    }
    RatingSaved saved{rating->id, *scored, std::nullopt};
    QList<storage::Change> changes = {{Action::Created, *rating, {}}};
    if (risk->has_value()) {
        changes.append(**risk);
        saved.risk = (**risk).record.get<RiskItem>();
    }
    const auto step = stepAfter(m_practice, *rating);
    if (!step) {
        return tl::unexpected<base::Error>(step.error());
    }
    if (step->has_value()) {
        changes.append({Action::Changed, **step, {}});
    }
    return WritingDoor(m_practice).save(changes, finished).map([&](const Changes&) { return saved; });
}

base::Result<RatingSaved> RatingCare::correct(const RatingId& id, const RatingDraft& draft,
                                              const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The rating was not corrected"),
                          Words::tr("there is no reason"), Words::tr("say in a few words why"));
    }
    const auto before = m_practice.file().records().find<Rating>(id);
    if (!before || !before->has_value()) {
        return before ? base::fail(ErrorCode::NotFound, Words::tr(kRatingNotSaved),
                                   Words::tr("there is no rating with this id"),
                                   Words::tr("open the chart again"))
                      : tl::unexpected<base::Error>(before.error());
    }
    if (draft.patient != (*before)->patient || draft.instrument != (*before)->instrument) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The rating was not corrected"),
                          Words::tr("the correction is another patient's, or of another instrument"),
                          Words::tr("withdraw the rating and enter it where it belongs"));
    }
    RatingDraft corrected = draft;
    corrected.instrumentVersion = (*before)->instrumentVersion;
    const auto scored = check(corrected).and_then([&] { return score(draft); });
    if (!scored) {
        return tl::unexpected<base::Error>(scored.error());
    }
    auto rating = ratingOf(draft, *scored);
    if (!rating) {
        return tl::unexpected<base::Error>(rating.error());
    }
    rating->id = id;
    rating->session = (*before)->session;
    rating->step = (*before)->step;
    const auto* instrument = m_practice.catalog().instruments.find(draft.instrument);
    const auto risk = RiskLane(m_practice).changeFor(*rating, *instrument, *scored);
    if (!risk) {
        return tl::unexpected<base::Error>(risk.error());
    }
    RatingSaved saved{id, *scored, std::nullopt};
    QList<storage::Change> changes = {{Action::Amended, *rating, reason.trimmed()}};
    if (risk->has_value()) {
        changes.append(**risk);
        saved.risk = (**risk).record.get<RiskItem>();
    }
    return WritingDoor(m_practice).save(changes).map([&](const Changes&) { return saved; });
}

base::Outcome RatingCare::withdraw(const RatingId& id, const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The rating was not withdrawn"),
                          Words::tr("there is no reason"), Words::tr("say in a few words why"));
    }
    const auto found = m_practice.file().records().find<Rating>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr("The rating was not withdrawn"),
                          Words::tr("there is none with this id"), Words::tr("open the chart again"));
    }
    return m_practice.require(Permission::RecordRating).and_then([&]() -> base::Outcome {
        QList<storage::Change> changes = {{Action::EnteredInError, **found, reason.trimmed()}};
        if ((*found)->step) {
            const auto step = m_practice.file().records().find<PlanStep>(*(*found)->step);
            if (!step) {
                return tl::unexpected<base::Error>(step.error());
            }
            if (step->has_value() && (*step)->doneBy) {
                // What fulfilled the step is gone: the plan asks again.
                PlanStep open = **step;
                open.doneBy.reset();
                open.doneAt.reset();
                changes.append({Action::Changed, open, reason.trimmed()});
            }
        }
        return WritingDoor(m_practice).save(changes).map([](const Changes&) {});
    });
}

} // namespace kairos::workflow

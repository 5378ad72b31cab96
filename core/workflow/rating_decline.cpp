// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rating_decline.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

namespace kairos::workflow {

using record::Answer;
using record::AnswerState;

base::Result<RatingSaved> declineRating(OpenPractice& practice, const record::PatientId& patient,
                                        const DueRating& asked) {
    const auto* instrument = practice.catalog().instruments.find(asked.instrument);
    if (instrument == nullptr) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("Nothing was recorded"),
                          Words::tr("the instrument \"%1\" is not installed").arg(asked.instrument),
                          Words::tr("put its file into the clinic's instrument folder"));
    }
    RatingDraft draft;
    draft.patient = patient;
    draft.session = asked.session;
    draft.step = asked.step;
    draft.instrument = asked.instrument;
    draft.assessedAt = practice.now();
    draft.answers =
        QList<Answer>(static_cast<qsizetype>(instrument->formSize()), Answer{AnswerState::Declined, 0});
    return RatingCare(practice).save(draft);
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/weight_check.h"

#include "core/workflow/open_practice.h"

#include "core/record/patient.h"
#include "core/record/patient_lists.h"
#include "core/safety/typing_doubts.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

base::Result<base::Findings> weightDoubtsFor(OpenPractice& practice, const DosingSession& session,
                                             base::Kilograms weight) {
    storage::RowFilter filter;
    filter.patient = session.patient;
    filter.order = storage::RowFilter::Order::NewestFirst;
    const auto weights = practice.file().records().list<Weight>(filter);
    const auto patient = practice.file().records().find<Patient>(session.patient);
    if (!weights || !patient) {
        return tl::unexpected<base::Error>(weights ? patient.error() : weights.error());
    }
    safety::WeightBackground background;
    for (const Weight& earlier : weights->records) {
        if (!background.last && earlier.session != session.id) {
            background.last = earlier.weight;
        }
    }
    if (patient->has_value()) {
        background.height = (*patient)->height;
    }
    return safety::weightDoubts(weight, background, safety::TypingRules::builtIn().weight);
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/safety_plan_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/sheet_query.h"
#include "core/workflow/words.h"

#include "core/record/packing.h"
#include "core/safety/risk_state.h"
#include "core/storage/practice_file.h"
#include "core/therapy/sheet_forms.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

/// What asks for a plan, "c-ssrs/safety-plan", by the lines of the gate.
QStringList signsOf(const safety::SafetyRules& rules) {
    QStringList signs;
    for (const safety::GateRule& rule : rules.preDose) {
        if (rule.check == safety::GateCheckKind::SafetyPlan) {
            signs += rule.signs;
        }
    }
    return signs;
}

/// The item was open at the moment, as far as its last opening and end tell.
bool wasOpen(const RiskItem& item, const base::Instant& at) {
    return item.openedAt <= at && (!item.closedAt || *item.closedAt > at);
}

} // namespace

base::Result<QStringList> SafetyPlanQuery::answers(const PatientId& patient,
                                                   const std::optional<base::Instant>& until) const {
    const auto ratings = m_practice.reads().all<Rating>(patient);
    const auto items = RiskLane(m_practice).itemsOf(patient);
    if (!ratings || !items) {
        return tl::unexpected<base::Error>(ratings ? items.error() : ratings.error());
    }
    QHash<QString, const Rating*> latest; // the ratings come by time
    for (const Rating& rating : ratings->records) {
        if (!until || rating.assessedAt <= *until) {
            latest.insert(rating.instrument, &rating);
        }
    }
    QStringList answers;
    for (const QString& sign : signsOf(m_practice.catalog().safety)) {
        const QString id = sign.section(QLatin1Char('/'), 0, 0);
        const Rating* rating = latest.value(id);
        const auto* instrument = m_practice.catalog().instruments.find(id);
        if (rating == nullptr || instrument == nullptr) {
            continue;
        }
        const auto raised =
            std::find_if(rating->flags.begin(), rating->flags.end(), [&](const RatingFlag& flag) {
                return flag.id == sign.section(QLatin1Char('/'), 1);
            });
        if (raised != rating->flags.end()) {
            const QDate day = rating->assessedAt.local(m_practice.zone()).date();
            answers.append(QStringLiteral("%1 (%2): %3")
                               .arg(instrument->shortTitle,
                                    QLocale().toString(day, QStringLiteral("d MMM yyyy")), raised->rule));
        }
    }
    const auto open = std::find_if(items->begin(), items->end(), [&](const RiskItem& item) {
        return until ? wasOpen(item, *until) : item.isOpen();
    });
    if (open != items->end()) {
        answers.append(until ? Words::tr("risk item %1 was open").arg(open->number)
                             : safety::riskStateWords(*open));
    }
    return answers;
}

/// A plan that was changed since is shown as it stood then.
base::Result<std::optional<TherapySheet>>
SafetyPlanQuery::plan(const PatientId& patient, const std::optional<base::Instant>& until) const {
    const auto newest = SheetQuery(m_practice).latest(patient, therapy::kSafetyPlan);
    if (!newest || !*newest || !until || (*newest)->at <= *until) {
        return newest;
    }
    const auto history = m_practice.file().historyOf((*newest)->id.uuid, patient);
    if (!history) {
        return tl::unexpected<base::Error>(history.error());
    }
    std::optional<TherapySheet> then;
    for (const JournalEntry& entry : *history) {
        const auto version = unpack<TherapySheet>(entry.content);
        if (version && entry.at <= *until) {
            then = *version;
        }
    }
    return then;
}

base::Result<SafetyPlanStanding> SafetyPlanQuery::standing(const PatientId& patient,
                                                           const std::optional<base::Instant>& until) const {
    const auto yes = answers(patient, until);
    if (!yes) {
        return tl::unexpected<base::Error>(yes.error());
    }
    SafetyPlanStanding standing;
    standing.facts.answers = *yes;
    if (!standing.facts.isAskedFor()) {
        return standing;
    }
    const auto found = plan(patient, until);
    if (found) {
        standing.sheet = *found;
    } else if (found.error().code == base::ErrorCode::Damaged) {
        standing.facts.trouble = found.error().why;
    } else {
        return tl::unexpected<base::Error>(found.error());
    }
    if (standing.sheet) {
        standing.facts.plan = safety::SafetyPlanDays{standing.sheet->date, standing.sheet->reviewOn};
    }
    return standing;
}

} // namespace kairos::workflow

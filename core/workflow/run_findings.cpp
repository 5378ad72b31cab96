// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_findings.h"

#include "core/workflow/dosing_view.h"
#include "core/workflow/words.h"

#include "core/protocols/dose.h"
#include "core/protocols/words.h"

#include <algorithm>

namespace kairos::workflow {

using base::Finding;
using base::FindingLevel;
using namespace record;

namespace {

tl::unexpected<base::Error> runRefused(const QString& what, const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::InvalidInput, what, why, remedy);
}

Finding orderFinding(FindingLevel level, const char* rule, const QString& text) {
    return {level, QString::fromLatin1(rule), text, Words::tr("the signed order"), base::Confidence::Local,
            {}};
}

protocols::DoseRequest runRequest(const DosingSession& session) {
    protocols::DoseRequest request;
    request.route = session.route;
    request.mg = session.dose;
    request.weight = session.weight;
    request.minutes = session.minutes;
    return request;
}

/// What the limits say of the changed request and did not say of the planned one.
base::Result<base::Findings> newFindings(const DosingSession& session, const protocols::DoseRequest& changed,
                                         const protocols::DoseLimits& limits) {
    const auto now = protocols::reckonDose(changed, limits);
    if (!now) {
        return tl::unexpected<base::Error>(now.error());
    }
    const auto planned = protocols::reckonDose(runRequest(session), limits);
    base::Findings findings;
    for (const Finding& finding : now->findings) {
        const bool isOld =
            planned && std::any_of(planned->findings.begin(), planned->findings.end(),
                                   [&](const Finding& old) { return old.rule == finding.rule; });
        if (!isOld) {
            findings.append(finding);
        }
    }
    return findings;
}

base::Milligrams boostersOf(const DosingView& view) {
    base::Milligrams sum;
    for (const SessionEvent& event : view.content.events) {
        if (event.type == EventType::Booster) {
            sum = sum + base::Milligrams{event.amount.value_or(0)};
        }
    }
    return sum;
}

} // namespace

base::Result<base::Findings> rateFindings(const DosingView& view, base::MilligramsPerMinute rate,
                                          const protocols::DoseLimits& limits) {
    const QString what = Words::tr("The rate was not changed");
    const DosingSession& session = view.session();
    if (!session.dose || !session.minutes) {
        return runRefused(what, Words::tr("no infusion runs"), Words::tr("look at the order of the dose"));
    }
    if (!rate.isFinite() || rate.value <= 0) {
        return runRefused(what, Words::tr("a rate lies above 0"), Words::tr("pause the infusion instead"));
    }
    auto request = runRequest(session);
    request.minutes = base::Minutes{session.dose->value / rate.value};
    return newFindings(session, request, limits);
}

base::Result<base::Findings> boosterFindings(const DosingView& view, base::Milligrams booster,
                                             const protocols::DoseLimits& limits) {
    const QString what = Words::tr("The booster was not taken");
    const DosingSession& session = view.session();
    if (!session.dose) {
        return runRefused(what, Words::tr("there is no dose yet"),
                          Words::tr("weigh the patient and check the order"));
    }
    if (!booster.isFinite() || booster.value <= 0) {
        return runRefused(what, Words::tr("its amount is not above 0"),
                          Words::tr("type how many mg were given"));
    }
    const base::Milligrams total = *session.dose + boostersOf(view) + booster;
    auto request = runRequest(session);
    request.mg = total;
    return newFindings(session, request, limits).map([&](base::Findings findings) {
        const auto maximum = view.order ? view.order->maximum : std::nullopt;
        const bool isAbove = maximum && total.value > maximum->value;
        findings.prepend(isAbove
                             ? orderFinding(FindingLevel::Stop, "run.booster-maximum",
                                            Words::tr("%1 mg in all is above the maximum of the order, %2 mg")
                                                .arg(protocols::plainNumber(total.value),
                                                     protocols::plainNumber(maximum->value)))
                             : orderFinding(FindingLevel::Caution, "run.booster",
                                            Words::tr("%1 mg in all, the order is for %2 mg")
                                                .arg(protocols::plainNumber(total.value),
                                                     protocols::plainNumber(session.dose->value))));
        std::stable_sort(findings.begin(), findings.end(),
                         [](const Finding& a, const Finding& b) { return a.level > b.level; });
        return findings;
    });
}

base::Findings rescueFindings(const DosingView& view, const QString& drug) {
    const QStringList ordered = view.order ? view.order->rescueDrugs : QStringList();
    if (ordered.contains(drug.trimmed(), Qt::CaseInsensitive)) {
        return {};
    }
    return {orderFinding(
        FindingLevel::Caution, "run.rescue-not-ordered",
        ordered.isEmpty() ? Words::tr("the order names no rescue drug; %1 is not on it").arg(drug.trimmed())
                          : Words::tr("%1 is not on the order, which names %2")
                                .arg(drug.trimmed(), ordered.join(QStringLiteral(", "))))};
}

} // namespace kairos::workflow

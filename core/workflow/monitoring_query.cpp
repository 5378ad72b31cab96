// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monitoring_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/summary_query.h"
#include "core/workflow/words.h"

#include "core/safety/monitoring_form.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

base::Outcome addMedication(OpenPractice& practice, reports::MonitoringFacts& facts) {
    const QDate day = facts.session.dosing->booked.date;
    return PatientCare(practice).load(facts.session.patient.id).map([&](const PatientDraft& draft) {
        QStringList names;
        for (const Medication& medication : draft.medications) {
            if (!medication.ended || *medication.ended >= day) {
                names.append(medication.name);
            }
        }
        facts.hasMedication = !names.isEmpty();
        facts.interactions =
            safety::checkInteractions(names, facts.session.dosing->route, practice.catalog().drugs);
    });
}

base::Outcome addFirst(OpenPractice& practice, reports::MonitoringFacts& facts) {
    const DosingSession& session = *facts.session.dosing;
    return SessionDesk(practice).dosingOf(session.patient).map([&](const QList<DosingSession>& all) {
        facts.isFirst = std::none_of(all.begin(), all.end(), [&session](const DosingSession& other) {
            return other.id != session.id && isMonitored(other) && other.startedAt &&
                   (!session.startedAt || *other.startedAt < *session.startedAt);
        });
    });
}

} // namespace

bool isMonitored(const DosingSession& session) {
    return session.route == Route::Intranasal;
}

base::Result<reports::MonitoringSheet> MonitoringQuery::sheet(const SessionId& id,
                                                              const QLocale& locale) const {
    return SummaryQuery(m_practice)
        .bundle(id, locale)
        .and_then([&](SummaryBundle bundle) -> base::Result<reports::MonitoringSheet> {
            if (!bundle.facts.dosing || !isMonitored(*bundle.facts.dosing)) {
                return base::fail(base::ErrorCode::Refused, Words::tr("The worksheet was not made"),
                                  Words::tr("the session is no dose of esketamine nasal spray"),
                                  Words::tr("print the summary of the session instead"));
            }
            reports::MonitoringFacts facts;
            facts.session = std::move(bundle.facts);
            const DosingSession& session = *facts.session.dosing;
            const auto who = session.attendant ? session.attendant : session.dischargedBy;
            facts.monitor = who ? m_practice.clinicianName(*who) : QString();
            const auto added =
                addMedication(m_practice, facts).and_then([&] { return addFirst(m_practice, facts); });
            if (!added) {
                return tl::unexpected<base::Error>(added.error());
            }
            return reports::monitoringSheet(facts, safety::MonitoringForm::builtIn());
        });
}

} // namespace kairos::workflow

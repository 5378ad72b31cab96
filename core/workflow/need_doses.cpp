// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/need_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/exposure.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_query.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/words.h"

#include "core/safety/attention_rules.h"
#include "core/storage/practice_file.h"

#include <QLocale>

#include <algorithm>

namespace kairos::workflow {

using base::FindingLevel;
using namespace record;

namespace {

constexpr qsizetype kReadsOfNear = 20; ///< about as many records stand behind order and screening

QString dayWords(QDate day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

/// Why no consent counts on the day of a dose.
QString missingConsent(const QList<Consent>& consents, const safety::ConsentForms& forms) {
    const Consent* last = nullptr;
    for (const Consent& consent : consents) {
        const auto* form = forms.find(consent.form);
        const bool isTreatment = form != nullptr && form->scope == safety::ConsentScope::Treatment;
        if (isTreatment && (last == nullptr || consent.given >= last->given)) {
            last = &consent;
        }
    }
    if (last == nullptr) {
        return Words::tr("no consent on record");
    }
    if (last->withdrawn) {
        return Words::tr("withdrawn %1").arg(dayWords(*last->withdrawn));
    }
    return last->expires ? Words::tr("version %1 ends %2").arg(last->version, dayWords(*last->expires))
                         : Words::tr("no consent on record");
}

} // namespace

void NeedQuery::keepNearest(const DoseAhead& dose) {
    const QDate day = dose.at.local(m_practice.zone()).date();
    if (day < m_today) {
        return;
    }
    const auto known = m_ahead.find(dose.patient);
    if (known == m_ahead.end() || dose.at < known->at || (dose.at == known->at && dose.session)) {
        m_ahead.insert(dose.patient, dose);
    }
}

base::Outcome NeedQuery::addConsent(const DoseAhead& dose) {
    const auto& rules = safety::AttentionRules::builtIn();
    const auto& forms = m_practice.catalog().consents;
    const auto consents = m_practice.file().records().list<Consent>({.patient = dose.patient});
    if (!consents) {
        return tl::unexpected<base::Error>(consents.error());
    }
    const QDate day = dose.at.local(m_practice.zone()).date();
    Need need;
    need.patient = patient(dose.patient);
    need.session = dose.session;
    if (const Consent* consent = safety::treatmentConsentOn(consents->records, forms, day)) {
        if (!consent->expires || m_today.daysTo(*consent->expires) > rules.consentNoticeDays) {
            return {};
        }
        need.kind = NeedKind::ConsentEnding;
        need.level = FindingLevel::Information;
        need.detail = Words::tr("version %1").arg(consent->version);
        need.at = base::Instant::fromLocal(consent->expires->addDays(1), QTime(0, 0), m_practice.zone());
    } else {
        need.kind = NeedKind::ConsentMissing;
        need.level = m_today.daysTo(day) <= rules.doseAheadDays ? FindingLevel::Stop : FindingLevel::Caution;
        need.detail = missingConsent(consents->records, forms);
        need.at = dose.at;
    }
    m_needs.append(need);
    return {};
}

base::Outcome NeedQuery::addOrder(const DoseAhead& dose) {
    if (!dose.plan) {
        return {};
    }
    const QDate day = dose.at.local(m_practice.zone()).date();
    const auto order = OrderQuery(m_practice).validOn(*dose.plan, dose.patient, dose.step, day);
    if (!order) {
        return tl::unexpected<base::Error>(order.error());
    }
    if (!order->has_value()) {
        Need need;
        need.kind = NeedKind::OrderMissing;
        need.level = FindingLevel::Stop;
        need.patient = patient(dose.patient);
        need.session = dose.session;
        need.at = dose.at;
        m_needs.append(need);
    }
    return {};
}

base::Outcome NeedQuery::addScreening(const DoseAhead& dose) {
    const auto gate = ScreeningQuery(m_practice).gate(dose.patient);
    if (!gate) {
        return tl::unexpected<base::Error>(gate.error());
    }
    if (gate->holdsDose()) {
        Need need;
        need.kind = NeedKind::ScreeningHolds;
        need.level = FindingLevel::Stop;
        need.patient = patient(dose.patient);
        need.session = dose.session;
        need.detail = gate->eligibility.evidence;
        need.at = dose.at;
        m_needs.append(need);
    }
    return {};
}

/// What the doses so far ask to be checked before the next one. A check that no record answers is not said
/// here: it would never go away.
base::Outcome NeedQuery::addLabs(const DoseAhead& dose) {
    const auto sessions = m_practice.file().records().list<DosingSession>({.patient = dose.patient});
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    std::optional<QDate> first;
    for (const DosingSession& session : sessions->records) {
        if (session.startedAt) {
            const QDate day = session.startedAt->local(m_practice.zone()).date();
            first = first ? std::min(*first, day) : day;
        }
    }
    if (!first) {
        return {};
    }
    return exposureChecksSince(m_practice, dose.patient, first)
        .map([&](const QList<ExposureCheckState>& checks) {
            for (const ExposureCheckState& state : checks) {
                if (!state.isDue || !state.check.hasAnswer()) {
                    continue;
                }
                Need need;
                need.kind = NeedKind::LabDue;
                need.level = FindingLevel::Information;
                need.patient = patient(dose.patient);
                need.instruments = state.check.instruments;
                need.check = state.check.isWritten ? state.check.id : QString();
                need.detail = state.check.text;
                need.at = base::Instant::fromLocal(state.due, QTime(0, 0), m_practice.zone());
                m_needs.append(need);
            }
        });
}

base::Outcome NeedQuery::loadDoses() {
    const auto& rules = safety::AttentionRules::builtIn();
    const auto startOf = [this](QDate day) {
        return base::Instant::fromLocal(day, QTime(0, 0), m_practice.zone()).utcMs;
    };
    storage::RowFilter filter;
    filter.fromMs = startOf(m_today);
    filter.beforeMs = startOf(m_today.addDays(rules.consentNoticeDays + 1));
    const auto sessions = m_practice.file().records().list<DosingSession>(filter);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    for (const DosingSession& session : sessions->records) {
        if (session.state == SessionState::Planned || session.state == SessionState::Arrived) {
            keepNearest({session.patient, session.plan, session.id, session.step, session.booked.instant()});
        }
    }
    m_left -= sessions->records.size();
    m_doses = m_ahead.values();
    return {};
}

base::Outcome NeedQuery::addDose(const DoseAhead& dose) {
    const bool isNear = m_today.daysTo(dose.at.local(m_practice.zone()).date()) <=
                        safety::AttentionRules::builtIn().doseAheadDays;
    m_left -= isNear ? kReadsOfNear : 1;
    return addConsent(dose).and_then([&] { return isNear ? addOrder(dose) : base::Outcome(); }).and_then([&] {
        return isNear ? addScreening(dose).and_then([&] { return addLabs(dose); }) : base::Outcome();
    });
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dosing_view.h"

#include "core/workflow/catalog.h"
#include "core/workflow/dose_stock.h"
#include "core/workflow/given_findings.h"
#include "core/workflow/infusion.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/order_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/verbal_order.h"
#include "core/workflow/words.h"

#include "core/safety/gate_lines.h"
#include "core/safety/vital_findings.h"
#include "core/security/fingerprint.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

base::Outcome readOrder(OpenPractice& practice, DosingView& view) {
    const auto& session = view.session();
    if (!session.order) {
        return {};
    }
    const auto order = practice.file().records().find<Order>(*session.order);
    if (!order) {
        return tl::unexpected<base::Error>(order.error());
    }
    view.order = *order;
    const auto signatures = SignedContent(practice).signaturesOf(session.order->uuid);
    if (!signatures) {
        return tl::unexpected<base::Error>(signatures.error());
    }
    view.orderSignatures = *signatures;
    if (view.order) {
        view.verbalOrder = verbalOrderWords(practice, *view.order, *signatures);
    }
    return {};
}

/// The last screener the gate names, rated before the dose began.
base::Outcome readScreener(OpenPractice& practice, DosingView& view) {
    QStringList instruments;
    for (const safety::GateRule& rule : practice.catalog().safety.preDose) {
        if (rule.check == safety::GateCheckKind::Screener) {
            instruments += rule.instruments;
        }
    }
    storage::RowFilter filter;
    filter.patient = view.session().patient;
    const auto ratings = practice.file().records().list<Rating>(filter);
    const auto items = RiskLane(practice).itemsOf(view.session().patient);
    if (!ratings || !items) {
        return tl::unexpected<base::Error>(ratings ? items.error() : ratings.error());
    }
    for (const Rating& rating : ratings->records) {
        const bool isBefore = !view.session().startedAt || rating.assessedAt <= *view.session().startedAt;
        if (instruments.contains(rating.instrument) && isBefore &&
            (!view.screener || rating.assessedAt >= view.screener->assessedAt)) {
            view.screener = rating;
        }
    }
    for (const RiskItem& item : *items) {
        const bool holdsIt = view.screener && std::any_of(item.evidence.begin(), item.evidence.end(),
                                                          [&](const RiskEvidence& evidence) {
                                                              return evidence.rating == view.screener->id;
                                                          });
        if (holdsIt) {
            view.screenerRisk = item;
        }
    }
    return {};
}

base::Outcome readAround(OpenPractice& practice, DosingView& view) {
    const auto id = view.session().id;
    const SessionDesk desk(practice);
    const auto draft = PatientCare(practice).load(view.session().patient);
    const auto ratings = desk.ratings(id);
    const auto addenda = desk.addenda(id);
    const auto signatures = SignedContent(practice).signaturesOf(id.uuid);
    const auto risk = RiskLane(practice).openItem(view.session().patient);
    for (const auto* error : {draft ? nullptr : &draft.error(), ratings ? nullptr : &ratings.error(),
                              addenda ? nullptr : &addenda.error(),
                              signatures ? nullptr : &signatures.error(), risk ? nullptr : &risk.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    view.patient = draft->patient;
    view.ratings = *ratings;
    view.addenda = *addenda;
    view.signatures = *signatures;
    view.openRisk = *risk;
    return readOrder(practice, view)
        .and_then([&] { return readScreener(practice, view); })
        .and_then([&] {
            return SafetyPlanQuery(practice).standing(view.session().patient, view.session().startedAt);
        })
        .map([&](const SafetyPlanStanding& standing) { view.safetyPlan = standing; });
}

/// A dose beyond a stop of the limits holds the start as every other stop does, until somebody says why not.
void addDoseStops(DosingView& view) {
    if (!view.figures) {
        return;
    }
    for (const base::Finding& finding : view.figures->findings) {
        if (finding.level != base::FindingLevel::Stop) {
            continue;
        }
        safety::GateLine line;
        line.id = finding.rule;
        line.text = Words::tr("Dose within its limits");
        line.evidence = finding.text;
        line.source = finding.source;
        line.confidence = finding.confidence;
        safety::applyOverride(line, view.content.checks, Gate::PreDose);
        view.preDose.append(line);
    }
}

/// What a second person confirmed. Once the dose began, the check stands as it was.
std::optional<safety::SecondCheck> secondCheck(OpenPractice& practice, const DosingView& view) {
    const DosingSession& session = view.session();
    if (!session.check) {
        return std::nullopt;
    }
    const bool holds = session.startedAt || (view.figures && checkHolds(session, *view.figures));
    return safety::SecondCheck{
        holds, Words::tr("%1 at %2")
                   .arg(practice.clinicianName(session.check->by),
                        session.check->at.local(practice.zone()).toString(QStringLiteral("HH:mm")))};
}

/// What the order gives for the session's own weight and vial, or why it gives nothing.
void reckon(const DosingQuery& query, DosingView& view) {
    if (!view.order) {
        return;
    }
    auto reckoned = query.figures(view.session(), *view.order);
    if (reckoned) {
        view.figures = std::move(*reckoned);
    } else {
        view.figuresProblem = reckoned.error().sentence();
    }
}

} // namespace

bool DosingView::hasBindingOrder() const {
    return order && orderBinds(*order, orderSignatures);
}

base::Result<protocols::DoseFigures> DosingQuery::figures(const DosingSession& session,
                                                          const Order& order) const {
    protocols::DoseRequest request;
    request.route = order.route;
    request.mgPerKg = order.mgPerKg;
    request.mg = order.mg;
    request.weight = session.weight;
    request.minutes = order.minutes;
    request.concentration = session.concentration;
    request.bagVolume = session.bagVolume;
    request.bagRule = session.bagRule;
    request.maximum = order.maximum;
    return protocols::reckonDose(request, m_practice.catalog().doseLimits);
}

base::Result<protocols::GivenDose> DosingQuery::given(const SessionContent& content,
                                                      const base::Instant& now) const {
    return protocols::givenDose(infusionOf(content, now));
}

base::Result<DosingView> DosingQuery::view(const SessionId& id) const {
    auto content = SessionDesk(m_practice).load(id);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    if (!content->dosing) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The session was not opened"),
                          Words::tr("it is a therapy session"), Words::tr("open it from the chart"));
    }
    DosingView view;
    view.content = std::move(*content);
    if (const auto read = readAround(m_practice, view); !read) {
        return tl::unexpected<base::Error>(read.error());
    }
    const auto consents = PatientCare(m_practice).consents(view.patient.id);
    if (!consents) {
        return tl::unexpected<base::Error>(consents.error());
    }
    // A dose that has begun is judged by what was known when it began.
    const auto screening = ScreeningQuery(m_practice).gate(view.patient.id, view.session().startedAt);
    if (!screening) {
        return tl::unexpected<base::Error>(screening.error());
    }
    const auto& rules = m_practice.catalog().safety;
    const auto& session = view.session();
    const auto dose = OrderQuery(m_practice).numberOf(session.step);
    if (!dose) {
        return tl::unexpected<base::Error>(dose.error());
    }
    view.baseline = safety::baselineOf(view.content.readings, session.startedAt);
    reckon(*this, view);
    const QDate day =
        session.startedAt ? session.startedAt->local(m_practice.zone()).date() : m_practice.today();
    view.preDose =
        safety::preDoseGate({session, view.content.readings, view.content.checks,
                             view.hasBindingOrder() ? view.order : std::nullopt, *consents, view.openRisk,
                             view.screener, view.screenerRisk, view.patient.pregnancyCapacity, day,
                             m_practice.zone(), screening->eligibility, screening->isFirstDose, *dose,
                             secondCheck(m_practice, view), view.verbalOrder, view.safetyPlan.facts},
                            rules);
    // Once the patient went home the gate is judged at that moment, not at the moment of reading.
    view.discharge =
        safety::dischargeGate({session, view.content.readings, view.content.checks, view.ratings,
                               session.dischargedAt.value_or(m_practice.now()), m_practice.zone()},
                              rules);
    addDoseStops(view);
    view.devices = deviceCourse(view.content, m_practice.catalog().doseLimits.esketamine);
    if (session.startedAt && session.dose) {
        if (auto reckoned = given(view.content, m_practice.now())) {
            view.given = std::move(*reckoned);
        }
    }
    view.givenFindings = givenFindings(view, safety::OrderRules::builtIn());
    view.fingerprint = security::Fingerprint::of(SignedContent::hashOf(view.content)).toString();
    return view;
}

base::Outcome DosingQuery::mayOverride(const SessionId& id, Gate gate, const QString& criterion) const {
    const auto seen = view(id);
    if (!seen) {
        return tl::unexpected<base::Error>(seen.error());
    }
    const auto& lines = gate == Gate::PreDose ? seen->preDose : seen->discharge;
    for (const safety::GateLine& line : lines) {
        if (line.id == criterion && !line.overrideNeeds.isEmpty()) {
            return base::fail(base::ErrorCode::Refused, Words::tr("Nothing was overridden"),
                              line.overrideNeeds,
                              Words::tr("write both in the risk item, then override with a reason"));
        }
    }
    return {};
}

base::Result<QList<EarlierDose>> DosingQuery::earlier(const DosingSession& session) const {
    const auto sessions = SessionDesk(m_practice).dosingOf(session.patient);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    QList<EarlierDose> earlier;
    for (const DosingSession& other : *sessions) {
        const bool isBefore =
            other.startedAt && (!session.startedAt || *other.startedAt < *session.startedAt);
        if (other.id == session.id || !isBefore) {
            continue;
        }
        storage::RowFilter filter;
        filter.parent = other.id.uuid;
        auto readings = m_practice.file().records().list<Reading>(filter);
        if (!readings) {
            return tl::unexpected<base::Error>(readings.error());
        }
        earlier.append({other, std::move(readings->records)});
    }
    return earlier;
}

} // namespace kairos::workflow

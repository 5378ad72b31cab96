// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/summary_query.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/adverse_words.h"
#include "core/workflow/call_care.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/session_parts.h"
#include "core/workflow/signed_note.h"
#include "core/workflow/words.h"

#include "core/outcomes/dose_mark.h"
#include "core/planning/step_time.h"
#include "core/reports/wording.h"
#include "core/security/fingerprint.h"
#include "core/storage/practice_file.h"

namespace kairos::workflow {

using namespace record;

namespace {

constexpr qsizetype kMostInstruments = 3;
constexpr qsizetype kMostNextSteps = 4;

/// The day the session belongs to, in the practice's zone.
QDate summaryDay(const reports::SummaryFacts& facts) {
    return facts.dosing ? facts.dosing->booked.date : facts.therapy->booked.date;
}

QString windowText(const StepWindow& window, const QLocale& locale) {
    return Words::tr("%1 to %2")
        .arg(locale.toString(window.earliest.date, QStringLiteral("d MMM")),
             locale.toString(window.latest.date, QStringLiteral("d MMM")));
}

reports::LeadLine stepLine(const PlanStep& step, const planning::StepStatus& status, const QLocale& locale) {
    reports::LeadLine line;
    if (status.state == StepState::Late) {
        line.lead = Words::tr("late");
    } else if (step.booked) {
        line.lead = Words::tr("%1 %2").arg(locale.toString(step.booked->date, QStringLiteral("ddd d MMM")),
                                           step.booked->time.toString(QStringLiteral("HH:mm")));
    } else if (step.window) {
        line.lead = locale.toString(step.window->target.date, QStringLiteral("ddd d MMM"));
    }
    line.text = step.title;
    if (step.window && !step.booked) {
        line.text += QStringLiteral(", ") + windowText(*step.window, locale);
    }
    return line;
}

} // namespace

base::Outcome SummaryQuery::addSignatures(const SessionContent& content, SummaryBundle& bundle) const {
    return SessionParts::of(m_practice, content).map([&](const SessionParts& visit) {
        for (const Signature& signature : visit.signatures()) {
            bundle.facts.signatures.append({m_practice.clinicianName(signature.signer),
                                            security::roleName(signature.role), signature.at});
        }
        bundle.facts.unsignedParts = visit.open(m_practice);
        for (const Note& note : content.notes) {
            if (note.amends) {
                bundle.facts.amendments.insert(note.id,
                                               amendmentWords(note, m_practice, bundle.facts.locale));
            }
        }
    });
}

void SummaryQuery::addVersion(const SessionId& id, SummaryBundle& bundle) const {
    const auto history = m_practice.file().historyOf(id.uuid, bundle.facts.patient.id);
    bundle.facts.version = history ? static_cast<int>(history->size()) : 1;
}

base::Outcome SummaryQuery::addLater(SummaryBundle& bundle) const {
    auto& facts = bundle.facts;
    const auto calls = CallCare(m_practice).callsAfter(facts.dosing->id);
    if (!calls) {
        return tl::unexpected<base::Error>(calls.error());
    }
    for (const GateCheck& call : *calls) {
        facts.later.append({call.at, m_practice.clinicianName(call.by),
                            call.answer == GateAnswer::Met ? Words::tr("Call after the dose")
                                                           : Words::tr("Not reached after the dose"),
                            call.evidence});
    }
    for (const AdverseEvent& event : facts.adverseEvents) {
        const auto lines = AdverseCare(m_practice).followUps(event.id);
        if (!lines) {
            return tl::unexpected<base::Error>(lines.error());
        }
        for (const AdverseFollowUp& line : *lines) {
            const bool isAddendum = line.kind == FollowUpKind::Addendum;
            facts.later.append(
                {line.at, m_practice.clinicianName(line.by),
                 (isAddendum ? Words::tr("%1, addendum") : Words::tr("%1, followed up")).arg(event.term),
                 followUpSaid(line, m_practice, facts.locale)});
        }
    }
    return {};
}

base::Outcome SummaryQuery::addDosing(const SessionId& id, SummaryBundle& bundle) const {
    const DosingQuery query(m_practice);
    auto view = query.view(id);
    if (!view) {
        return tl::unexpected<base::Error>(view.error());
    }
    auto earlier = query.earlier(view->session());
    if (!earlier) {
        return tl::unexpected<base::Error>(earlier.error());
    }
    auto& facts = bundle.facts;
    facts.patient = view->patient;
    facts.dosing = view->session();
    facts.figures = view->figures;
    facts.given = view->given;
    facts.givenFindings = view->givenFindings;
    facts.readings = view->content.readings;
    facts.events = view->content.events;
    facts.adverseEvents = view->content.adverseEvents;
    facts.preDose = view->preDose;
    facts.discharge = view->discharge;
    facts.sessionRatings = view->ratings;
    facts.notes = view->content.notes;
    facts.fingerprint = view->fingerprint;
    bundle.earlier = std::move(*earlier);
    return addLater(bundle).and_then([&] { return addSignatures(view->content, bundle); });
}

base::Outcome SummaryQuery::addTherapy(const SessionId& id, SummaryBundle& bundle) const {
    const SessionDesk desk(m_practice);
    const auto content = desk.load(id);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    const auto draft = PatientCare(m_practice).load(content->therapy->patient);
    if (!draft) {
        return tl::unexpected<base::Error>(draft.error());
    }
    auto& facts = bundle.facts;
    facts.patient = draft->patient;
    facts.therapy = content->therapy;
    facts.notes = content->notes;
    facts.therapist = m_practice.clinicianName(content->therapy->therapist);
    facts.fingerprint = security::Fingerprint::of(SignedContent::hashOf(*content)).toString();
    return addSignatures(*content, bundle);
}

base::Outcome SummaryQuery::addCourse(SummaryBundle& bundle) const {
    auto& facts = bundle.facts;
    const auto sessions = SessionDesk(m_practice).dosingOf(facts.patient.id);
    storage::RowFilter filter;
    filter.patient = facts.patient.id;
    filter.beforeMs =
        base::Instant::fromLocal(summaryDay(facts).addDays(1), QTime(0, 0), m_practice.zone()).utcMs;
    const auto ratings = m_practice.file().records().list<Rating>(filter);
    const auto risks = RiskLane(m_practice).itemsOf(facts.patient.id);
    for (const auto* error : {sessions ? nullptr : &sessions.error(), ratings ? nullptr : &ratings.error(),
                              risks ? nullptr : &risks.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    for (const DosingSession& session : *sessions) {
        if (session.startedAt && session.startedAt->utcMs < *filter.beforeMs) {
            bundle.doses.append(session);
        }
    }
    QHash<QString, int> counts;
    for (const Rating& rating : ratings->records) {
        counts[rating.instrument] += rating.total && !rating.session ? 1 : 0;
    }
    QStringList instruments = counts.keys();
    std::sort(instruments.begin(), instruments.end(), [&](const QString& a, const QString& b) {
        return counts.value(a) != counts.value(b) ? counts.value(a) > counts.value(b) : a < b;
    });
    outcomes::Course course;
    course.doses = outcomes::doseMarksOf(bundle.doses);
    course.zone = m_practice.zone();
    for (const QString& id : instruments) {
        const auto* instrument = m_practice.catalog().instruments.find(id);
        if (instrument != nullptr && counts.value(id) > 0 && facts.trends.size() < kMostInstruments) {
            facts.trends.append(outcomes::trendOf(*instrument, ratings->records, course));
        }
    }
    for (const RiskItem& item : *risks) {
        const bool wasOpened = item.openedAt.utcMs < *filter.beforeMs;
        const auto dayStart = base::Instant::fromLocal(summaryDay(facts), QTime(0, 0), m_practice.zone());
        if (wasOpened && (item.isOpen() || *item.closedAt >= dayStart)) {
            facts.risks.append(item);
        }
    }
    return {};
}

void SummaryQuery::addNextSteps(SummaryBundle& bundle) const {
    const auto plan = PlanQuery(m_practice).current(bundle.facts.patient.id);
    if (!plan || !plan->has_value()) {
        return;
    }
    QStringList titles;
    for (const auto* list : {&(*plan)->next.late, &(*plan)->next.next}) {
        for (const planning::StepStatus& status : *list) {
            const StepRow* row = (*plan)->row(status.key);
            // Of steps that come again and again the first stands for all.
            const bool isNamed = row == nullptr || titles.contains(row->step.title);
            if (!isNamed && bundle.facts.nextSteps.size() < kMostNextSteps) {
                titles.append(row->step.title);
                bundle.facts.nextSteps.append(stepLine(row->step, status, bundle.facts.locale));
            }
        }
    }
}

base::Result<SummaryBundle> SummaryQuery::bundle(const SessionId& id, const QLocale& locale) const {
    SummaryBundle bundle;
    auto& facts = bundle.facts;
    facts.practice = m_practice.practice();
    facts.zone = m_practice.zone();
    facts.locale = locale;
    facts.now = m_practice.now();
    facts.printedBy = m_practice.actor().name;
    const auto content = SessionDesk(m_practice).load(id);
    if (!content) {
        return tl::unexpected<base::Error>(content.error());
    }
    const auto added = (content->dosing ? addDosing(id, bundle) : addTherapy(id, bundle)).and_then([&] {
        return addCourse(bundle);
    });
    if (!added) {
        return tl::unexpected<base::Error>(added.error());
    }
    const auto draft = PatientCare(m_practice).load(facts.patient.id);
    if (!draft) {
        return tl::unexpected<base::Error>(draft.error());
    }
    for (const Allergy& allergy : draft->allergies) {
        facts.allergies.append(allergy.reaction.isEmpty()
                                   ? allergy.substance
                                   : Words::tr("%1 (%2)").arg(allergy.substance, allergy.reaction));
    }
    addVersion(id, bundle);
    addNextSteps(bundle);
    return bundle;
}

} // namespace kairos::workflow

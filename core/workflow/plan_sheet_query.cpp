// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_sheet_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_history.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/verbal_order.h"
#include "core/workflow/words.h"

#include "core/planning/step_time.h"
#include "core/record/packing.h"
#include "core/reports/wording.h"
#include "core/security/fingerprint.h"
#include "core/security/permissions.h"

#include <algorithm>
#include <array>

namespace kairos::workflow {

using namespace record;
using base::FindingLevel;

namespace {

constexpr qsizetype kMostNext = 6;
constexpr qsizetype kMostRevisions = 6;

QString stateWords(PlanState state) {
    switch (state) {
    case PlanState::Draft:
        return Words::tr("draft, not signed");
    case PlanState::Active:
        return Words::tr("active");
    case PlanState::Paused:
        return Words::tr("paused");
    case PlanState::Completed:
        return Words::tr("completed");
    case PlanState::Stopped:
        return Words::tr("stopped");
    }
    return {};
}

QString strandWords(const QString& strand) {
    return strand == QLatin1String("medicine")  ? Words::tr("Medicine")
           : strand == QLatin1String("therapy") ? Words::tr("Therapy")
                                                : Words::tr("Measures");
}

QDateTime whenOf(const StepRow& row, const QTimeZone& zone) {
    if (row.step.doneAt) {
        return planning::wallTime(*row.step.doneAt, zone);
    }
    if (row.step.booked) {
        return planning::wallTime(row.step.booked->date, row.step.booked->time);
    }
    return row.step.window ? planning::startOf(row.step.window->target) : QDateTime();
}

} // namespace

QString PlanSheetQuery::pointWords(const StepTime& point) const {
    const QString day = m_locale.toString(point.date, QStringLiteral("ddd d MMM yyyy"));
    return point.time ? QStringLiteral("%1 %2").arg(day, point.time->toString(QStringLiteral("HH:mm"))) : day;
}

QString PlanSheetQuery::windowWords(const std::optional<StepWindow>& window) const {
    if (!window) {
        return Words::tr("no date fits");
    }
    return window->earliest == window->latest
               ? pointWords(window->target)
               : Words::tr("%1 to %2").arg(pointWords(window->earliest), pointWords(window->latest));
}

QString PlanSheetQuery::waitsWords(const StepRow& row, const PlanView& view) const {
    QStringList waits;
    for (const QString& key : row.status.waitsFor) {
        const StepRow* other = view.row(key);
        waits.append(other != nullptr ? other->step.title : key);
    }
    QStringList reasons = row.status.blockedBy;
    if (!row.step.window && !reasons.isEmpty()) {
        reasons.removeLast(); // The window's own words say that no date fits.
    }
    for (const QString& reason : std::as_const(reasons)) {
        const bool isSaid = std::any_of(waits.begin(), waits.end(),
                                        [&](const QString& said) { return reason.startsWith(said); });
        if (!isSaid) {
            waits.append(reason);
        }
    }
    return waits.join(QStringLiteral("; "));
}

reports::PlanSheetStep PlanSheetQuery::stepOf(const StepRow& row, const PlanView& view) const {
    const PlanStep& step = row.step;
    const auto& zone = m_practice.zone();
    reports::PlanSheetStep line;
    line.title = step.title;
    line.window = windowWords(step.window);
    line.target = step.window ? Words::tr("aims at %1").arg(pointWords(step.window->target)) : QString();
    if (step.booked && !step.doneAt) {
        line.target = Words::tr("booked %1").arg(pointWords({step.booked->date, step.booked->time}));
    }
    switch (row.status.state) {
    case StepState::Done:
        line.target = reports::momentText(step.doneAt.value_or(base::Instant()), zone, m_locale);
        line.state = Words::tr("held");
        break;
    case StepState::Waived:
        line.state = step.waivedReason.isEmpty() ? Words::tr("waived")
                                                 : Words::tr("waived: %1").arg(step.waivedReason);
        break;
    case StepState::Missed:
        line.state = Words::tr("missed");
        line.level = FindingLevel::Caution;
        break;
    case StepState::Late:
        line.state = Words::tr("late");
        line.level = FindingLevel::Caution;
        break;
    case StepState::Due:
        line.state = Words::tr("due");
        break;
    case StepState::Open:
        line.state = Words::tr("open");
        break;
    case StepState::Blocked: {
        const bool hasBegun = !step.window || planning::startOf(step.window->earliest) <=
                                                  planning::wallTime(m_practice.now(), zone);
        const QString waits = waitsWords(row, view);
        line.state = waits.isEmpty() ? line.window : Words::tr("waits for %1").arg(waits);
        line.level = hasBegun ? FindingLevel::Stop : FindingLevel::Information;
        break;
    }
    }
    return line;
}

QList<reports::LeadLine> PlanSheetQuery::nextOf(const PlanView& view) const {
    QList<reports::LeadLine> lines;
    const auto add = [&](const QList<planning::StepStatus>& statuses, const QString& lead, qsizetype most) {
        for (qsizetype i = 0; i < statuses.size() && i < most; ++i) {
            const StepRow* row = view.row(statuses.at(i).key);
            if (row == nullptr) {
                continue;
            }
            const auto step = stepOf(*row, view);
            const bool isBlocked = row->status.state == StepState::Blocked;
            const QString what = isBlocked ? step.state : step.target;
            lines.append({lead, what == step.window
                                    ? QStringLiteral("%1: %2").arg(step.title, what)
                                    : Words::tr("%1: %2, window: %3").arg(step.title, what, step.window)});
        }
    };
    add(view.next.late, Words::tr("LATE"), view.next.late.size());
    add(view.next.blocked, Words::tr("BLOCKED"), view.next.blocked.size());
    add(view.next.next, Words::tr("next"), kMostNext);
    return lines;
}

QStringList PlanSheetQuery::orderOf(const PlanView& view) const {
    const auto next = view.nextDose();
    const QDate today = m_practice.today();
    const OrderRow* row = next ? view.orderFor(*next, today) : view.validOrder(today);
    if (row == nullptr) {
        return {Words::tr("No signed order is valid today.")};
    }
    const Order& order = row->order;
    const QString dose =
        order.mgPerKg ? Words::tr("%1 mg/kg").arg(reports::figureText(order.mgPerKg->value, 3, m_locale))
        : order.mg    ? Words::tr("%1 mg").arg(reports::figureText(order.mg->value, 2, m_locale))
                      : QString();
    QStringList parts{QStringLiteral("%1 %2 %3").arg(order.drug, dose, reports::routeText(order.route))};
    if (order.minutes) {
        parts.append(Words::tr("over %1 min").arg(reports::figureText(order.minutes->value, 0, m_locale)));
    }
    if (order.maximum) {
        parts.append(Words::tr("at most %1 mg").arg(reports::figureText(order.maximum->value, 1, m_locale)));
    }
    QStringList lines{parts.join(QStringLiteral(", ")),
                      Words::tr("valid %1 to %2, prescribed by %3")
                          .arg(m_locale.toString(order.validFrom, QStringLiteral("d MMM yyyy")),
                               m_locale.toString(order.validTo, QStringLiteral("d MMM yyyy")),
                               m_practice.clinicianName(order.prescriber))};
    if (order.verbal) {
        lines.append(verbalOrderWords(m_practice, order, row->signatures));
    }
    return lines;
}

void PlanSheetQuery::addStrands(const PlanView& view, reports::PlanSheet& sheet) const {
    QList<StepRow> rows = view.steps;
    const auto& zone = m_practice.zone();
    std::stable_sort(rows.begin(), rows.end(), [&](const StepRow& a, const StepRow& b) {
        const QDateTime left = whenOf(a, zone);
        const QDateTime right = whenOf(b, zone);
        return left.isValid() != right.isValid() ? left.isValid() : left < right;
    });
    const std::array strands = {QStringLiteral("medicine"), QStringLiteral("therapy"),
                                QStringLiteral("measures")};
    for (const QString& strand : strands) {
        reports::PlanSheetStrand printed{strandWords(strand), {}};
        for (const StepRow& row : std::as_const(rows)) {
            const bool isOf = row.strand == strand || (row.strand.isEmpty() && strand == strands.front());
            if (isOf) {
                printed.steps.append(stepOf(row, view));
            }
        }
        if (!printed.steps.isEmpty()) {
            sheet.strands.append(printed);
        }
    }
}

void PlanSheetQuery::addSources(const PlanView& view, reports::PlanSheet& sheet) const {
    for (const StepRow& row : view.steps) {
        if (!row.step.basis.isEmpty() && !sheet.bases.contains(row.step.basis)) {
            sheet.bases.append(row.step.basis);
        }
    }
    if (const auto* protocol = m_practice.catalog().protocols.find(view.plan.protocol)) {
        for (const protocols::Source& source : protocol->sources) {
            sheet.sources.append(
                QStringLiteral("%1 (%2): %3")
                    .arg(source.text, base::confidenceMark(source.confidence), source.supports));
        }
    }
}

base::Outcome PlanSheetQuery::addRevisions(const PlanView& view, reports::PlanSheet& sheet) const {
    return PlanHistoryQuery(m_practice)
        .of(view.plan.id, view.plan.patient)
        .map([&](const PlanHistory& history) {
            for (const PlanRevisionRow& row : history.revisions.mid(0, kMostRevisions)) {
                const QString why = row.reason.isEmpty() ? Words::tr("first plan") : row.reason;
                const QString steps = Words::tr("steps changed: %1").arg(row.steps.size());
                sheet.revisions.append(
                    {Words::tr("revision %1").arg(row.number),
                     Words::tr("%1, %2: %3; %4; %5")
                         .arg(reports::momentText(row.at, m_practice.zone(), m_locale), row.by, why, steps,
                              row.isSigned() ? Words::tr("signed") : Words::tr("not signed"))});
            }
        });
}

base::Result<reports::SummaryFacts> PlanSheetQuery::factsOf(const PlanView& view) const {
    const auto draft = PatientCare(m_practice).load(view.plan.patient);
    const auto weight = PatientCare(m_practice).lastWeight(view.plan.patient);
    if (!draft || !weight) {
        return tl::unexpected<base::Error>(draft ? weight.error() : draft.error());
    }
    reports::SummaryFacts facts;
    facts.practice = m_practice.practice();
    facts.patient = draft->patient;
    for (const Allergy& allergy : draft->allergies) {
        facts.allergies.append(allergy.reaction.isEmpty()
                                   ? allergy.substance
                                   : Words::tr("%1 (%2)").arg(allergy.substance, allergy.reaction));
    }
    facts.fingerprint =
        security::Fingerprint::of(SignedContent::hashOf(pack(asSigned(view.plan)))).toString();
    facts.version = view.plan.revision;
    facts.printedBy = m_practice.actor().name;
    facts.now = m_practice.now();
    facts.zone = m_practice.zone();
    facts.locale = m_locale;
    for (const Signature& signature : view.signatures) {
        if (view.isRevisionSigned()) {
            facts.signatures.append({m_practice.clinicianName(signature.signer),
                                     security::roleName(signature.role), signature.at});
        }
    }
    return facts;
}

base::Result<reports::PlanSheet> PlanSheetQuery::sheet(const PlanId& id) const {
    const auto view = PlanQuery(m_practice).view(id);
    if (!view) {
        return tl::unexpected<base::Error>(view.error());
    }
    const auto facts = factsOf(*view);
    if (!facts) {
        return tl::unexpected<base::Error>(facts.error());
    }
    reports::PlanSheet sheet;
    const TreatmentPlan& plan = view->plan;
    sheet.title = Words::tr("Treatment plan");
    sheet.subtitle =
        Words::tr("%1, version %2 · revision %3, %4 · first dose aims at %5")
            .arg(plan.title, plan.protocolVersion)
            .arg(plan.revision)
            .arg(stateWords(plan.state), m_locale.toString(plan.start, QStringLiteral("ddd d MMM yyyy")));
    sheet.identity = reports::identityOf(*facts, m_practice.today());
    sheet.next = nextOf(*view);
    for (const StepRow& row : view->steps) {
        if (row.step.kind == StepKind::Dosing && row.status.state != StepState::Done &&
            sheet.gates.isEmpty()) {
            sheet.gates = row.status.blockedBy;
        }
    }
    sheet.kept = planning::shareWords(view->actual);
    sheet.order = orderOf(*view);
    for (const base::Finding& finding : view->findings) {
        if (finding.level != FindingLevel::Information) {
            sheet.findings.append(
                {finding.level == FindingLevel::Stop ? Words::tr("stop") : Words::tr("caution"),
                 QStringLiteral("%1 (%2, %3)")
                     .arg(finding.text, finding.source, base::confidenceMark(finding.confidence))});
        }
    }
    addStrands(*view, sheet);
    addSources(*view, sheet);
    sheet.note = view->protocolNote;
    for (const reports::NamedSignature& signature : facts->signatures) {
        sheet.signatures.append(
            {signature.name, Words::tr("%1, %2").arg(
                                 signature.role, reports::momentText(signature.at, facts->zone, m_locale))});
    }
    sheet.leftOut = Words::tr("Left out: process notes, answers of ratings, monitoring of the sessions.");
    return addRevisions(*view, sheet).map([&] { return sheet; });
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/readiness_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_query.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/practice_calendar.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/verbal_order.h"
#include "core/workflow/words.h"

#include "core/planning/step_time.h"
#include "core/safety/attention_rules.h"
#include "core/safety/gates.h"
#include "core/safety/risk_state.h"
#include "core/safety/vital_findings.h"
#include "core/storage/practice_file.h"

#include <QLocale>

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

constexpr int kReadingsLookedAt = 20;

QString shortDay(QDate day) {
    return QLocale().toString(day, QStringLiteral("ddd d MMM"));
}

/// A line of the call as a cell.
ReadinessCell callCell(const safety::GateLine& line, ReadinessItem item) {
    ReadinessCell cell;
    cell.item = item;
    cell.criterion = line.id;
    cell.detail = line.text + QStringLiteral(": ") + line.evidence;
    const bool isEscort = item == ReadinessItem::Escort;
    switch (line.state) {
    case safety::GateState::Met:
    case safety::GateState::Overridden:
        cell.state = ReadinessState::Ready;
        cell.words = isEscort ? line.evidence : Words::tr("told");
        cell.detail = line.evidence.isEmpty() ? line.text : cell.detail;
        break;
    case safety::GateState::NotApplicable:
        cell.state = ReadinessState::NotNeeded;
        cell.words = Words::tr("not needed");
        break;
    case safety::GateState::NotMet:
        cell.state = line.level == base::FindingLevel::Stop ? ReadinessState::Holds : ReadinessState::Missing;
        cell.words = isEscort ? Words::tr("nobody") : Words::tr("not told");
        break;
    }
    return cell;
}

ReadinessCell cellOf(ReadinessItem item, ReadinessState state, const QString& said, const QString& detail) {
    ReadinessCell cell;
    cell.item = item;
    cell.state = state;
    cell.words = said;
    cell.detail = detail;
    return cell;
}

} // namespace

QDate ReadinessQuery::nextOpenDay() const {
    return PracticeCalendar(m_practice).nextOpenDay(m_practice.today());
}

base::Result<ReadinessBoard> ReadinessQuery::board(QDate day) const {
    const auto sessions = TodayQuery(m_practice).sessionsOn(day);
    if (!sessions) {
        return tl::unexpected<base::Error>(sessions.error());
    }
    return board(day, *sessions);
}

base::Result<ReadinessBoard> ReadinessQuery::board(QDate day, const QList<DayRow>& sessions) const {
    ReadinessBoard board;
    board.day = day;
    for (const DayRow& session : sessions) {
        const bool isAhead = session.state == SessionState::Planned || session.state == SessionState::Arrived;
        if (session.isDosing && isAhead) {
            auto judged = row(session);
            if (!judged) {
                return tl::unexpected<base::Error>(judged.error());
            }
            board.rows.append(std::move(*judged));
        }
    }
    return board;
}

base::Result<ReadinessRow> ReadinessQuery::row(const DayRow& dose) const {
    const auto found = m_practice.file().records().find<DosingSession>(dose.session);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    const DosingSession session = found->value_or(DosingSession());
    ReadinessRow row;
    row.dose = dose;
    row.plan = session.plan;
    return addCall(session, row)
        .and_then([&] { return addPressure(session, row); })
        .and_then([&] { return addConsent(session, row); })
        .and_then([&] { return addScreening(session, row); })
        .and_then([&] { return addRisk(session, row); })
        .and_then([&] { return addRatings(session, row); })
        .and_then([&] { return addIntegration(session, row); })
        .and_then([&] { return addOrder(session, row); })
        .map([&] { return row; });
}

base::Outcome ReadinessQuery::addCall(const DosingSession& session, ReadinessRow& row) const {
    storage::RowFilter filter;
    filter.parent = session.id.uuid;
    const auto checks = m_practice.file().records().list<GateCheck>(filter);
    if (!checks) {
        return tl::unexpected<base::Error>(checks.error());
    }
    const auto lines = safety::callGate(checks->records, m_practice.catalog().safety);
    const QList<std::pair<QLatin1String, ReadinessItem>> kItems = {
        {QLatin1String("fasting"), ReadinessItem::Fasting},
        {QLatin1String("escort"), ReadinessItem::Escort},
        {QLatin1String("medicines"), ReadinessItem::Medicines}};
    for (const auto& [id, item] : kItems) {
        const auto line =
            std::find_if(lines.begin(), lines.end(),
                         [id = id](const safety::GateLine& candidate) { return candidate.id == id; });
        row.cells.append(line != lines.end()
                             ? callCell(*line, item)
                             : cellOf(item, ReadinessState::NotNeeded, Words::tr("not asked"),
                                      Words::tr("the clinic's list of the call has no such line")));
    }
    addMedicines(session, row);
    return {};
}

/// The medicines that matter beside this dose; what nobody named yet is asked for by its name.
void ReadinessQuery::addMedicines(const DosingSession& session, ReadinessRow& row) const {
    ReadinessCell& cell = row.cells.last();
    storage::RowFilter own;
    own.patient = session.patient;
    const auto medication = m_practice.file().records().list<Medication>(own);
    QStringList names;
    for (const Medication& medicine : medication ? medication->records : QList<Medication>()) {
        if (!medicine.ended || *medicine.ended > session.booked.date) {
            names.append(medicine.name);
        }
    }
    const auto report = safety::checkInteractions(names, session.route, m_practice.catalog().drugs);
    QStringList lines;
    QStringList asked;
    for (const safety::InteractionFinding& finding : report.findings) {
        if (finding.level >= safety::InteractionLevel::Caution) {
            asked.append(finding.typed);
            lines.append(QStringLiteral("%1: %2").arg(finding.typed, finding.action));
        }
    }
    for (const safety::UncheckedName& unknown : report.unchecked) {
        asked.append(unknown.typed);
        lines.append(Words::tr("%1: not in our list, not checked").arg(unknown.typed));
    }
    asked.removeDuplicates();
    if (!lines.isEmpty()) {
        cell.detail += QStringLiteral("\n") + lines.join(QStringLiteral("\n"));
    }
    if (!cell.isOpen()) {
        return;
    }
    if (asked.isEmpty()) {
        cell.state = ReadinessState::NotNeeded;
        cell.words = names.isEmpty() ? Words::tr("none listed") : Words::tr("none named");
        cell.detail = names.isEmpty() ? Words::tr("no medicine on record")
                                      : Words::tr("our sources name no medicine of the list: %1")
                                            .arg(names.join(QStringLiteral(", ")));
    } else {
        cell.words = asked.size() == 1 ? asked.first() : Words::tr("%1 to ask").arg(asked.size());
    }
}

base::Outcome ReadinessQuery::addPressure(const DosingSession& session, ReadinessRow& row) const {
    storage::RowFilter filter;
    filter.patient = session.patient;
    filter.order = storage::RowFilter::Order::NewestFirst;
    filter.limit = kReadingsLookedAt;
    const auto readings = m_practice.file().records().list<Reading>(filter);
    if (!readings) {
        return tl::unexpected<base::Error>(readings.error());
    }
    const auto last =
        std::find_if(readings->records.begin(), readings->records.end(),
                     [](const Reading& reading) { return reading.systolic && reading.diastolic; });
    if (last == readings->records.end()) {
        row.cells.append(
            cellOf(ReadinessItem::Pressure, ReadinessState::NotNeeded, Words::tr("on the day"),
                   Words::tr("no blood pressure on record yet; it is measured before the dose")));
        return {};
    }
    const auto& rule = safety::pressureRowFor(*last->systolic, *last->diastolic, m_practice.catalog().safety);
    const auto state =
        rule.level == base::FindingLevel::Information ? ReadinessState::Ready : ReadinessState::Missing;
    const QString value = QStringLiteral("%1/%2").arg(*last->systolic).arg(*last->diastolic);
    row.cells.append(
        cellOf(ReadinessItem::Pressure, state, value,
               Words::tr("%1 on %2: %3")
                   .arg(value, shortDay(last->measuredAt.local(m_practice.zone()).date()), rule.text)));
    return {};
}

base::Outcome ReadinessQuery::addConsent(const DosingSession& session, ReadinessRow& row) const {
    const auto consents = m_practice.file().records().list<Consent>({.patient = session.patient});
    if (!consents) {
        return tl::unexpected<base::Error>(consents.error());
    }
    const QDate day = session.booked.date;
    const auto* consent = safety::treatmentConsentOn(consents->records, m_practice.catalog().consents, day);
    if (consent == nullptr) {
        row.cells.append(cellOf(ReadinessItem::Consent, ReadinessState::Holds, Words::tr("none"),
                                Words::tr("no consent to treatment counts on the day of the dose")));
        return {};
    }
    const bool isEnding = consent->expires && day.daysTo(*consent->expires) <=
                                                  safety::AttentionRules::builtIn().consentNoticeDays;
    const QString version = Words::tr("version %1").arg(consent->version);
    row.cells.append(
        isEnding
            ? cellOf(
                  ReadinessItem::Consent, ReadinessState::Missing,
                  Words::tr("ends %1").arg(QLocale().toString(*consent->expires, QStringLiteral("d MMM"))),
                  Words::tr("%1 ends %2; this dose is inside it").arg(version, shortDay(*consent->expires)))
            : cellOf(ReadinessItem::Consent, ReadinessState::Ready, version,
                     Words::tr("%1 of %2").arg(version, shortDay(consent->given))));
    return {};
}

base::Outcome ReadinessQuery::addScreening(const DosingSession& session, ReadinessRow& row) const {
    const auto gate = ScreeningQuery(m_practice).gate(session.patient);
    if (!gate) {
        return tl::unexpected<base::Error>(gate.error());
    }
    const auto& evidence = gate->eligibility.evidence;
    if (gate->holdsDose()) {
        row.cells.append(
            cellOf(ReadinessItem::Screening, ReadinessState::Holds, Words::tr("not met"), evidence));
    } else if (gate->eligibility.state == safety::EligibilityState::Overridden) {
        row.cells.append(
            cellOf(ReadinessItem::Screening, ReadinessState::Ready, Words::tr("overridden"), evidence));
    } else if (gate->eligibility.state == safety::EligibilityState::Holds) {
        row.cells.append(
            cellOf(ReadinessItem::Screening, ReadinessState::Missing, Words::tr("questions open"), evidence));
    } else {
        row.cells.append(cellOf(ReadinessItem::Screening, ReadinessState::Ready, Words::tr("met"), evidence));
    }
    return {};
}

base::Outcome ReadinessQuery::addRisk(const DosingSession& session, ReadinessRow& row) const {
    const auto risk = RiskLane(m_practice).openItem(session.patient);
    if (!risk) {
        return tl::unexpected<base::Error>(risk.error());
    }
    const bool isOpen = risk->has_value();
    row.cells.append(cellOf(ReadinessItem::Risk, isOpen ? ReadinessState::Holds : ReadinessState::Ready,
                            safety::riskStateShort(isOpen), safety::riskStateWords(*risk)));
    return {};
}

base::Outcome ReadinessQuery::addRatings(const DosingSession& session, ReadinessRow& row) const {
    auto due = RatingQuery(m_practice).due(session.patient);
    if (!due) {
        return tl::unexpected<base::Error>(due.error());
    }
    // The dose waits for what its plan asks for. A scale on its rhythm comes up in the session.
    due->removeIf([](const DueRating& rating) { return !rating.step; });
    if (!due->isEmpty()) {
        const DueRating& first = due->first();
        const auto* instrument = m_practice.catalog().instruments.find(first.instrument);
        const QString name = instrument != nullptr ? instrument->shortTitle : first.instrument;
        QStringList titles;
        for (const DueRating& rating : *due) {
            titles.append(rating.stepTitle);
        }
        titles.removeDuplicates();
        auto cell = cellOf(ReadinessItem::Ratings, ReadinessState::Missing,
                           first.isLate ? Words::tr("%1 late").arg(name) : Words::tr("%1 due").arg(name),
                           Words::tr("to fill in: %1").arg(titles.join(QStringLiteral(", "))));
        cell.step = first.step;
        cell.instrument = first.instrument;
        row.cells.append(cell);
        return {};
    }
    row.cells.append(cellOf(ReadinessItem::Ratings, ReadinessState::Ready, Words::tr("all in"),
                            Words::tr("nothing is due now; what belongs to the day is filled in then")));
    return {};
}

base::Outcome ReadinessQuery::addIntegration(const DosingSession& session, ReadinessRow& row) const {
    storage::RowFilter filter;
    filter.parent = session.plan ? std::optional(session.plan->uuid) : std::nullopt;
    filter.code = QStringLiteral("integration-%1").arg(session.number);
    const auto steps = session.plan ? m_practice.file().records().list<PlanStep>(filter)
                                    : base::Result<storage::Loaded<PlanStep>>();
    if (!steps) {
        return tl::unexpected<base::Error>(steps.error());
    }
    if (steps->records.isEmpty()) {
        row.cells.append(cellOf(ReadinessItem::Integration, ReadinessState::NotNeeded,
                                Words::tr("none planned"),
                                Words::tr("the plan asks for no session after this dose")));
        return {};
    }
    const PlanStep& step = steps->records.first();
    ReadinessCell cell;
    if (step.booked) {
        cell = cellOf(ReadinessItem::Integration, ReadinessState::Ready,
                      QLocale().toString(step.booked->date, QStringLiteral("ddd ")) +
                          step.booked->time.toString(QStringLiteral("HH:mm")),
                      Words::tr("%1 on %2 at %3")
                          .arg(step.title, shortDay(step.booked->date),
                               step.booked->time.toString(QStringLiteral("HH:mm"))));
        const auto therapy = SessionDesk(m_practice).therapyOf(session.patient);
        for (const TherapySession& slot : therapy ? *therapy : QList<TherapySession>()) {
            if (slot.step == step.id && slot.state == SessionState::Planned) {
                cell.slot = slot.id;
                cell.detail += QStringLiteral(", ") + m_practice.clinicianName(slot.therapist);
            }
        }
        const bool isInside =
            !step.window ||
            planning::isInside(*step.window, planning::wallTime(step.booked->date, step.booked->time));
        if (!isInside) {
            cell.state = ReadinessState::Missing;
            cell.detail = Words::tr("%1; outside the window of the plan").arg(cell.detail);
        }
    } else {
        cell = cellOf(ReadinessItem::Integration, ReadinessState::Missing, Words::tr("no slot"),
                      Words::tr("%1 has no therapist and no time yet").arg(step.title));
    }
    cell.step = step.id;
    row.cells.append(cell);
    return {};
}

base::Outcome ReadinessQuery::addOrder(const DosingSession& session, ReadinessRow& row) const {
    const QDate day = session.booked.date;
    bool isSigned = false;
    QString verbal;
    if (session.plan) {
        const auto order = OrderQuery(m_practice).validOn(*session.plan, session.patient, session.step, day);
        if (!order) {
            return tl::unexpected<base::Error>(order.error());
        }
        isSigned = order->has_value();
        const auto signatures =
            isSigned ? SignedContent(m_practice).signaturesOf((*order)->id.uuid) : QList<Signature>();
        verbal = isSigned && signatures ? verbalOrderWords(m_practice, **order, *signatures) : QString();
    } else if (session.order) {
        const auto order = m_practice.file().records().find<Order>(*session.order);
        const auto signatures = SignedContent(m_practice).signaturesOf(session.order->uuid);
        isSigned = order && order->has_value() && signatures && !signatures->isEmpty() &&
                   day >= (*order)->validFrom && day <= (*order)->validTo;
    }
    if (!verbal.isEmpty()) {
        row.cells.append(cellOf(ReadinessItem::Order, ReadinessState::Ready, Words::tr("verbal"), verbal));
        return {};
    }
    row.cells.append(isSigned ? cellOf(ReadinessItem::Order, ReadinessState::Ready, Words::tr("signed"),
                                       Words::tr("a signed order is valid on the day"))
                              : cellOf(ReadinessItem::Order, ReadinessState::Holds, Words::tr("not signed"),
                                       Words::tr("no signed order for this dose is valid on the day")));
    return {};
}

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/today_crowd.h"

#include "core/planning/plan.h"
#include "core/record/packing.h"
#include "core/workflow/plan_records.h"
#include "core/workflow/signed_content.h"

namespace kairos::bench {

using namespace record;

namespace {

const QDate kToday(2026, 11, 2);
constexpr int kWeeks = 10;      ///< the courses began in the last ten weeks
constexpr int kLeftUndone = 20; ///< every twentieth patient's last rating was forgotten
constexpr int kOpenRisk = 100;  ///< every hundredth has an open item
constexpr int kEndedSteps = 12; ///< steps that the plan of an ended course keeps here
constexpr int kAtOnce = 500;    ///< patients in one transaction

/// Makes the records of one patient after the other.
class Maker final {
public:
    Maker(support::TempPractice& practice, const workflow::Catalog& catalog)
        : m_practice(practice), m_catalog(catalog), m_zone(practice.practice().zone.toLatin1()) {}

    QList<storage::Change> take() { return std::exchange(m_changes, {}); }

    void ended(int number) {
        const Patient patient = person(number, Stage::Ended);
        TreatmentPlan plan = planOf(patient, kToday.addDays(-400 - number % 300));
        plan.state = PlanState::Completed;
        add(plan);
        const auto steps =
            workflow::planRecords(course(kToday.addDays(-399)), plan, [this] { return id<StepId>(); });
        for (PlanStep step : steps.mid(0, kEndedSteps)) {
            fulfil(step, kToday.addDays(-300));
            add(step);
        }
    }

    void inCourse(int number) {
        const Patient patient = person(number, Stage::Induction);
        const QDate start = kToday.addDays(-7 * (number % kWeeks));
        TreatmentPlan plan = planOf(patient, start);
        plan.state = PlanState::Active;
        add(plan);
        prepare(patient, plan);
        auto steps = workflow::planRecords(course(start), plan, [this] { return id<StepId>(); });
        const PlanStep* forgotten = nullptr;
        for (const PlanStep& step : std::as_const(steps)) {
            const bool isPast = step.window && step.window->latest.date < kToday;
            if (isPast && step.kind == StepKind::Rating && number % kLeftUndone == 0) {
                forgotten = &step;
            }
        }
        const StepId left = forgotten != nullptr ? forgotten->id : StepId{};
        for (PlanStep& step : steps) {
            hold(step, patient, step.id == left);
        }
        if (number % kOpenRisk == 0) {
            risk(patient);
        }
    }

private:
    template <class Id>
    Id id() {
        return m_practice.ids().next<Id>();
    }
    void add(const AnyRecord& value) { m_changes.append({Action::Created, value, {}}); }
    base::Instant at(QDate day, QTime time) const { return base::Instant::fromLocal(day, time, m_zone); }

    Patient person(int number, Stage stage) {
        Patient patient =
            support::elenaMarsh(m_practice, QStringLiteral("B-%1").arg(number, 5, 10, QLatin1Char('0')));
        patient.familyName = QStringLiteral("Family %1").arg(number);
        patient.stage = stage;
        add(patient);
        return patient;
    }

    TreatmentPlan planOf(const Patient& patient, QDate start) {
        TreatmentPlan plan;
        plan.id = id<PlanId>();
        plan.patient = patient.id;
        plan.protocol = QStringLiteral("iv-cbt");
        plan.protocolVersion = QStringLiteral("1");
        plan.title = QStringLiteral("IV with CBT");
        plan.start = start;
        plan.closedWeekdays = {6, 7};
        return plan;
    }

    /// One course a start day: all patients of a week share it.
    const planning::PlannedCourse& course(QDate start) {
        auto known = m_courses.find(start);
        if (known == m_courses.end()) {
            planning::PlanRequest request;
            request.start = start;
            request.closedWeekdays = {6, 7};
            request.zone = m_zone;
            known = m_courses.insert(
                start, planning::plan(*m_catalog.protocols.find(QStringLiteral("iv-cbt")), request));
        }
        return *known;
    }

    void prepare(const Patient& patient, const TreatmentPlan& plan) {
        Consent consent;
        consent.id = id<ConsentId>();
        consent.patient = patient.id;
        consent.form = QStringLiteral("ketamine-treatment");
        consent.version = QStringLiteral("4");
        consent.given = plan.start.addDays(-9);
        consent.expires = consent.given.addDays(365);
        add(consent);
        Order order = workflow::orderOf(m_catalog.protocols.find(plan.protocol)->regimen, plan);
        order.id = id<OrderId>();
        order.prescriber = m_practice.clinician().id;
        order.validFrom = plan.start.addDays(-9);
        order.validTo = plan.start.addDays(200);
        add(order);
        Signature signature;
        signature.id = id<SignatureId>();
        signature.targetKind = RecordKind::Order;
        signature.target = order.id.uuid;
        signature.patient = patient.id;
        signature.signer = order.prescriber;
        signature.at = at(order.validFrom, QTime(12, 0));
        signature.contentHash = workflow::SignedContent::hashOf(pack(order)).toBytes();
        add(signature);
        for (const auto& condition : m_catalog.contraindications.conditions) {
            ScreeningFinding finding;
            finding.id = id<ScreeningFindingId>();
            finding.patient = patient.id;
            finding.condition = condition.id;
            finding.state = ScreeningState::Clear;
            finding.at = signature.at;
            finding.by = order.prescriber;
            add(finding);
        }
    }

    void fulfil(PlanStep& step, QDate day) {
        step.doneBy = id<StepId>().uuid;
        step.doneAt = at(day, QTime(11, 0));
    }

    /// A past step was done, a coming dose or session of the next two weeks is booked.
    void hold(PlanStep& step, const Patient& patient, bool isLeft) {
        if (step.window) {
            const QDate day = step.window->target.date;
            const bool isPast = step.window->latest.date < kToday || day < kToday;
            if (isPast && !isLeft) {
                fulfil(step, day);
            } else if (!isPast && step.kind == StepKind::Dosing && day <= kToday.addDays(14)) {
                book(step, patient, day);
            }
            if (step.doneBy && step.kind == StepKind::Dosing && day >= kToday.addDays(-4)) {
                given(step, patient, day);
            }
        }
        add(step);
    }

    DosingSession sessionOf(const PlanStep& step, const Patient& patient, QDate day) {
        DosingSession session;
        session.id = id<SessionId>();
        session.patient = patient.id;
        session.plan = step.plan;
        session.step = step.id;
        session.number = step.number;
        session.booked = {day, QTime(9, 0), m_practice.practice().zone};
        return session;
    }

    void book(PlanStep& step, const Patient& patient, QDate day) {
        const DosingSession session = sessionOf(step, patient, day);
        step.booked = session.booked;
        add(session);
    }

    void given(const PlanStep& step, const Patient& patient, QDate day) {
        DosingSession session = sessionOf(step, patient, day);
        session.state = patient.mrn.endsWith(QLatin1Char('7')) ? SessionState::Held : SessionState::Signed;
        session.startedAt = at(day, QTime(9, 0));
        session.stoppedAt = at(day, QTime(9, 40));
        session.dischargedAt = at(day, QTime(11, 30));
        add(session);
    }

    void risk(const Patient& patient) {
        RiskItem item;
        item.id = id<RiskItemId>();
        item.patient = patient.id;
        item.number = 1;
        item.openedAt = at(kToday.addDays(-1), QTime(9, 0));
        item.level = RiskLevel::Assess;
        item.evidence = {{item.openedAt, QStringLiteral("said so"), std::nullopt, item.level}};
        add(item);
    }

    support::TempPractice& m_practice;
    const workflow::Catalog& m_catalog;
    QTimeZone m_zone;
    QHash<QDate, planning::PlannedCourse> m_courses;
    QList<storage::Change> m_changes;
};

} // namespace

void fillCrowd(support::TempPractice& practice, const workflow::Catalog& catalog) {
    Maker maker(practice, catalog);
    for (int number = 0; number < kCrowd; ++number) {
        number < kInCourse ? maker.inCourse(number) : maker.ended(number);
        if (number % kAtOnce == kAtOnce - 1) {
            practice.commit(maker.take());
        }
    }
}

} // namespace kairos::bench

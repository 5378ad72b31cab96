// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/planning/step_time.h"
#include "core/security/hash.h"
#include "core/storage/projection.h"
#include "core/workflow/catalog.h"
#include "core/workflow/kept_needs.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/today_query.h"

#include <QSet>
#include <QTemporaryDir>

#include <cstring>
#include <stdexcept>

namespace kairos::bench {

using namespace record;

namespace {

constexpr int kRuns = 15;
constexpr int kPatients = 10'000;
constexpr qint64 kDayMs = 86'400'000;
constexpr int kLookBack = 92;
constexpr int kLookAhead = 14;
constexpr int kNear = 3;
constexpr int kClockHours = 96;

void require(bool isTrue) {
    if (!isTrue) {
        throw std::runtime_error("the day holds another number of rows");
    }
}

/// Which rows stand behind what Today shows: found once, before anything is timed.
struct Behind {
    qint64 dayStart = 0;
    qint64 clocksFrom = 0; ///< doses since then may have an integration window that runs
    QSet<PatientId> patients;
    QSet<PlanId> plans;  ///< of steps in the window
    QSet<PlanId> judged; ///< whose every step decides how a late one stands
    QSet<PatientId> ahead;
    QSet<PatientId> near;
    QList<std::pair<PlanId, QString>> clocks;
};

Behind findBehind(workflow::OpenPractice& practice) {
    const auto view = support::required(workflow::TodayQuery(practice).view());
    Behind behind;
    behind.dayStart = base::Instant::fromLocal(practice.today(), QTime(0, 0), practice.zone()).utcMs;
    behind.clocksFrom = practice.now().utcMs - kClockHours * qint64{3'600'000};
    for (const auto& row : view.today + view.tomorrow) {
        behind.patients.insert(row.patient.id);
    }
    for (const auto& need : view.needs) {
        if (need.patient) {
            behind.patients.insert(need.patient->id);
        }
    }
    storage::RowFilter filter;
    filter.state = static_cast<qint64>(storage::StepColumn::Expected);
    filter.fromMs = behind.dayStart - kLookBack * kDayMs;
    filter.beforeMs = behind.dayStart + (kLookAhead + 1) * kDayMs;
    const QDateTime now = planning::wallTime(practice.now(), practice.zone());
    for (const PlanStep& step : support::required(practice.file().records().list<PlanStep>(filter)).records) {
        behind.plans.insert(step.plan);
        const bool isLate = step.window && now > planning::endOf(step.window->latest);
        const bool isDue = step.window && now >= planning::startOf(step.window->target);
        const bool isWatched = step.kind == StepKind::Integration || step.kind == StepKind::Rating;
        if (isWatched ? isLate : isDue) {
            behind.judged.insert(step.plan);
        }
        const QDate day = step.booked ? step.booked->date : step.window->target.date;
        if (step.kind == StepKind::Dosing && day >= practice.today()) {
            behind.ahead.insert(step.patient);
            if (practice.today().daysTo(day) <= kNear) {
                behind.near.insert(step.patient);
            }
        }
    }
    for (const auto& clock : view.clocks) {
        behind.patients.insert(clock.patient.id);
    }
    filter = {};
    filter.fromMs = behind.clocksFrom;
    for (const DosingSession& session :
         support::required(practice.file().records().list<DosingSession>(filter)).records) {
        if (session.stoppedAt && session.plan) {
            behind.clocks.append({*session.plan, QStringLiteral("integration-%1").arg(session.number)});
        }
    }
    return behind;
}

/// The same rows by statements alone, each checked against its hash as a load must.
class Bare final {
public:
    Bare(storage::Connection& connection, const security::SecretBytes& recordKey)
        : m_connection(connection), m_recordKey(recordKey) {}

    template <class... Values>
    qint64 rows(const QByteArray& from, const Values&... values) {
        auto& query = m_connection.statement("SELECT mac, content FROM " + from);
        int place = 0;
        (query.bind(++place, values), ...);
        qint64 count = 0;
        while (query.step()) {
            const auto digest = security::keyedBlake2b256(m_recordKey, query.bytes(1));
            require(std::memcmp(digest.bytes.data(), query.bytes(0).data(), 32) == 0);
            ++count;
        }
        query.reset();
        return count;
    }

    qint64 day(const Behind& behind) {
        const QByteArray good = " AND in_error = 0";
        const QByteArray span = " WHERE at_ms >= ? AND at_ms < ?" + good + " ORDER BY at_ms, id";
        const qint64 start = behind.dayStart;
        qint64 all = 0;
        for (const char* table : {"dosing_session", "therapy_session"}) {
            all += rows(table + span, start, start + kDayMs);
            all += rows(table + span, start + kDayMs, start + 2 * kDayMs);
            all += rows(table + QByteArray(" WHERE state = ?") + good, qint64{4});
        }
        all += rows("dosing_session WHERE state = ?" + good, qint64{3});
        all += rows("dosing_session" + span, start, start + (kLookAhead + 1) * kDayMs);
        all += rows("dosing_session" + span, behind.clocksFrom, start + 1000 * kDayMs);
        all += rows("risk_item WHERE state = ?" + good, qint64{1});
        all += rows("plan_step WHERE state = ? AND at_ms >= ? AND at_ms < ?" + good + " ORDER BY at_ms, id",
                    qint64{0}, start - kLookBack * kDayMs, start + (kLookAhead + 1) * kDayMs);
        for (const PatientId& id : behind.patients) {
            all += rows("patient WHERE id = ?" + good, id.uuid);
        }
        for (const PlanId& id : behind.plans) {
            all += rows("treatment_plan WHERE id = ?" + good, id.uuid);
        }
        for (const PlanId& id : behind.judged) {
            all += rows("plan_step WHERE parent = ?" + good, id.uuid);
        }
        for (const auto& [plan, key] : behind.clocks) {
            all += rows("plan_step WHERE parent = ? AND code = ?" + good, plan.uuid, key);
        }
        for (const PatientId& id : behind.ahead) {
            all += rows("consent WHERE patient = ?" + good, id.uuid);
        }
        for (const PatientId& id : behind.near) {
            all += near(id, good);
        }
        return all;
    }

private:
    /// Order, screening and the checks that doses ask for, of a dose that is near.
    qint64 near(const PatientId& id, const QByteArray& good) {
        qint64 all = rows("patient WHERE id = ?" + good, id.uuid);
        for (const char* table : {"treatment_order", "treatment_plan", "screening_finding",
                                  "screening_override", "dosing_session", "rating"}) {
            all += rows(table + QByteArray(" WHERE patient = ?") + good, id.uuid);
        }
        return all +
               rows("signature WHERE parent IN (SELECT id FROM treatment_order WHERE patient = ?)" + good,
                    id.uuid);
    }

    storage::Connection& m_connection;
    const security::SecretBytes& m_recordKey;
};

} // namespace

int benchToday() {
    const QTemporaryDir folder;
    const auto catalog = workflow::Catalog::builtIn();
    demo::DemoRequest request;
    request.path = folder.filePath(QStringLiteral("crowd.kairos"));
    request.passphrase = demo::demoPassword();
    request.patients = kPatients;
    request.practiceCost = security::KeyCost::cheap();
    support::required(demo::makeDemo(request, catalog));
    const base::ManualClock clock(support::required(demo::storyNowMs({})));
    base::SystemRandom random;
    const workflow::Environment environment{
        clock, random, catalog, security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    const auto practice =
        support::required(workflow::OpenPractice::open(request.path, request.passphrase, environment));
    const auto view = support::required(workflow::TodayQuery(*practice).view());
    require(!view.today.isEmpty() && !view.needs.isEmpty());
    const Behind behind = findBehind(*practice);
    const auto key = practice->file().key().clone();
    storage::Connection connection(request.path, storage::OpenMode::ReadOnly, &key);
    Bare bare(connection, practice->file().recordKey());
    require(bare.day(behind) > view.needs.size());
    const auto pair = measure(
        kRuns,
        [&] {
            // Nothing is kept from the run before.
            practice->needs().forget();
            practice->reads().forget();
            const auto again = support::required(workflow::TodayQuery(*practice).view());
            require(again.needs.size() == view.needs.size() && again.today.size() == view.today.size());
        },
        [&] { (void)bare.day(behind); });
    return report("Today on the demo's 10,000 patients / SQL", pair, 2.0);
}

} // namespace kairos::bench

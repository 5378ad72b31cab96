// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "core/record/therapy_session.h"
#include "core/security/hash.h"
#include "core/workflow/catalog.h"
#include "core/workflow/chart_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/session_desk.h"

#include <cstring>

namespace kairos::bench {
namespace {

constexpr int kRuns = 40;
constexpr int kRatings = 2000;
constexpr int kSessions = 500; ///< every second one a dose with kReadings
constexpr int kReadings = 4;
constexpr int kShownSessions = 3;

void require(bool isTrue) {
    if (!isTrue) {
        throw std::runtime_error("the chart holds another number of rows");
    }
}

record::TherapySession therapySession(support::TempPractice& practice, const record::PatientId& patient) {
    record::TherapySession session;
    session.id = practice.ids().next<record::SessionId>();
    session.patient = patient;
    session.type = record::TherapyType::Integration;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), practice.practice().zone};
    session.state = record::SessionState::InProgress;
    session.startedAt = practice.now();
    session.therapist = practice.clinician().id;
    return session;
}

record::PatientId fill(support::TempPractice& practice) {
    const auto patient = support::elenaMarsh(practice);
    QList<storage::Change> changes{{record::Action::Created, patient, {}}};
    for (int i = 0; i < kRatings; ++i) {
        practice.clock().advanceMs(3'600'000);
        changes.append({record::Action::Created, support::phq9(practice, patient.id), {}});
        if (i % (2 * kRatings / kSessions) == 0) {
            const auto dose = support::dosingSession(practice, patient.id);
            changes.append({record::Action::Created, dose, {}});
            for (int reading = 0; reading < kReadings; ++reading) {
                changes.append({record::Action::Created, support::reading(practice, dose), {}});
            }
            practice.clock().advanceMs(3'600'000);
            changes.append({record::Action::Created, therapySession(practice, patient.id), {}});
        }
    }
    practice.commit(changes);
    return patient.id;
}

/// What the header and the first tab of the chart ask for, in their order.
void openChart(workflow::OpenPractice& practice, const record::PatientId& patient) {
    // Opened for the first time: nothing is kept from the run before.
    practice.reads().forget();
    const workflow::ChartQuery chart(practice);
    const workflow::SessionDesk desk(practice);
    const auto header = support::required(chart.header(patient));
    require(header.dosesGiven == kSessions / 2);
    const auto ratings = support::required(workflow::RatingQuery(practice).of(patient));
    require(ratings.series.size() == 1 && ratings.series.first().ratings.size() == kRatings);
    require(support::required(desk.dosingOf(patient)).size() == kSessions / 2);
    require(support::required(desk.therapyOf(patient)).size() == kSessions / 2);
    require(!support::required(workflow::PlanQuery(practice).current(patient)));
    require(support::required(chart.lastSessions(patient, kShownSessions)).size() == kShownSessions);
}

/// Steps through rows and hashes each content, as a load must.
qint64 stepThrough(storage::Connection& connection, const security::SecretBytes& recordKey,
                   const QByteArray& from, const base::Uuid& of) {
    auto& query = connection.statement("SELECT mac, content FROM " + from);
    query.bind(1, of);
    qint64 rows = 0;
    while (query.step()) {
        const auto digest = security::keyedBlake2b256(recordKey, query.bytes(1));
        require(std::memcmp(digest.bytes.data(), query.bytes(0).data(), 32) == 0);
        ++rows;
    }
    query.reset();
    return rows;
}

/// Every row that stands behind something the first view shows, once.
void bareChart(storage::Connection& connection, const security::SecretBytes& recordKey,
               const record::PatientId& patient) {
    const auto rows = [&](const QByteArray& from) {
        return stepThrough(connection, recordKey, from, patient.uuid);
    };
    const QByteArray own = " WHERE patient = ? AND in_error = 0";
    require(rows("patient WHERE id = ? AND in_error = 0") == 1);
    for (const char* lines : {"allergy", "diagnosis", "medication", "treatment_plan"}) {
        require(rows(lines + own) == 0);
    }
    require(rows("weight" + own + " ORDER BY at_ms DESC, id DESC LIMIT 1") == 0);
    require(rows("risk_item" + own + " AND state = 1") == 0);
    require(rows("rating" + own + " ORDER BY at_ms, id") == kRatings);
    require(rows("dosing_session" + own + " ORDER BY at_ms, id") == kSessions / 2);
    require(rows("therapy_session" + own + " ORDER BY at_ms, id") == kSessions / 2);
    require(rows("reading WHERE parent = (SELECT id FROM dosing_session" + own +
                 " ORDER BY at_ms DESC, id DESC LIMIT 1) AND in_error = 0") == kReadings);
}

} // namespace

int benchChart() {
    support::TempPractice made;
    const auto patient = fill(made);
    made.close();
    const auto catalog = workflow::Catalog::builtIn();
    const workflow::Environment environment{
        made.clock(), made.random(), catalog, security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    const auto practice =
        support::required(workflow::OpenPractice::open(made.path(), made.passphrase(), environment));
    const auto key = made.key();
    storage::Connection connection(made.path(), storage::OpenMode::ReadOnly, &key);
    const auto pair = measure(
        kRuns, [&] { openChart(*practice, patient); },
        [&] { bareChart(connection, practice->file().recordKey(), patient); });
    return report("open the chart: 2,000 ratings, 500 sessions / SQL", pair, 2.0);
}

} // namespace kairos::bench

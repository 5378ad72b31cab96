// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/exposure.h"

#include "core/workflow/open_practice.h"

#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {
namespace {

constexpr int kMonth = 30;
constexpr int kQuarter = 90;

ExposureLine& lineFor(Exposure& exposure, const record::DosingSession& session) {
    const auto found =
        std::find_if(exposure.lines.begin(), exposure.lines.end(), [&](const ExposureLine& line) {
            return line.drug.compare(session.drug, Qt::CaseInsensitive) == 0 && line.route == session.route;
        });
    if (found != exposure.lines.end()) {
        return *found;
    }
    ExposureLine line;
    line.drug = session.drug;
    line.route = session.route;
    exposure.lines.append(line);
    return exposure.lines.last();
}

} // namespace

Exposure exposureOf(const DoseHistory& history, const QDate& today, const QTimeZone& zone) {
    Exposure exposure;
    for (const DoseHistoryRow& row : history.rows) {
        const QDate day = row.session.startedAt->local(zone).date();
        const qint64 ago = day.daysTo(today);
        ExposureLine& line = lineFor(exposure, row.session);
        ++line.sessions;
        ++exposure.sessions;
        exposure.last30 += ago >= 0 && ago < kMonth ? 1 : 0;
        exposure.last90 += ago >= 0 && ago < kQuarter ? 1 : 0;
        exposure.first = exposure.first ? std::min(*exposure.first, day) : day;
        exposure.last = exposure.last ? std::max(*exposure.last, day) : day;
        line.unmeasured += row.given ? 0 : 1;
        line.unweighed += row.given && !row.givenPerKg ? 1 : 0;
        if (row.given) {
            line.given = base::Milligrams{(line.given ? line.given->value : 0) + row.given->value};
        }
        if (row.givenPerKg) {
            line.givenPerKg = base::MilligramsPerKilogram{(line.givenPerKg ? line.givenPerKg->value : 0) +
                                                          row.givenPerKg->value};
        }
    }
    return exposure;
}

base::Result<QList<ExposureCheckState>>
exposureChecksOf(OpenPractice& practice, const record::PatientId& patient, const Exposure& exposure) {
    return exposureChecksSince(practice, patient, exposure.first);
}

base::Result<QList<ExposureCheckState>> exposureChecksSince(OpenPractice& practice,
                                                            const record::PatientId& patient,
                                                            const std::optional<QDate>& first) {
    storage::RowFilter own;
    own.patient = patient;
    const auto ratings = practice.file().records().list<record::Rating>(own);
    const auto findings = practice.file().records().list<record::ScreeningFinding>(own);
    if (!ratings || !findings) {
        return tl::unexpected<base::Error>(ratings ? findings.error() : ratings.error());
    }
    QList<ExposureCheckState> states;
    for (const safety::ExposureCheck& check : safety::ExposureRules::builtIn().checks) {
        ExposureCheckState state;
        state.check = check;
        const auto doneAt = [&](const base::Instant& at) {
            const QDate day = at.local(practice.zone()).date();
            state.lastDone = state.lastDone ? std::max(*state.lastDone, day) : day;
        };
        for (const record::Rating& rating : ratings->records) {
            if (rating.total && check.instruments.contains(rating.instrument)) {
                doneAt(rating.assessedAt);
            }
        }
        for (const record::ScreeningFinding& finding : findings->records) {
            const bool isAnswered = finding.state != record::ScreeningState::NotAsked;
            if (isAnswered && check.conditions.contains(finding.condition)) {
                doneAt(finding.at);
            }
        }
        if (const auto due = safety::dueDay(check, state.lastDone, first)) {
            state.due = *due;
            state.isDue = *due <= practice.today();
            states.append(state);
        }
    }
    return states;
}

} // namespace kairos::workflow

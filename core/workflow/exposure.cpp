// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/exposure.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

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
            const bool isEntry = check.isWritten && finding.condition == check.entry();
            if (isAnswered && (isEntry || check.conditions.contains(finding.condition))) {
                doneAt(finding.at);
            }
            if (isEntry && (!state.last || finding.at >= state.last->at)) {
                state.last = finding;
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

base::Outcome writeCheck(OpenPractice& practice, const record::PatientId& patient,
                         const CheckResult& result) {
    const QString what = Words::tr("The check was not recorded");
    const auto& checks = safety::ExposureRules::builtIn().checks;
    const auto check = std::find_if(checks.begin(), checks.end(), [&](const safety::ExposureCheck& one) {
        return one.isWritten && one.id == result.check;
    });
    if (check == checks.end()) {
        return base::fail(base::ErrorCode::InvalidInput, what,
                          Words::tr("there is no such check to write down"),
                          Words::tr("choose one of the list"));
    }
    if (result.words.trimmed().isEmpty()) {
        return base::fail(base::ErrorCode::InvalidInput, what, Words::tr("it has no result"),
                          Words::tr("write what was done and found"));
    }
    if (!result.day.isValid() || result.day > practice.today()) {
        return base::fail(base::ErrorCode::InvalidInput, what,
                          Words::tr("its day is missing or still to come"),
                          Words::tr("type the day on which it was done"));
    }
    if (const auto allowed = practice.require(security::Permission::RecordRating); !allowed) {
        return allowed;
    }
    record::ScreeningFinding finding;
    finding.id = practice.ids().next<record::ScreeningFindingId>();
    finding.patient = patient;
    finding.condition = check->entry();
    finding.state = result.isConcern ? record::ScreeningState::Present : record::ScreeningState::Clear;
    finding.note = result.words.trimmed();
    finding.at = result.day == practice.today()
                     ? practice.now()
                     : base::Instant::fromLocal(result.day, QTime(12, 0), practice.zone());
    finding.by = practice.signedIn()->id;
    return WritingDoor(practice).save({{record::Action::Created, finding, {}}}).map([](const Changes&) {});
}

} // namespace kairos::workflow

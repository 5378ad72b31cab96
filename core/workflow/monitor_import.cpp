// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monitor_import.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/clock.h"
#include "core/exchange/csv.h"
#include "core/storage/practice_file.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// The practice's own, whoever is signed in: how its monitor names its columns.
storage::DraftKey columnsKey(const OpenPractice& practice) {
    return {QStringLiteral("monitor.columns"), practice.practice().id.uuid, ClinicianId{}};
}

base::Outcome requireOpen(const DosingSession& session) {
    QString why;
    switch (session.state) {
    case SessionState::Arrived:
    case SessionState::InProgress:
    case SessionState::Held:
        return {};
    case SessionState::Planned:
        why = Words::tr("the patient has not arrived");
        break;
    case SessionState::Signed:
        why = Words::tr("the session is signed");
        break;
    case SessionState::Cancelled:
    case SessionState::NoShow:
        why = Words::tr("the session was not held");
        break;
    }
    return base::fail(ErrorCode::Refused, Words::tr("The monitor's file was not taken in"), why,
                      Words::tr("choose a session that is being held, or one that is not signed yet"));
}

/// The figures that a reading holds at the signs a monitor measures.
safety::TypedReading figuresOf(const Reading& reading) {
    return {
        reading.systolic, reading.diastolic, reading.pulse, reading.spo2, reading.respiratoryRate, {}, {}};
}

/// Whether everything the monitor measured stands in the reading already.
bool holds(const safety::TypedReading& held, const safety::TypedReading& measured) {
    const auto stands = [](const std::optional<int>& own, const std::optional<int>& other) {
        return !other || own == other;
    };
    return stands(held.systolic, measured.systolic) && stands(held.diastolic, measured.diastolic) &&
           stands(held.pulse, measured.pulse) && stands(held.spo2, measured.spo2) &&
           stands(held.respiratoryRate, measured.respiratoryRate);
}

/// Parts the file's lines by what the session holds at their moments.
MonitorReport reportOf(const exchange::MonitorFile& file, const QList<Reading>& readings) {
    QHash<qint64, QList<safety::TypedReading>> held;
    for (const Reading& reading : readings) {
        held[reading.measuredAt.utcMs].append(figuresOf(reading));
    }
    MonitorReport report{{},           0,           file.repeated, file.empty, file.gaps,
                         file.remarks, file.header, file.rejected};
    for (const exchange::MonitorRow& row : file.rows) {
        const auto there = held.constFind(row.at.utcMs);
        if (there == held.constEnd()) {
            report.fresh.append(row);
        } else if (std::any_of(there->begin(), there->end(),
                               [&](const safety::TypedReading& one) { return holds(one, row.figures); })) {
            ++report.unchanged;
        } else {
            report.rejected.append(
                {row.line, {}, Words::tr("the session holds other figures for this moment; they stay")});
        }
    }
    std::stable_sort(report.rejected.begin(), report.rejected.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return report;
}

} // namespace

base::Outcome MonitorImport::requireMay() const {
    const auto records = m_practice.require(Permission::RecordDosing);
    return records ? records : m_practice.require(Permission::Import);
}

base::Result<QByteArray> MonitorImport::readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The monitor's file was not read"),
                          Words::tr("it cannot be opened"),
                          Words::tr("check that it is there and may be read"));
    }
    // One byte more than is taken tells a file that is too long.
    return file.read(exchange::kMostCsvBytes + 1);
}

base::Result<exchange::MonitorColumns> MonitorImport::columnsFor(const QByteArray& bytes) const {
    return exchange::monitorHeader(bytes).and_then(
        [&](const QStringList& header) -> base::Result<exchange::MonitorColumns> {
            const auto kept = m_practice.file().drafts().find(columnsKey(m_practice));
            if (!kept) {
                return tl::unexpected<base::Error>(kept.error());
            }
            const auto columns = *kept ? exchange::MonitorColumns::fromJson((*kept)->content) : std::nullopt;
            return columns && columns->fit(header) ? *columns
                                                   : exchange::MonitorColumns::suggestedFor(header);
        });
}

base::Result<exchange::MonitorReading> MonitorImport::readingOf(const DosingSession& session,
                                                                const MonitorWish& wish) const {
    const auto zero = wish.zero ? wish.zero : session.startedAt;
    if (wish.columns.timeIs != exchange::MonitorTime::Clock && !zero) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The monitor's file was not taken in"),
                          Words::tr("its times count from a start, and the dose has not begun"),
                          Words::tr("say at what time the monitor was started"));
    }
    const base::Instant from =
        session.arrivedAt ? *session.arrivedAt : session.startedAt.value_or(m_practice.now());
    const base::Instant until = session.dischargedAt.value_or(m_practice.now());
    return exchange::MonitorReading{wish.columns, m_practice.zone(),          zero.value_or(from), from,
                                    until,        m_practice.catalog().safety};
}

base::Result<MonitorReport> MonitorImport::preview(const MonitorWish& wish) const {
    if (const auto allowed = requireMay(); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    return SessionDesk(m_practice)
        .load(wish.session)
        .and_then([&](const SessionContent& content) -> base::Result<MonitorReport> {
            if (!content.dosing) {
                return base::fail(ErrorCode::InvalidInput, Words::tr("The monitor's file was not taken in"),
                                  Words::tr("this is no dosing session"),
                                  Words::tr("choose a dosing session"));
            }
            if (const auto open = requireOpen(*content.dosing); !open) {
                return tl::unexpected<base::Error>(open.error());
            }
            return readingOf(*content.dosing, wish)
                .and_then([&](const exchange::MonitorReading& reading) {
                    return exchange::readMonitor(wish.bytes, reading);
                })
                .map([&](const exchange::MonitorFile& file) { return reportOf(file, content.readings); });
        });
}

base::Result<MonitorReport> MonitorImport::accept(const MonitorWish& wish) {
    const auto report = preview(wish);
    if (!report) {
        return report;
    }
    const auto session = m_practice.file().records().find<DosingSession>(wish.session);
    if (!session) {
        return tl::unexpected<base::Error>(session.error());
    }
    QList<storage::Change> batch;
    for (const exchange::MonitorRow& row : report->fresh) {
        Reading reading;
        reading.id = m_practice.ids().next<ReadingId>();
        reading.session = wish.session;
        reading.patient = (*session)->patient;
        reading.measuredAt = base::Instant::inZone(row.at.utcMs, m_practice.zone());
        reading.enteredAt = m_practice.now();
        reading.remark = Words::tr("from the monitor's file");
        row.figures.fill(reading);
        batch.append({Action::Created, reading, {}});
    }
    if (!batch.isEmpty()) {
        if (const auto saved = WritingDoor(m_practice).save(batch); !saved) {
            return tl::unexpected<base::Error>(saved.error());
        }
    }
    const auto kept = m_practice.file().drafts().keep(
        {columnsKey(m_practice), m_practice.environment().clock.nowMs(), wish.columns.toJson()});
    return kept ? report : base::Result<MonitorReport>(tl::unexpected<base::Error>(kept.error()));
}

} // namespace kairos::workflow

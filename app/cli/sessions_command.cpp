// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/chart_records.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include <algorithm>

namespace kairos::cli {
namespace {

struct Line {
    record::SessionId id;
    QString kind;
    base::Instant at;
    record::SessionState state = record::SessionState::Planned;
};

template <class Session>
Line lineOf(const Session& session, const QString& kind) {
    return {session.id, kind, session.startedAt.value_or(session.booked.instant()), session.state};
}

base::Result<QList<Line>> linesOf(const workflow::OpenPractice& practice, const record::PatientId& patient) {
    const auto dosing = recordsOf<record::DosingSession>(practice, patient);
    const auto therapy = recordsOf<record::TherapySession>(practice, patient);
    if (!dosing || !therapy) {
        return tl::unexpected<base::Error>(dosing ? therapy.error() : dosing.error());
    }
    QList<Line> lines;
    for (const auto& session : *dosing) {
        lines.append(lineOf(session, QStringLiteral("dosing")));
    }
    for (const auto& session : *therapy) {
        lines.append(lineOf(session, therapyTypeId(session.type)));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
    return lines;
}

Reply sessionsReply(const QList<Line>& lines, const QTimeZone& zone) {
    QJsonArray sessions;
    QList<QStringList> rows;
    for (const Line& line : lines) {
        const QString at = timeText(line.at, zone);
        sessions.append(QJsonObject{{QStringLiteral("id"), line.id.toString()},
                                    {QStringLiteral("kind"), line.kind},
                                    {QStringLiteral("at"), at},
                                    {QStringLiteral("state"), sessionStateId(line.state)}});
        rows.append({line.id.toString(), at, line.kind, sessionStateId(line.state)});
    }
    return Reply{{{QStringLiteral("sessions"), sessions}}, textTable(rows), 0};
}

base::Result<Reply> runSessions(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return patientOf(*practice, arguments)
            .and_then([&](const record::Patient& patient) { return linesOf(*practice, patient.id); })
            .map([&](const QList<Line>& lines) { return sessionsReply(lines, practice->zone()); });
    });
}

} // namespace

Command sessionsCommand() {
    return {QStringLiteral("sessions"),
            QStringLiteral("a patient's dosing and therapy sessions, oldest first"),
            {QStringLiteral("FILE")},
            {passphraseOption(), patientOption()},
            {},
            runSessions};
}

} // namespace kairos::cli

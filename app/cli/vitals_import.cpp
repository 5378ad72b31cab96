// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vitals_import.h"

#include "app/cli/arguments.h"
#include "app/cli/text_table.h"

#include "core/workflow/monitor_import.h"
#include "core/workflow/open_practice.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

const QString kVitals = QStringLiteral("--vitals");
const QString kSessionOption = QStringLiteral("--session");
const QString kColumns = QStringLiteral("--columns");
const QString kTimeIs = QStringLiteral("--time-is");
const QString kStart = QStringLiteral("--start");
const QString kPreview = QStringLiteral("--preview");

/// "time=Clock,sys=NIBP Sys" over what is remembered or suggested.
base::Result<exchange::MonitorColumns> columnsOf(const Arguments& arguments,
                                                 exchange::MonitorColumns columns) {
    const QHash<QString, QString*> places{
        {QStringLiteral("time"), &columns.time},     {QStringLiteral("sys"), &columns.systolic},
        {QStringLiteral("dia"), &columns.diastolic}, {QStringLiteral("hr"), &columns.pulse},
        {QStringLiteral("spo2"), &columns.spo2},     {QStringLiteral("rr"), &columns.respiratoryRate}};
    for (const QString& pair : arguments.value(kColumns).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        QString* place = places.value(pair.left(equals).trimmed());
        if (equals < 0 || place == nullptr) {
            return usageError(QStringLiteral("\"%1\" names no column").arg(pair),
                              QStringLiteral("write --columns \"time=Clock,sys=NIBP Sys,hr=HR\""));
        }
        *place = pair.mid(equals + 1).trimmed();
    }
    const QString unit = arguments.value(kTimeIs);
    const QHash<QString, exchange::MonitorTime> units{
        {QStringLiteral("clock"), exchange::MonitorTime::Clock},
        {QStringLiteral("seconds"), exchange::MonitorTime::Seconds},
        {QStringLiteral("minutes"), exchange::MonitorTime::Minutes}};
    if (!unit.isEmpty() && !units.contains(unit)) {
        return usageError(QStringLiteral("\"%1\" is no kind of time").arg(unit),
                          QStringLiteral("choose clock, seconds or minutes"));
    }
    columns.timeIs = units.value(unit, columns.timeIs);
    return columns;
}

base::Result<std::optional<base::Instant>> startOf(const workflow::OpenPractice& practice,
                                                   const Arguments& arguments) {
    const QString text = arguments.value(kStart);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (const auto exact = base::Instant::fromIso(text)) {
        return exact;
    }
    const QDateTime local = QDateTime::fromString(text, Qt::ISODate);
    if (!local.isValid() || text.size() < 16) {
        return usageError(QStringLiteral("\"%1\" is no moment").arg(text),
                          QStringLiteral("write it as 2026-11-02T09:24"));
    }
    return base::Instant::fromLocal(local.date(), local.time(), practice.zone());
}

Reply vitalsReply(const workflow::MonitorReport& report, bool isPreview) {
    Reply reply;
    QStringList lines;
    QJsonArray rejects;
    QJsonArray remarks;
    QJsonArray gaps;
    for (const auto& row : report.rejected) {
        rejects.append(
            QJsonObject{{QStringLiteral("line"), row.line}, {QStringLiteral("reason"), row.reason}});
        lines.append(QStringLiteral("line %1: %2").arg(row.line).arg(row.reason));
    }
    for (const auto& remark : report.remarks) {
        remarks.append(
            QJsonObject{{QStringLiteral("line"), remark.line}, {QStringLiteral("reason"), remark.reason}});
        lines.append(QStringLiteral("line %1: %2").arg(remark.line).arg(remark.reason));
    }
    for (const auto& gap : report.gaps) {
        gaps.append(
            QJsonObject{{QStringLiteral("from"), gap.from.toIso()}, {QStringLiteral("to"), gap.to.toIso()}});
        lines.append(QStringLiteral("nothing measured from %1 to %2").arg(gap.from.toIso(), gap.to.toIso()));
    }
    const QList<std::pair<QString, qint64>> counts{{QStringLiteral("accepted"), report.fresh.size()},
                                                   {QStringLiteral("rejected"), report.rejected.size()},
                                                   {QStringLiteral("unchanged"), report.unchanged},
                                                   {QStringLiteral("repeated"), report.repeated},
                                                   {QStringLiteral("empty"), report.empty}};
    QList<QStringList> rows;
    for (const auto& count : counts) {
        reply.json.insert(count.first, count.second);
        rows.append({count.first, QString::number(count.second)});
    }
    reply.json.insert(QStringLiteral("rejects"), rejects);
    reply.json.insert(QStringLiteral("remarks"), remarks);
    reply.json.insert(QStringLiteral("gaps"), gaps);
    reply.json.insert(QStringLiteral("preview"), isPreview);
    lines.prepend(textTable(rows));
    reply.text = lines.join(QLatin1Char('\n'));
    reply.exit = report.rejected.isEmpty() && report.remarks.isEmpty() ? 0 : 1;
    return reply;
}

} // namespace

QList<Option> vitalsOptions() {
    return {
        {kVitals, QStringLiteral("F"), QStringLiteral("a monitor's file: time, sys, dia, hr, spo2, rr")},
        {kSessionOption, QStringLiteral("ID"), QStringLiteral("the dosing session that --vitals goes into")},
        {kColumns, QStringLiteral("NAMES"),
         QStringLiteral("the file's own names: \"time=Clock,sys=NIBP Sys\"; kept for the next file")},
        {kTimeIs, QStringLiteral("KIND"), QStringLiteral("clock, seconds or minutes since a start")},
        {kStart, QStringLiteral("TIME"),
         QStringLiteral("what seconds and minutes count from; minute 0 of the dose unless given")},
        {kPreview, {}, QStringLiteral("only say what --vitals would bring"), Takes::Nothing}};
}

bool asksForVitals(const Arguments& arguments) {
    return arguments.has(kVitals);
}

QString vitalsFile(const Arguments& arguments) {
    return arguments.value(kVitals);
}

base::Result<Reply> importVitals(workflow::OpenPractice& practice, const Arguments& arguments,
                                 const QByteArray& bytes) {
    const auto session = record::SessionId::fromString(arguments.value(kSessionOption));
    if (!session) {
        return usageError(QStringLiteral("\"%1\" is no session id").arg(arguments.value(kSessionOption)),
                          QStringLiteral("kairos-cli sessions lists them"));
    }
    workflow::MonitorImport import(practice);
    const auto columns = import.columnsFor(bytes).and_then(
        [&](const exchange::MonitorColumns& found) { return columnsOf(arguments, found); });
    const auto start = startOf(practice, arguments);
    if (!columns || !start) {
        return tl::unexpected<base::Error>(!columns ? columns.error() : start.error());
    }
    const workflow::MonitorWish wish{*session, bytes, *columns, *start};
    const bool isPreview = arguments.has(kPreview);
    const auto report = isPreview ? import.preview(wish) : import.accept(wish);
    return report.map([&](const workflow::MonitorReport& done) { return vitalsReply(done, isPreview); });
}

} // namespace kairos::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/vitals_import.h"
#include "app/cli/workplace.h"

#include "core/exchange/csv.h"
#include "core/workflow/import_care.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace kairos::cli {
namespace {

const QString kCsvOption = QStringLiteral("--csv");
const QString kRejects = QStringLiteral("--rejects");

base::Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return usageError(QStringLiteral("%1 cannot be read").arg(path),
                          QStringLiteral("check its name and its rights"));
    }
    // One byte more than is taken tells a file that is too long.
    return file.read(exchange::kMostCsvBytes + 1);
}

tl::unexpected<base::Error> notWritten(const QString& path) {
    return base::fail(base::ErrorCode::Storage, QStringLiteral("The rejected rows were not written"),
                      QStringLiteral("%1 cannot be written").arg(path),
                      QStringLiteral("choose another file and import again: what landed stays as it is"));
}

Reply importReply(const workflow::ImportReport& report) {
    QJsonArray rejects;
    QStringList lines;
    for (const exchange::RejectedRow& row : report.rejected) {
        rejects.append(
            QJsonObject{{QStringLiteral("line"), row.line}, {QStringLiteral("reason"), row.reason}});
        lines.append(QStringLiteral("line %1: %2").arg(row.line).arg(row.reason));
    }
    const auto rejected = static_cast<qint64>(report.rejected.size());
    const QList<std::pair<QString, qint64>> counts{
        {QStringLiteral("accepted"), report.accepted},
        {QStringLiteral("rejected"), rejected},
        {QStringLiteral("unchanged"), report.unchanged},
        {QStringLiteral("patients_new"), report.patientsNew},
        {QStringLiteral("patients_matched"), report.patientsMatched},
        {QStringLiteral("risk_items"), report.riskItems}};
    Reply reply;
    QList<QStringList> rows;
    for (const auto& count : counts) {
        reply.json.insert(count.first, count.second);
        rows.append({QString(count.first).replace(QLatin1Char('_'), QLatin1Char(' ')),
                     QString::number(count.second)});
    }
    reply.json.insert(QStringLiteral("rejects"), rejects);
    lines.prepend(textTable(rows));
    reply.text = lines.join(QLatin1Char('\n'));
    reply.exit = rejected == 0 ? 0 : 1;
    return reply;
}

base::Result<Reply> importInto(workflow::OpenPractice& practice, const Arguments& arguments) {
    if (asksForVitals(arguments)) {
        return readFile(vitalsFile(arguments)).and_then([&](const QByteArray& bytes) {
            return importVitals(practice, arguments, bytes);
        });
    }
    const QString out = arguments.value(kRejects);
    QSaveFile rejects(out);
    // Asked for before anything is taken in: a list that cannot be written must not be missed afterwards.
    if (arguments.has(kRejects) && !rejects.open(QIODevice::WriteOnly)) {
        return notWritten(out);
    }
    const auto report = readFile(arguments.value(kCsvOption)).and_then([&](const QByteArray& bytes) {
        return workflow::ImportCare(practice).importScores(bytes);
    });
    if (!report) {
        return tl::unexpected<base::Error>(report.error());
    }
    if (arguments.has(kRejects)) {
        const QByteArray csv = exchange::rejectedCsv(report->header, report->rejected);
        if (rejects.write(csv) != csv.size() || !rejects.commit()) {
            return notWritten(out);
        }
    }
    return importReply(*report);
}

base::Result<Reply> runImport(const Arguments& arguments) {
    if (arguments.has(kCsvOption) == asksForVitals(arguments)) {
        return usageError(QStringLiteral("the file to import is missing, or there are two"),
                          QStringLiteral("name one file with --csv, or one with --vitals and --session"));
    }
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return importInto(*practice, arguments);
    });
}

} // namespace

Command importCommand() {
    return {
        QStringLiteral("import"),
        QStringLiteral("bring in scores or a monitor's file; every row lands or is reported with its line"),
        {QStringLiteral("FILE")},
        QList<Option>{passphraseOption(),
                      {kCsvOption, QStringLiteral("F"),
                       QStringLiteral("mrn,name,birth_date,instrument,at,total or ...,item_1,item_2,...")},
                      {kRejects, QStringLiteral("OUT"),
                       QStringLiteral("where the rejected rows of --csv go, each with line and reason")}} +
            vitalsOptions(),
        {QStringLiteral(
             "Patients are matched by MRN; unknown ones are registered. Rows that are there already\n"
             "count as unchanged, so a mended file can be imported again. Exit 1 when rows were\n"
             "rejected."),
         QStringLiteral(
             "A monitor's times without an offset are the practice's zone; a zero is a probe that was\n"
             "off. Lines that the session holds already count as unchanged, nothing in it is\n"
             "overwritten, and times outside the session are refused.")},
        runImport};
}

} // namespace kairos::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/base/whole_file.h"
#include "core/workflow/adverse_register.h"

#include <QJsonArray>

namespace kairos::cli {
namespace {

const QString kTerm = QStringLiteral("--term");
const QString kGrade = QStringLiteral("--grade");
const QString kSerious = QStringLiteral("--serious");
const QString kUnresolved = QStringLiteral("--unresolved");
const QString kFrom = QStringLiteral("--from");
const QString kTo = QStringLiteral("--to");
const QString kCsv = QStringLiteral("--csv");

base::Result<workflow::AdverseFilter> filterOf(const Arguments& arguments) {
    const auto grade = arguments.number(kGrade);
    const auto from = arguments.date(kFrom);
    const auto to = arguments.date(kTo);
    for (const auto* error :
         {grade ? nullptr : &grade.error(), from ? nullptr : &from.error(), to ? nullptr : &to.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (*grade && (**grade < 1 || **grade > 5 || **grade != static_cast<int>(**grade))) {
        return usageError(QStringLiteral("\"%1\" is no grade").arg(arguments.value(kGrade)),
                          QStringLiteral("choose 1 mild to 5 fatal"));
    }
    workflow::AdverseFilter filter;
    filter.term = arguments.value(kTerm);
    filter.gradeAtLeast = *grade ? std::optional(static_cast<int>(**grade)) : std::nullopt;
    filter.onlySerious = arguments.has(kSerious);
    filter.onlyUnresolved = arguments.has(kUnresolved);
    filter.from = *from;
    filter.to = *to;
    return filter;
}

template <class Number>
QJsonValue optionalNumber(const std::optional<Number>& number) {
    return number.has_value() ? QJsonValue(number.value()) : QJsonValue();
}

Reply adverseReply(const workflow::AdverseRegister& found) {
    Reply reply;
    QJsonArray events;
    QList<QStringList> rows;
    for (const auto& row : found.rows) {
        const auto& event = row.event;
        events.append(QJsonObject{
            {QStringLiteral("id"), event.id.toString()},
            {QStringLiteral("mrn"), row.patient.mrn},
            {QStringLiteral("session"), event.session ? QJsonValue(event.session->toString()) : QJsonValue()},
            {QStringLiteral("term"), event.term},
            {QStringLiteral("onset"), event.onset.toIso()},
            {QStringLiteral("onset_minute"), optionalNumber(row.onsetMinute)},
            {QStringLiteral("grade"), optionalNumber(event.grade)},
            {QStringLiteral("serious"), event.serious == record::Asked::NotAsked
                                            ? QJsonValue()
                                            : QJsonValue(event.serious == record::Asked::Yes)},
            {QStringLiteral("resolved"),
             event.resolvedAt ? QJsonValue(event.resolvedAt->toIso()) : QJsonValue()},
            {QStringLiteral("follow_ups"), row.followUps.size()}});
        rows.append({event.onset.toIso(), row.patient.mrn, event.term,
                     event.grade ? QStringLiteral("grade %1").arg(*event.grade) : QString(),
                     event.serious == record::Asked::Yes ? QStringLiteral("serious") : QString(),
                     event.resolvedAt ? QStringLiteral("resolved") : QStringLiteral("open")});
    }
    reply.json = {{QStringLiteral("events"), events}, {QStringLiteral("all"), found.all}};
    rows.append({QStringLiteral("%1 of %2").arg(found.rows.size()).arg(found.all)});
    reply.text = textTable(rows);
    reply.exit = found.damaged.isEmpty() ? 0 : 1;
    return reply;
}

base::Outcome writeCsv(const QByteArray& csv, const QString& path) {
    return base::writeWhole(path, csv,
                            {QStringLiteral("The register was not written to %1").arg(path),
                             QStringLiteral("choose another folder, or make room on the disk")});
}

base::Result<Reply> runAdverse(const Arguments& arguments) {
    const auto filter = filterOf(arguments);
    if (!filter) {
        return tl::unexpected<base::Error>(filter.error());
    }
    const Workplace workplace;
    return workplace.open(arguments).and_then(
        [&](const std::unique_ptr<workflow::OpenPractice>& practice) -> base::Result<Reply> {
            const workflow::AdverseRegisterQuery query(*practice);
            if (arguments.has(kCsv)) {
                const auto written = query.csv(*filter).and_then(
                    [&](const QByteArray& csv) { return writeCsv(csv, arguments.value(kCsv)); });
                if (!written) {
                    return tl::unexpected<base::Error>(written.error());
                }
            }
            return query.rows(*filter).map(adverseReply);
        });
}

} // namespace

Command adverseCommand() {
    return {QStringLiteral("adverse"),
            QStringLiteral("the adverse events of all patients, the latest first"),
            {QStringLiteral("FILE")},
            {passphraseOption(),
             {kTerm, QStringLiteral("TEXT"), QStringLiteral("part of the term")},
             {kGrade, QStringLiteral("N"), QStringLiteral("this grade or a higher one, 1 to 5")},
             {kSerious, {}, QStringLiteral("only serious ones"), Takes::Nothing},
             {kUnresolved, {}, QStringLiteral("only those that are not resolved"), Takes::Nothing},
             {kFrom, QStringLiteral("DATE"), QStringLiteral("first day of onset")},
             {kTo, QStringLiteral("DATE"), QStringLiteral("last day of onset")},
             {kCsv, QStringLiteral("OUT"), QStringLiteral("writes them as CSV too")}},
            {QStringLiteral("Days are those of the practice's zone. Each event as it stands after its "
                            "follow-ups.")},
            runAdverse};
}

} // namespace kairos::cli

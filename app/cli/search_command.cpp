// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/storage/projection.h"
#include "core/workflow/find_query.h"
#include "core/workflow/record_words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <limits>

namespace kairos::cli {
namespace {

using workflow::FindAnswer;
using workflow::FoundRecord;

const QString kRebuild = QStringLiteral("--rebuild");
const QString kPatient = QStringLiteral("--patient");
const QString kLimit = QStringLiteral("--limit");
const QString kOffset = QStringLiteral("--offset");
constexpr int kMostHits = 100;

/// A whole number of an option, from `least` to `most`.
struct FoundCount {
    QString option;
    int least = 0;
    int most = 0;
    int otherwise = 0;
};

base::Result<int> countOf(const Arguments& arguments, const FoundCount& count) {
    const auto number = arguments.number(count.option);
    if (!number) {
        return tl::unexpected<base::Error>(number.error());
    }
    const double value = number->value_or(count.otherwise);
    if (value < count.least || value > count.most || value != static_cast<int>(value)) {
        return usageError(
            QStringLiteral("\"%1\" after %2 cannot be").arg(arguments.value(count.option), count.option),
            QStringLiteral("choose a whole number from %1 to %2").arg(count.least).arg(count.most));
    }
    return static_cast<int>(value);
}

/// "adverse-event"
QString recordKindId(record::RecordKind kind) {
    return QString::fromLatin1(storage::tableOf(kind)).replace(QLatin1Char('_'), QLatin1Char('-'));
}

QString sessionKindId(const workflow::FoundSession& session) {
    return session.therapy ? therapyTypeId(*session.therapy) : QStringLiteral("dosing");
}

QString dayText(const FoundRecord& hit) {
    return hit.day ? hit.day->toString(Qt::ISODate) : QString();
}

QJsonObject hitJson(const FoundRecord& hit) {
    QJsonArray marks;
    for (const base::SearchMark& mark : hit.passage.marks) {
        marks.append(
            QJsonObject{{QStringLiteral("start"), mark.start}, {QStringLiteral("length"), mark.length}});
    }
    const auto session = hit.session
                             ? QJsonValue(QJsonObject{{QStringLiteral("id"), hit.session->id.toString()},
                                                      {QStringLiteral("kind"), sessionKindId(*hit.session)},
                                                      {QStringLiteral("number"), hit.session->number}})
                             : QJsonValue();
    return {
        {QStringLiteral("kind"), recordKindId(hit.kind)},       {QStringLiteral("id"), hit.id.toString()},
        {QStringLiteral("patient"), hit.patient.id.toString()}, {QStringLiteral("mrn"), hit.patient.mrn},
        {QStringLiteral("name"), hit.patient.displayName()},    {QStringLiteral("session"), session},
        {QStringLiteral("date"), textOrNull(dayText(hit))},     {QStringLiteral("addendum"), hit.isAddendum},
        {QStringLiteral("former_version"), hit.isFormer},       {QStringLiteral("part"), hit.passage.part},
        {QStringLiteral("passage"), hit.passage.text},          {QStringLiteral("marks"), marks}};
}

QString stateOf(const FoundRecord& hit) {
    return hit.isAddendum ? QStringLiteral(", addendum")
           : hit.isFormer ? QStringLiteral(", former version")
                          : QString();
}

QString hitText(const FoundRecord& hit) {
    const QString day = hit.day ? dayText(hit) : QStringLiteral("-");
    const QString kind = workflow::kindWords(hit.kind) + stateOf(hit);
    const QString session =
        hit.session ? QStringLiteral("  %1 %2").arg(sessionKindId(*hit.session)).arg(hit.session->number)
                    : QString();
    return QStringLiteral("%1  %2  %3  %4%5\n    %6%7%8")
        .arg(day, hit.patient.mrn, hit.patient.displayName(), kind, session,
             hit.passage.isCutBefore ? QStringLiteral("... ") : QString(), hit.passage.text,
             hit.passage.isCutAfter ? QStringLiteral(" ...") : QString());
}

Reply searchReply(const FindAnswer& answer) {
    QJsonArray hits;
    QStringList lines;
    for (const FoundRecord& hit : answer.records) {
        hits.append(hitJson(hit));
        lines.append(hitText(hit));
    }
    for (const QString& damaged : answer.damaged) {
        lines.append(QStringLiteral("damaged, not shown: %1").arg(damaged));
    }
    const int shown = static_cast<int>(answer.records.size());
    lines.append(QCoreApplication::translate("cli", "%n hit(s)", nullptr, shown) +
                 (answer.hasMore ? QStringLiteral(", and more: --offset shows them") : QString()));
    Reply reply;
    reply.json = {{QStringLiteral("hits"), hits},
                  {QStringLiteral("more"), answer.hasMore},
                  {QStringLiteral("damaged"), QJsonArray::fromStringList(answer.damaged)}};
    reply.text = lines.join(QLatin1Char('\n'));
    reply.exit = answer.damaged.isEmpty() ? 0 : 1;
    return reply;
}

base::Outcome prepare(workflow::FindQuery& query) {
    while (true) {
        const auto done = query.prepare();
        if (!done) {
            return tl::unexpected<base::Error>(done.error());
        }
        if (*done >= 1.0) {
            return {};
        }
    }
}

base::Result<Reply> find(workflow::FindQuery& query, const workflow::FindRequest& request) {
    const auto answer = query.find(request);
    if (!answer) {
        return tl::unexpected<base::Error>(answer.error());
    }
    switch (answer->state) {
    case FindAnswer::State::NothingTyped:
        return usageError(QStringLiteral("there is no word in \"%1\"").arg(request.text),
                          QStringLiteral("give one or more words of letters or digits"));
    case FindAnswer::State::TooShort:
        return usageError(QStringLiteral("\"%1\" is too short").arg(request.text),
                          QStringLiteral("give at least two letters"));
    case FindAnswer::State::NotReady:
    case FindAnswer::State::Done:
        break;
    }
    return searchReply(*answer);
}

base::Result<workflow::FindRequest> findRequestOf(const Arguments& arguments) {
    const auto limit = countOf(arguments, {kLimit, 1, kMostHits, 20});
    const auto offset = countOf(arguments, {kOffset, 0, std::numeric_limits<int>::max() - kMostHits - 1, 0});
    if (!limit || !offset) {
        return tl::unexpected<base::Error>(limit ? offset.error() : limit.error());
    }
    workflow::FindRequest request;
    request.text = arguments.positionalsFrom(1).join(QLatin1Char(' '));
    request.limit = *limit;
    request.offset = *offset;
    if (request.text.trimmed().isEmpty() && !arguments.has(kRebuild)) {
        return usageError(QStringLiteral("search needs words"),
                          QStringLiteral("give one or more words of letters or digits"));
    }
    return request;
}

base::Result<Reply> search(workflow::OpenPractice& practice, const Arguments& arguments,
                           workflow::FindRequest request) {
    if (arguments.has(kPatient)) {
        const auto patient = patientOf(practice, arguments);
        if (!patient) {
            return tl::unexpected<base::Error>(patient.error());
        }
        request.patient = patient->id;
    }
    workflow::FindQuery query(practice);
    const auto prepared = (arguments.has(kRebuild) ? query.startAnew() : base::Outcome{}).and_then([&] {
        return prepare(query);
    });
    if (!prepared) {
        return tl::unexpected<base::Error>(prepared.error());
    }
    if (request.text.trimmed().isEmpty()) {
        return Reply{
            {{QStringLiteral("rebuilt"), true}}, QStringLiteral("The search index is made anew."), 0};
    }
    auto reply = find(query, request);
    if (!reply && reply.error().code == base::ErrorCode::Damaged) {
        // It was the index; what it gives again are the records themselves.
        reply = prepare(query).and_then([&] { return find(query, request); });
    }
    return reply;
}

base::Result<Reply> runSearch(const Arguments& arguments) {
    const auto request = findRequestOf(arguments);
    if (!request) {
        return tl::unexpected<base::Error>(request.error());
    }
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return search(*practice, arguments, *request);
    });
}

} // namespace

Command searchCommand() {
    Command command{
        QStringLiteral("search"),
        QStringLiteral("full-text search over names, notes, goals and what else a person wrote"),
        {QStringLiteral("FILE")},
        {passphraseOption(),
         {kPatient, QStringLiteral("ID"), QStringLiteral("only this patient: id, or the exact MRN")},
         {kLimit, QStringLiteral("N"), QStringLiteral("how many hits, 1 to 100; 20 by default")},
         {kOffset, QStringLiteral("N"), QStringLiteral("how many of the best to pass over")},
         {kRebuild, {}, QStringLiteral("makes the search index anew first"), Takes::Nothing}},
        {QStringLiteral("Every word must stand in the record, or be the patient's name; case and accents\n"
                        "do not matter, and a word finds those that begin with it. Quotes hold a phrase\n"
                        "together: search FILE '\"no sleep\" garden'. A practice from before the search\n"
                        "gets its index with the first one, which then takes longer.")},
        runSearch};
    command.restPositional = QStringLiteral("WORDS");
    return command;
}

} // namespace kairos::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include "core/planning/plan.h"
#include "core/planning/step_time.h"
#include "core/protocols/names.h"
#include "core/protocols/protocol_library.h"

#include <algorithm>

namespace kairos::cli {
namespace {

const QString kStart = QStringLiteral("--start");
const QString kClosed = QStringLiteral("--closed");
const QString kHoliday = QStringLiteral("--holiday");
const QString kZone = QStringLiteral("--zone");

base::Result<QList<int>> closedWeekdays(const Arguments& arguments) {
    QList<int> weekdays;
    for (const QString& word : arguments.value(kClosed).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto weekday = protocols::weekdayFromId(word.trimmed());
        if (!weekday) {
            return usageError(QStringLiteral("\"%1\" after --closed is no weekday").arg(word),
                              QStringLiteral("write mon, tue, wed, thu, fri, sat or sun, parted by commas"));
        }
        weekdays.append(*weekday);
    }
    return weekdays;
}

base::Result<planning::PlanRequest> requestOf(const Arguments& arguments) {
    const auto start = arguments.date(kStart);
    const auto closed = closedWeekdays(arguments);
    const auto closedDays = arguments.dates(kHoliday);
    for (const auto* error : {start ? nullptr : &start.error(), closed ? nullptr : &closed.error(),
                              closedDays ? nullptr : &closedDays.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    planning::PlanRequest request;
    request.start = **start;
    request.closedWeekdays = *closed;
    request.holidays = *closedDays;
    request.zone =
        arguments.has(kZone) ? QTimeZone(arguments.value(kZone).toUtf8()) : QTimeZone::systemTimeZone();
    if (!request.zone.isValid()) {
        return usageError(QStringLiteral("\"%1\" after --zone is no time zone").arg(arguments.value(kZone)),
                          QStringLiteral("use an IANA name such as Europe/Oslo"));
    }
    return request;
}

QJsonObject stepJson(const planning::PlannedStep& step) {
    const auto timeOf = [&](auto part) {
        return step.window ? QJsonValue(planning::toIso((*step.window).*part)) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("id"), step.key},
            {QStringLiteral("kind"), protocols::stepKindId(step.kind)},
            {QStringLiteral("number"), step.number},
            {QStringLiteral("title"), step.title},
            {QStringLiteral("strand"), step.strand},
            {QStringLiteral("depends_on"), QJsonArray::fromStringList(step.dependsOn)},
            {QStringLiteral("instruments"), QJsonArray::fromStringList(step.instruments)},
            {QStringLiteral("earliest"), timeOf(&record::StepWindow::earliest)},
            {QStringLiteral("target"), timeOf(&record::StepWindow::target)},
            {QStringLiteral("latest"), timeOf(&record::StepWindow::latest)}};
}

QStringList stepRow(const planning::PlannedStep& step) {
    const QString none = QStringLiteral("-");
    return {step.key, step.window ? planning::toIso(step.window->earliest) : none,
            step.window ? planning::toIso(step.window->target) : none,
            step.window ? planning::toIso(step.window->latest) : none, step.title};
}

/// Findings of a plan name the step they are about.
QJsonArray stepFindings(const base::Findings& findings) {
    QJsonArray json;
    for (const base::Finding& finding : findings) {
        QJsonObject one = findingJson(finding);
        one.insert(QStringLiteral("step"), textOrNull(finding.subject));
        json.append(one);
    }
    return json;
}

Reply replyOf(const planning::PlannedCourse& course) {
    QJsonArray steps;
    QList<QStringList> rows{{QStringLiteral("step"), QStringLiteral("earliest"), QStringLiteral("target"),
                             QStringLiteral("latest"), QString()}};
    for (const planning::PlannedStep& step : course.steps) {
        steps.append(stepJson(step));
        rows.append(stepRow(step));
    }
    Reply reply;
    reply.json = {{QStringLiteral("protocol"), course.protocol},
                  {QStringLiteral("version"), course.protocolVersion},
                  {QStringLiteral("start"), course.start.toString(Qt::ISODate)},
                  {QStringLiteral("steps"), steps},
                  {QStringLiteral("findings"), stepFindings(course.findings)}};
    const QStringList lines{textTable(rows)};
    reply.text = (lines + findingLines(course.findings)).join(QLatin1Char('\n'));
    const bool hasStop =
        std::any_of(course.findings.begin(), course.findings.end(),
                    [](const base::Finding& finding) { return finding.level == base::FindingLevel::Stop; });
    reply.exit = hasStop ? 1 : 0;
    return reply;
}

base::Result<Reply> run(const Arguments& arguments) {
    const auto library = protocols::ProtocolLibrary::load(protocols::builtInDoseLimits());
    const auto* protocol = library.find(arguments.positional(0));
    if (protocol == nullptr) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("Nothing was planned"),
                          QStringLiteral("the protocol \"%1\" is not installed").arg(arguments.positional(0)),
                          QStringLiteral("kairos-cli protocols lists what is"));
    }
    return requestOf(arguments).map(
        [&](const planning::PlanRequest& request) { return replyOf(planning::plan(*protocol, request)); });
}

} // namespace

Command planCommand() {
    return {
        QStringLiteral("plan"),
        QStringLiteral("fit a protocol to a start date: dated steps with their windows; nothing is saved"),
        {QStringLiteral("PROTOCOL")},
        {{kStart, QStringLiteral("DATE"), QStringLiteral("the day the first dose aims at"), Takes::Value,
          Need::Required},
         {kClosed, QStringLiteral("sat,sun"), QStringLiteral("weekdays on which the clinic is closed")},
         {kHoliday, QStringLiteral("DATE"), QStringLiteral("a day on which it is closed"), Takes::Values,
          Need::Optional},
         {kZone, QStringLiteral("IANA"),
          QStringLiteral("time zone of hour windows; this PC's when left out")}},
        {QStringLiteral(
            "Exit 1 when a finding is a stop. A step that no date fits has none, and a finding says so.")},
        run};
}

} // namespace kairos::cli

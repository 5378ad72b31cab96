// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/installed_protocols.h"
#include "app/cli/json_words.h"
#include "app/cli/text_table.h"

#include "core/planning/move_trial.h"
#include "core/planning/plan.h"
#include "core/planning/step_time.h"
#include "core/protocols/names.h"
#include "core/protocols/protocol_library.h"

#include <algorithm>

namespace kairos::cli {
namespace {

const QString kStartOption = QStringLiteral("--start");
const QString kClosed = QStringLiteral("--closed");
const QString kHoliday = QStringLiteral("--holiday");
const QString kZone = QStringLiteral("--zone");
const QString kUnavailable = QStringLiteral("--unavailable");
const QString kClinicianAway = QStringLiteral("--clinician-away");
const QString kNotBefore = QStringLiteral("--not-before");
const QString kBorn = QStringLiteral("--born");
const QString kMove = QStringLiteral("--move");

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

/// Days a person chose for steps, as STEP=DATE.
base::Result<QHash<QString, QDate>> chosenDays(const Arguments& arguments) {
    QHash<QString, QDate> chosen;
    for (const QString& word : arguments.values(kMove)) {
        const qsizetype sign = word.indexOf(QLatin1Char('='));
        const QDate day = QDate::fromString(word.mid(sign + 1), Qt::ISODate);
        if (sign < 1 || !day.isValid()) {
            return usageError(QStringLiteral("\"%1\" after --move names no step and day").arg(word),
                              QStringLiteral("write it as dose-3=2026-03-10"));
        }
        chosen.insert(word.left(sign), day);
    }
    return chosen;
}

base::Result<QTimeZone> zoneOf(const Arguments& arguments) {
    const QTimeZone zone =
        arguments.has(kZone) ? QTimeZone(arguments.value(kZone).toUtf8()) : QTimeZone::systemTimeZone();
    if (!zone.isValid()) {
        return usageError(QStringLiteral("\"%1\" after --zone is no time zone").arg(arguments.value(kZone)),
                          QStringLiteral("use an IANA name such as Europe/Oslo"));
    }
    return zone;
}

base::Result<planning::PlanRequest> planRequestOf(const Arguments& arguments) {
    planning::PlanRequest request;
    const auto dates = [&](const QString& option, QList<QDate>& days) {
        return arguments.dates(option).map([&](const QList<QDate>& read) { days = read; });
    };
    return arguments.date(kStartOption)
        .map([&](std::optional<QDate> start) { request.start = *start; })
        .and_then([&] { return closedWeekdays(arguments); })
        .map([&](const QList<int>& closed) { request.closedWeekdays = closed; })
        .and_then([&] { return dates(kHoliday, request.holidays); })
        .and_then([&] { return dates(kUnavailable, request.patientAway); })
        .and_then([&] { return dates(kClinicianAway, request.clinicianAway); })
        .and_then([&] { return arguments.date(kNotBefore); })
        .map([&](std::optional<QDate> day) { request.notBefore = day; })
        .and_then([&] { return arguments.date(kBorn); })
        .map([&](std::optional<QDate> day) { request.birthDate = day; })
        .and_then([&] { return zoneOf(arguments); })
        .map([&](const QTimeZone& zone) {
            request.zone = zone;
            return request;
        });
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
            {QStringLiteral("minutes"), step.minutes},
            {QStringLiteral("basis"), textOrNull(step.basis)},
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

QJsonValue dayJson(const std::optional<QDate>& day) {
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

/// Findings of a plan name the step they are about, and what would give it a date.
QJsonArray stepFindings(const planning::PlannedCourse& course) {
    QJsonArray json;
    for (const base::Finding& finding : course.findings) {
        QJsonObject one = findingJson(finding);
        one.insert(QStringLiteral("step"), textOrNull(finding.subject));
        QJsonArray ways;
        for (const planning::Loosening& way : course.loosenings) {
            if (way.step == finding.subject) {
                ways.append(QJsonObject{{QStringLiteral("rule"), way.rule},
                                        {QStringLiteral("text"), way.text},
                                        {QStringLiteral("day"), dayJson(way.day)}});
            }
        }
        one.insert(QStringLiteral("loosen"), ways);
        json.append(one);
    }
    return json;
}

QJsonArray changesJson(const QList<planning::CourseChange>& changes) {
    const auto targetOf = [](const std::optional<record::StepWindow>& window) {
        return window ? QJsonValue(planning::toIso(window->target)) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray json;
    for (const planning::CourseChange& change : changes) {
        json.append(QJsonObject{{QStringLiteral("step"), change.step},
                                {QStringLiteral("from"), targetOf(change.from)},
                                {QStringLiteral("to"), targetOf(change.to)},
                                {QStringLiteral("why"), change.why}});
    }
    return json;
}

Reply planReply(const planning::PlannedCourse& course) {
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
                  {QStringLiteral("start"), textOrNull(course.start.toString(Qt::ISODate))},
                  {QStringLiteral("steps"), steps},
                  {QStringLiteral("findings"), stepFindings(course)}};
    const QStringList lines{textTable(rows)};
    reply.text = (lines + findingLines(course.findings)).join(QLatin1Char('\n'));
    const bool hasStop =
        std::any_of(course.findings.begin(), course.findings.end(),
                    [](const base::Finding& finding) { return finding.level == base::FindingLevel::Stop; });
    reply.exit = hasStop ? 1 : 0;
    return reply;
}

/// The plan with each moved step tried in turn on what the moves before it left, and what all of them change.
base::Result<Reply> moved(const protocols::Protocol& protocol, const planning::PlanRequest& request,
                          const QHash<QString, QDate>& chosen) {
    const planning::Facts none;
    const planning::PlannedCourse planned = planning::plan(protocol, request);
    planning::PlannedCourse course = planned;
    planning::PlanRequest asked = request;
    QStringList steps = chosen.keys();
    steps.sort();
    for (const QString& step : std::as_const(steps)) {
        auto trial = planning::tryMove({protocol, course, none, asked}, step, chosen.value(step));
        if (!trial) {
            return tl::unexpected<base::Error>(trial.error());
        }
        course = std::move(trial->course);
        asked = std::move(trial->request);
    }
    Reply reply = planReply(course);
    const auto changes = planning::courseChanges({protocol, planned, course, none, asked});
    reply.json.insert(QStringLiteral("changes"), changesJson(changes));
    return reply;
}

base::Result<Reply> runPlan(const Arguments& arguments) {
    const auto library = practiceBeside(arguments, 1).and_then([](const QString& practice) {
        return installedProtocols(practice);
    });
    if (!library) {
        return tl::unexpected<base::Error>(library.error());
    }
    const auto* protocol = library->find(arguments.positional(0));
    if (protocol == nullptr) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("Nothing was planned"),
                          QStringLiteral("the protocol \"%1\" is not installed").arg(arguments.positional(0)),
                          QStringLiteral("kairos-cli protocols lists what is"));
    }
    return planRequestOf(arguments).and_then([&](const planning::PlanRequest& request) {
        return chosenDays(arguments).and_then(
            [&](const QHash<QString, QDate>& chosen) { return moved(*protocol, request, chosen); });
    });
}

} // namespace

Command planCommand() {
    return {
        QStringLiteral("plan"),
        QStringLiteral("fit a protocol to a start date: dated steps with their windows; nothing is saved"),
        {QStringLiteral("PROTOCOL")},
        {{kStartOption, QStringLiteral("DATE"), QStringLiteral("the day the first dose aims at"),
          Takes::Value, Need::Required},
         {kClosed, QStringLiteral("sat,sun"), QStringLiteral("weekdays on which the clinic is closed")},
         {kHoliday, QStringLiteral("DATE"), QStringLiteral("a day on which it is closed"), Takes::Values,
          Need::Optional},
         {kUnavailable, QStringLiteral("DATE"), QStringLiteral("a day on which the patient cannot come"),
          Takes::Values, Need::Optional},
         {kClinicianAway, QStringLiteral("DATE"), QStringLiteral("a day on which the clinician cannot"),
          Takes::Values, Need::Optional},
         {kNotBefore, QStringLiteral("DATE"), QStringLiteral("no dose is put before this day, e.g. today")},
         {kBorn, QStringLiteral("DATE"),
          QStringLiteral("the patient's birth date, held against the protocol's ages")},
         {kMove, QStringLiteral("STEP=DATE"),
          QStringLiteral("try a step on another day; changes tells what follows"), Takes::Values,
          Need::Optional},
         practiceOption(),
         {kZone, QStringLiteral("IANA"),
          QStringLiteral("time zone of hour windows; this PC's when left out")}},
        {QStringLiteral(
            "With FILE also the protocols that lie beside this practice in NAME.protocols; no "
            "passphrase is\nneeded. Exit 1 when a finding is a stop. A step that no date fits has "
            "none, and a finding says so.")},
        runPlan,
        {QStringLiteral("FILE")}};
}

} // namespace kairos::cli

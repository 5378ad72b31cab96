// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/scale_rhythms.h"

#include "core/base/built_in.h"
#include "core/base/check.h"
#include "core/outcomes/rule_figure_at.h"
#include "core/outcomes/words.h"
#include "core/scales/json_place.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::outcomes {

using record::TherapyType;
using scales::JsonPlace;

namespace {

tl::unexpected<base::Error> rhythmsRefused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The rhythms of scales were not read"), why,
                      Words::tr("mend the file at the place named"));
}

RhythmBasis basisAt(const JsonPlace& place) {
    return {place.text(QLatin1String("text")), place.text(QLatin1String("source")), confidenceAt(place)};
}

SessionSpan spanAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("from"), QLatin1String("to")});
    const SessionSpan span{place.whole(QLatin1String("from")), place.whole(QLatin1String("to"))};
    if (span.from < 1) {
        place.refuseAt(QLatin1String("from"), Words::tr("1 or more is expected"));
    }
    if (span.to < span.from) {
        place.refuseAt(QLatin1String("to"), Words::tr("it lies before the beginning"));
    }
    return span;
}

QList<TherapyType> countsAt(const JsonPlace& place) {
    const QList<std::pair<QString, TherapyType>> known = {
        {QStringLiteral("preparation"), TherapyType::Preparation},
        {QStringLiteral("integration"), TherapyType::Integration},
        {QStringLiteral("therapy"), TherapyType::Therapy},
        {QStringLiteral("other"), TherapyType::Other},
        {QStringLiteral("dosing-support"), TherapyType::DosingSupport},
        {QStringLiteral("phone"), TherapyType::PhoneContact},
        {QStringLiteral("group"), TherapyType::Group}};
    QList<TherapyType> counts;
    const auto words = place.textsIfAny(QLatin1String("counts"));
    for (const auto& [word, type] : known) {
        if (words.contains(word)) {
            counts.append(type);
        }
    }
    if (counts.isEmpty() || counts.size() != words.size()) {
        place.refuseAt(QLatin1String("counts"),
                       Words::tr("kinds of therapy session are expected, each once"));
    }
    return counts;
}

SessionRhythm sessionRhythmAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("instrument"), QLatin1String("counts"),
                     QLatin1String("first"), QLatin1String("then"), QLatin1String("quietAfterDays"),
                     QLatin1String("text"), QLatin1String("source"), QLatin1String("confidence")});
    SessionRhythm rhythm{place.text(QLatin1String("id")),
                         place.text(QLatin1String("instrument")),
                         countsAt(place),
                         spanAt(place.at(QStringLiteral("first"))),
                         spanAt(place.at(QStringLiteral("then"))),
                         place.whole(QLatin1String("quietAfterDays")),
                         basisAt(place)};
    if (rhythm.quietAfterDays < 1) {
        place.refuseAt(QLatin1String("quietAfterDays"), Words::tr("1 or more is expected"));
    }
    return rhythm;
}

DoseRhythm doseRhythmAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("id"), QLatin1String("instrument"), QLatin1String("lateAfterDays"),
                     QLatin1String("goneAfterDays"), QLatin1String("text"), QLatin1String("source"),
                     QLatin1String("confidence")});
    DoseRhythm rhythm{place.text(QLatin1String("id")), place.text(QLatin1String("instrument")),
                      place.whole(QLatin1String("lateAfterDays")),
                      place.whole(QLatin1String("goneAfterDays")), basisAt(place)};
    if (rhythm.lateAfterDays < 0) {
        place.refuseAt(QLatin1String("lateAfterDays"), Words::tr("0 or more is expected"));
    }
    if (rhythm.goneAfterDays <= rhythm.lateAfterDays) {
        place.refuseAt(QLatin1String("goneAfterDays"),
                       Words::tr("more than the days until it is late is expected"));
    }
    return rhythm;
}

AllianceRules allianceAt(const JsonPlace& place) {
    place.allowOnly({QLatin1String("instrument"), QLatin1String("meanBelow"),
                     QLatin1String("fallInDeviations"), QLatin1String("leastFall")});
    return {place.text(QLatin1String("instrument")), ruleFigureAt(place, QLatin1String("meanBelow"), {1, 5}),
            ruleFigureAt(place, QLatin1String("fallInDeviations"), {0.1, 5}),
            ruleFigureAt(place, QLatin1String("leastFall"), {1, 48})};
}

} // namespace

base::Result<ScaleRhythms> ScaleRhythms::read(const QByteArray& json) {
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (!document.isObject()) {
        return rhythmsRefused(Words::tr("this is no JSON object (%1)").arg(syntax.errorString()));
    }
    scales::JsonReading reading;
    const JsonPlace root(document.object(), QString(), reading);
    root.allowOnly({QLatin1String("id"), QLatin1String("version"), QLatin1String("title"),
                    QLatin1String("reviewer"), QLatin1String("todayDays"), QLatin1String("sessions"),
                    QLatin1String("doses"), QLatin1String("alliance")});
    ScaleRhythms rhythms;
    rhythms.todayDays = ruleFigureAt(root, QLatin1String("todayDays"), {1, 60});
    for (const JsonPlace& place : root.list(QLatin1String("sessions"))) {
        rhythms.sessions.append(sessionRhythmAt(place));
    }
    for (const JsonPlace& place : root.list(QLatin1String("doses"))) {
        rhythms.doses.append(doseRhythmAt(place));
    }
    rhythms.alliance = allianceAt(root.at(QStringLiteral("alliance")));
    if (const auto& problem = reading.problem()) {
        return rhythmsRefused(QStringLiteral("%1: %2").arg(problem->place, problem->reason));
    }
    return rhythms;
}

const ScaleRhythms& ScaleRhythms::builtIn() {
    static const ScaleRhythms kRhythms = [] {
        auto rhythms = read(base::builtInFile(QStringLiteral("outcomes/rhythms.json")));
        KAIROS_CHECK(rhythms.has_value());
        return *rhythms;
    }();
    return kRhythms;
}

} // namespace kairos::outcomes

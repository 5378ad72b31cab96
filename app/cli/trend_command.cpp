// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/chart_records.h"
#include "app/cli/json_words.h"
#include "app/cli/passphrase.h"
#ifdef KAIROS_PICTURES
#include "app/cli/pictures.h"
#endif
#include "app/cli/text_table.h"
#include "app/cli/workplace.h"

#include "core/outcomes/trend.h"
#include "core/outcomes/trend_words.h"
#include "core/workflow/catalog.h"

namespace kairos::cli {
namespace {

const QString kInstrument = QStringLiteral("--instrument");
#ifdef KAIROS_PICTURES
const QString kPng = QStringLiteral("--png");
const QString kSvg = QStringLiteral("--svg");
const QString kPdf = QStringLiteral("--pdf");
#endif

QString atText(const outcomes::TrendPoint& point, const QTimeZone& zone) {
    return point.timeKnown ? timeText(point.at, zone) : point.at.local(zone).date().toString(Qt::ISODate);
}

QJsonValue edgeJson(const outcomes::TrendPoint* point, const QTimeZone& zone) {
    if (point == nullptr) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("at"), atText(*point, zone)}, {QStringLiteral("total"), point->total}};
}

QJsonValue boolOrNull(const std::optional<bool>& value) {
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonArray pointsJson(const outcomes::Trend& trend, const QTimeZone& zone) {
    QJsonArray points;
    for (const outcomes::TrendPoint& point : trend.points) {
        points.append(QJsonObject{{QStringLiteral("at"), atText(point, zone)},
                                  {QStringLiteral("total"), point.total},
                                  {QStringLiteral("band"), textOrNull(point.band)},
                                  {QStringLiteral("hours_since_dose"), numberOrNull(point.hoursSinceDose)},
                                  {QStringLiteral("overlaps_dose"), point.overlapsDose},
                                  {QStringLiteral("pretreatment_share"), point.pretreatmentShare},
                                  {QStringLiteral("excluded"), point.excluded}});
    }
    return points;
}

Reply replyOf(const outcomes::Trend& trend, const QTimeZone& zone) {
    const QString words = outcomes::changeInWords(trend, zone, QLocale::c());
    QJsonValue reliable = QJsonValue::Null;
    if (trend.reliable) {
        reliable = QJsonObject{{QStringLiteral("class"), trend.reliable->classId()},
                               {QStringLiteral("rule"), trend.reliable->ruleText()}};
    }
    Reply reply;
    reply.json = {{QStringLiteral("instrument"), trend.instrument},
                  {QStringLiteral("points"), pointsJson(trend, zone)},
                  {QStringLiteral("baseline"), edgeJson(trend.baselinePoint(), zone)},
                  {QStringLiteral("latest"), edgeJson(trend.latestPoint(), zone)},
                  {QStringLiteral("change_percent"), numberOrNull(trend.changePercent)},
                  {QStringLiteral("response"), boolOrNull(trend.response)},
                  {QStringLiteral("remission"), boolOrNull(trend.remission)},
                  {QStringLiteral("reliable"), reliable},
                  {QStringLiteral("words"), words}};
    QList<QStringList> rows;
    for (const outcomes::TrendPoint& point : trend.points) {
        rows.append({atText(point, zone), numberText(point.total), point.band});
    }
    reply.text = rows.isEmpty() ? words : textTable(rows) + QLatin1Char('\n') + words;
    return reply;
}

base::Result<Reply> describe(const workflow::OpenPractice& practice, const Arguments& arguments) {
    const QString wanted = arguments.value(kInstrument);
    const auto* instrument = practice.catalog().instruments.find(wanted);
    if (instrument == nullptr) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("The trend was not drawn"),
                          QStringLiteral("the instrument \"%1\" is not installed").arg(wanted),
                          QStringLiteral("kairos-cli instruments lists what is"));
    }
    return patientOf(practice, arguments)
        .and_then([&](const record::Patient& patient) -> base::Result<Reply> {
            const auto ratings = recordsOf<record::Rating>(practice, patient.id);
            const auto course = courseOf(practice, patient.id);
            if (!ratings || !course) {
                return tl::unexpected<base::Error>(ratings ? course.error() : ratings.error());
            }
            const auto trend = outcomes::trendOf(*instrument, *ratings, *course);
#ifdef KAIROS_PICTURES
            for (const QString& kind : {kPng, kSvg, kPdf}) {
                if (!arguments.has(kind)) {
                    continue;
                }
                if (const auto drawn = writeTrend(*instrument, trend, *course, arguments.value(kind));
                    !drawn) {
                    return tl::unexpected<base::Error>(drawn.error());
                }
            }
#endif
            return replyOf(trend, practice.zone());
        });
}

base::Result<Reply> run(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return describe(*practice, arguments);
    });
}

} // namespace

Command trendCommand() {
    return {
        QStringLiteral("trend"),
        QStringLiteral("a patient's course on one instrument and the change in words"),
        {QStringLiteral("FILE")},
        {
            passphraseOption(),
            patientOption(),
            {kInstrument, QStringLiteral("I"), QStringLiteral("e.g. phq-9"), Takes::Value, Need::Required},
#ifdef KAIROS_PICTURES
            {kPng, QStringLiteral("OUT"), QStringLiteral("also draw it into this PNG file")},
            {kSvg, QStringLiteral("OUT"), QStringLiteral("also draw it into this SVG file")},
            {kPdf, QStringLiteral("OUT"), QStringLiteral("also draw it into this PDF file")},
#endif
        },
        {},
        run};
}

} // namespace kairos::cli

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
#include "core/outcomes/trend_reasons.h"
#include "core/outcomes/trend_words.h"
#include "core/workflow/catalog.h"
#include "core/workflow/rating_query.h"

namespace kairos::cli {
namespace {

const QString kInstrument = QStringLiteral("--instrument");
const QString kCountAll = QStringLiteral("--count-all");
#ifdef KAIROS_PICTURES
const QString kPng = QStringLiteral("--png");
const QString kSvg = QStringLiteral("--svg");
const QString kPdfOption = QStringLiteral("--pdf");
const QString kTheme = QStringLiteral("--theme");
const QString kAxis = QStringLiteral("--axis");
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
                                  {QStringLiteral("excluded"), point.excluded},
                                  {QStringLiteral("version"), point.version}});
    }
    return points;
}

Reply trendReply(const outcomes::Trend& trend, const QTimeZone& zone) {
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
                  {QStringLiteral("response_line"), numberOrNull(trend.responseLine)},
                  {QStringLiteral("remission_line"), numberOrNull(trend.remissionLine)},
                  {QStringLiteral("count_all"), trend.countsAll},
                  {QStringLiteral("response"), boolOrNull(trend.response)},
                  {QStringLiteral("remission"), boolOrNull(trend.remission)},
                  {QStringLiteral("reliable"), reliable},
                  {QStringLiteral("standing"), textOrNull(outcomes::standingWord(trend))},
                  {QStringLiteral("words"), words},
                  {QStringLiteral("reasons"),
                   QJsonArray::fromStringList(outcomes::reasonsInWords(trend, zone, QLocale::c()))}};
    QList<QStringList> rows;
    for (const outcomes::TrendPoint& point : trend.points) {
        rows.append({atText(point, zone), numberText(point.total), point.band});
    }
    reply.text = rows.isEmpty() ? words : textTable(rows) + QLatin1Char('\n') + words;
    return reply;
}

#ifdef KAIROS_PICTURES
base::Result<ui::ThemeId> themeOf(const Arguments& arguments) {
    const QString wanted = arguments.has(kTheme) ? arguments.value(kTheme) : QStringLiteral("print");
    const auto theme = ui::themeFromName(wanted);
    if (!theme || *theme == ui::ThemeId::Dim) {
        return usageError(QStringLiteral("\"%1\" is no look of a chart").arg(wanted),
                          QStringLiteral("choose print (black and white), light or dark"));
    }
    return *theme;
}

base::Result<ui::AxisMode> axisOf(const Arguments& arguments) {
    const QString wanted = arguments.has(kAxis) ? arguments.value(kAxis) : QStringLiteral("dates");
    if (wanted != QLatin1String("dates") && wanted != QLatin1String("days")) {
        return usageError(QStringLiteral("\"%1\" is no axis").arg(wanted),
                          QStringLiteral("choose dates or days"));
    }
    return wanted == QLatin1String("days") ? ui::AxisMode::Days : ui::AxisMode::Dates;
}

base::Outcome draw(workflow::OpenPractice& practice, const record::PatientId& patient,
                   const workflow::RatingSeries& series, const Arguments& arguments) {
    const auto theme = themeOf(arguments);
    const auto axis = axisOf(arguments);
    if (!theme || !axis) {
        return tl::unexpected<base::Error>(theme ? axis.error() : theme.error());
    }
    for (const QString& kind : {kPng, kSvg, kPdfOption}) {
        if (!arguments.has(kind)) {
            continue;
        }
        const TrendPicture picture{patient, &series, *axis, *theme, arguments.value(kind)};
        if (const auto drawn = writeTrend(practice, picture); !drawn) {
            return drawn;
        }
    }
    return {};
}
#endif

/// The same query and rules as the trends page, so that both show the same numbers.
base::Result<workflow::RatingSeries> seriesOf(workflow::OpenPractice& practice,
                                              const record::PatientId& patient, const Arguments& arguments) {
    const auto& rules = outcomes::builtInTrendRules();
    return workflow::RatingQuery(practice)
        .series(patient, arguments.value(kInstrument), arguments.has(kCountAll) ? rules.countingAll() : rules)
        .and_then([](workflow::RatingSeries series) -> base::Result<workflow::RatingSeries> {
            if (!series.damaged.isEmpty()) {
                return base::fail(base::ErrorCode::Damaged, QStringLiteral("The trend was not drawn"),
                                  QStringLiteral("%1 does not fit its hash").arg(series.damaged.first()),
                                  QStringLiteral("run kairos-cli verify --deep, and keep this file"));
            }
            return series;
        });
}

base::Result<Reply> describeTrend(workflow::OpenPractice& practice, const Arguments& arguments) {
    const QString wanted = arguments.value(kInstrument);
    if (practice.catalog().instruments.find(wanted) == nullptr) {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("The trend was not drawn"),
                          QStringLiteral("the instrument \"%1\" is not installed").arg(wanted),
                          QStringLiteral("kairos-cli instruments lists what is"));
    }
    return patientOf(practice, arguments)
        .and_then([&](const record::Patient& patient) -> base::Result<Reply> {
            const auto series = seriesOf(practice, patient.id, arguments);
            if (!series) {
                return tl::unexpected<base::Error>(series.error());
            }
#ifdef KAIROS_PICTURES
            if (const auto drawn = draw(practice, patient.id, *series, arguments); !drawn) {
                return tl::unexpected<base::Error>(drawn.error());
            }
#endif
            return trendReply(series->trend, practice.zone());
        });
}

base::Result<Reply> runTrend(const Arguments& arguments) {
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return describeTrend(*practice, arguments);
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
            {kCountAll, QString(), QStringLiteral("count ratings whose recall lies mostly before dose 1 too"),
             Takes::Nothing},
#ifdef KAIROS_PICTURES
            {kPng, QStringLiteral("OUT"), QStringLiteral("also draw it into this PNG file")},
            {kSvg, QStringLiteral("OUT"), QStringLiteral("also draw it into this SVG file")},
            {kPdfOption, QStringLiteral("OUT"), QStringLiteral("also draw it into this PDF file")},
            {kTheme, QStringLiteral("LOOK"),
             QStringLiteral("print (default, black and white), light or dark")},
            {kAxis, QStringLiteral("A"), QStringLiteral("dates (default) or days since dose 1")},
#endif
        },
        {},
        runTrend};
}

} // namespace kairos::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/monitor_columns.h"

#include "core/exchange/words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kairos::exchange {
namespace {

/// "NBPSys [mmHg]" becomes "nbpsys": without its unit and without what is no letter or digit.
QString plainName(const QString& name) {
    static const QRegularExpression kUnit(QStringLiteral("[\\[(].*$"));
    static const QRegularExpression kOther(QStringLiteral("[^a-z0-9]"));
    return QString(name).toLower().remove(kUnit).remove(kOther);
}

/// The first column that bears one of the names, by the order of the names.
QString firstOf(const QStringList& header, const QStringList& names) {
    for (const QString& name : names) {
        for (const QString& column : header) {
            if (plainName(column) == name) {
                return column.trimmed();
            }
        }
    }
    return {};
}

base::Outcome columnsRefused(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The columns cannot be used"), why,
                      Words::tr("choose for each sign the column that holds it"));
}

QStringList named(const MonitorColumns& columns) {
    QStringList names{columns.time,  columns.systolic, columns.diastolic,
                      columns.pulse, columns.spo2,     columns.respiratoryRate};
    names.removeAll(QString());
    return names;
}

QString timeText(MonitorTime time) {
    switch (time) {
    case MonitorTime::Clock:
        return QStringLiteral("clock");
    case MonitorTime::Seconds:
        return QStringLiteral("seconds");
    case MonitorTime::Minutes:
        return QStringLiteral("minutes");
    }
    return {};
}

std::optional<MonitorTime> timeOf(const QString& text) {
    for (const auto time : {MonitorTime::Clock, MonitorTime::Seconds, MonitorTime::Minutes}) {
        if (timeText(time) == text) {
            return time;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<qsizetype> placeOf(const QString& name, const QStringList& header) {
    for (qsizetype place = 0; place < header.size() && !name.isEmpty(); ++place) {
        if (header.at(place).trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0) {
            return place;
        }
    }
    return std::nullopt;
}

MonitorColumns MonitorColumns::suggestedFor(const QStringList& header) {
    const auto list = [](const char* names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); };
    MonitorColumns columns;
    columns.time = firstOf(header, list("time timestamp datetime measuredat at clock date"));
    if (columns.time.isEmpty()) {
        columns.time = firstOf(header, list("seconds second sec elapsed t"));
        columns.timeIs = MonitorTime::Seconds;
    }
    if (columns.time.isEmpty()) {
        columns.time = firstOf(header, list("minutes minute min"));
        columns.timeIs = MonitorTime::Minutes;
    }
    if (columns.time.isEmpty()) {
        columns.timeIs = MonitorTime::Clock;
    }
    columns.systolic = firstOf(header, list("sys systolic sbp nbpsys nibpsys bpsys nbps nibps"));
    columns.diastolic =
        firstOf(header, list("dia diastolic dbp nbpdias nbpdia nibpdia nibpdias bpdia nbpd nibpd"));
    columns.pulse = firstOf(header, list("hr heartrate pulse pr pulserate"));
    columns.spo2 = firstOf(header, list("spo2 sao2 o2sat sat oxygen"));
    columns.respiratoryRate = firstOf(header, list("rr resp respiratoryrate resprate breathing"));
    return columns;
}

bool MonitorColumns::fit(const QStringList& header) const {
    const auto names = named(*this);
    return !names.isEmpty() && std::all_of(names.begin(), names.end(), [&](const QString& name) {
        return placeOf(name, header).has_value();
    });
}

base::Outcome MonitorColumns::check(const QStringList& header) const {
    if (time.isEmpty()) {
        return columnsRefused(Words::tr("no column holds the time"));
    }
    if (systolic.isEmpty() != diastolic.isEmpty()) {
        return columnsRefused(Words::tr("one of the two blood pressures has no column"));
    }
    if (systolic.isEmpty() && pulse.isEmpty() && spo2.isEmpty() && respiratoryRate.isEmpty()) {
        return columnsRefused(Words::tr("no column holds a sign"));
    }
    QSet<qsizetype> seen;
    for (const QString& name : named(*this)) {
        const auto place = placeOf(name, header);
        if (!place) {
            return columnsRefused(Words::tr("the file has no column \"%1\"").arg(name.left(40)));
        }
        if (seen.contains(*place)) {
            return columnsRefused(Words::tr("the column \"%1\" stands for two things").arg(name.left(40)));
        }
        seen.insert(*place);
    }
    return {};
}

QByteArray MonitorColumns::toJson() const {
    return QJsonDocument(QJsonObject{{QStringLiteral("time"), time},
                                     {QStringLiteral("time_is"), timeText(timeIs)},
                                     {QStringLiteral("sys"), systolic},
                                     {QStringLiteral("dia"), diastolic},
                                     {QStringLiteral("hr"), pulse},
                                     {QStringLiteral("spo2"), spo2},
                                     {QStringLiteral("rr"), respiratoryRate}})
        .toJson(QJsonDocument::Compact);
}

std::optional<MonitorColumns> MonitorColumns::fromJson(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto unit = timeOf(object.value(QLatin1String("time_is")).toString());
    if (!unit) {
        return std::nullopt;
    }
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    return MonitorColumns{text("time"), text("sys"), text("dia"), text("hr"),
                          text("spo2"), text("rr"),  *unit};
}

} // namespace kairos::exchange

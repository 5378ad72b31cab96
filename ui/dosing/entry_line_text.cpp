// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_line_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kairos::ui {

using base::ErrorCode;

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("ui.dosing", text);
}

/// "14:32", "14.32" and "1432" alike.
std::optional<QTime> timeOf(const QString& text) {
    static const QRegularExpression kTime(QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})$"));
    const auto match = kTime.match(text);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

QString listed(std::optional<int> value) {
    return value ? QString::number(*value) : QString();
}

} // namespace

base::Result<MeasuredLine> parseMeasuredLine(const QString& line, const safety::SafetyRules& rules,
                                             const base::Instant& now, const QTimeZone& zone) {
    const qsizetype at = line.indexOf(QLatin1Char('@'));
    std::optional<base::Instant> measured;
    if (at >= 0) {
        const auto time = timeOf(line.mid(at + 1).trimmed());
        if (!time) {
            return base::fail(ErrorCode::InvalidInput, words("The reading was not taken"),
                              words("\"%1\" is no time").arg(line.mid(at)),
                              words("end the line like @14:32"));
        }
        measured = base::Instant::fromLocal(now.local(zone).date(), *time, zone);
        // Shortly after midnight a time of the evening is meant to be yesterday's.
        if (*measured > now.plusMinutes(12 * 60)) {
            measured = base::Instant::fromLocal(now.local(zone).date().addDays(-1), *time, zone);
        }
    }
    return safety::parseReadingLine(at >= 0 ? line.left(at) : line, rules)
        .map([&measured](const safety::TypedReading& reading) {
            return MeasuredLine{reading, measured};
        });
}

QString lineOf(const record::Reading& reading) {
    QStringList parts;
    if (reading.systolic && reading.diastolic) {
        parts.append(QStringLiteral("%1/%2").arg(*reading.systolic).arg(*reading.diastolic));
    }
    const std::pair<const char*, QString> named[] = {
        {"hr", listed(reading.pulse)},
        {"spo2", listed(reading.spo2)},
        {"moaas", listed(reading.sedation)},
        {"rr", listed(reading.respiratoryRate)},
        {"t", reading.temperature ? QString::number(*reading.temperature) : QString()}};
    const bool isPlain = reading.systolic && reading.pulse && (reading.spo2 || !reading.sedation);
    for (int i = 0; i < 5; ++i) {
        if (!named[i].second.isEmpty()) {
            const bool isNamed = !isPlain || i > 2;
            parts.append(isNamed ? QLatin1String(named[i].first) + QLatin1Char(' ') + named[i].second
                                 : named[i].second);
        }
    }
    return parts.join(QLatin1Char(' '));
}

QStringList eventWords() {
    return {words("settled"),
            words("eyes open"),
            words("speaking"),
            words("crying"),
            words("laughing"),
            words("restless"),
            words("fear"),
            words("stuck"),
            words("asks for help"),
            words("reassured"),
            words("touch given, agreed"),
            words("vomited"),
            words("repositioned"),
            words("re-oriented")};
}

QStringList stopReasons() {
    return {words("blood pressure"), words("distress"), words("the patient's wish"), words("adverse event"),
            words("line or pump")};
}

QString pickedWords(const QString& line, const QStringList& list) {
    const QString text = line.simplified();
    const qsizetype space = text.indexOf(QLatin1Char(' '));
    bool isNumber = false;
    const int number = (space < 0 ? text : text.left(space)).toInt(&isNumber);
    if (!isNumber || number < 1 || number > list.size()) {
        return text;
    }
    const QString more = space < 0 ? QString() : text.mid(space + 1);
    return more.isEmpty() ? list.at(number - 1) : list.at(number - 1) + QStringLiteral(": ") + more;
}

base::Result<RescueDose> parseRescue(const QString& line, const QStringList& ordered) {
    const QString text = line.simplified();
    static const QRegularExpression kNumbered(QStringLiteral("^(\\d+)(?: (.*))?$"));
    static const QRegularExpression kNamed(QStringLiteral("^(\\D.*?)(?: (\\d.*))?$"));
    RescueDose rescue;
    if (const auto match = kNumbered.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        rescue.drug = number >= 1 && number <= ordered.size() ? ordered.at(number - 1) : QString();
        rescue.dose = match.captured(2);
    } else if (const auto named = kNamed.match(text); named.hasMatch()) {
        rescue.drug = named.captured(1);
        rescue.dose = named.captured(2);
    }
    const QString what = words("The rescue drug was not taken");
    if (rescue.drug.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, words("it names no drug"),
                          words("type its name or its number, then how much"));
    }
    if (rescue.dose.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, words("the dose is missing"),
                          words("type how much was given, e.g. 4 mg"));
    }
    return rescue;
}

} // namespace kairos::ui

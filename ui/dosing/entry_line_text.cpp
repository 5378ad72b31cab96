// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_line_text.h"

#include "ui/dosing/dosing_text.h"

#include "core/safety/typing_doubts.h"

#include <QRegularExpression>

namespace kairos::ui {

using base::ErrorCode;

namespace {

/// The figure of a sign as it is typed; empty when it was not measured.
QString typedFigure(const record::Reading& reading, safety::Vital vital) {
    const auto whole = [](std::optional<int> value) { return value ? QString::number(*value) : QString(); };
    switch (vital) {
    case safety::Vital::Systolic:
        return reading.systolic && reading.diastolic
                   ? QStringLiteral("%1/%2").arg(*reading.systolic).arg(*reading.diastolic)
                   : QString();
    case safety::Vital::Pulse:
        return whole(reading.pulse);
    case safety::Vital::Spo2:
        return whole(reading.spo2);
    case safety::Vital::Sedation:
        return whole(reading.sedation);
    case safety::Vital::RespiratoryRate:
        return whole(reading.respiratoryRate);
    case safety::Vital::Temperature:
        return reading.temperature ? QString::number(*reading.temperature) : QString();
    case safety::Vital::Diastolic: // It stands behind the slash.
        break;
    }
    return {};
}

} // namespace

std::optional<QTime> timeTyped(const QString& text) {
    static const QRegularExpression kTime(QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})$"));
    const auto match = kTime.match(text);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

base::Result<MeasuredLine> parseMeasuredLine(const QString& line, const LineContext& context) {
    const qsizetype at = line.indexOf(QLatin1Char('@'));
    std::optional<base::Instant> measured;
    if (at >= 0) {
        const auto time = timeTyped(line.mid(at + 1).trimmed());
        if (!time) {
            return base::fail(ErrorCode::InvalidInput, DosingText::tr("The reading was not taken"),
                              DosingText::tr("\"%1\" is no time").arg(line.mid(at)),
                              DosingText::tr("end the line like @14:32"));
        }
        const auto moment = safety::measuredAt(*time, context.clock);
        if (!moment) {
            return tl::unexpected<base::Error>(moment.error());
        }
        measured = *moment;
    }
    return safety::parseReadingLine(at >= 0 ? line.left(at) : line, context.rules, context.order)
        .map([&measured](const safety::TypedReading& reading) {
            return MeasuredLine{reading, measured};
        });
}

QString lineOf(const record::Reading& reading, const safety::ReadingOrder& order) {
    using safety::Vital;
    QList<Vital> all = order.parts;
    for (const Vital vital : {Vital::Systolic, Vital::Pulse, Vital::Spo2, Vital::Sedation,
                              Vital::RespiratoryRate, Vital::Temperature}) {
        if (!all.contains(vital)) {
            all.append(vital);
        }
    }
    QStringList parts;
    bool isPlain = true; // A figure stands without its name while none before it is left out.
    for (const Vital vital : all) {
        const QString figure = typedFigure(reading, vital);
        isPlain = isPlain && order.parts.contains(vital) && (!figure.isEmpty() || vital == Vital::Systolic);
        if (!figure.isEmpty()) {
            const bool isNamed = !isPlain && vital != Vital::Systolic;
            const QString name = safety::ReadingOrder{{vital}}.toText();
            parts.append(isNamed ? name + QLatin1Char(' ') + figure : figure);
        }
    }
    return parts.join(QLatin1Char(' '));
}

QString swappedLine(const QString& line, const MeasuredLine& parsed, const safety::ReadingOrder& order) {
    record::Reading reading;
    safety::swapped(parsed.reading).fill(reading);
    const qsizetype at = line.indexOf(QLatin1Char('@'));
    return at < 0 ? lineOf(reading, order) : lineOf(reading, order) + QLatin1Char(' ') + line.mid(at);
}

QStringList eventWords() {
    return {DosingText::tr("settled"),
            DosingText::tr("eyes open"),
            DosingText::tr("speaking"),
            DosingText::tr("crying"),
            DosingText::tr("laughing"),
            DosingText::tr("restless"),
            DosingText::tr("fear"),
            DosingText::tr("stuck"),
            DosingText::tr("asks for help"),
            DosingText::tr("reassured"),
            DosingText::tr("touch given, agreed"),
            DosingText::tr("vomited"),
            DosingText::tr("repositioned"),
            DosingText::tr("re-oriented")};
}

QStringList stopReasons() {
    return {DosingText::tr("blood pressure"), DosingText::tr("distress"),
            DosingText::tr("the patient's wish"), DosingText::tr("adverse event"),
            DosingText::tr("line or pump")};
}

QStringList ratingChoices() {
    return {DosingText::tr("CADSS-6"), DosingText::tr("CADSS"), DosingText::tr("BPRS+"),
            DosingText::tr("PADSS"), DosingText::tr("Aldrete")};
}

QStringList ratingIds() {
    return {QStringLiteral("cadss-6"), QStringLiteral("cadss"), QStringLiteral("bprs-positive"),
            QStringLiteral("padss"), QStringLiteral("aldrete")};
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
    const QString what = DosingText::tr("The rescue drug was not taken");
    if (rescue.drug.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, DosingText::tr("it names no drug"),
                          DosingText::tr("type its name or its number, then how much"));
    }
    if (rescue.dose.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, DosingText::tr("the dose is missing"),
                          DosingText::tr("type how much was given, e.g. 4 mg"));
    }
    return rescue;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/reading_line.h"

#include "core/safety/words.h"

#include <QRegularExpression>

#include <cmath>

namespace kairos::safety {

using base::ErrorCode;

namespace {

const char* nameOf(Vital vital) {
    switch (vital) {
    case Vital::Systolic:
        return QT_TRANSLATE_NOOP("Words", "systolic pressure");
    case Vital::Diastolic:
        return QT_TRANSLATE_NOOP("Words", "diastolic pressure");
    case Vital::Pulse:
        return QT_TRANSLATE_NOOP("Words", "pulse");
    case Vital::Spo2:
        return QT_TRANSLATE_NOOP("Words", "oxygen saturation");
    case Vital::RespiratoryRate:
        return QT_TRANSLATE_NOOP("Words", "breathing rate");
    case Vital::Temperature:
        return QT_TRANSLATE_NOOP("Words", "temperature");
    case Vital::Sedation:
        return QT_TRANSLATE_NOOP("Words", "sedation");
    }
    return "";
}

tl::unexpected<base::Error> readingRefused(const QString& why, const QString& remedy) {
    return base::fail(ErrorCode::InvalidInput, Words::tr("The reading was not taken"), why, remedy);
}

/// A figure as typed, or why it cannot be one.
base::Result<double> figureOf(Vital vital, const QString& text, const SafetyRules& rules) {
    bool isNumber = false;
    const double value = QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    const bool isFraction = vital != Vital::Temperature && value != std::floor(value);
    if (!isNumber || !std::isfinite(value) || isFraction) {
        return readingRefused(Words::tr("\"%1\" is no figure for %2").arg(text, Words::tr(nameOf(vital))),
                              Words::tr("type it like 142/88 72 96"));
    }
    const auto range = rules.plausible.value(vital);
    if (value < range.first || value > range.second) {
        return readingRefused(Words::tr("%1 cannot be %2 (it lies from %3 to %4)")
                                  .arg(Words::tr(nameOf(vital)), text)
                                  .arg(range.first)
                                  .arg(range.second),
                              Words::tr("check the figure"));
    }
    return value;
}

void put(TypedReading& reading, Vital vital, double value) {
    const int whole = static_cast<int>(value);
    switch (vital) {
    case Vital::Systolic:
        reading.systolic = whole;
        break;
    case Vital::Diastolic:
        reading.diastolic = whole;
        break;
    case Vital::Pulse:
        reading.pulse = whole;
        break;
    case Vital::Spo2:
        reading.spo2 = whole;
        break;
    case Vital::RespiratoryRate:
        reading.respiratoryRate = whole;
        break;
    case Vital::Temperature:
        reading.temperature = value;
        break;
    case Vital::Sedation:
        reading.sedation = whole;
        break;
    }
}

base::Outcome takePressure(const QString& text, const SafetyRules& rules, TypedReading& reading) {
    const auto parts = text.split(QLatin1Char('/'));
    if (parts.size() != 2) {
        return readingRefused(Words::tr("\"%1\" is no blood pressure").arg(text),
                              Words::tr("type it like 142/88"));
    }
    if (reading.systolic) {
        return readingRefused(Words::tr("there are two blood pressures in the line"),
                              Words::tr("save one, then type the other"));
    }
    const auto systolic = figureOf(Vital::Systolic, parts.at(0), rules);
    if (!systolic) {
        return tl::unexpected<base::Error>(systolic.error());
    }
    const auto diastolic = figureOf(Vital::Diastolic, parts.at(1), rules);
    if (!diastolic) {
        return tl::unexpected<base::Error>(diastolic.error());
    }
    if (*diastolic >= *systolic) {
        return readingRefused(Words::tr("the diastolic pressure %1 is not below the systolic %2")
                                  .arg(*diastolic)
                                  .arg(*systolic),
                              Words::tr("check which figure is which"));
    }
    put(reading, Vital::Systolic, *systolic);
    put(reading, Vital::Diastolic, *diastolic);
    return {};
}

} // namespace

void TypedReading::fill(record::Reading& reading) const {
    reading.systolic = systolic;
    reading.diastolic = diastolic;
    reading.pulse = pulse;
    reading.spo2 = spo2;
    reading.respiratoryRate = respiratoryRate;
    reading.temperature = temperature;
    reading.sedation = sedation;
}

base::Result<TypedReading> parseReadingLine(const QString& line, const SafetyRules& rules,
                                            const ReadingOrder& order) {
    static const QRegularExpression kSpaces(QStringLiteral("\\s+"));
    const QStringList parts = line.trimmed().toLower().split(kSpaces, Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return readingRefused(Words::tr("nothing was typed"), Words::tr("type it like 142/88 72 96"));
    }
    // Figures without a name come in the order of the practice; the blood pressure shows itself.
    QList<Vital> inOrder = order.parts;
    inOrder.removeAll(Vital::Systolic);
    QList<Vital> seen;
    TypedReading reading;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString& part = parts.at(i);
        if (part.contains(QLatin1Char('/'))) {
            if (const auto taken = takePressure(part, rules, reading); !taken) {
                return tl::unexpected<base::Error>(taken.error());
            }
            continue;
        }
        if (part == QLatin1String("bp")) {
            continue;
        }
        std::optional<Vital> vital = vitalOfWord(part);
        const bool isNamed = vital.has_value();
        if (!isNamed && !inOrder.isEmpty()) {
            vital = inOrder.takeFirst();
        }
        if (!vital || (isNamed && i + 1 >= parts.size())) {
            return readingRefused(Words::tr("\"%1\" is one figure too many, or one too few").arg(part),
                                  Words::tr("the order is %1").arg(order.placeholder().simplified()));
        }
        if (seen.contains(*vital)) {
            return readingRefused(Words::tr("%1 stands twice in the line").arg(Words::tr(nameOf(*vital))),
                                  Words::tr("save one reading, then type the other"));
        }
        seen.append(*vital);
        inOrder.removeAll(*vital);
        const auto figure = figureOf(*vital, isNamed ? parts.at(++i) : part, rules);
        if (!figure) {
            return tl::unexpected<base::Error>(figure.error());
        }
        put(reading, *vital, *figure);
    }
    if (reading == TypedReading{}) {
        return readingRefused(Words::tr("there is no figure in it"), Words::tr("type it like 142/88 72 96"));
    }
    return reading;
}

QString readingInWords(const TypedReading& reading) {
    QStringList parts;
    if (reading.systolic && reading.diastolic) {
        parts.append(Words::tr("%1 over %2").arg(*reading.systolic).arg(*reading.diastolic));
    }
    if (reading.pulse) {
        parts.append(Words::tr("pulse %1").arg(*reading.pulse));
    }
    if (reading.spo2) {
        parts.append(Words::tr("oxygen %1 %").arg(*reading.spo2));
    }
    if (reading.respiratoryRate) {
        parts.append(Words::tr("breathing %1 a minute").arg(*reading.respiratoryRate));
    }
    if (reading.temperature) {
        parts.append(Words::tr("%1 °C").arg(*reading.temperature));
    }
    if (reading.sedation) {
        parts.append(Words::tr("sedation %1 of 5").arg(*reading.sedation));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace kairos::safety

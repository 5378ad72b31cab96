// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/part_readers.h"

#include "core/protocols/names.h"
#include "core/protocols/words.h"

#include <cmath>

namespace kairos::protocols {

namespace {

Anchor readAnchor(JsonReader& reader) {
    const QString key = QStringLiteral("anchor");
    const QString word = reader.text(key);
    if (word == QLatin1String("last-dose")) {
        return Anchor::LastDose;
    }
    if (word == QLatin1String("last-therapy")) {
        return Anchor::LastTherapy;
    }
    if (word != QLatin1String("first-dose")) {
        reader.refuse(key, Words::tr("first-dose, last-dose or last-therapy is expected"));
    }
    return Anchor::FirstDose;
}

int optionalMinutes(JsonReader& reader) {
    const QString key = QStringLiteral("minutes");
    if (!reader.has(key)) {
        (void)reader.optionalNumber(key); // null is as good as absent
        return 0;
    }
    return reader.integer(key, 0, kMostMinutes);
}

void readMoment(JsonReader& reader, MeasureRule& rule) {
    const QString moment = reader.text(QStringLiteral("moment"));
    if (moment == QLatin1String("weekly")) {
        rule.moment = Moment::Weekly;
        rule.fromWeek = reader.integer(QStringLiteral("from_week"), 1, kMostWeeks);
        rule.toWeek = reader.integer(QStringLiteral("to_week"), rule.fromWeek, kMostWeeks);
    } else if (moment == QLatin1String("after-dose")) {
        rule.moment = Moment::AfterDose;
        const DaySpan days = readDays(reader, QStringLiteral("days"));
        rule.earliestDay = days.earliest;
        rule.targetDay = days.target;
        rule.latestDay = days.latest;
        if (days.earliest < 0) {
            reader.refuse(QStringLiteral("days"), Words::tr("a day from 0, the dose's own, is expected"));
        }
    } else if (moment == QLatin1String("every-days")) {
        rule.moment = Moment::EveryDays;
        rule.everyDays = reader.integer(QStringLiteral("every_days"), 1, kMostDays);
        rule.untilDay = reader.integer(QStringLiteral("until_day"), rule.everyDays, kMostDays);
        rule.windowDays = reader.integer(QStringLiteral("window_days"), 0, rule.everyDays);
    } else if (moment != QLatin1String("before-dose")) {
        reader.refuse(QStringLiteral("moment"),
                      Words::tr("before-dose, after-dose, weekly or every-days is expected"));
    }
}

} // namespace

QString readWord(JsonReader& reader, const QString& key, const QStringList& allowed) {
    const QString word = reader.text(key);
    if (!word.isEmpty() && !allowed.contains(word)) {
        reader.refuse(key, Words::tr("%1 is not known; one of these is expected: %2")
                               .arg(word, allowed.join(QStringLiteral(", "))));
    }
    return word;
}

DaySpan readDays(JsonReader& reader, const QString& key) {
    const QList<double> days = reader.numbers(key);
    const bool areWhole = std::all_of(days.begin(), days.end(), [](double day) {
        return std::fabs(day) <= kMostDays && day == std::floor(day);
    });
    if (days.size() != 3 || !areWhole || !std::is_sorted(days.begin(), days.end())) {
        reader.refuse(key, Words::tr("three whole numbers, earliest <= target <= latest, are expected"));
        return {};
    }
    return {static_cast<int>(days.at(0)), static_cast<int>(days.at(1)), static_cast<int>(days.at(2))};
}

StepTemplate readStep(JsonReader& reader) {
    StepTemplate step;
    step.key = reader.text(QStringLiteral("key"));
    const QString kind = reader.text(QStringLiteral("kind"));
    if (const auto known = stepKindFromId(kind)) {
        step.kind = *known;
    } else {
        reader.refuse(QStringLiteral("kind"), Words::tr("%1 is no kind of step").arg(kind));
    }
    step.title = reader.text(QStringLiteral("title"));
    step.strand = reader.text(QStringLiteral("strand"));
    step.anchor = readAnchor(reader);
    step.earliestDay = reader.integer(QStringLiteral("earliest_day"), -kMostDays, kMostDays);
    step.targetDay = reader.integer(QStringLiteral("target_day"), -kMostDays, kMostDays);
    step.latestDay = reader.integer(QStringLiteral("latest_day"), -kMostDays, kMostDays);
    if (step.earliestDay > step.targetDay || step.targetDay > step.latestDay) {
        reader.refuse(QStringLiteral("target_day"), Words::tr("earliest <= target <= latest is expected"));
    }
    step.minutes = optionalMinutes(reader);
    step.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    step.instruments = reader.optionalTexts(QStringLiteral("instruments"));
    step.basis = reader.text(QStringLiteral("basis"));
    step.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return step;
}

Checkpoint readCheckpoint(JsonReader& reader) {
    Checkpoint point;
    point.key = reader.text(QStringLiteral("key"));
    point.title = reader.text(QStringLiteral("title"));
    point.afterDose = reader.integer(QStringLiteral("after_dose"), 1, kMostDoses);
    point.beforeNextDose = reader.flag(QStringLiteral("before_next_dose"));
    point.minutes = optionalMinutes(reader);
    point.ask = reader.text(QStringLiteral("ask"));
    point.instruments = reader.optionalTexts(QStringLiteral("instruments"));
    point.basis = reader.text(QStringLiteral("basis"));
    point.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return point;
}

MeasureRule readMeasure(JsonReader& reader) {
    MeasureRule rule;
    const QString id = reader.optionalText(QStringLiteral("id"));
    rule.id = id.isEmpty() ? rule.id : id;
    rule.title = reader.text(QStringLiteral("title"));
    readMoment(reader, rule);
    rule.instruments = reader.texts(QStringLiteral("instruments"));
    rule.basis = reader.text(QStringLiteral("basis"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return rule;
}

MonitoringMoment readMonitoring(JsonReader& reader) {
    MonitoringMoment moment;
    if (!reader.flag(QStringLiteral("discharge"))) {
        moment.minute = reader.integer(QStringLiteral("minute"), -240, 1440);
    }
    moment.checks = reader.texts(QStringLiteral("checks"));
    reader.finish();
    return moment;
}

} // namespace kairos::protocols

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/part_readers.h"

#include "core/protocols/names.h"
#include "core/protocols/words.h"

namespace kairos::protocols {

namespace {

void readGaps(JsonReader& reader, DoseBlock& block) {
    const QString minGap = QStringLiteral("min_gap_days");
    const QString maxGap = QStringLiteral("max_gap_days");
    // A single dose has no gap before it, so that none is asked for.
    if (block.count > 1 || reader.has(minGap) || reader.has(maxGap)) {
        block.minGapDays = reader.integer(minGap, 1, kMostDays);
        block.maxGapDays = reader.integer(maxGap, 1, kMostDays);
    }
    if (block.minGapDays > block.maxGapDays) {
        reader.refuse(minGap, Words::tr("the smallest gap is larger than the largest"));
    }
    const QString targetGap = QStringLiteral("target_gap_days");
    if (reader.has(targetGap)) {
        block.targetGapDays = reader.integer(targetGap, block.minGapDays, block.maxGapDays);
    }
    const QString most = QStringLiteral("max_in_7_days");
    if (reader.has(most)) {
        block.maxInSevenDays = reader.integer(most, 1, 7);
    }
}

DoseBlock readBlock(JsonReader& reader) {
    DoseBlock block;
    block.count = reader.integer(QStringLiteral("count"), 1, kMostDoses);
    block.countBasis = reader.optionalText(QStringLiteral("count_basis"));
    block.cadence = reader.text(QStringLiteral("cadence"));
    block.phase = reader.optionalText(QStringLiteral("phase"));
    const QString weekdays = QStringLiteral("weekdays");
    block.weekdays = weekdaysOf(reader, weekdays, reader.optionalTexts(weekdays));
    readGaps(reader, block);
    block.source = reader.text(QStringLiteral("source"));
    block.confidence = reader.confidence(QStringLiteral("confidence"));
    if (block.weekdays.isEmpty() && !block.targetGapDays && block.count > 1) {
        reader.refuse(weekdays, Words::tr("at least one weekday, or target_gap_days, is expected"));
    }
    reader.finish();
    return block;
}

/// An amount with its unit, "mg/kg" or "mg".
struct Amount {
    std::optional<base::MilligramsPerKilogram> mgPerKg;
    std::optional<base::Milligrams> mg;
};

Amount readAmount(JsonReader& reader) {
    Amount amount;
    const double value = reader.number(QStringLiteral("value"));
    const QString unit = reader.text(QStringLiteral("unit"));
    if (unit == QLatin1String("mg/kg")) {
        amount.mgPerKg = base::MilligramsPerKilogram{value};
    } else if (unit == QLatin1String("mg")) {
        amount.mg = base::Milligrams{value};
    } else if (!unit.isEmpty()) {
        reader.refuse(QStringLiteral("unit"),
                      Words::tr("%1 is no known unit; mg/kg or mg is expected").arg(unit));
    }
    if (value <= 0) {
        reader.refuse(QStringLiteral("value"), Words::tr("a number greater than 0 is expected"));
    }
    return amount;
}

TitrationStep readTitration(JsonReader& reader) {
    TitrationStep step;
    step.fromDose = reader.integer(QStringLiteral("from_dose"), 1, kMostDoses);
    const Amount amount = readAmount(reader);
    step.mgPerKg = amount.mgPerKg;
    step.mg = amount.mg;
    step.when = reader.text(QStringLiteral("when"));
    step.basis = reader.text(QStringLiteral("basis"));
    step.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return step;
}

Increment readIncrement(JsonReader reader) {
    Increment increment;
    increment.mg = base::Milligrams{reader.number(QStringLiteral("mg"))};
    if (!(increment.mg.value > 0)) {
        reader.refuse(QStringLiteral("mg"), Words::tr("a number greater than 0 is expected"));
    }
    increment.everyDoses = reader.integer(QStringLiteral("every_doses"), 1, kMostDoses);
    increment.when = reader.text(QStringLiteral("when"));
    increment.basis = reader.text(QStringLiteral("basis"));
    increment.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return increment;
}

record::Route regimenRoute(JsonReader& reader) {
    const QString id = reader.text(QStringLiteral("route"));
    const auto route = routeFromId(id);
    if (!route) {
        reader.refuse(QStringLiteral("route"), Words::tr("%1 is no route").arg(id));
    }
    return route.value_or(record::Route::Intravenous);
}

void readMaximum(JsonReader& reader, Regimen& regimen, const DoseLimits& limits) {
    regimen.isLimitedByClinic = reader.flag(QStringLiteral("limit_by_clinic"));
    regimen.waitsForClinicLimit = regimen.isLimitedByClinic && !limits.isUsable(regimen.route);
    const QString key = QStringLiteral("maximum");
    if (regimen.isLimitedByClinic && !reader.has(key)) {
        return;
    }
    JsonReader child = reader.child(key);
    const Amount maximum = readAmount(child);
    regimen.maxMgPerKg = maximum.mgPerKg;
    regimen.maxMg = maximum.mg;
    regimen.maxBasis = child.optionalText(QStringLiteral("basis"));
    child.finish();
}

void readBlocks(JsonReader& reader, Regimen& regimen) {
    const QString key = QStringLiteral("blocks");
    regimen.blocks = readAll(reader.children(key), readBlock);
    if (regimen.blocks.isEmpty() || regimen.count() > kMostDoses) {
        reader.refuse(key, Words::tr("1 to %1 doses are expected").arg(kMostDoses));
    }
}

} // namespace

QList<int> weekdaysOf(JsonReader& reader, const QString& key, const QStringList& names) {
    QList<int> days;
    for (const QString& name : names) {
        const auto day = weekdayFromId(name);
        if (!day || days.contains(*day)) {
            reader.refuse(key, Words::tr("%1 is no weekday from mon to sun, or stands twice").arg(name));
            continue;
        }
        days.append(*day);
    }
    return days;
}

Regimen readRegimen(JsonReader reader, const DoseLimits& limits) {
    Regimen regimen;
    regimen.drug = reader.text(QStringLiteral("drug"));
    regimen.route = regimenRoute(reader);
    JsonReader doseReader = reader.child(QStringLiteral("dose"));
    const Amount dose = readAmount(doseReader);
    doseReader.finish();
    regimen.mgPerKg = dose.mgPerKg;
    regimen.mg = dose.mg;
    readMaximum(reader, regimen, limits);
    if (reader.has(QStringLiteral("choices_mg"))) {
        regimen.choicesMg = reader.numbers(QStringLiteral("choices_mg"));
    }
    if (const auto minutes = reader.optionalNumber(QStringLiteral("minutes"))) {
        regimen.minutes = base::Minutes{*minutes};
    }
    regimen.lengthMinutes = reader.integer(QStringLiteral("length_minutes"), 1, kMostMinutes);
    regimen.visitMinutes = reader.integer(QStringLiteral("visit_minutes"), 1, kMostMinutes);
    readBlocks(reader, regimen);
    regimen.titration = readAll(reader.optionalChildren(QStringLiteral("titration")), readTitration);
    if (reader.has(QStringLiteral("increment"))) {
        regimen.increment = readIncrement(reader.child(QStringLiteral("increment")));
    }
    regimen.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    regimen.sources = reader.texts(QStringLiteral("sources"));
    regimen.note = reader.optionalText(QStringLiteral("note"));
    reader.finish();
    return regimen;
}

BoosterRule readBooster(JsonReader& reader) {
    BoosterRule rule;
    rule.id = reader.text(QStringLiteral("id"));
    rule.title = reader.text(QStringLiteral("title"));
    rule.anyOf = readAll(reader.children(QStringLiteral("any_of")), [](JsonReader& entry) {
        BoosterTrigger trigger;
        trigger.instrument = entry.text(QStringLiteral("instrument"));
        const QString change =
            readWord(entry, QStringLiteral("change"), {QStringLiteral("rise"), QStringLiteral("at-least")});
        trigger.change = change == QLatin1String("rise") ? BoosterChange::Rise : BoosterChange::AtLeast;
        trigger.points = entry.number(QStringLiteral("points"));
        if (!(trigger.points > 0)) {
            entry.refuse(QStringLiteral("points"), Words::tr("a number greater than 0 is expected"));
        }
        entry.finish();
        return trigger;
    });
    if (rule.anyOf.isEmpty()) {
        reader.refuse(QStringLiteral("any_of"), Words::tr("at least one score is expected"));
    }
    rule.ask = reader.text(QStringLiteral("ask"));
    rule.source = reader.text(QStringLiteral("source"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    reader.finish();
    return rule;
}

} // namespace kairos::protocols

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/part_readers.h"

#include "core/protocols/words.h"

#include <cmath>

namespace kairos::protocols {

namespace {

constexpr int kMostHours = 24 * 14;
constexpr int kMostSessions = 200;
constexpr int kEarliestWeek = -26; // half a year before the first dose

QList<int> readPerWeek(JsonReader& reader, const QString& key) {
    QList<int> perWeek;
    const QList<double> counts = reader.numbers(key);
    for (const double count : counts) {
        const bool isPossible = count >= 0 && count <= 7 && count == std::floor(count);
        perWeek.append(isPossible ? static_cast<int>(count) : 0);
        if (!isPossible) {
            reader.refuse(key, Words::tr("whole numbers from 0 to 7 are expected"));
        }
    }
    return perWeek;
}

AnchoredSession readAnchored(JsonReader& reader) {
    AnchoredSession session;
    session.dose = reader.integer(QStringLiteral("dose"), 1, kMostDoses);
    const DaySpan days = readDays(reader, QStringLiteral("days"));
    session.earliestDay = days.earliest;
    session.targetDay = days.target;
    session.latestDay = days.latest;
    session.beforeDose = reader.flag(QStringLiteral("before_dose"));
    if (session.beforeDose && session.latestDay > 0) {
        reader.refuse(QStringLiteral("before_dose"),
                      Words::tr("the dose cannot wait for a session that may come after it"));
    }
    session.title = reader.optionalText(QStringLiteral("title"));
    reader.finish();
    return session;
}

void readWeeks(JsonReader& reader, TherapyStrand& strand) {
    strand.fromWeek = reader.integer(QStringLiteral("from_week"), kEarliestWeek, kMostWeeks);
    strand.toWeek = reader.integer(QStringLiteral("to_week"), kEarliestWeek, kMostWeeks);
    const QString perWeek = QStringLiteral("per_week");
    strand.perWeek = readPerWeek(reader, perWeek);
    if (strand.perWeek.size() != strand.toWeek - strand.fromWeek + 1) {
        reader.refuse(perWeek, Words::tr("one number for each week from from_week to to_week is expected"));
    }
}

void checkSessions(JsonReader& reader, const TherapyStrand& strand, int sessions) {
    if (strand.count() == sessions) {
        return;
    }
    if (strand.anchored.isEmpty()) {
        reader.refuse(
            QStringLiteral("per_week"),
            Words::tr("the weeks add up to %1 sessions, not to %2").arg(strand.count()).arg(sessions));
    } else {
        reader.refuse(QStringLiteral("anchored"),
                      Words::tr("%1 sessions stand here, not %2").arg(strand.count()).arg(sessions));
    }
}

} // namespace

IntegrationRule readIntegration(JsonReader reader) {
    IntegrationRule rule;
    rule.title = reader.text(QStringLiteral("title"));
    rule.minutes = reader.integer(QStringLiteral("minutes"), 1, kMostMinutes);
    rule.targetFromHours = reader.integer(QStringLiteral("target_from_hours"), 1, kMostHours);
    rule.targetToHours = reader.integer(QStringLiteral("target_to_hours"), 1, kMostHours);
    rule.latestHours = reader.integer(QStringLiteral("latest_hours"), 1, kMostHours);
    rule.beforeNextDose = reader.flag(QStringLiteral("before_next_dose"));
    rule.basis = reader.text(QStringLiteral("basis"));
    rule.confidence = reader.confidence(QStringLiteral("confidence"));
    rule.sources = reader.texts(QStringLiteral("sources"));
    if (rule.targetFromHours > rule.targetToHours || rule.targetToHours > rule.latestHours) {
        reader.refuse(QStringLiteral("target_from_hours"),
                      Words::tr("target_from <= target_to <= latest is expected"));
    }
    reader.finish();
    return rule;
}

TherapyStrand readTherapy(JsonReader reader) {
    TherapyStrand strand;
    const QString id = reader.optionalText(QStringLiteral("id"));
    strand.id = id.isEmpty() ? strand.id : id;
    strand.modality = reader.text(QStringLiteral("modality"));
    strand.title = reader.text(QStringLiteral("title"));
    strand.minutes = reader.integer(QStringLiteral("minutes"), 1, kMostMinutes);
    const int sessions = reader.integer(QStringLiteral("sessions"), 1, kMostSessions);
    const QString anchored = QStringLiteral("anchored");
    const QString notBefore = QStringLiteral("not_before_hours");
    if (reader.has(anchored)) {
        strand.anchored = readAll(reader.children(anchored), readAnchored);
        if (reader.has(notBefore)) {
            strand.notBeforeHours = reader.integer(notBefore, 1, kMostHours);
        }
    } else {
        readWeeks(reader, strand);
    }
    checkSessions(reader, strand, sessions);
    strand.isAtHome = reader.flag(QStringLiteral("at_home"));
    strand.dependsOn = reader.optionalTexts(QStringLiteral("depends_on"));
    strand.basis = reader.text(QStringLiteral("basis"));
    strand.confidence = reader.confidence(QStringLiteral("confidence"));
    strand.sources = reader.texts(QStringLiteral("sources"));
    reader.finish();
    return strand;
}

} // namespace kairos::protocols

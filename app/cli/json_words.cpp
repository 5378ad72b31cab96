// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_words.h"

namespace kairos::cli {

using record::SessionState;
using record::Stage;
using record::TherapyType;

QString stageId(Stage stage) {
    switch (stage) {
    case Stage::Screening:
        return QStringLiteral("screening");
    case Stage::Preparing:
        return QStringLiteral("preparing");
    case Stage::Induction:
        return QStringLiteral("induction");
    case Stage::Consolidation:
        return QStringLiteral("consolidation");
    case Stage::Maintenance:
        return QStringLiteral("maintenance");
    case Stage::Paused:
        return QStringLiteral("paused");
    case Stage::Ended:
        return QStringLiteral("ended");
    }
    return {};
}

QString sessionStateId(SessionState state) {
    switch (state) {
    case SessionState::Planned:
        return QStringLiteral("planned");
    case SessionState::Arrived:
        return QStringLiteral("arrived");
    case SessionState::InProgress:
        return QStringLiteral("in-progress");
    case SessionState::Held:
        return QStringLiteral("held");
    case SessionState::Signed:
        return QStringLiteral("signed");
    case SessionState::Cancelled:
        return QStringLiteral("cancelled");
    case SessionState::NoShow:
        return QStringLiteral("no-show");
    }
    return {};
}

QString therapyTypeId(TherapyType type) {
    switch (type) {
    case TherapyType::Preparation:
        return QStringLiteral("preparation");
    case TherapyType::Integration:
        return QStringLiteral("integration");
    case TherapyType::Therapy:
        return QStringLiteral("therapy");
    case TherapyType::Other:
        return QStringLiteral("other");
    case TherapyType::DosingSupport:
        return QStringLiteral("dosing-support");
    case TherapyType::PhoneContact:
        return QStringLiteral("phone");
    case TherapyType::Group:
        return QStringLiteral("group");
    }
    return {};
}

QJsonValue numberOrNull(const std::optional<double>& number) {
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString numberText(const std::optional<double>& number) {
    return number ? QString::number(*number) : QStringLiteral("-");
}

QString timeText(const base::Instant& at, const QTimeZone& zone) {
    return base::Instant::inZone(at.utcMs, zone).toIso();
}

QString ratedText(const record::Rating& rating, const QTimeZone& zone) {
    return rating.timeKnown ? timeText(rating.assessedAt, zone)
                            : rating.assessedAt.local(zone).date().toString(Qt::ISODate);
}

QJsonObject findingJson(const base::Finding& finding) {
    QJsonObject json{{QStringLiteral("level"), base::findingLevelId(finding.level)},
                     {QStringLiteral("rule"), finding.rule},
                     {QStringLiteral("text"), finding.text},
                     {QStringLiteral("source"), finding.source}};
    if (!finding.subject.isEmpty()) {
        json.insert(QStringLiteral("subject"), finding.subject);
    }
    return json;
}

QJsonArray findingsJson(const base::Findings& findings) {
    QJsonArray json;
    for (const base::Finding& finding : findings) {
        json.append(findingJson(finding));
    }
    return json;
}

QStringList findingLines(const base::Findings& findings) {
    QStringList lines;
    for (const base::Finding& finding : findings) {
        lines.append(QStringLiteral("%1: %2 (%3)")
                         .arg(base::findingLevelId(finding.level), finding.text, finding.source));
    }
    return lines;
}

} // namespace kairos::cli

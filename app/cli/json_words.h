// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/instant.h"
#include "core/record/patient.h"
#include "core/record/rating.h"
#include "core/record/session.h"
#include "core/record/therapy_session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QTimeZone>

#include <optional>

/// The stable words and shapes of the JSON that kairos-cli prints.
namespace kairos::cli {

/// e.g. "induction"
[[nodiscard]] QString stageId(record::Stage stage);
/// e.g. "in-progress"
[[nodiscard]] QString sessionStateId(record::SessionState state);
/// e.g. "preparation"
[[nodiscard]] QString therapyTypeId(record::TherapyType type);

/// A number, whole where it is whole; null when there is none.
[[nodiscard]] QJsonValue numberOrNull(const std::optional<double>& number);
/// Text, or null when it is empty.
[[nodiscard]] QJsonValue textOrNull(const QString& text);
/// A number as people write it: "12", "7.5", "-" when there is none.
[[nodiscard]] QString numberText(const std::optional<double>& number);

/// The moment in the practice's zone, ISO 8601 with its offset.
[[nodiscard]] QString timeText(const base::Instant& at, const QTimeZone& zone);
/// When a form was filled in: the day alone where no time of day is known.
[[nodiscard]] QString ratedText(const record::Rating& rating, const QTimeZone& zone);
/// `{level, rule, text, source}`, and `subject` where there is one.
[[nodiscard]] QJsonObject findingJson(const base::Finding& finding);
[[nodiscard]] QJsonArray findingsJson(const base::Findings& findings);
/// One line a finding: "stop: text (source)".
[[nodiscard]] QStringList findingLines(const base::Findings& findings);

} // namespace kairos::cli

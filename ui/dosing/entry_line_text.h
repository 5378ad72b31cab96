// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/safety/measured_at.h"
#include "core/safety/reading_line.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace kairos::ui {

/// A reading as typed, with the time it was measured at: now, unless the line ends in "@14:32".
struct MeasuredLine {
    safety::TypedReading reading;
    std::optional<base::Instant> measuredAt; ///< none for now
};

/// What a typed reading is held against.
struct LineContext {
    const safety::SafetyRules& rules; ///< outlives the context
    safety::ReadingOrder order;
    safety::SessionClock clock;
};

/// Reads "142/88 72 96 5" and "142/88 72 @14:32" (safety::measuredAt says which moment that is).
/// InvalidInput: as parseReadingLine and measuredAt, or a time that is none.
[[nodiscard]] base::Result<MeasuredLine> parseMeasuredLine(const QString& line, const LineContext& context);
/// The line that reads as this reading in this order, to be corrected.
[[nodiscard]] QString lineOf(const record::Reading& reading, const safety::ReadingOrder& order = {});
/// The same line with pulse and oxygen saturation exchanged, its time kept.
[[nodiscard]] QString swappedLine(const QString& line, const MeasuredLine& parsed,
                                  const safety::ReadingOrder& order);

/// "14:32", "14.32" and "1432" alike; none for anything else.
[[nodiscard]] std::optional<QTime> timeTyped(const QString& text);

/// What is often seen in a session, in the order of its numbers from 1.
[[nodiscard]] QStringList eventWords();
/// Why a dose is stopped early, in the order of its numbers from 1.
[[nodiscard]] QStringList stopReasons();
/// The ratings that are filled in beside a dose, in the order of their numbers from 1: what the list shows,
/// and the instruments.
[[nodiscard]] QStringList ratingChoices();
[[nodiscard]] QStringList ratingIds();
/// A number stands for its word in the list, further words follow it: "3", "3 with closed eyes". Anything
/// else is taken as it stands.
[[nodiscard]] QString pickedWords(const QString& line, const QStringList& list);

/// A rescue drug as typed: its name or number, then how much.
struct RescueDose {
    QString drug;
    QString dose;
};

/// Reads "ondansetron 4 mg" and "1 4 mg" (the first rescue drug of the order). InvalidInput: no drug, no
/// dose.
[[nodiscard]] base::Result<RescueDose> parseRescue(const QString& line, const QStringList& ordered);

} // namespace kairos::ui

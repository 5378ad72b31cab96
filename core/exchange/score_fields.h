// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/answer.h"
#include "core/scales/instrument.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <tl/expected.hpp>

#include <optional>

namespace kairos::exchange {

/// A value of one cell, or the sentence that says why the row is rejected.
template <class T>
using Field = tl::expected<T, QString>;

/// When a rating was made.
struct AssessedAt {
    base::Instant at;
    bool timeKnown = true; ///< false when the file gives the day alone: `at` is then noon

    bool operator==(const AssessedAt&) const = default;
};

/// A day of 1900 or later as YYYY-MM-DD, and none for an empty cell; not after `today`.
[[nodiscard]] Field<std::optional<QDate>> birthDateField(const QString& cell, const QDate& today);

/// YYYY-MM-DD, or a date and time with or without offset ("2026-11-02T09:24", "2026-11-02 09:24:30+01:00");
/// without one the practice's zone counts. Not after `now`; a day alone not after the day of `now`.
[[nodiscard]] Field<AssessedAt> assessedAtField(const QString& cell, const QTimeZone& zone,
                                                const base::Instant& now);

/// A number in plain decimals, and none for an empty cell. Where semicolons part the cells a comma may stand
/// for the point.
[[nodiscard]] Field<std::optional<double>> totalField(const QString& cell, QChar separator);

/// The answers of one row: whole numbers, `-` or nothing for unanswered, `x` declined, `n` not applicable.
/// Columns behind the instrument's own items must be empty. No answers at all when every cell is empty.
[[nodiscard]] Field<QList<record::Answer>> answersField(const QStringList& cells,
                                                        const scales::Instrument& instrument);

} // namespace kairos::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTime>

/// How Kairos writes dates, times and numbers for people. All follow QLocale; ranges say "to", minus is −.
namespace kairos::ui {

/// "Mon 2 Nov 2026"; empty for an invalid date.
[[nodiscard]] QString dateText(QDate date, const QLocale& locale = QLocale());
/// "Mon 2 Nov", where the year is plain.
[[nodiscard]] QString dayText(QDate date, const QLocale& locale = QLocale());
/// "2 Nov 2026": birth dates and signatures.
[[nodiscard]] QString plainDateText(QDate date, const QLocale& locale = QLocale());
/// "Monday 2 November": the title of Today.
[[nodiscard]] QString longDayText(QDate date, const QLocale& locale = QLocale());

/// "09:36", 24 hours; empty for an invalid time.
[[nodiscard]] QString timeText(QTime time);
/// "09:36" in the practice's zone.
[[nodiscard]] QString timeText(const base::Instant& at, const QTimeZone& zone);
/// "Mon 2 Nov 2026, 09:36" in the practice's zone.
[[nodiscard]] QString dateTimeText(const base::Instant& at, const QTimeZone& zone,
                                   const QLocale& locale = QLocale());
/// "13:00 to 13:50".
[[nodiscard]] QString rangeText(const QString& from, const QString& to);

/// A number with exactly `decimals` digits after the decimal sign, e.g. "−1,5" in German.
[[nodiscard]] QString numberText(double value, int decimals = 0, const QLocale& locale = QLocale());
/// A number with at most `decimals` digits and no trailing zeros, e.g. "34.2", "35".
[[nodiscard]] QString shortNumberText(double value, int decimals, const QLocale& locale = QLocale());
/// Number and unit with a thin space that does not break: "68.4 kg".
[[nodiscard]] QString withUnit(const QString& number, const QString& unit);
/// A share from 0 to 1 as "61 %".
[[nodiscard]] QString percentText(double share, const QLocale& locale = QLocale());

/// Whole years lived on `on`; none before the birth or with an invalid date. A 29 February counts from 1
/// March.
[[nodiscard]] std::optional<int> ageYears(QDate birth, QDate on);
/// "42 y"; empty without an age.
[[nodiscard]] QString ageText(QDate birth, QDate on);
/// Elapsed time in its two largest units: "5 h 32 min", "2 d 3 h", "45 s". Milliseconds, 0 or more.
[[nodiscard]] QString durationText(qint64 ms);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QStringView>
#include <QTime>

#include <optional>

/// What people type, read strictly: whatever could mean two things is refused rather than guessed.
namespace kairos::ui {

/// A number as typed. The locale's decimal sign is read, and the other of "." and "," too where it cannot be
/// a group sign: "68,4" is 68.4 in English, "1,234" is refused in English and "1.234" in German. A trailing
/// `unit` is let pass; − and - are both minus; group signs are never read.
[[nodiscard]] std::optional<double> readNumber(QStringView text, const QLocale& locale,
                                               QStringView unit = {});

/// A date as typed: "1984-03-14", "14.3.1984", "14 Mar 1984", "Wed 14 Mar 1984" (the weekday must fit), month
/// names of the locale or English, "14/3/1984" in the order of the locale. Years have four digits.
[[nodiscard]] std::optional<QDate> readDate(QStringView text, const QLocale& locale);

/// A time of day as typed: "9:36", "09.36", "0936", "936"; 24 hours.
[[nodiscard]] std::optional<QTime> readTime(QStringView text);

} // namespace kairos::ui

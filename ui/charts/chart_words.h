// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/trend.h"
#include "core/scales/instrument.h"

#include <QLocale>
#include <QString>

namespace kairos::ui {

/// What a point says when the cursor or the arrow keys stand on it: date, day, total, band, time since the
/// last dose, and why it is drawn hollow.
[[nodiscard]] QString readOutText(const scales::Instrument& instrument, const outcomes::TrendPoint& point,
                                  const outcomes::Course& course, const QLocale& locale);

/// "2 Nov, day 56"; the day is left out without doses.
[[nodiscard]] QString shortDateText(const outcomes::TrendPoint& point, const QTimeZone& zone,
                                    const QLocale& locale);

/// A whole number with a true minus sign.
[[nodiscard]] QString signedText(int number);

} // namespace kairos::ui

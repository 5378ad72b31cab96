// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kairos::record {
struct Reading;
}

namespace kairos::ui {

class DosingController;

/// The words of a running session, the same on the page and in the room view.
/// "30" and ":40"; the minute is empty before minute 0.
[[nodiscard]] QString minuteWords(const DosingController& controller);
[[nodiscard]] QString secondWords(const DosingController& controller);
/// "started 10:12 · infusion ends 10:52, in 9 min"
[[nodiscard]] QString infusionWords(const DosingController& controller);
/// "given 26.2 of 34.2 mg"
[[nodiscard]] QString givenWords(const DosingController& controller);
/// "due now", "late by 4 min", "in time"
[[nodiscard]] QString dueStateWords(const DosingController& controller);
/// "Reading 30 min", or what stands there while nothing is due.
[[nodiscard]] QString dueTitleWords(const DosingController& controller);
/// "BP, heart rate, SpO₂, sedation · grace until 10:45"
[[nodiscard]] QString dueDetailWords(const DosingController& controller);
/// "then 40 min at 10:52 with CADSS"
[[nodiscard]] QString nextWords(const DosingController& controller);
/// "149/92"; a dash without a reading.
[[nodiscard]] QString pressureWords(const DosingController& controller);
/// "at 10:32, 20 min"
[[nodiscard]] QString lastWhenWords(const DosingController& controller);
/// "HR 86", "SpO₂ 97 %", "MOAA/S 5", with what was not measured left out.
[[nodiscard]] QString signWords(const record::Reading& reading);

} // namespace kairos::ui

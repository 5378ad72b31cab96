// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/exposure.h"

#include <QLocale>
#include <QString>

namespace kairos::workflow {

/// What a patient was given over all plans, in one line: doses, mg and mg/kg by drug and route, 30 and 90
/// days.
[[nodiscard]] QString exposureWords(const Exposure& exposure, const QLocale& locale);
/// When a check is due, with its mark.
[[nodiscard]] QString checkWords(const ExposureCheckState& state, const QLocale& locale);

} // namespace kairos::workflow

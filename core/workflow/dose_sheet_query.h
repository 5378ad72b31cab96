// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/ids.h"
#include "core/reports/dose_sheet.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads the doses of a patient over all plans in words: one source for the chart's table and its print.
class DoseSheetQuery final {
public:
    explicit DoseSheetQuery(OpenPractice& practice) : m_practice(practice) {}

    /// NotFound, Storage, or Damaged with the record named.
    [[nodiscard]] base::Result<reports::DoseSheet> sheet(const record::PatientId& patient,
                                                         const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

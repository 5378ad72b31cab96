// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/adverse_sheet.h"
#include "core/workflow/adverse_filter.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads the register of adverse events for its print.
class AdverseSheetQuery final {
public:
    explicit AdverseSheetQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The events that the filter leaves, the latest first. Errors as AdverseRegisterQuery::rows().
    [[nodiscard]] base::Result<reports::AdverseSheet> sheet(const AdverseFilter& filter,
                                                            const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

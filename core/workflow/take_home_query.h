// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/ids.h"
#include "core/reports/take_home.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads what stands on the page a patient takes home.
class TakeHomeQuery final {
public:
    explicit TakeHomeQuery(OpenPractice& practice) : m_practice(practice) {}

    /// NotFound, Storage, or Damaged with the record named.
    [[nodiscard]] base::Result<reports::TakeHome> page(const record::PatientId& patient,
                                                       const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

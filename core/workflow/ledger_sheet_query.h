// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/ledger_sheet.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads the drug ledger for its inspection print.
class LedgerSheetQuery final {
public:
    explicit LedgerSheetQuery(OpenPractice& practice) : m_practice(practice) {}

    /// Every lot with every line. Patients stand by their MRN alone. Storage, Damaged.
    [[nodiscard]] base::Result<reports::LedgerSheet> sheet(const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

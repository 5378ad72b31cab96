// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/call_sheet.h"

#include <QDate>
#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads a day's doses for the sheet to call by.
class CallSheetQuery final {
public:
    explicit CallSheetQuery(OpenPractice& practice) : m_practice(practice) {}

    /// The sheet of one day, in the order of time. Storage, Damaged.
    [[nodiscard]] base::Result<reports::CallSheet> sheet(QDate day, const QLocale& locale) const;

private:
    OpenPractice& m_practice;
};

} // namespace kairos::workflow

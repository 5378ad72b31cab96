// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/patient.h"
#include "core/reports/sheet_head.h"

#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// The practice, who prints and when, and the record's fingerprint; title, subtitle and what is left out are
/// the sheet's own. Storage.
[[nodiscard]] base::Result<reports::SheetHead> sheetHead(const OpenPractice& practice, const QLocale& locale);
/// Whose sheet it is: "Elena Marsh · born 14 Mar 1984 · MRN K-0147".
[[nodiscard]] QString whoseSheet(const record::Patient& patient, const QLocale& locale);

} // namespace kairos::workflow

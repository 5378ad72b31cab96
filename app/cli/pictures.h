// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include "ui/charts/axis_ticks.h"
#include "ui/shared/theme.h"

#include "core/base/result.h"
#include "core/record/ids.h"

#include <QString>

namespace kairos::workflow {
class OpenPractice;
struct RatingSeries;
} // namespace kairos::workflow

/// What kairos-cli draws: built only together with the desktop program's rooms.
namespace kairos::cli {

/// One trend as a file.
struct TrendPicture {
    record::PatientId patient;
    const workflow::RatingSeries* series = nullptr; ///< never null
    ui::AxisMode axis = ui::AxisMode::Dates;
    ui::ThemeId theme = ui::ThemeId::Print;
    QString path;
};

/// Writes the trend as PNG, SVG or PDF, by the ending of the path: the chart of the trends page.
[[nodiscard]] base::Outcome writeTrend(workflow::OpenPractice& practice, const TrendPicture& picture);

/// What `sheets` takes besides the patient whose sheets it lists.
[[nodiscard]] QList<Option> sheetPrintOptions();
/// Whether one of them was given.
[[nodiscard]] bool printsSheet(const Arguments& arguments);
/// One sheet of therapy as PDF, as the program prints it. InvalidInput: an option is missing or makes no
/// sense. NotFound, Damaged: the sheet. Storage: the file was not written.
[[nodiscard]] base::Result<Reply> printSheet(const Arguments& arguments);

/// The session summary as PDF.
[[nodiscard]] Command summaryCommand();

} // namespace kairos::cli

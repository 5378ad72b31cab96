// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPageSize>
#include <QSizeF>

namespace kairos::ui {

/// The two papers clinics have.
enum class PaperSize { A4, Letter };

/// The same for Qt's printing.
[[nodiscard]] inline QPageSize pageSizeOf(PaperSize paper) {
    return QPageSize(paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter);
}

/// Width and height in points (1/72 inch), upright.
[[nodiscard]] inline QSizeF pointsOf(PaperSize paper) {
    return pageSizeOf(paper).size(QPageSize::Point);
}

} // namespace kairos::ui

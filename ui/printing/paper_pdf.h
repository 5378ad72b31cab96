// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper.h"

#include "core/base/result.h"

#include <QString>

class QPagedPaintDevice;

namespace kairos::ui {

class PaperPainter;

/// Draws every page on a printer or PDF writer that is set to the painter's paper without margins.
/// Storage: the device refused a page.
[[nodiscard]] base::Outcome printPaper(PaperPainter& document, QPagedPaintDevice& device);

/// Writes the PDF whole or not at all. Storage: the folder cannot be written or the disk is full.
[[nodiscard]] base::Outcome writePdf(PaperPainter& document, const QString& path);

} // namespace kairos::ui

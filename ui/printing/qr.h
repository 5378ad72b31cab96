// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/page_pen.h"

namespace kairos::ui {

/// A QR code of a short text in a square of the page, as filled modules: no image. Nothing is drawn when the
/// text is too long for one.
void paintQr(PagePen& pen, const QRectF& square, const QString& text);

} // namespace kairos::ui

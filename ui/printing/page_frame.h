// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/page_pen.h"
#include "ui/printing/paper.h"

#include <QRectF>
#include <QStringList>

namespace kairos::ui {

/// Where the content of a page stands, in points: inside the margins, above the foot.
[[nodiscard]] QRectF pageContent(PaperSize paper);

/// The foot of every page: a QR code of `code`, and lines beside it, the first one strong.
void paintPageFoot(PagePen& pen, const QRectF& content, const QString& code, const QStringList& lines);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/paper.h"

#include <QString>

class QPainter;

namespace kairos::ui {

/// A document on paper: one path for printer, PDF and preview.
class PaperPainter {
public:
    PaperPainter() = default;
    virtual ~PaperPainter() = default;
    Q_DISABLE_COPY_MOVE(PaperPainter)

    [[nodiscard]] virtual PaperSize paper() const = 0;
    /// What the document is called, e.g. in a PDF.
    [[nodiscard]] virtual QString title() const = 0;
    /// How many pages it takes on the painter's device.
    [[nodiscard]] virtual int pageCount(QPainter& painter) = 0;
    /// Draws one page, from 0, at the painter's origin. \pre 0 <= index < pageCount()
    virtual void paintPage(QPainter& painter, int index) = 0;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/status_chip.h"

#include <QEvent>
#include <QPainter>

namespace kairos::ui {

StatusChip::StatusChip(Chip chip, QWidget* parent) : QWidget(parent), m_chip(std::move(chip)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_chip.accessibleText());
}

void StatusChip::setChip(const Chip& chip) {
    if (chip == m_chip) {
        return;
    }
    m_chip = chip;
    setAccessibleName(m_chip.accessibleText());
    updateGeometry();
    update();
}

void StatusChip::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    paintChip(painter, themeOf(*this), rect(), m_chip);
}

void StatusChip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        updateGeometry();
    }
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include <QWidget>

namespace kairos::ui {

/// A state that stands alone on a page. Its accessible name is word and object.
class StatusChip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusChip)

public:
    explicit StatusChip(Chip chip, QWidget* parent = nullptr);

    [[nodiscard]] const Chip& chip() const { return m_chip; }
    void setChip(const Chip& chip);

    [[nodiscard]] QSize sizeHint() const override { return chipSize(m_chip); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Chip m_chip;
};

} // namespace kairos::ui

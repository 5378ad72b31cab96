// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace kairos::ui {

/// Scrolls up and down, and keeps the room of its scroll bar free while there is none: what stands in it does
/// not move aside when it grows longer than the page.
class SteadyScroll final : public QScrollArea {
    Q_OBJECT
public:
    explicit SteadyScroll(QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void keepRoom();
};

} // namespace kairos::ui

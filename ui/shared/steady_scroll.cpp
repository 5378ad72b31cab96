// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/steady_scroll.h"

#include <QEvent>
#include <QScrollBar>

namespace kairos::ui {

SteadyScroll::SteadyScroll(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->installEventFilter(this);
    keepRoom();
}

bool SteadyScroll::eventFilter(QObject* watched, QEvent* event) {
    const bool isTaken = QScrollArea::eventFilter(watched, event);
    if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        keepRoom();
    }
    return isTaken;
}

void SteadyScroll::keepRoom() {
    const QScrollBar& bar = *verticalScrollBar();
    const QMargins room(0, 0, bar.isVisibleTo(this) ? 0 : bar.sizeHint().width(), 0);
    if (viewportMargins() != room) {
        setViewportMargins(room);
    }
}

} // namespace kairos::ui

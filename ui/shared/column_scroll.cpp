// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/column_scroll.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace kairos::ui {

ColumnScroll::ColumnScroll(int leastWidth, QWidget* parent) : QScrollArea(parent), m_leastWidth(leastWidth) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ColumnScroll::sizeHint() const {
    return {neededWidth(), QScrollArea::sizeHint().height()};
}

QSize ColumnScroll::minimumSizeHint() const {
    return {neededWidth(), QScrollArea::minimumSizeHint().height()};
}

bool ColumnScroll::eventFilter(QObject* watched, QEvent* event) {
    const bool isTaken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return isTaken;
}

int ColumnScroll::neededWidth() const {
    const int content = widget() == nullptr ? 0 : widget()->minimumSizeHint().width();
    return std::max(m_leastWidth, content + verticalScrollBar()->sizeHint().width());
}

} // namespace kairos::ui

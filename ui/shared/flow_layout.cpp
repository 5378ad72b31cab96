// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/flow_layout.h"

#include <QWidget>

namespace kairos::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout(parent), m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<QRect> FlowLayout::placesIn(const QRect& rect) const {
    QList<QRect> places;
    int left = rect.left();
    int top = rect.top();
    int line = 0; // its height so far
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) {
            places.append(QRect());
            continue;
        }
        const QSize size(qMin(item->sizeHint().width(), rect.width()), item->sizeHint().height());
        if (left > rect.left() && left + size.width() > rect.right() + 1) {
            left = rect.left();
            top += line + m_gap;
            line = 0;
        }
        places.append(QRect(QPoint(left, top), size));
        left += size.width() + m_gap;
        line = qMax(line, size.height());
    }
    return places;
}

int FlowLayout::heightForWidth(int width) const {
    int bottom = 0;
    for (const QRect& place : placesIn(QRect(0, 0, width, 0))) {
        bottom = place.isNull() ? bottom : qMax(bottom, place.bottom() + 1);
    }
    return bottom;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            size = size.expandedTo(item->minimumSize());
        }
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const QList<QRect> places = placesIn(rect);
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        m_items.at(i)->setGeometry(places.at(i));
    }
}

} // namespace kairos::ui

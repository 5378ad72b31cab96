// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tab_order.h"

#include <QApplication>
#include <QScrollArea>
#include <QWidget>

#include <algorithm>

namespace kairos::ui {
namespace {

QList<QWidget*> tabStops(const QWidget& root) {
    QList<QWidget*> stops;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool isStop = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        if (isStop && widget->window() == root.window() && widget->isVisible() && widget->isEnabled()) {
            stops.append(widget);
        }
    }
    return stops;
}

} // namespace

bool focusNextInTree(QWidget& root, bool next) {
    const QList<QWidget*> stops = tabStops(root);
    if (stops.isEmpty()) {
        return false;
    }
    QWidget* const focused = QApplication::focusWidget();
    qsizetype at = stops.indexOf(focused);
    if (at < 0 && focused != nullptr) {
        // Between two stops, e.g. on a page as a whole: on to its first part.
        const auto inside = std::find_if(stops.begin(), stops.end(),
                                         [&](const QWidget* stop) { return focused->isAncestorOf(stop); });
        at = inside != stops.end() ? inside - stops.begin() - (next ? 1 : 0) : -1;
    }
    const qsizetype to = (at + (next ? 1 : -1) + stops.size()) % stops.size();
    stops.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tab_bar.h"

#include <QTabBar>

namespace kairos::ui {

QTabBar* makeTabBar(const QStringList& titles, QWidget* parent) {
    auto* bar = new QTabBar(parent);
    bar->setDrawBase(false);
    bar->setExpanding(false);
    bar->setElideMode(Qt::ElideNone);
    bar->setUsesScrollButtons(true);
    for (const QString& title : titles) {
        bar->addTab(title);
    }
    return bar;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_page.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/tab_bar.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/risk_lane.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

ChartPage::ChartPage(const ChartPlace& place, const PageContext& context, QWidget* parent)
    : Page(parent), m_place(place), m_context(context) {
    m_tabs = m_context.pages != nullptr ? m_context.pages->chartTabs() : QList<ChartTab>();
    if (m_place.tab.isEmpty()) {
        m_place.tab = kTabOverview;
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_barRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_barRow);
    row->setContentsMargins(px(10), 0, px(16), 1);
    row->setSpacing(px(12));
    QStringList titles;
    int current = 0;
    for (int i = 0; i < m_tabs.size(); ++i) {
        titles.append(m_tabs.at(i).title);
        current = m_tabs.at(i).id == m_place.tab ? i : current;
        auto* jump = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(jump, &QShortcut::activated, this, [this, i] { goTo(i); });
    }
    m_bar = makeTabBar(titles, m_barRow);
    m_bar->setAccessibleName(tr("Parts of the chart"));
    m_bar->setCurrentIndex(current);
    row->addWidget(m_bar, 1);
    const QString keys = tr("Ctrl+1 to %1", "the keys of the tabs").arg(m_tabs.size());
    row->addWidget(makeKeyHints({{keys, tr("tabs")}}, m_barRow));
    column->addWidget(m_barRow);
    if (!m_tabs.isEmpty()) {
        m_tab = m_context.pages->makeChartTab(m_tabs.at(current).id, m_place.patient, m_context, this);
    }
    if (m_tab != nullptr) {
        column->addWidget(m_tab, 1);
        setFocusProxy(m_tab);
        if (!m_place.part.isEmpty()) {
            m_tab->showPart(m_place.part);
        }
        connect(m_tab, &Page::draftKept, this, &Page::draftKept);
        connect(m_tab, &Page::draftSettled, this, &Page::draftSettled);
        connect(m_tab, &Page::titleChanged, this, &Page::titleChanged);
    } else {
        column->addWidget(
            new EmptyState(Icon::Folder, tr("This program has no parts of the chart."), {}, this));
        column->addStretch(1);
    }
    connect(m_bar, &QTabBar::currentChanged, this, &ChartPage::goTo);
    auto* risk = new QShortcut(QKeySequence(Qt::Key_F6), this);
    connect(risk, &QShortcut::activated, this, [this] {
        const RiskPlace to{m_place.patient};
        if (m_context.navigator.canOpen(to)) {
            m_context.navigator.open(to);
        }
    });
}

void ChartPage::goTo(int tab) {
    if (tab < 0 || tab >= m_tabs.size() || m_tabs.at(tab).id == m_place.tab) {
        return;
    }
    m_context.navigator.open(ChartPlace{m_place.patient, m_tabs.at(tab).id});
    // Where the page stays, e.g. because a draft could not be kept, the bar stays with it.
    const auto own = std::find_if(m_tabs.begin(), m_tabs.end(),
                                  [this](const ChartTab& candidate) { return candidate.id == m_place.tab; });
    const QSignalBlocker quiet(m_bar);
    m_bar->setCurrentIndex(static_cast<int>(own - m_tabs.begin()));
}

QString ChartPage::title() const {
    return m_tab != nullptr ? m_tab->title() : tr("Chart");
}

bool ChartPage::mayLeave() {
    return m_tab == nullptr || m_tab->mayLeave();
}

void ChartPage::refresh() {
    if (m_tab != nullptr) {
        m_tab->refresh();
    }
}

QList<KeyHint> ChartPage::keyHints() const {
    QList<KeyHint> hints = m_tab != nullptr ? m_tab->keyHints() : QList<KeyHint>();
    hints.append(
        {tr("Ctrl+1 to %1", "the keys of the tabs").arg(m_tabs.size()), tr("go to a part of the chart")});
    hints.append({keyText(QKeySequence(Qt::Key_F6)), tr("open the risk lane")});
    return hints;
}

bool ChartPage::suspendsIdleLock() const {
    return m_tab != nullptr && m_tab->suspendsIdleLock();
}

void ChartPage::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(m_barRow->geometry(), theme.color(Token::Surface));
    painter.fillRect(QRect(0, m_barRow->geometry().bottom(), width(), 1), theme.color(Token::Line));
}

} // namespace kairos::ui

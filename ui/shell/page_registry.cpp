// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_registry.h"

namespace kairos::ui {

void PageRegistry::addChartTab(const ChartTab& tab, TabMaker maker) {
    m_tabs.append({tab, std::move(maker)});
}

bool PageRegistry::has(const Place& place) const {
    return static_cast<bool>(m_makers[indexOf(place.kind())]);
}

Page* PageRegistry::make(const Place& place, PageContext& context, QWidget* parent) {
    return has(place) ? m_makers[indexOf(place.kind())](place, context, parent) : nullptr;
}

QList<ChartTab> PageRegistry::chartTabs() const {
    QList<ChartTab> tabs;
    for (const Tab& tab : m_tabs) {
        tabs.append(tab.tab);
    }
    return tabs;
}

Page* PageRegistry::makeChartTab(const QString& tab, const record::PatientId& patient, PageContext& context,
                                 QWidget* parent) {
    for (const Tab& known : m_tabs) {
        if (known.tab.id == tab) {
            return known.maker(patient, context, parent);
        }
    }
    return nullptr;
}

PatientHeaderBase* PageRegistry::makePatientHeader(PageContext& context, QWidget* parent) const {
    return m_header ? m_header(context, parent) : nullptr;
}

int PageRegistry::badgeOf(const Place& place, PageContext& context) const {
    const Badge& badge = m_badges[indexOf(place.kind())];
    return badge ? badge(context) : 0;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page_factory.h"

class QTabBar;

namespace kairos::ui {

/// The chart of a patient: a bar of tabs and the one that is open. The tabs are other rooms' pages, asked for
/// by id; Ctrl+1 to Ctrl+9 go to them.
class ChartPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPage)

public:
    ChartPage(const ChartPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    [[nodiscard]] bool suspendsIdleLock() const override;

    [[nodiscard]] Page* currentTab() const { return m_tab; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void goTo(int tab);

    ChartPlace m_place;
    PageContext m_context;
    QList<ChartTab> m_tabs;
    QTabBar* m_bar = nullptr;
    QWidget* m_barRow = nullptr;
    Page* m_tab = nullptr;
};

} // namespace kairos::ui

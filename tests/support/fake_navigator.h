// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QList>

namespace kairos::test {

/// Remembers where it was sent; it has every place.
class FakeNavigator final : public ui::Navigator {
public:
    void open(const ui::Place& place) override { m_opened.append(place); }
    void replace(const ui::Place& place) override { m_opened.append(place); }
    void goBack() override { ++m_backs; }
    [[nodiscard]] bool canOpen(const ui::Place& place) const override {
        Q_UNUSED(place)
        return true;
    }

    [[nodiscard]] const QList<ui::Place>& opened() const { return m_opened; }
    [[nodiscard]] int backs() const { return m_backs; }

private:
    QList<ui::Place> m_opened;
    int m_backs = 0;
};

} // namespace kairos::test

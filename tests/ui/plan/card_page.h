// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QVBoxLayout>

namespace kairos::test {

/// A page that holds one card of the plan alone.
template <class Card>
class CardPage : public ui::Page {
public:
    explicit CardPage(const ui::PageContext& context) : m_card(new Card(context, this)) {
        auto* column = new QVBoxLayout(this);
        column->addWidget(m_card);
        column->addStretch(1);
    }
    [[nodiscard]] QString title() const override { return QStringLiteral("One card"); }
    [[nodiscard]] Card& card() { return *m_card; }

private:
    Card* m_card;
};

} // namespace kairos::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QList>

class QStackedLayout;

namespace kairos::ui {

class Banner;
class CaseloadColumn;
class Card;
class PageHead;

/// All patients by their stage of care, one column a stage.
class CaseloadPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseloadPage)

public:
    explicit CaseloadPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void build();
    [[nodiscard]] QWidget* buildEmpty();
    void moveSide(const CaseloadColumn& from, int direction);

    PageContext m_context;
    PageHead* m_head = nullptr;
    Banner* m_trouble = nullptr;
    QStackedLayout* m_stack = nullptr;
    QList<Card*> m_cards;
    QList<CaseloadColumn*> m_columns;
};

} // namespace kairos::ui

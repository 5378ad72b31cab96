// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ledger/ledger_form.h"

#include "ui/shared/page.h"

#include <QHash>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class EmptyState;
class LotModel;
class PageHead;
class RegisterModel;
class TableView;

/// The drug ledger: the lots with their balance, the register of the chosen one, and what may be written.
class LedgerPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerPage)

public:
    explicit LedgerPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    [[nodiscard]] LedgerForm& form() { return *m_form; }
    [[nodiscard]] TableView& lots() { return *m_lots; }
    [[nodiscard]] TableView& lines() { return *m_lines; }
    [[nodiscard]] QPushButton& act(LedgerAct act) { return *m_acts.value(act); }

private:
    void buildLots(QVBoxLayout& column);
    void buildRegister(QVBoxLayout& column);
    void addAct(LedgerAct act, const QString& text, const QKeySequence& key);
    void begin(LedgerAct act);
    /// Says of each act why it cannot be done as things stand.
    void judgeActs();
    void showLot();
    [[nodiscard]] std::optional<workflow::LotView> currentLot() const;

    PageContext m_context;
    PageHead* m_head = nullptr;
    Banner* m_trouble = nullptr;
    EmptyState* m_empty = nullptr;
    Card* m_lotCard = nullptr;
    LotModel* m_lotModel = nullptr;
    TableView* m_lots = nullptr;
    Card* m_registerCard = nullptr;
    RegisterModel* m_registerModel = nullptr;
    TableView* m_lines = nullptr;
    LedgerForm* m_form = nullptr;
    QHash<LedgerAct, QPushButton*> m_acts;
};

} // namespace kairos::ui

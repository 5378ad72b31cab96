// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/adverse_register.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class AdverseFilterBar;
class AdverseModel;
class Banner;
class Card;
class EmptyState;
class FollowUpForm;
class PageHead;
class TableView;

/// The register of adverse events over all patients: narrowed, followed up, exported and printed.
class OutcomesPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutcomesPage)

public:
    explicit OutcomesPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;
    [[nodiscard]] AdverseFilterBar& filterBar() { return *m_filter; }
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] FollowUpForm& followUp() { return *m_followUp; }
    [[nodiscard]] EmptyState& empty() { return *m_empty; }

private:
    void buildHead(QVBoxLayout& column);
    void buildTable(QVBoxLayout& column);
    void show(const workflow::AdverseRegister& found);
    void showEmpty(const workflow::AdverseRegister& found);
    void openRow(int row);
    void beginFollowUp();
    void exportCsv();
    void say(const base::Error& error);
    [[nodiscard]] std::optional<workflow::AdverseRow> current() const;

    PageContext m_context;
    PageHead* m_head = nullptr;
    Banner* m_trouble = nullptr;
    Banner* m_damage = nullptr;
    AdverseFilterBar* m_filter = nullptr;
    FollowUpForm* m_followUp = nullptr;
    Card* m_card = nullptr;
    AdverseModel* m_model = nullptr;
    TableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_followButton = nullptr;
    QPushButton* m_exportButton = nullptr;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/patient_list.h"

#include <optional>

class QPushButton;
class QStackedLayout;

namespace kairos::ui {

class Banner;
class EmptyState;
class PatientsModel;
class SearchField;
class Segments;
class TableView;
class TextLabel;

/// The caseload: search as you type, a filter by stage, the most urgent first.
class PatientsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientsPage)

public:
    PatientsPage(const PatientsPlace& place, PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SearchField& search() { return *m_search; }
    [[nodiscard]] TableView& table() { return *m_table; }

private:
    void build();
    void buildFilter(class QVBoxLayout& column);
    void buildList(QVBoxLayout& column);
    void arrangeColumns();
    void reload();
    void showCounts();
    void showState();
    void moveChoice(int steps);
    void openRow(int row);
    void addPatient();
    void clearFilter();
    void toggleOrder();
    [[nodiscard]] std::optional<record::Stage> chosenStage() const;

    PageContext& m_context;
    workflow::PatientQuery m_query;
    SearchField* m_search = nullptr;
    Segments* m_stages = nullptr;
    QPushButton* m_order = nullptr;
    Banner* m_trouble = nullptr;
    QStackedLayout* m_stack = nullptr;
    PatientsModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QWidget* m_listCard = nullptr;
    QWidget* m_emptyHolder = nullptr;
    EmptyState* m_empty = nullptr;
    TextLabel* m_shown = nullptr;
    workflow::StageCounts m_counts;
};

} // namespace kairos::ui

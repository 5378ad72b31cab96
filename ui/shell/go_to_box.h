// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QDialog>

#include <optional>

namespace kairos::ui {

class EmptyState;
struct GoToRow;
class GoToModel;
class SearchField;
class TableView;
class TextLabel;

/// Ctrl+K: type a few letters of a patient or a place, Enter goes there.
class GoToBox final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToBox)

public:
    /// `opened` is the patient whose page is open behind it.
    GoToBox(PageContext& context, const std::optional<record::PatientId>& opened, QWidget* parent = nullptr);

private:
    void find(const QString& words);
    [[nodiscard]] QList<GoToRow> places(const QString& words) const;
    /// The first patients whom the words find, and how many more there are.
    [[nodiscard]] std::pair<QList<GoToRow>, int> patients(const QString& words) const;
    void showMore(int more);
    void showNothing(const QString& words);
    void moveChoice(int steps);
    void go(int row);

    PageContext& m_context;
    std::optional<record::PatientId> m_opened;
    GoToModel* m_model;
    SearchField* m_search;
    TableView* m_table;
    EmptyState* m_nothing;
    TextLabel* m_more;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QDialog>

namespace kairos::ui {

class GoToModel;
class SearchField;
class TableView;

/// Ctrl+K: type a few letters of a patient or a place, Enter goes there.
class GoToBox final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToBox)

public:
    explicit GoToBox(PageContext& context, QWidget* parent = nullptr);

private:
    void find(const QString& words);
    void moveChoice(int steps);
    void go(int row);

    PageContext& m_context;
    GoToModel* m_model;
    SearchField* m_search;
    TableView* m_table;
};

} // namespace kairos::ui

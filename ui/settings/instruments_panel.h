// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class InstrumentsModel;
class TableView;

/// What rating scales the practice has, whose wording they show, and which files of its own were refused and
/// why; a file is added here.
class InstrumentsPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstrumentsPanel)

public:
    explicit InstrumentsPanel(PageContext& context, QWidget* parent = nullptr);

    void refresh();

private:
    void ask();
    void add(const QString& path);
    void showRefused();

    PageContext& m_context;
    Banner* m_result;
    Banner* m_refused;
    InstrumentsModel* m_model;
    TableView* m_table;
    QPushButton* m_add;
};

} // namespace kairos::ui

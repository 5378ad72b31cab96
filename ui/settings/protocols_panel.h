// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/base/result.h"

class QPushButton;

namespace kairos::workflow {
class ProtocolDraft;
}

namespace kairos::ui {

class Banner;
class Card;
class ProtocolEditor;
class ProtocolsModel;
class TableView;

/// What protocols the practice has, which files of its own were refused and why; a file is added here, and a
/// protocol is copied and changed.
class ProtocolsPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProtocolsPanel)

public:
    explicit ProtocolsPanel(PageContext& context, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] ProtocolsModel& model() { return *m_model; }
    [[nodiscard]] ProtocolEditor& editor() { return *m_editor; }

private:
    void buildTable();
    void ask();
    void add(const QString& path);
    void copy();
    void change();
    void begin(const QString& title, base::Result<workflow::ProtocolDraft> draft);
    void finish(const QString& id);
    void showRefused();
    void showButtons();
    [[nodiscard]] QString chosen() const;

    PageContext& m_context;
    Banner* m_result;
    Banner* m_refused;
    Card* m_card;
    ProtocolsModel* m_model;
    TableView* m_table;
    QPushButton* m_copy;
    QPushButton* m_change;
    QPushButton* m_add;
    ProtocolEditor* m_editor;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/base/result.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kairos::ui {

class Banner;
class Card;
class MacrosModel;
class TableView;

/// The text macros of the signed-in clinician: those of the program to read, the own ones to write, change
/// and take away. Each is saved at once and lies in the practice file.
class MacrosPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MacrosPanel)

public:
    explicit MacrosPanel(PageContext& context, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] MacrosModel& model() { return *m_model; }
    [[nodiscard]] QLineEdit& nameEdit() { return *m_name; }
    [[nodiscard]] QPlainTextEdit& textEdit() { return *m_text; }
    [[nodiscard]] const Banner& result() const { return *m_result; }

private:
    void buildTable();
    void buildForm();
    void begin();
    void save();
    void remove();
    void showChosen();
    void say(const base::Outcome& outcome);

    PageContext& m_context;
    QString m_changed; ///< the name of the own macro in the form; empty for a new one
    Banner* m_result;
    Card* m_listCard;
    Card* m_formCard;
    MacrosModel* m_model;
    TableView* m_table;
    QLineEdit* m_name;
    QPlainTextEdit* m_text;
    QPushButton* m_new;
    QPushButton* m_remove;
    QPushButton* m_save;
};

} // namespace kairos::ui

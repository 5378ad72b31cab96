// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Field;
class TableView;
class TextLabel;

class OwnWordsModel final : public RowModel<QString> {
    Q_OBJECT

public:
    explicit OwnWordsModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const QString& word, int column) const override;
    [[nodiscard]] QVariant extra(const QString& word, int column, int role) const override;
};

/// The words that the signed-in clinician takes for good in notes. Each is saved at once; Delete takes one
/// back.
class OwnWordsList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnWordsList)

public:
    explicit OwnWordsList(PageContext& context, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QLineEdit& wordEdit() { return *m_word; }
    [[nodiscard]] TableView& table() { return *m_table; }

private:
    void add();
    void remove();
    void say(const base::Outcome& outcome);

    PageContext& m_context;
    OwnWordsModel* m_model;
    QLineEdit* m_word = nullptr;
    QPushButton* m_add = nullptr;
    TextLabel* m_trouble = nullptr;
    TextLabel* m_none = nullptr;
    TableView* m_table = nullptr;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/record/practice.h"

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class DateField;
class Field;
class TableView;
class TextLabel;

class HolidayModel final : public RowModel<record::Holiday> {
    Q_OBJECT

public:
    enum Column { Day, Name };
    explicit HolidayModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const record::Holiday& holiday, int column) const override;
    [[nodiscard]] QVariant extra(const record::Holiday& holiday, int column, int role) const override;
};

/// The clinic's holidays, each with its name. Each is saved at once; Delete takes one back.
class HolidayList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HolidayList)

public:
    explicit HolidayList(PageContext& context, QWidget* parent = nullptr);

    void refresh();

private:
    void save();
    void remove();
    void say(const base::Outcome& outcome);

    PageContext& m_context;
    HolidayModel* m_model;
    TableView* m_table = nullptr;
    TextLabel* m_none = nullptr;
    TextLabel* m_trouble = nullptr;
    Field* m_dayField = nullptr;
    DateField* m_day = nullptr;
    QLineEdit* m_name = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace kairos::ui

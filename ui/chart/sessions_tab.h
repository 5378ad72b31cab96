// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QStackedLayout;

namespace kairos::ui {

class Banner;
class SessionTable;
class TableView;
class TextLabel;

/// All sessions of a patient with their states; Enter opens, Ctrl+N books a new one.
class SessionsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionsTab)

public:
    SessionsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SessionTable& table() { return *m_table; }

private:
    void book();

    record::PatientId m_patient;
    PageContext m_context;
    TextLabel* m_count;
    QStackedLayout* m_panes;
    SessionTable* m_table;
    TableView* m_view;
};

} // namespace kairos::ui

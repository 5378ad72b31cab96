// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class DoseCourse;
class Segments;
class SessionTable;
class TableView;
class TextLabel;

/// All sessions of a patient with their states, or the doses among them side by side; Enter opens, Ctrl+N
/// books a new one, F7 changes between the two.
class SessionsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionsTab)

public:
    SessionsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SessionTable& table() { return *m_table; }
    [[nodiscard]] DoseCourse& doses() { return *m_doses; }

private:
    void book();
    void buildDoses(QVBoxLayout& column);
    void showView(int view);

    record::PatientId m_patient;
    PageContext m_context;
    TextLabel* m_count;
    Segments* m_views;
    QWidget* m_list = nullptr;
    DoseCourse* m_doses = nullptr;
    QStackedLayout* m_panes;
    SessionTable* m_table;
    TableView* m_view;
};

} // namespace kairos::ui

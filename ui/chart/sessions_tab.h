// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class AdversePart;
class DoseCourse;
class Segments;
class SessionTable;
class TableView;
class TextLabel;

/// All sessions of a patient with their states, the doses among them side by side, or the adverse events in
/// and between them; Enter opens, Ctrl+N books a session, Ctrl+Shift+A writes an event, F7 goes on to the
/// next of the three.
class SessionsTab final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionsTab)

public:
    SessionsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    /// One of kPart…, or the id of an adverse event.
    void showPart(const QString& part) override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SessionTable& table() { return *m_table; }
    [[nodiscard]] DoseCourse& doses() { return *m_doses; }
    [[nodiscard]] AdversePart& adverse() { return *m_adverse; }

private:
    void book();
    void writeAdverse();
    void buildTools(QVBoxLayout& column);
    void buildAdverse(QVBoxLayout& column);
    void buildDoses(QVBoxLayout& column);
    void showView(int view);

    record::PatientId m_patient;
    PageContext m_context;
    TextLabel* m_count;
    Segments* m_views;
    QWidget* m_list = nullptr;
    DoseCourse* m_doses = nullptr;
    AdversePart* m_adverse = nullptr;
    QStackedLayout* m_panes;
    SessionTable* m_table;
    TableView* m_view;
};

} // namespace kairos::ui

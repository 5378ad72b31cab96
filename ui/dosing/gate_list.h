// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/gate_check.h"
#include "core/safety/gates.h"

#include <QWidget>

class QLineEdit;

namespace kairos::ui {

class DosingController;
class Field;
class GateModel;
class TableView;
class TextLabel;

/// A gate as a list: what holds first, each line with its evidence, source and mark. It is answered by
/// keyboard: Y met, N not met, A not applicable, Enter writes evidence, F4 overrides.
class GateList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateList)

public:
    GateList(DosingController& controller, record::Gate gate, QWidget* parent = nullptr);

    /// Shows the lines as they stand now.
    void reload();
    [[nodiscard]] TableView& table() { return *m_table; }
    [[nodiscard]] QLineEdit& evidenceEdit() { return *m_evidence; }
    /// The gate is the question now: it can be answered, and the foot with the evidence shows.
    void openGate();
    /// It stands as it was answered.
    void closeGate();
    [[nodiscard]] bool isOpen() const { return !m_foot->isHidden(); }
    /// What the list has to say of the last key; empty while it says nothing.
    [[nodiscard]] QString message() const;
    /// "12 of 16": settled lines and all of them.
    [[nodiscard]] QString tally() const;
    /// The lines that hold.
    [[nodiscard]] int holdingCount() const;

Q_SIGNALS:
    /// Enter on the line that a second person settles with their own password.
    void secondPersonWanted();
    void reloaded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] const QList<safety::GateLine>& lines() const;
    [[nodiscard]] std::optional<safety::GateLine> currentLine() const;
    bool takeKey(int key);
    void answer(record::GateAnswer answer);
    void askOverride();
    void showCurrent();
    /// The name under which the evidence of a line is kept while it is typed.
    [[nodiscard]] QString place(const safety::GateLine& line) const;
    void selectFirstOpen();

    DosingController& m_controller;
    record::Gate m_gate;
    GateModel* m_model;
    TableView* m_table;
    QLineEdit* m_evidence;
    Field* m_field;
    QWidget* m_foot;
    TextLabel* m_source;
};

} // namespace kairos::ui

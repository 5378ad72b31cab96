// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/patient.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class PatientsModel;

/// Draws a patient as a card: name, what is next, and late or risk in words on a chip.
class CaseloadDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CaseloadDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The patients of one stage, the most dangerous need first. Up and down walk, left and right change the
/// column, Enter opens. A card is loaded when it is first shown.
class CaseloadColumn final : public QListView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseloadColumn)

public:
    CaseloadColumn(record::Stage stage, workflow::OpenPractice& practice, QWidget* parent = nullptr);

    [[nodiscard]] record::Stage stage() const { return m_stage; }
    void setPatients(const QList<record::PatientId>& patients);
    [[nodiscard]] PatientsModel& cards() { return *m_model; }
    /// Takes the keyboard at this row, or at the last one where the column is shorter. \pre not empty
    void enterAt(int row);

Q_SIGNALS:
    void patientOpened(const record::PatientId& patient);
    /// Left (-1) or right (1) was pressed.
    void sideWanted(int direction);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void openCurrent();

    record::Stage m_stage;
    PatientsModel* m_model;
};

} // namespace kairos::ui

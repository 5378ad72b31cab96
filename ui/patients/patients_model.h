// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/patient_list.h"

#include <QHash>

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

/// What the list gives its delegate beside the shared roles.
enum PatientRole : int {
    GivenRole = Qt::UserRole + 100, ///< int: doses given
    PlannedRole,                    ///< int: doses still planned
    ScoresRole,                     ///< QVariantList of double, oldest first
    ScoreRangeRole                  ///< QPointF: lowest and highest total of the instrument
};

/// The list of patients. It holds ids; a line is loaded when it is first shown, and kept.
class PatientsModel final : public RowModel<record::PatientId> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientsModel)

public:
    enum Column { Name, Born, Mrn, Stage, Doses, Score, Next, Attention };

    /// The practice outlives the model.
    explicit PatientsModel(workflow::OpenPractice& practice, QObject* parent = nullptr);

    /// Shows these patients; lines that were loaded before are loaded anew.
    void setPatients(QList<record::PatientId> patients);
    /// How many lines are loaded: as many as were shown.
    [[nodiscard]] qsizetype loadedCount() const { return m_lines.size(); }

protected:
    [[nodiscard]] QString display(const record::PatientId& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const record::PatientId& row, int column) const override;
    [[nodiscard]] QVariant extra(const record::PatientId& row, int column, int role) const override;

private:
    struct Line {
        workflow::PatientSummary summary;
        QString trouble; ///< why it could not be loaded; empty when all is well
    };

    const Line& lineOf(const record::PatientId& id) const;
    [[nodiscard]] QString bornText(const Line& line) const;
    [[nodiscard]] QString dosesText(const Line& line) const;
    [[nodiscard]] QString scoreText(const Line& line) const;
    [[nodiscard]] QString nextText(const Line& line) const;
    [[nodiscard]] Chip attention(const Line& line) const;

    workflow::OpenPractice& m_practice;
    mutable QHash<record::PatientId, Line> m_lines;
};

} // namespace kairos::ui

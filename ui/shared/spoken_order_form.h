// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_care.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Field;
class FormSection;
class TextLabel;
class TimeField;

/// How a verbal order was taken: who spoke it, when, and that it was read back. Nobody is preselected.
class SpokenOrderForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpokenOrderForm)

public:
    explicit SpokenOrderForm(workflow::OpenPractice& practice, QWidget* parent = nullptr);

    /// Begins anew: nobody spoke, taken now, not read back.
    void begin();
    /// Shows what is missing; true when nothing is.
    bool validate();
    /// The order as it was spoken; its prescriber is null while nobody is chosen.
    [[nodiscard]] record::Order spokenBy(record::Order order) const;
    [[nodiscard]] workflow::SpokenOrder spoken() const;
    [[nodiscard]] QComboBox& prescribers() { return *m_prescribers; }
    [[nodiscard]] QCheckBox& readBack() { return *m_readBack; }

private:
    workflow::OpenPractice& m_practice;
    FormSection* m_form;
    QComboBox* m_prescribers;
    Field* m_prescriber;
    TimeField* m_takenAt;
    QCheckBox* m_readBack;
    TextLabel* m_taker;
};

} // namespace kairos::ui

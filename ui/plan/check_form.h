// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/exposure.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kairos::ui {

class DateField;
class TextLabel;

/// Writes the result of a check that repeated doses ask for and that no scale answers: which, what was found,
/// on which day. The one that has been due for longest is chosen.
class CheckForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckForm)

public:
    explicit CheckForm(const PageContext& context, QWidget* parent = nullptr);

    void showChecks(const record::PatientId& patient, const QList<workflow::ExposureCheckState>& checks);

Q_SIGNALS:
    void saved();

private:
    void save();

    PageContext m_context;
    record::PatientId m_patient;
    QComboBox* m_check;
    QLineEdit* m_result;
    QCheckBox* m_concern;
    DateField* m_day;
    TextLabel* m_trouble;
};

} // namespace kairos::ui

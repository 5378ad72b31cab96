// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/plan_care.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class AbsenceList;
class Card;
class CourseModel;
class DateField;
class EmptyState;
class Field;
class TextLabel;

/// Fits a protocol to a patient: what is chosen at the left, the dated steps it would give at the right.
class FitPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FitPanel)

public:
    FitPanel(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The plan was saved as a draft.
    void saved();

private:
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildPreview();
    void buildWeekdays(QVBoxLayout& column);
    void buildPeople(QVBoxLayout& column);
    [[nodiscard]] QList<QDate> typedHolidays() const;
    void begin();
    [[nodiscard]] workflow::PlanWish wish() const;
    void showProtocol();
    void showPreview();
    void save();

    record::PatientId m_patient;
    PageContext m_context;
    EmptyState* m_empty;
    QWidget* m_fitting;
    QComboBox* m_protocol = nullptr;
    Field* m_protocolField = nullptr;
    TextLabel* m_note = nullptr;
    TextLabel* m_sources = nullptr;
    DateField* m_start = nullptr;
    QList<QCheckBox*> m_weekdays; ///< Monday first
    QLineEdit* m_holidays = nullptr;
    Field* m_holidayField = nullptr;
    QList<QCheckBox*> m_people; ///< in the order of m_clinicians
    QList<record::ClinicianId> m_clinicians;
    AbsenceList* m_away = nullptr;
    QPlainTextEdit* m_goals = nullptr;
    Card* m_previewCard = nullptr;
    TextLabel* m_findings = nullptr;
    TextLabel* m_trouble = nullptr;
    CourseModel* m_course;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui

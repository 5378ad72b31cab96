// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/step.h"
#include "core/record/therapy_session.h"

#include <optional>

class QComboBox;
class QListWidget;

namespace kairos::ui {

class Banner;
class Card;
class DateField;
class Field;
class SearchField;
class Segments;
class TextLabel;
class TimeField;

/// Books a dose or a therapy session, against a step of the plan where one waits for it, and opens it.
class NewSessionPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewSessionPage)

public:
    NewSessionPage(const NewSessionPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] SearchField& searchEdit() { return *m_search; }
    [[nodiscard]] Segments& kindChoice() { return *m_kind; }
    [[nodiscard]] QComboBox& stepChoice() { return *m_step; }
    [[nodiscard]] DateField& dateEdit() { return *m_date; }
    [[nodiscard]] TimeField& timeEdit() { return *m_time; }
    /// Books and opens; what is missing is shown at its field.
    void book();

private:
    void build();
    void buildPatient(Card& card);
    void find(const QString& words);
    void choosePatient(const record::PatientId& patient);
    void takeStepOfPlace(const std::optional<record::StepId>& step);
    void showSteps();
    void showStep();
    [[nodiscard]] const record::PlanStep* chosenStep() const;
    [[nodiscard]] std::optional<record::StepId> chosenStepId() const;
    [[nodiscard]] base::Result<record::SessionId> bookDose(const base::Appointment& booked);
    [[nodiscard]] base::Result<record::SessionId> bookTherapy(const base::Appointment& booked);
    void say(const base::Error& error);

    PageContext m_context;
    std::optional<record::PatientId> m_patient;
    QList<record::PlanStep> m_steps; ///< of the patient, still open
    QList<qsizetype> m_shown;        ///< the steps in the choice, after "without a step"
    Banner* m_trouble;
    TextLabel* m_name;
    SearchField* m_search;
    QListWidget* m_hits;
    Segments* m_kind;
    QComboBox* m_step;
    DateField* m_date;
    TimeField* m_time;
    QComboBox* m_modality;
    Field* m_dateField = nullptr;
    Field* m_timeField = nullptr;
    Field* m_stepField = nullptr;
    Field* m_modalityField = nullptr;
};

} // namespace kairos::ui

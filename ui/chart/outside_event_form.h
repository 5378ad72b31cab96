// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/record/adverse_event.h"
#include "core/workflow/adverse_checks.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::ui {

class AdverseFields;
class Card;
class DateField;
class Field;
class TimeField;

/// An adverse event outside of a session, e.g. one that a patient tells on the telephone: what is asked of
/// every one, day and time of onset and end, and the dose it may come from. Ctrl+Enter saves, Esc leaves;
/// what is typed is a draft until it is saved.
class OutsideEventForm final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutsideEventForm)

public:
    OutsideEventForm(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// Shows an empty form, or what was typed and not saved; the cursor waits in the term.
    void begin();
    /// Shows a stored event, to be written anew with a reason; the cursor waits in its onset.
    void edit(const record::AdverseEvent& event);

    [[nodiscard]] AdverseFields& fields() { return *m_fields; }
    [[nodiscard]] DateField& onsetDay() { return *m_onsetDay; }
    [[nodiscard]] TimeField& onsetTime() { return *m_onsetTime; }
    [[nodiscard]] DateField& endDay() { return *m_endDay; }
    [[nodiscard]] TimeField& endTime() { return *m_endTime; }
    [[nodiscard]] QComboBox& doseBox() { return *m_dose; }
    [[nodiscard]] QLineEdit& reason() { return *m_reason; }
    /// What is wrong, wherever it is said; empty when all is well.
    [[nodiscard]] QString trouble() const override;

Q_SIGNALS:
    /// A new one is on record.
    void added(const kairos::record::AdverseEvent& event);

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;

private:
    void build();
    void buildFoot();
    void open(const std::optional<record::AdverseEvent>& event);
    void showDoses(const std::optional<record::SessionId>& chosen);
    void showMoments();
    void clearErrors();
    void save();
    void showFault(const workflow::AdverseFault& fault);
    [[nodiscard]] bool isComplete();
    [[nodiscard]] record::AdverseEvent read() const;
    [[nodiscard]] std::optional<base::Instant> momentOf(const DateField& day, const TimeField& time,
                                                        const std::optional<base::Instant>& stored) const;

    record::PatientId m_patient;
    std::optional<record::AdverseEvent> m_edited; ///< the stored one that is open; none for a new one
    Card* m_card;
    DateField* m_onsetDay;
    TimeField* m_onsetTime;
    DateField* m_endDay;
    TimeField* m_endTime;
    AdverseFields* m_fields = nullptr;
    QComboBox* m_dose;
    QLineEdit* m_reason;
    Field* m_onsetDayField = nullptr;
    Field* m_onsetTimeField = nullptr;
    Field* m_endDayField = nullptr;
    Field* m_endTimeField = nullptr;
    Field* m_doseField = nullptr;
    Field* m_reasonField = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui

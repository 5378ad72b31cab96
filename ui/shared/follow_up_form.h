// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/record/adverse_follow_up.h"

#include <optional>

class QLineEdit;
class QPushButton;

namespace kairos::ui {

class Card;
class DateField;
class Field;
class PasswordField;
class Segments;
class TextLabel;
class TimeField;

/// What became of an adverse event that is fixed: how it went on, or an addendum that corrects it. The event
/// and what was added before stand above. Ctrl+Enter saves, Esc leaves; what is typed is a draft until it is
/// saved, without the password.
class FollowUpForm final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowUpForm)

public:
    explicit FollowUpForm(const PageContext& context, QWidget* parent = nullptr);

    /// Shows the event as it was recorded, with its lines; `whose` names the patient where the page does not.
    void begin(const record::AdverseEvent& event, const QString& whose = {});
    [[nodiscard]] Segments& purpose() { return *m_purpose; }
    [[nodiscard]] Segments& course() { return *m_course; }
    [[nodiscard]] QLineEdit& outcome() { return *m_outcome; }
    [[nodiscard]] QLineEdit& reason() { return *m_reason; }
    [[nodiscard]] PasswordField& password() { return *m_password; }
    [[nodiscard]] QString history() const;

Q_SIGNALS:
    void saved();

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;

private:
    void build();
    void buildCourse();
    void buildAddendum();
    void showPurpose();
    void clear();
    void save();
    [[nodiscard]] record::AdverseFollowUp read() const;
    [[nodiscard]] bool isAddendum() const;

    std::optional<record::AdverseEvent> m_event;
    Card* m_card;
    TextLabel* m_history;
    Segments* m_purpose;
    Segments* m_course;
    DateField* m_day;
    TimeField* m_time;
    Field* m_dayField = nullptr;
    Field* m_timeField = nullptr;
    QLineEdit* m_outcome;
    QWidget* m_addendum;
    Segments* m_grade;
    Segments* m_serious;
    Segments* m_expected;
    Segments* m_related;
    QLineEdit* m_term;
    QLineEdit* m_action;
    QLineEdit* m_reason;
    PasswordField* m_password;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui

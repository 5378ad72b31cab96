// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/record/goal.h"

#include <array>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace kairos::ui {

class DateField;
class Field;
class FormSection;
class NumberField;

/// Works a goal out: specific, measurable, achievable, relevant, time-bound on the left; its five levels,
/// weight and baseline on the right. What is typed stays as a draft until it is saved or thrown away.
class GoalForm final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalForm)

public:
    explicit GoalForm(const PageContext& context, QWidget* parent = nullptr);

    /// Opens for a goal; one without an id is new.
    void open(const record::Goal& goal);

Q_SIGNALS:
    void saved();

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;

private:
    [[nodiscard]] QWidget* buildSmart();
    [[nodiscard]] QWidget* buildScale();
    void buildFoot(QVBoxLayout& column);
    [[nodiscard]] record::Goal typed() const;
    void save();
    void offerUndo(const record::GoalId& id);

    record::Goal m_goal; ///< as it stood when the form was opened
    FormSection* m_smart = nullptr;
    FormSection* m_scale = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_domain = nullptr;
    DateField* m_due = nullptr;
    QLineEdit* m_measure = nullptr;
    QLineEdit* m_firstStep = nullptr;
    QLineEdit* m_relevance = nullptr;
    std::array<QLineEdit*, record::kGoalLevels> m_levels{};
    NumberField* m_weight = nullptr;
    QComboBox* m_baseline = nullptr;
    QComboBox* m_state = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace kairos::ui

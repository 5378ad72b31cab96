// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/goal.h"

#include <QJsonObject>

#include <array>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class DateField;
class Field;
class FormDraft;
class FormSection;
class NumberField;
class TextLabel;

/// Works a goal out: specific, measurable, achievable, relevant, time-bound on the left; its five levels,
/// weight and baseline on the right. What is typed stays as a draft until it is saved or thrown away.
class GoalForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalForm)

public:
    explicit GoalForm(const PageContext& context, QWidget* parent = nullptr);

    /// Opens for a goal; one without an id is new.
    void open(const record::Goal& goal);
    /// Keeps what is typed and hides the form; false where it could not be kept, and says why.
    [[nodiscard]] bool closeForm();
    /// Keeps what is typed now; the form stays. False where it could not be kept, and says why.
    [[nodiscard]] bool keepDraft();
    [[nodiscard]] QString shownProblem() const;
Q_SIGNALS:
    void saved();
    void closed();
    void draftKept();
    void draftSettled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* buildSmart();
    [[nodiscard]] QWidget* buildScale();
    void buildFoot(QVBoxLayout& column);
    [[nodiscard]] record::Goal typed() const;
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);
    void watchTyping();
    void startAfresh();
    void showTrouble(const base::Error& error);
    void save();
    void offerUndo(const record::GoalId& id);
    void leave();

    PageContext m_context;
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
    TextLabel* m_trouble = nullptr;
    FormDraft* m_draft;
    Banner* m_restored = nullptr;
};

} // namespace kairos::ui

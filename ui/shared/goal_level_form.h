// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/workflow/goal_care.h"

class QComboBox;
class QLineEdit;

namespace kairos::ui {

class DateField;
class Field;
class Segments;
class TextLabel;

/// Sets the level that a goal has reached: one of five, each in its own words, on a day, in a session or
/// outside one. Narrow enough for the side of a page.
class GoalLevelForm final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalLevelForm)

public:
    explicit GoalLevelForm(const PageContext& context, QWidget* parent = nullptr);

    /// Opens for a goal; `session` is the one it is set in, where that is known.
    void open(const workflow::GoalRow& row, std::optional<record::SessionId> session = {});
    /// The form that a draft of this one names; its subject is the goal.
    [[nodiscard]] static QString draftForm(const std::optional<record::SessionId>& session);
    [[nodiscard]] Segments& levels() { return *m_levels; }

Q_SIGNALS:
    void saved();

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;

private:
    void build();
    void fillSessions(const record::PatientId& patient, const std::optional<record::SessionId>& chosen);
    void showWords();
    void takeSessionDay();
    void save();
    void offerUndo(const record::GoalAttainmentId& id, int level);

    workflow::GoalRow m_row;
    std::optional<record::SessionId> m_fixedSession;
    TextLabel* m_title;
    Segments* m_levels;
    TextLabel* m_words;
    QWidget* m_where; ///< session and day
    DateField* m_on;
    QComboBox* m_session;
    QLineEdit* m_remark;
};

} // namespace kairos::ui

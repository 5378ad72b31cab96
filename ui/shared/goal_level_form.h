// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/goal_care.h"

#include <QJsonObject>

class QComboBox;
class QLineEdit;

namespace kairos::ui {

class DateField;
class Field;
class FormDraft;
class Segments;
class TextLabel;

/// Sets the level that a goal has reached: one of five, each in its own words, on a day, in a session or
/// outside one. Narrow enough for the side of a page.
class GoalLevelForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoalLevelForm)

public:
    explicit GoalLevelForm(const PageContext& context, QWidget* parent = nullptr);

    /// Opens for a goal; `session` is the one it is set in, where that is known.
    void open(const workflow::GoalRow& row, std::optional<record::SessionId> session = {});
    /// Keeps what is chosen and typed and hides the form; false where it could not be kept, and says why.
    [[nodiscard]] bool closeForm();
    /// Keeps it now; the form stays. False where it could not be kept, and says why.
    [[nodiscard]] bool keepDraft();
    /// The form that a draft of this one names; its subject is the goal.
    [[nodiscard]] static QString draftForm(const std::optional<record::SessionId>& session);
    [[nodiscard]] Segments& levels() { return *m_levels; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void saved();
    void closed();
    void draftKept();
    void draftSettled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void watchTyping();
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);
    void startAfresh();
    void showTrouble(const base::Error& error);
    void fillSessions(const record::PatientId& patient, const std::optional<record::SessionId>& chosen);
    void showWords();
    void takeSessionDay();
    void save();
    void offerUndo(const record::GoalAttainmentId& id, int level);
    void leave();

    PageContext m_context;
    workflow::GoalRow m_row;
    std::optional<record::SessionId> m_fixedSession;
    TextLabel* m_title;
    Segments* m_levels;
    TextLabel* m_words;
    QWidget* m_where; ///< session and day
    DateField* m_on;
    QComboBox* m_session;
    QLineEdit* m_remark;
    TextLabel* m_trouble;
    QWidget* m_restored; ///< says that a draft came back
    TextLabel* m_restoredWords;
    FormDraft* m_draft;
};

} // namespace kairos::ui

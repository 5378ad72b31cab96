// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"

#include <optional>

class QVBoxLayout;

namespace kairos::ui {

class Banner;
class CourseCard;
class HeldCard;
class NotePanel;
class NoteTabs;
class PageHead;
class SessionCare;
class SessionGoalsCard;
class StatusChip;
class ThreadCard;

/// One therapy session: when it was held, how, and its note, with the course at its side.
class TherapyPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TherapyPage)

public:
    TherapyPage(const record::SessionId& session, const PageContext& context, QWidget* parent = nullptr);
    ~TherapyPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    /// Goes to a passage of its notes.
    void showPassage(const NotePassage& passage);
    /// Null while the session cannot be read.
    [[nodiscard]] NotePanel* note() const { return m_note; }
    /// Null as above.
    [[nodiscard]] NoteTabs* tabs() const { return m_tabs; }
    [[nodiscard]] HeldCard& held() { return *m_held; }
    [[nodiscard]] CourseCard& course() { return *m_course; }
    [[nodiscard]] ThreadCard& thread() { return *m_thread; }
    [[nodiscard]] SessionCare& care() { return *m_care; }

private:
    void build();
    void buildHead();
    [[nodiscard]] QWidget* buildSide();
    void connectNote();
    void showSession();
    [[nodiscard]] base::Outcome load();
    void cancelSession();

    PageContext m_context;
    record::SessionId m_id;
    std::optional<record::TherapySession> m_session;
    QVBoxLayout* m_column;
    Banner* m_trouble;
    PageHead* m_head = nullptr;
    StatusChip* m_window = nullptr;
    QList<QWidget*> m_bookingActions;
    QWidget* m_print = nullptr;
    HeldCard* m_held;
    NotePanel* m_note = nullptr;
    NoteTabs* m_tabs = nullptr;
    CourseCard* m_course = nullptr;
    SessionCare* m_care = nullptr;
    SessionGoalsCard* m_goals = nullptr;
    ThreadCard* m_thread = nullptr;
};

} // namespace kairos::ui

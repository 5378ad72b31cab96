// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/therapy/private_book.h"

class QStackedWidget;
class QTabBar;

namespace kairos::ui {

class PrivatePane;

/// The chart note of a session, and on a tab of its own what stands behind the wall. Who keeps no private
/// notes sees the chart note alone.
class NoteTabs final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteTabs)

public:
    /// Takes the chart note over.
    NoteTabs(QWidget* chartNote, const PrivateSubject& subject, const PageContext& context,
             QWidget* parent = nullptr);

    /// Keeps what is typed behind the wall; false where that failed, which is shown there.
    [[nodiscard]] bool keepDraft();
    void refresh();
    /// Null where private notes are not offered, and until their tab was opened.
    [[nodiscard]] PrivatePane* privatePane() { return m_pane; }
    /// Null where private notes are not offered.
    [[nodiscard]] QTabBar* tabs() { return m_tabs; }

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    void showTab(int index);

    PrivateSubject m_subject;
    PageContext m_context;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack;
    PrivatePane* m_pane = nullptr;
};

} // namespace kairos::ui

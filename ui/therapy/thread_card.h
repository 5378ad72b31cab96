// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"

#include <QJsonObject>

namespace kairos::ui {

class Card;
class FormDraft;
class OpenCommitments;
class TextLabel;
class ThemeBox;
class ThreadLines;

/// The thread as one session sees it: first the commitments that come up, then the lines this session adds,
/// then its themes. What is typed and not saved is kept as a draft.
class ThreadCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadCard)

public:
    explicit ThreadCard(const PageContext& context, QWidget* parent = nullptr);

    void showFor(const record::TherapySession& session);
    /// Saves the lines that are typed and keeps the rest as a draft; false where that failed, and says why.
    [[nodiscard]] bool keepDraft();
    /// The hand goes to what comes up, or to the first line.
    void takeHand();

    [[nodiscard]] OpenCommitments& open() { return *m_open; }
    [[nodiscard]] ThreadLines& lines() { return *m_lines; }
    [[nodiscard]] ThemeBox& themes() { return *m_themes; }
    [[nodiscard]] QString shownProblem() const;

Q_SIGNALS:
    void draftKept();
    void draftSettled();

private:
    void build();
    void connectParts();
    void refresh();
    void afterSaving();
    void beginDraft();
    [[nodiscard]] QJsonObject state() const;
    void showTrouble(const base::Error& error);

    PageContext m_context;
    record::TherapySession m_session;
    Card* m_card;
    TextLabel* m_restored;
    OpenCommitments* m_open;
    QWidget* m_writing; ///< lines and themes
    ThreadLines* m_lines;
    ThemeBox* m_themes;
    TextLabel* m_hint;
    TextLabel* m_trouble;
    FormDraft* m_draft;
};

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"

#include <optional>

namespace kairos::test {

/// Answers questions at once, in the order given, and remembers them. A question without an answer is left.
class ScriptedQuestions final : public ui::Questions {
public:
    ScriptedQuestions();
    ~ScriptedQuestions() override;
    Q_DISABLE_COPY_MOVE(ScriptedQuestions)

    void answerNext(const ui::Answer& answer);
    void leaveNext();
    [[nodiscard]] const QList<ui::Question>& asked() const { return m_asked; }
    /// What the last attempt gave back; none before the first.
    [[nodiscard]] const std::optional<base::Outcome>& lastOutcome() const { return m_outcome; }

    void ask(const ui::Question& question, QWidget& parent, ui::Attempt attempt) override;

private:
    QList<std::optional<ui::Answer>> m_answers;
    QList<ui::Question> m_asked;
    std::optional<base::Outcome> m_outcome;
};

/// Chooses files at once, in the order given. A question without a path is left.
class ScriptedFileDialogs final : public ui::FileDialogs {
public:
    ScriptedFileDialogs();
    ~ScriptedFileDialogs() override;
    Q_DISABLE_COPY_MOVE(ScriptedFileDialogs)

    void chooseNext(const QString& path) { m_paths.append(path); }
    [[nodiscard]] const QList<ui::FileQuestion>& asked() const { return m_asked; }

    void askOpen(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override;
    void askSave(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override;
    void askFolder(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override;

private:
    void answer(const ui::FileQuestion& question, const Chosen& chosen);

    QStringList m_paths;
    QList<ui::FileQuestion> m_asked;
};

} // namespace kairos::test

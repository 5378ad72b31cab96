// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/file_dialogs.h"
#include "ui/shared/questions.h"

#include <optional>

namespace kairos::test {

/// Answers questions at once, in the order given, and remembers them. A question without an answer is left.
class ScriptedQuestions final : public ui::Questions {
public:
    void answerNext(const ui::Answer& answer) { m_answers.append(answer); }
    void leaveNext() { m_answers.append(std::nullopt); }
    [[nodiscard]] const QList<ui::Question>& asked() const { return m_asked; }
    /// What the last attempt gave back; none before the first.
    [[nodiscard]] const std::optional<base::Outcome>& lastOutcome() const { return m_outcome; }

    void ask(const ui::Question& question, QWidget& parent, ui::Attempt attempt) override {
        Q_UNUSED(parent)
        m_asked.append(question);
        const auto answer = m_answers.isEmpty() ? std::nullopt : m_answers.takeFirst();
        if (answer) {
            m_outcome = attempt(*answer);
        }
    }

private:
    QList<std::optional<ui::Answer>> m_answers;
    QList<ui::Question> m_asked;
    std::optional<base::Outcome> m_outcome;
};

/// Chooses files at once, in the order given. A question without a path is left.
class ScriptedFileDialogs final : public ui::FileDialogs {
public:
    void chooseNext(const QString& path) { m_paths.append(path); }
    [[nodiscard]] const QList<ui::FileQuestion>& asked() const { return m_asked; }

    void askOpen(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override {
        answer(question, parent, chosen);
    }
    void askSave(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override {
        answer(question, parent, chosen);
    }
    void askFolder(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) override {
        answer(question, parent, chosen);
    }

private:
    void answer(const ui::FileQuestion& question, const QWidget& parent, const Chosen& chosen) {
        Q_UNUSED(parent)
        m_asked.append(question);
        if (!m_paths.isEmpty()) {
            chosen(m_paths.takeFirst());
        }
    }

    QStringList m_paths;
    QList<ui::FileQuestion> m_asked;
};

} // namespace kairos::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_questions.h"

namespace kairos::test {

ScriptedQuestions::ScriptedQuestions() = default;
ScriptedQuestions::~ScriptedQuestions() = default;

void ScriptedQuestions::answerNext(const ui::Answer& answer) {
    m_answers.append(answer);
}

void ScriptedQuestions::leaveNext() {
    m_answers.append(std::nullopt);
}

void ScriptedQuestions::ask(const ui::Question& question, QWidget& parent, ui::Attempt attempt) {
    Q_UNUSED(parent)
    m_asked.append(question);
    const auto answer = m_answers.isEmpty() ? std::nullopt : m_answers.takeFirst();
    if (answer) {
        m_outcome = attempt(*answer);
    }
}

ScriptedFileDialogs::ScriptedFileDialogs() = default;
ScriptedFileDialogs::~ScriptedFileDialogs() = default;

void ScriptedFileDialogs::askOpen(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) {
    Q_UNUSED(parent)
    answer(question, chosen);
}

void ScriptedFileDialogs::askSave(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) {
    Q_UNUSED(parent)
    answer(question, chosen);
}

void ScriptedFileDialogs::askFolder(const ui::FileQuestion& question, QWidget& parent, Chosen chosen) {
    Q_UNUSED(parent)
    answer(question, chosen);
}

void ScriptedFileDialogs::answer(const ui::FileQuestion& question, const Chosen& chosen) {
    m_asked.append(question);
    if (!m_paths.isEmpty()) {
        chosen(m_paths.takeFirst());
    }
}

} // namespace kairos::test

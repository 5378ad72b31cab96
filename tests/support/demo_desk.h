// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_navigator.h"
#include "tests/support/scripted_questions.h"

#include "ui/shared/page.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/record/ids.h"
#include "core/workflow/open_practice.h"

#include <QTemporaryDir>

#include <memory>

namespace kairos::test {

/// The demo practice open at the story's now, the prescriber signed in, with what a page is given. The
/// practice is made once a program; every desk works on a copy of its own.
class DemoDesk final {
public:
    DemoDesk();
    ~DemoDesk();
    Q_DISABLE_COPY_MOVE(DemoDesk)

    [[nodiscard]] workflow::OpenPractice& practice() { return *m_practice; }
    [[nodiscard]] base::ManualClock& clock() { return m_clock; }
    [[nodiscard]] FakeNavigator& navigator() { return m_navigator; }
    [[nodiscard]] ScriptedQuestions& questions() { return m_questions; }
    [[nodiscard]] ui::PageContext context() { return {*m_practice, m_navigator, m_questions, m_files}; }

    [[nodiscard]] record::PatientId patient(const QString& mrn);

private:
    [[nodiscard]] workflow::Environment environment();

    QTemporaryDir m_folder;
    base::ManualClock m_clock;
    base::SeededRandom m_random{7};
    std::unique_ptr<workflow::OpenPractice> m_practice;
    FakeNavigator m_navigator;
    ScriptedQuestions m_questions;
    ScriptedFileDialogs m_files;
};

} // namespace kairos::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_navigator.h"
#include "tests/support/scripted_questions.h"

#include "ui/shared/page.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/workflow/patient_list.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace kairos::test {

/// The demo practice open at the story's now, the prescriber signed in, with what a page is given. The
/// practice is made once a program; every desk works on a copy of its own.
class DemoDesk final {
public:
    DemoDesk() {
        const QString path = m_folder.filePath(QStringLiteral("demo.kairos"));
        // Every file of the practice, its key file too, under the same names.
        const QDir source = QFileInfo(original()).dir();
        for (const QString& name : source.entryList(QDir::Files | QDir::Hidden)) {
            QFile::copy(source.filePath(name), m_folder.filePath(name));
        }
        auto opened = workflow::OpenPractice::open(path, demo::demoPassword(), environment());
        require(opened);
        m_practice = std::move(*opened);
        const auto people = m_practice->clinicians();
        for (const auto& person : people.value()) {
            if (person.has(record::Role::Prescriber)) {
                require(m_practice->signIn(person.id, demo::demoPassword()));
            }
        }
    }
    Q_DISABLE_COPY_MOVE(DemoDesk)

    [[nodiscard]] workflow::OpenPractice& practice() { return *m_practice; }
    [[nodiscard]] base::ManualClock& clock() { return m_clock; }
    [[nodiscard]] FakeNavigator& navigator() { return m_navigator; }
    [[nodiscard]] ScriptedQuestions& questions() { return m_questions; }
    [[nodiscard]] ui::PageContext context() { return {*m_practice, m_navigator, m_questions, m_files}; }

    [[nodiscard]] record::PatientId patient(const QString& mrn) {
        workflow::PatientQuery query;
        query.text = mrn;
        const auto found = workflow::PatientList(*m_practice).find(query);
        if (!found || found->isEmpty()) {
            throw std::runtime_error("no such patient in the demo practice");
        }
        return found->first();
    }

private:
    /// Ends the test with the error's own sentence.
    template <class T>
    static void require(const base::Result<T>& result) {
        if (!result) {
            throw std::runtime_error(result.error().sentence().toStdString());
        }
    }
    static const workflow::Catalog& catalog() {
        static const auto kCatalog = workflow::Catalog::builtIn();
        return kCatalog;
    }
    static QString original() {
        static const QTemporaryDir kFolder;
        static const QString kPath = [] {
            demo::DemoRequest request;
            request.path = kFolder.filePath(QStringLiteral("demo.kairos"));
            request.passphrase = demo::demoPassword();
            request.practiceCost = security::KeyCost::cheap();
            require(demo::makeDemo(request, catalog()));
            return request.path;
        }();
        return kPath;
    }
    [[nodiscard]] workflow::Environment environment() {
        return {m_clock, m_random, catalog(), security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{demo::storyNowMs({}).value()};
    base::SeededRandom m_random{7};
    std::unique_ptr<workflow::OpenPractice> m_practice;
    FakeNavigator m_navigator;
    ScriptedQuestions m_questions;
    ScriptedFileDialogs m_files;
};

} // namespace kairos::test

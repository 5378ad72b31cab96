// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demo_desk.h"

#include "core/demo/demo_practice.h"
#include "core/workflow/catalog.h"
#include "core/workflow/patient_list.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <stdexcept>

namespace kairos::test {
namespace {

/// Ends the test with the error's own sentence.
template <class T>
void require(const base::Result<T>& result) {
    if (!result) {
        throw std::runtime_error(result.error().sentence().toStdString());
    }
}

const workflow::Catalog& catalog() {
    static const auto kCatalog = workflow::Catalog::builtIn();
    return kCatalog;
}

QString original() {
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

} // namespace

DemoDesk::DemoDesk() : m_clock(demo::storyNowMs({}).value()) {
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

DemoDesk::~DemoDesk() = default;

record::PatientId DemoDesk::patient(const QString& mrn) {
    workflow::PatientQuery query;
    query.text = mrn;
    const auto found = workflow::PatientList(*m_practice).find(query);
    if (!found || found->isEmpty()) {
        throw std::runtime_error("no such patient in the demo practice");
    }
    return found->first();
}

workflow::Environment DemoDesk::environment() {
    return {m_clock, m_random, catalog(), security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
}

} // namespace kairos::test

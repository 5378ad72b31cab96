// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_practice.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"

#include <QTemporaryDir>

#include <memory>

namespace kairos::support {

/// Alder House as the desktop opens it, at the cheap key cost, in a folder that goes with it. Ruth Adeyemi is
/// signed in and holds every role. The clock stands at Monday 2 November 2026, 09:00 in Oslo, until it is
/// moved; ids are the same in every run.
class OpenPracticeFixture final {
public:
    OpenPracticeFixture();
    ~OpenPracticeFixture();
    Q_DISABLE_COPY_MOVE(OpenPracticeFixture)

    [[nodiscard]] workflow::OpenPractice& practice() { return *m_practice; }
    [[nodiscard]] base::ManualClock& clock() { return m_clock; }
    [[nodiscard]] workflow::Environment environment();
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] static QString passphrase();
    [[nodiscard]] static QString password();
    [[nodiscard]] const record::ClinicianId& clinician() const { return m_clinician; }

    void close() { m_practice.reset(); }
    /// Opens again and signs Ruth Adeyemi in.
    void reopen();
    /// A moment of the practice's zone.
    [[nodiscard]] base::Instant at(QDate date, QTime time) const;

    /// Registers a patient born on 12 March 1984.
    record::PatientId addPatient(const QString& mrn, const QString& given, const QString& family);
    record::PatientId addElena();
    /// Answers every contraindication of the list as clear, so that a first dose is not held by it.
    void clearScreening(const record::PatientId& patient);
    /// Adds a clinician with this role alone and signs that person in.
    void signInAs(const QString& name, record::Role role);

private:
    QTemporaryDir m_folder;
    base::ManualClock m_clock;
    base::SeededRandom m_random{20261102};
    workflow::Catalog m_catalog;
    std::unique_ptr<workflow::OpenPractice> m_practice;
    record::ClinicianId m_clinician;
};

} // namespace kairos::support

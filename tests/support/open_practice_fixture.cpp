// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/open_practice_fixture.h"

#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_care.h"

#include <QTimeZone>

namespace kairos::support {
namespace {

/// 2026-11-02T09:00+01:00
constexpr qint64 kStartMs = 1'793'606'400'000;

} // namespace

OpenPracticeFixture::OpenPracticeFixture() : m_clock(kStartMs), m_catalog(workflow::Catalog::builtIn()) {
    workflow::NewPractice wanted;
    wanted.path = path();
    wanted.passphrase = passphrase();
    wanted.password = password();
    wanted.name = QStringLiteral("Alder House");
    wanted.zone = QStringLiteral("Europe/Oslo");
    wanted.clinicianName = QStringLiteral("Ruth Adeyemi");
    wanted.roles = {record::Role::Therapist, record::Role::Prescriber, record::Role::Monitor,
                    record::Role::Administrator};
    m_practice = required(workflow::OpenPractice::create(wanted, environment()));
    m_clinician = m_practice->signedIn().value().id;
}

OpenPracticeFixture::~OpenPracticeFixture() = default;

workflow::Environment OpenPracticeFixture::environment() {
    return {.clock = m_clock,
            .random = m_random,
            .catalog = m_catalog,
            .practiceCost = security::KeyCost::cheap(),
            .passwordCost = security::KeyCost::cheap(),
            .seenHeadsPath = m_folder.filePath(QStringLiteral("seen-heads.json")),
            .dictionaryFolders = {m_folder.filePath(QStringLiteral("dictionaries"))}};
}

QString OpenPracticeFixture::path() const {
    return m_folder.filePath(QStringLiteral("alder-house.kairos"));
}

QString OpenPracticeFixture::passphrase() {
    return QStringLiteral("four plain wooden chairs");
}

QString OpenPracticeFixture::password() {
    return QStringLiteral("rain on a tin roof");
}

void OpenPracticeFixture::reopen() {
    close();
    m_practice = required(workflow::OpenPractice::open(path(), passphrase(), environment()));
    required(m_practice->signIn(m_clinician, password()));
}

base::Instant OpenPracticeFixture::at(QDate date, QTime time) const {
    return base::Instant::fromLocal(date, time, m_practice->zone());
}

record::PatientId OpenPracticeFixture::addPatient(const QString& mrn, const QString& given,
                                                  const QString& family) {
    workflow::PatientDraft draft;
    draft.patient.mrn = mrn;
    draft.patient.givenName = given;
    draft.patient.familyName = family;
    draft.patient.birthDate = QDate(1984, 3, 12);
    draft.patient.sex = record::Sex::Female;
    return required(workflow::PatientCare(*m_practice).save(draft));
}

record::PatientId OpenPracticeFixture::addElena() {
    return addPatient(QStringLiteral("AH-0412"), QStringLiteral("Elena"), QStringLiteral("Marsh"));
}

void OpenPracticeFixture::clearScreening(const record::PatientId& patient) {
    workflow::ScreeningCare care(*m_practice);
    for (const auto& condition : m_catalog.contraindications.conditions) {
        required(care.answer(patient, condition.id, record::ScreeningState::Clear, {}));
    }
}

void OpenPracticeFixture::signInAs(const QString& name, record::Role role) {
    const auto id = required(workflow::ClinicCare(*m_practice).addClinician(name, {role}, password()));
    required(m_practice->signIn(id, password()));
}

} // namespace kairos::support

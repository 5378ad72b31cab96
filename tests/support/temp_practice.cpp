// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_practice.h"

#include <QTimeZone>

namespace kairos::support {
namespace {

/// 2026-11-02T09:00+01:00
constexpr qint64 kStartMs = 1'793'606'400'000;

} // namespace

TempPractice::TempPractice() : m_clock(kStartMs) {
    if (!m_folder.isValid()) {
        throw std::runtime_error("no temporary folder");
    }
    m_practice.id = m_ids.next<record::PracticeId>();
    m_practice.name = QStringLiteral("Alder House");
    m_practice.zone = QStringLiteral("Europe/Oslo");
    m_practice.synthetic = true;
    m_practice.closedWeekdays = {6, 7};
    m_clinician.id = m_ids.next<record::ClinicianId>();
    m_clinician.name = QStringLiteral("Ruth Adeyemi");
    m_clinician.roles = {record::Role::Therapist, record::Role::Prescriber, record::Role::Monitor,
                         record::Role::Administrator};
    storage::Commit first{actor(), now(), {}, {}};
    first.changes.append(storage::Change{record::Action::Created, m_practice, {}});
    first.changes.append(storage::Change{record::Action::Created, m_clinician, {}});
    m_file = required(storage::PracticeFile::create(path(), passphrase(), security::KeyCost::cheap(), first));
    m_key = std::make_unique<security::PracticeKey>(m_file->key().clone());
}

TempPractice::~TempPractice() {
    m_file.reset();
}

storage::PracticeFile& TempPractice::file() {
    if (m_file == nullptr) {
        throw std::logic_error("the practice is closed");
    }
    return *m_file;
}

record::Actor TempPractice::actor() const {
    return record::Actor{m_clinician.id, m_clinician.name};
}

base::Instant TempPractice::now() const {
    return base::Instant::inZone(m_clock.nowMs(), QTimeZone(m_practice.zone.toLatin1()));
}

QString TempPractice::path() const {
    return m_folder.filePath(QStringLiteral("alder-house.kairos"));
}

QString TempPractice::passphrase() {
    return QStringLiteral("four plain wooden chairs");
}

void TempPractice::close() {
    m_file.reset();
}

void TempPractice::reopen() {
    close();
    m_file = required(storage::PracticeFile::open(path(), passphrase()));
}

void TempPractice::commit(const QList<storage::Change>& changes) {
    required(tryCommit(changes));
}

base::Result<storage::JournalHead> TempPractice::tryCommit(const QList<storage::Change>& changes) {
    return file().commit(storage::Commit{actor(), now(), changes, {}});
}

record::Patient elenaMarsh(TempPractice& practice, const QString& mrn) {
    record::Patient patient;
    patient.id = practice.ids().next<record::PatientId>();
    patient.mrn = mrn;
    patient.givenName = QStringLiteral("Elena");
    patient.familyName = QStringLiteral("Marsh");
    patient.birthDate = QDate(1984, 3, 12);
    patient.sex = record::Sex::Female;
    patient.stage = record::Stage::Induction;
    return patient;
}

record::DosingSession dosingSession(TempPractice& practice, const record::PatientId& patient) {
    record::DosingSession session;
    session.id = practice.ids().next<record::SessionId>();
    session.patient = patient;
    session.number = 1;
    session.booked = {QDate(2026, 11, 2), QTime(9, 0), practice.practice().zone};
    session.state = record::SessionState::InProgress;
    session.weight = base::Kilograms{68.4};
    session.drug = QStringLiteral("ketamine (racemic)");
    session.dose = base::Milligrams{34.2};
    session.minutes = base::Minutes{40};
    session.startedAt = practice.now();
    return session;
}

record::Reading reading(TempPractice& practice, const record::DosingSession& session) {
    record::Reading reading;
    reading.id = practice.ids().next<record::ReadingId>();
    reading.session = session.id;
    reading.patient = session.patient;
    reading.measuredAt = practice.now();
    reading.enteredAt = practice.now();
    reading.systolic = 142;
    reading.diastolic = 88;
    reading.pulse = 72;
    reading.spo2 = 96;
    return reading;
}

record::Rating phq9(TempPractice& practice, const record::PatientId& patient) {
    record::Rating rating;
    rating.id = practice.ids().next<record::RatingId>();
    rating.patient = patient;
    rating.instrument = QStringLiteral("phq-9");
    rating.instrumentVersion = QStringLiteral("1");
    rating.language = QStringLiteral("en");
    rating.mode = record::RatingMode::Paper;
    rating.rater = practice.clinician().id;
    rating.assessedAt = practice.now();
    rating.recallDays = 14;
    for (const int points : {2, 2, 1, 2, 1, 2, 2, 0, 1}) {
        rating.answers.append(record::Answer::given(points));
    }
    rating.rawSum = 13;
    rating.total = 13;
    rating.band = QStringLiteral("moderate");
    return rating;
}

record::Note note(TempPractice& practice, const record::DosingSession& session, const QString& text) {
    record::Note note;
    note.id = practice.ids().next<record::NoteId>();
    note.session = session.id;
    note.patient = session.patient;
    note.author = practice.clinician().id;
    note.writtenAt = practice.now();
    note.sections = {{QStringLiteral("free"), text}};
    return note;
}

storage::Commit scanCommit(TempPractice& practice, const record::PatientId& patient,
                           const QByteArray& bytes) {
    record::Document document;
    document.id = practice.ids().next<record::DocumentId>();
    document.patient = patient;
    document.kind = record::DocumentKind::Consent;
    document.title = QStringLiteral("Consent to treatment");
    document.dated = QDate(2026, 10, 30);
    document.scan = record::Scan{QStringLiteral("scan.pdf"), QStringLiteral("application/pdf"), bytes.size(),
                                 security::blake2b256(bytes).toBytes()};
    document.enteredBy = practice.clinician().id;
    document.enteredAt = practice.now();
    return {practice.actor(), practice.now(), {{record::Action::Created, document, {}}}, {}, {}, {bytes}};
}

} // namespace kairos::support

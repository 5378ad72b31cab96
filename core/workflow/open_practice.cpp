// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/open_practice.h"

#include "core/workflow/catalog.h"
#include "core/workflow/kept_needs.h"
#include "core/workflow/note_holds.h"
#include "core/workflow/own_instruments.h"
#include "core/workflow/own_protocols.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/private_wall.h"
#include "core/workflow/running_doses.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/clock.h"
#include "core/security/password.h"
#include "core/security/recovery_code.h"
#include "core/storage/practice_file.h"
#include "core/storage/seen_heads.h"

#include <QFileInfo>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

constexpr auto kNotCreated = QT_TRANSLATE_NOOP("Words", "The practice was not created");
constexpr auto kNotOpened = QT_TRANSLATE_NOOP("Words", "The practice was not opened");
constexpr auto kNotSignedIn = QT_TRANSLATE_NOOP("Words", "Nobody was signed in");

base::Outcome checkNewPractice(const NewPractice& wanted) {
    if (wanted.name.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotCreated), Words::tr("it has no name"),
                          Words::tr("type the name that stands on your letters"));
    }
    if (!QTimeZone(wanted.zone.toUtf8()).isValid()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotCreated),
                          Words::tr("\"%1\" is no time zone").arg(wanted.zone),
                          Words::tr("use an IANA name such as Europe/Oslo"));
    }
    if (wanted.clinicianName.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotCreated),
                          Words::tr("its first clinician has no name"),
                          Words::tr("type the name of the person who will sign in"));
    }
    if (wanted.roles.isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotCreated),
                          Words::tr("its first clinician has no role"),
                          Words::tr("choose at least one role"));
    }
    return {};
}

storage::Commit firstCommit(const NewPractice& wanted, base::IdSource& ids, const QString& verifier,
                            const base::Instant& at) {
    Practice practice;
    practice.id = ids.next<PracticeId>();
    practice.name = wanted.name.trimmed();
    practice.zone = wanted.zone;
    practice.synthetic = wanted.synthetic;
    practice.closedWeekdays = {Qt::Saturday, Qt::Sunday}; // a default, as the hours are: the settings say so
    Clinician clinician;
    clinician.id = ids.next<ClinicianId>();
    clinician.name = wanted.clinicianName.trimmed();
    clinician.roles = wanted.roles;
    // Somebody must be able to let the others in.
    if (!clinician.has(Role::Administrator)) {
        clinician.roles.append(Role::Administrator);
    }
    storage::Commit commit;
    commit.actor = Actor{clinician.id, clinician.name};
    commit.at = at;
    commit.changes = {{Action::Created, practice, {}},
                      {Action::Created, clinician, {}},
                      {Action::Created, Credential{clinician.id, verifier}, {}}};
    return commit;
}

} // namespace

OpenPractice::OpenPractice(std::unique_ptr<storage::PracticeFile> file, const Environment& environment)
    : m_file(std::move(file)),
      m_reads(std::make_unique<PatientReads>(*m_file)),
      m_needs(std::make_unique<KeptNeeds>()),
      m_wall(std::make_unique<PrivateWall>()),
      m_noteHolds(std::make_unique<NoteHolds>()),
      m_environment(environment),
      m_ids(environment.clock, environment.random) {}

OpenPractice::~OpenPractice() {
    rememberHead();
}

base::Result<std::unique_ptr<OpenPractice>> OpenPractice::create(const NewPractice& wanted,
                                                                 const Environment& environment) {
    if (const auto checked = checkNewPractice(wanted); !checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    const auto verifier = security::hashPassword(wanted.password, environment.passwordCost);
    if (!verifier) {
        return tl::unexpected<base::Error>(verifier.error());
    }
    base::IdSource ids(environment.clock, environment.random);
    const auto at = base::Instant::inZone(environment.clock.nowMs(), QTimeZone(wanted.zone.toUtf8()));
    const auto first = firstCommit(wanted, ids, *verifier, at);
    auto opened = adoptFile(
        storage::PracticeFile::create(wanted.path, wanted.passphrase, environment.practiceCost, first),
        environment);
    if (opened) {
        (*opened)->m_signedIn = first.changes.at(1).record.get<Clinician>();
    }
    return opened;
}

base::Result<std::unique_ptr<OpenPractice>> OpenPractice::open(const QString& path, const QString& passphrase,
                                                               const Environment& environment) {
    auto opened = adoptFile(storage::PracticeFile::open(path, passphrase), environment);
    if (opened) {
        if (const auto age = (*opened)->checkAge(); !age) {
            (*opened)->m_environment.seenHeadsPath.clear();
            return tl::unexpected<base::Error>(age.error());
        }
    }
    return opened;
}

base::Result<std::unique_ptr<OpenPractice>> OpenPractice::openWithKey(const QString& path,
                                                                      const security::PracticeKey& key,
                                                                      const Environment& environment) {
    auto opened = adoptFile(storage::PracticeFile::openWithKey(path, key), environment);
    if (opened) {
        if (const auto age = (*opened)->checkAge(); !age) {
            (*opened)->m_older = age.error();
        }
    }
    return opened;
}

base::Outcome OpenPractice::acceptOlder(const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotOpened),
                          Words::tr("there is no reason for opening an older file"),
                          Words::tr("say in a few words why, e.g. \"backup after a broken disk\""));
    }
    m_older.reset();
    m_pendingReason = reason.trimmed();
    return {};
}

base::Result<std::unique_ptr<OpenPractice>>
OpenPractice::openWithRecoveryCode(const QString& path, const QString& code, const Environment& environment) {
    auto opened = adoptFile(storage::PracticeFile::openWithRecoveryCode(path, code), environment);
    // Whoever holds the printed code brings back what there is: an older file opens, and that is journalled.
    if (opened && !(*opened)->checkAge()) {
        (*opened)->m_pendingReason = QStringLiteral("opened with the recovery code");
    }
    return opened;
}

base::Result<std::unique_ptr<OpenPractice>> OpenPractice::openOlder(const QString& path,
                                                                    const QString& passphrase,
                                                                    const QString& reason,
                                                                    const Environment& environment) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kNotOpened),
                          Words::tr("there is no reason for opening an older file"),
                          Words::tr("say in a few words why, e.g. \"backup after a broken disk\""));
    }
    auto opened = adoptFile(storage::PracticeFile::open(path, passphrase), environment);
    if (opened) {
        (*opened)->m_pendingReason = reason.trimmed();
    }
    return opened;
}

base::Result<std::unique_ptr<OpenPractice>>
OpenPractice::adoptFile(base::Result<std::unique_ptr<storage::PracticeFile>> file,
                        const Environment& environment) {
    if (!file) {
        return tl::unexpected<base::Error>(file.error());
    }
    std::unique_ptr<OpenPractice> opened(new OpenPractice(std::move(*file), environment));
    if (const auto loaded = opened->loadPractice(); !loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    opened->readOwnContent();
    return opened;
}

const Catalog& OpenPractice::catalog() const {
    return m_catalogs.empty() ? m_environment.catalog.get() : *m_catalogs.back();
}

void OpenPractice::readOwnContent() {
    const QString instruments = ownInstrumentsFolder(path());
    const QString protocols = ownProtocolsFolder(path());
    if (!QFileInfo::exists(instruments) && !QFileInfo::exists(protocols)) {
        return;
    }
    auto catalog = std::make_unique<Catalog>(m_environment.catalog.get());
    addOwnInstruments(catalog->instruments, instruments);
    addOwnProtocols(catalog->protocols, protocols, catalog->doseLimits);
    m_catalogs.push_back(std::move(catalog));
}

base::Outcome OpenPractice::loadPractice() {
    const auto practice = m_file->records().find<Practice>(m_file->practiceId());
    if (!practice) {
        return tl::unexpected<base::Error>(practice.error());
    }
    if (!practice->has_value()) {
        return base::fail(ErrorCode::Damaged, Words::tr(kNotOpened),
                          Words::tr("the practice's own record is missing"),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    adopt(**practice);
    return {};
}

void OpenPractice::adopt(const Practice& practice) {
    m_practice = practice;
    m_zone = QTimeZone(practice.zone.toUtf8());
    if (!m_zone.isValid()) {
        m_zone = QTimeZone::utc();
    }
}

void OpenPractice::adopt(const Clinician& clinician) {
    if (!m_signedIn || m_signedIn->id != clinician.id) {
        return;
    }
    m_signedIn = clinician;
    if (!clinician.active) {
        signOut();
    }
}

base::Outcome OpenPractice::checkAge() const {
    // A demo practice is made afresh again and again: it has no past to watch over.
    if (m_environment.seenHeadsPath.isEmpty() || m_practice.synthetic) {
        return {};
    }
    const storage::SeenHeads seen(m_environment.seenHeadsPath);
    return storage::checkNotOlder(*m_file, seen.find(m_file->practiceId()));
}

void OpenPractice::rememberHead() const {
    // What was not accepted must not become what this PC saw.
    if (m_environment.seenHeadsPath.isEmpty() || m_older) {
        return;
    }
    if (const auto head = m_file->head()) {
        storage::SeenHeads(m_environment.seenHeadsPath)
            .remember({m_file->practiceId(), *head, m_environment.clock.nowMs()});
    }
}

const QString& OpenPractice::path() const {
    return m_file->path();
}

base::Instant OpenPractice::now() const {
    return base::Instant::inZone(m_environment.clock.nowMs(), m_zone);
}

QDate OpenPractice::today() const {
    return now().local(m_zone).date();
}

QString OpenPractice::recoveryCode() const {
    return security::recoveryCode(m_file->key());
}

base::Result<QList<Clinician>> OpenPractice::clinicians() const {
    storage::RowFilter active;
    active.state = 1;
    return m_file->records().list<Clinician>(active).map([](storage::Loaded<Clinician> loaded) {
        std::sort(loaded.records.begin(), loaded.records.end(),
                  [](const Clinician& a, const Clinician& b) { return a.id < b.id; });
        return loaded.records;
    });
}

QString OpenPractice::clinicianName(const ClinicianId& id) const {
    const auto found = m_file->records().find<Clinician>(id);
    return found && found->has_value() ? (*found)->name : QString();
}

base::Outcome OpenPractice::signIn(const ClinicianId& id, const QString& password) {
    if (m_older) {
        return tl::unexpected<base::Error>(*m_older);
    }
    const auto clinician = m_file->records().find<Clinician>(id);
    const auto credential = m_file->records().find<Credential>(id);
    if (!clinician) {
        return tl::unexpected<base::Error>(clinician.error());
    }
    if (!credential) {
        return tl::unexpected<base::Error>(credential.error());
    }
    if (!clinician->has_value() || !credential->has_value() || !(*clinician)->active) {
        return base::fail(ErrorCode::NotFound, Words::tr(kNotSignedIn),
                          Words::tr("this person may not sign in"),
                          Words::tr("ask an administrator of the practice"));
    }
    if (const auto verified = security::verifyPassword(password, (*credential)->verifier); !verified) {
        return verified;
    }
    m_signedIn = **clinician;
    m_wall->close();
    m_program.clear();
    if (const auto running = runningDoses(*this)) {
        followRunningDoses(*this, *running);
    }
    if (m_pendingReason.isEmpty()) {
        return {};
    }
    const QString reason = std::exchange(m_pendingReason, QString());
    return WritingDoor(*this)
        .save({{Action::Changed, m_practice,
                QStringLiteral("opened a file older than this PC saw: ") + reason}})
        .map([](const Changes&) {});
}

void OpenPractice::signOut() {
    m_signedIn.reset();
    m_wall->close();
    m_program.clear();
    m_reads->forget();
    m_needs->forget();
    rememberHead();
}

base::Outcome OpenPractice::confirm(const QString& password) const {
    if (!m_signedIn) {
        return base::fail(ErrorCode::Refused, Words::tr(kNotSignedIn), Words::tr("signing needs a person"),
                          Words::tr("sign in first"));
    }
    const auto credential = m_file->records().find<Credential>(m_signedIn->id);
    if (!credential) {
        return tl::unexpected<base::Error>(credential.error());
    }
    if (!credential->has_value()) {
        return base::fail(ErrorCode::NotFound, Words::tr(kNotSignedIn),
                          Words::tr("this person has no password"),
                          Words::tr("ask an administrator of the practice"));
    }
    return security::verifyPassword(password, (*credential)->verifier);
}

void OpenPractice::actAsProgram(const QString& name) {
    m_signedIn.reset();
    m_wall->close();
    m_program = name;
}

Actor OpenPractice::actor() const {
    if (m_signedIn) {
        return Actor{m_signedIn->id, m_signedIn->name};
    }
    return Actor{std::nullopt, m_program};
}

base::Outcome OpenPractice::require(security::Permission permission) const {
    using security::Permission;
    if (m_signedIn) {
        return security::requirePermission(*m_signedIn, permission);
    }
    const bool isProgramsWork = permission == Permission::Import || permission == Permission::Export;
    if (!m_program.isEmpty() && isProgramsWork) {
        return {};
    }
    return base::fail(ErrorCode::Refused, Words::tr("Nothing was changed"),
                      m_program.isEmpty() ? Words::tr("nobody is signed in")
                                          : Words::tr("a program may not do this in a person's place"),
                      Words::tr("sign in at the desk"));
}

} // namespace kairos::workflow

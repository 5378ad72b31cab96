// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/practice_file.h"

#include "core/storage/file_guard.h"
#include "core/storage/meta.h"
#include "core/storage/migrations.h"
#include "core/storage/practice_key_file.h"
#include "core/storage/projection.h"
#include "core/storage/record_table.h"
#include "core/storage/sql_error.h"
#include "core/storage/transaction.h"
#include "core/storage/words.h"

#include "core/base/check.h"
#include "core/record/codec.h"
#include "core/record/packing.h"
#include "core/security/recovery_code.h"

#include <QFile>
#include <QFileInfo>

namespace kairos::storage {

using base::ErrorCode;
using record::JournalEntry;

namespace {

const char* const kNotOpened = QT_TRANSLATE_NOOP("Words", "The practice was not opened");
const char* const kNotCreated = QT_TRANSLATE_NOOP("Words", "The practice was not created");
const char* const kNotSaved = QT_TRANSLATE_NOOP("Words", "The change was not saved");

void putMeta(Connection& connection, const QString& name, QByteArrayView value) {
    auto& upsert = connection.statement("INSERT INTO meta (name, value) VALUES (?, ?)"
                                        " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    upsert.bind(1, name);
    upsert.bind(2, value);
    upsert.run();
}

/// The head as the file itself seals it: a journal cut short no longer fits.
void sealHead(Connection& connection, const security::SecretBytes& recordKey, const JournalHead& head) {
    QByteArray seal;
    record::appendLittle(seal, head.count);
    seal.append(head.hash.toBytes());
    putMeta(connection, QStringLiteral("head"), seal);
    putMeta(connection, QStringLiteral("head_mac"), security::keyedBlake2b256(recordKey, seal).toBytes());
}

JournalEntry entryOf(const Commit& commit, const Change& change) {
    JournalEntry entry;
    entry.at = change.origin ? change.origin->at : commit.at;
    entry.actor = change.origin ? change.origin->actor : commit.actor;
    entry.action = change.action;
    entry.reason = change.reason;
    entry.kind = change.record.kind();
    entry.record = change.record.id();
    record::withRecordType(entry.kind, [&]<class Record>() {
        const Record& value = change.record.get<Record>();
        entry.patient = project(value).patient;
        entry.content = record::pack(value);
    });
    return entry;
}

JournalHead applyCommit(Connection& connection, Journal& journal, const security::SecretBytes& recordKey,
                        const Commit& commit, SearchWriting search = SearchWriting::Along) {
    JournalHead head = journal.head();
    for (const Change& change : commit.changes) {
        const JournalEntry entry = chained(head, entryOf(commit, change));
        journal.append(entry);
        KAIROS_CHECK(applyEntry(connection, recordKey, entry, search));
        head = JournalHead{entry.count, security::Digest::fromBytes(entry.hash).value_or(security::Digest{})};
    }
    JournalEntry origin;
    origin.at = commit.at;
    origin.actor = commit.actor;
    for (const PrivateChange& change : commit.behindWall) {
        head = writePrivate(connection, journal, origin, change);
    }
    sealHead(connection, recordKey, head);
    return head;
}

/// A document whose scan lies nowhere is a programmer's mistake.
void checkScansAreThere(Attachments& attachments, const QList<Change>& changes) {
    for (const Change& change : changes) {
        const auto* document = change.record.as<record::Document>();
        KAIROS_CHECK(document == nullptr || !document->scan || attachments.isStored(document->scan->hash));
    }
}

const record::Practice& practiceOf(const Commit& first) {
    KAIROS_CHECK(!first.changes.isEmpty());
    const auto* practice = first.changes.first().record.as<record::Practice>();
    KAIROS_CHECK(practice != nullptr);
    return *practice;
}

/// The journals that the engine keeps beside a file while it is open or after a crash.
QStringList companionsOf(const QString& path) {
    return {path + QStringLiteral("-wal"), path + QStringLiteral("-shm"), path + QStringLiteral("-journal")};
}

void removeWithCompanions(const QString& path) {
    QFile::remove(path);
    for (const QString& companion : companionsOf(path)) {
        QFile::remove(companion);
    }
}

/// Refused when a practice stands there, or a part of one: a log left by a former file of that name would be
/// played into the new one.
base::Outcome checkNameIsFree(const QString& path) {
    for (const QString& taken : QStringList{path, keyFilePath(path)} + companionsOf(path)) {
        if (QFileInfo::exists(taken)) {
            return base::fail(ErrorCode::Refused, wording(kNotCreated),
                              Words::tr("a practice of that name exists (%1)").arg(taken),
                              Words::tr("choose another name, or open the practice that is there"));
        }
    }
    return {};
}

/// Writes the whole practice under a passing name, so that a failure leaves nothing behind.
base::Outcome writeNewFile(const QString& path, const security::PracticeKey& key, const Commit& first) {
    removeWithCompanions(path);
    const auto written = guarded(kNotCreated, [&] {
        Connection connection(path, OpenMode::Create, &key);
        KAIROS_CHECK(migrate(connection) == MigrationOutcome::Created);
        const auto recordKey = security::SecretBytes::random(32);
        const auto practice = practiceOf(first).id;
        Transaction transaction(connection);
        putMeta(connection, QStringLiteral("record_key"), recordKey.view());
        putMeta(connection, QStringLiteral("practice"), practice.uuid.toBytes());
        Journal journal(connection, practice);
        applyCommit(connection, journal, recordKey, first);
        transaction.commit();
    });
    if (!written) {
        removeWithCompanions(path);
    }
    return written;
}

void removeNewPractice(const QString& path) {
    removeWithCompanions(path);
    QFile::remove(keyFilePath(path));
}

/// Puts the practice and its key file in their places.
base::Outcome writeNewPractice(const QString& path, const security::NewKey& made, const Commit& first) {
    const QString passing = path + QStringLiteral(".new");
    return writeNewFile(passing, made.key, first).and_then([&]() -> base::Outcome {
        if (!QFile::rename(passing, path)) {
            QFile::remove(passing);
            return base::fail(ErrorCode::Storage, wording(kNotCreated),
                              Words::tr("the file could not be named"),
                              Words::tr("check the rights of the folder"));
        }
        return writeKeyFile(path, made.file).or_else([&](const base::Error&) { removeNewPractice(path); });
    });
}

/// Looks before it touches: a file of a newer Kairos or of another program stays as it is.
MigrationOutcome bringUpToDate(Connection& connection) {
    if (connection.integer("SELECT count(*) FROM sqlite_master") == 0) {
        return MigrationOutcome::Foreign;
    }
    const auto outcome = migrate(connection);
    if (outcome == MigrationOutcome::Current || outcome == MigrationOutcome::Upgraded) {
        connection.enterWal();
    }
    return outcome;
}

base::Outcome checkMigration(MigrationOutcome outcome) {
    switch (outcome) {
    case MigrationOutcome::Created:
    case MigrationOutcome::Current:
    case MigrationOutcome::Upgraded:
        return {};
    case MigrationOutcome::Newer:
        return base::fail(ErrorCode::Refused, wording(kNotOpened),
                          Words::tr("it was written by a newer Kairos than this one"),
                          Words::tr("install the newer version on this PC; nothing was changed"));
    case MigrationOutcome::Foreign:
        return base::fail(ErrorCode::Damaged, wording(kNotOpened),
                          Words::tr("the file is not a Kairos practice"),
                          Words::tr("choose a file that Kairos made"));
    case MigrationOutcome::MissingScript:
        return base::fail(ErrorCode::Refused, wording(kNotOpened),
                          Words::tr("this Kairos lacks a step to bring the file up to date"),
                          Words::tr("install Kairos again; nothing was changed"));
    }
    return {};
}

} // namespace

PracticeFile::PracticeFile(QString path, security::PracticeKey key, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path)), m_key(std::move(key)), m_lock(std::move(lock)) {}

PracticeFile::~PracticeFile() = default;

base::Result<std::unique_ptr<PracticeFile>> PracticeFile::create(const QString& path,
                                                                 const QString& passphrase,
                                                                 security::KeyCost cost,
                                                                 const Commit& first) {
    return checkNameIsFree(path)
        .and_then([&] { return checkFolder(path, wording(kNotCreated)); })
        .and_then([&] { return security::makeKeyFile(passphrase, cost); })
        .and_then([&](security::NewKey made) {
            return writeNewPractice(path, made, first).and_then([&] {
                return openWithKey(path, made.key).or_else([&](const base::Error&) {
                    removeNewPractice(path);
                });
            });
        });
}

base::Result<std::unique_ptr<PracticeFile>> PracticeFile::open(const QString& path,
                                                               const QString& passphrase) {
    return checkPracticeExists(path, wording(kNotOpened))
        .and_then([&] { return checkFolder(path, wording(kNotOpened)); })
        .and_then([&] { return keyOf(path, passphrase); })
        .and_then([&](const security::PracticeKey& key) { return openWithKey(path, key); });
}

base::Result<std::unique_ptr<PracticeFile>> PracticeFile::openWithRecoveryCode(const QString& path,
                                                                               const QString& code) {
    return checkPracticeExists(path, wording(kNotOpened))
        .and_then([&] { return saltOf(path); })
        .and_then([&](const security::Salt& salt) { return security::keyFromRecoveryCode(code, salt); })
        .and_then([&](security::PracticeKey key) { return checkKeyFits(path, std::move(key)); })
        .and_then([&](const security::PracticeKey& key) { return openWithKey(path, key); });
}

base::Result<std::unique_ptr<PracticeFile>> PracticeFile::openWithKey(const QString& path,
                                                                      const security::PracticeKey& key) {
    const auto ready =
        checkEngine()
            .and_then([&](const EngineVersion&) { return checkPracticeExists(path, wording(kNotOpened)); })
            .and_then([&] { return checkFolder(path, wording(kNotOpened)); });
    if (!ready) {
        return tl::unexpected<base::Error>(ready.error());
    }
    auto lock = lockPractice(path);
    if (!lock) {
        return tl::unexpected<base::Error>(lock.error());
    }
    std::unique_ptr<PracticeFile> file(new PracticeFile(path, key.clone(), std::move(*lock)));
    auto outcome = MigrationOutcome::Current;
    const auto opened = guarded(kNotOpened, [&] {
        file->m_connection = std::make_unique<Connection>(path, OpenMode::Write, &file->m_key);
        outcome = bringUpToDate(*file->m_connection);
    });
    const auto checked = opened.and_then([&] { return checkMigration(outcome); }).and_then([&] {
        return guarded(kNotOpened, [&] { file->load(); });
    });
    if (!checked) {
        return tl::unexpected<base::Error>(checked.error());
    }
    if (file->m_recordKey.size() != 32 || file->m_practiceId.isNull()) {
        return base::fail(ErrorCode::Damaged, wording(kNotOpened),
                          Words::tr("the practice file lacks its own key"),
                          Words::tr("open the latest backup, and keep the damaged file"));
    }
    return file;
}

void PracticeFile::load() {
    m_recordKey = security::SecretBytes::fromBytes(metaOf(*m_connection, QStringLiteral("record_key")));
    const auto practice = base::Uuid::fromBytes(metaOf(*m_connection, QStringLiteral("practice")));
    m_practiceId = record::PracticeId{practice.value_or(base::Uuid{})};
    m_journal = std::make_unique<Journal>(*m_connection, m_practiceId);
    m_records = std::make_unique<RecordReader>(*m_connection, m_recordKey);
    m_reader = std::make_unique<PracticeReader>(*m_journal, *m_records);
    m_drafts = std::make_unique<Drafts>(*m_connection);
    m_search = std::make_unique<PatientSearch>(*m_connection);
    m_attachments = std::make_unique<Attachments>(*m_connection);
    m_fullText = std::make_unique<SearchIndex>(*m_connection, m_recordKey);
    m_private = std::make_unique<PrivateNotes>(*m_connection);
}

int PracticeFile::schemaVersion() const {
    return kSchemaVersion;
}

QString PracticeFile::recoveryCode() const {
    return security::recoveryCode(m_key);
}

base::Result<JournalHead> PracticeFile::commit(const Commit& commit) {
    return guarded(kNotSaved, [&] {
        try {
            return write(commit, SearchWriting::Along);
        } catch (const SqlError& error) {
            if (!mayBeOfSearch(error)) {
                throw;
            }
        }
        // A lost or damaged search index costs no record: it is made anew when somebody searches next.
        m_fullText->dropProgress();
        return write(commit, SearchWriting::Never);
    });
}

JournalHead PracticeFile::write(const Commit& commit, SearchWriting search) {
    Transaction transaction(*m_connection);
    for (const QByteArray& scan : commit.scans) {
        m_attachments->putInTransaction(scan);
    }
    checkScansAreThere(*m_attachments, commit.changes);
    const JournalHead head = applyCommit(*m_connection, *m_journal, m_recordKey, commit, search);
    for (const DraftKey& draft : commit.finishedDrafts) {
        m_drafts->dropInTransaction(draft);
    }
    if (search == SearchWriting::Never) {
        forgetSearch(*m_connection);
    }
    transaction.commit();
    return head;
}

base::Result<JournalHead> PracticeFile::head() {
    return guarded(QT_TRANSLATE_NOOP("Words", "The journal was not read"), [&] { return m_journal->head(); });
}

base::Result<std::optional<security::Digest>> PracticeFile::hashAt(qint64 count) {
    return guarded(QT_TRANSLATE_NOOP("Words", "The journal was not read"),
                   [&] { return m_journal->hashAt(count); });
}

base::Result<QList<JournalEntry>> PracticeFile::historyOf(const base::Uuid& record,
                                                          const std::optional<record::PatientId>& patient) {
    return m_reader->historyOf(record, patient);
}

base::Result<QList<JournalEntry>> PracticeFile::historyOfPatient(const record::PatientId& patient,
                                                                 int limit) {
    return m_reader->historyOfPatient(patient, limit);
}

} // namespace kairos::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/attachments.h"
#include "core/storage/connection.h"
#include "core/storage/drafts.h"
#include "core/storage/journal.h"
#include "core/storage/patient_search.h"
#include "core/storage/practice_reader.h"
#include "core/storage/private_notes.h"
#include "core/storage/record_reader.h"
#include "core/storage/record_table.h"
#include "core/storage/search_index.h"

#include "core/base/result.h"
#include "core/record/any_record.h"
#include "core/record/journal_entry.h"
#include "core/record/records.h"
#include "core/security/key_cost.h"
#include "core/security/key_file.h"

#include <QList>
#include <QLockFile>
#include <QString>

#include <memory>

namespace kairos::storage {

/// Who made a change and when, where that differs from the commit's own: the story of a demo practice.
struct Origin {
    record::Actor actor;
    base::Instant at;
};

/// One change of one record, as the writing door hands it in.
struct Change {
    record::Action action = record::Action::Created;
    record::AnyRecord record;
    QString reason = {};
    std::optional<Origin> origin = {};
};

/// What becomes one transaction: all of it is kept, or nothing.
struct Commit {
    record::Actor actor;
    base::Instant at;
    QList<Change> changes;
    QList<DraftKey> finishedDrafts;       ///< deleted by the transaction that saves what they became
    QList<PrivateChange> behindWall = {}; ///< after the changes
    QList<QByteArray> scans = {};         ///< the bytes of the documents among the changes that are new scans
};

/// An open practice: the encrypted file, its lock, its journal and its tables. One object, one thread.
class PracticeFile final {
public:
    /// Makes a new practice file with its key file; `first` is its first transaction (practice and
    /// clinician). Refused: a file of that name exists. InvalidInput: the passphrase is too weak. Nothing is
    /// left behind when it fails.
    [[nodiscard]] static base::Result<std::unique_ptr<PracticeFile>>
    create(const QString& path, const QString& passphrase, security::KeyCost cost, const Commit& first);

    /// Opens with the passphrase. WrongPassphrase, Damaged, Refused (newer, locked, network), Storage.
    [[nodiscard]] static base::Result<std::unique_ptr<PracticeFile>> open(const QString& path,
                                                                          const QString& passphrase);
    /// Opens with the key itself: the recovery code, or a practice of a test.
    [[nodiscard]] static base::Result<std::unique_ptr<PracticeFile>>
    openWithKey(const QString& path, const security::PracticeKey& key);
    /// Opens with the printed recovery code.
    [[nodiscard]] static base::Result<std::unique_ptr<PracticeFile>>
    openWithRecoveryCode(const QString& path, const QString& code);

    ~PracticeFile();
    Q_DISABLE_COPY_MOVE(PracticeFile)

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const record::PracticeId& practiceId() const { return m_practiceId; }
    [[nodiscard]] int schemaVersion() const;
    /// The printable key, shown once after create().
    [[nodiscard]] QString recoveryCode() const;
    [[nodiscard]] const security::PracticeKey& key() const { return m_key; }
    [[nodiscard]] const security::SecretBytes& recordKey() const { return m_recordKey; }

    /// One transaction: journal entries and rows. Returns the head after it.
    [[nodiscard]] base::Result<JournalHead> commit(const Commit& commit);

    [[nodiscard]] RecordReader& records() { return *m_records; }
    /// The same with the versions, for what reads on a snapshot too.
    [[nodiscard]] PracticeReader& reader() { return *m_reader; }
    [[nodiscard]] Drafts& drafts() { return *m_drafts; }
    [[nodiscard]] PatientSearch& search() { return *m_search; }
    [[nodiscard]] SearchIndex& fullText() { return *m_fullText; }
    [[nodiscard]] PrivateNotes& behindWall() { return *m_private; }
    [[nodiscard]] Attachments& attachments() { return *m_attachments; }
    [[nodiscard]] base::Result<JournalHead> head();
    /// The hash at a journal position; none when the journal is shorter.
    [[nodiscard]] base::Result<std::optional<security::Digest>> hashAt(qint64 count);
    /// The versions of one record, oldest first. Damaged: an entry does not fit its hash; it is named.
    [[nodiscard]] base::Result<QList<record::JournalEntry>>
    historyOf(const base::Uuid& record, const std::optional<record::PatientId>& patient);
    /// The last entries of one patient, newest first. Damaged as above.
    [[nodiscard]] base::Result<QList<record::JournalEntry>> historyOfPatient(const record::PatientId& patient,
                                                                             int limit);

private:
    PracticeFile(QString path, security::PracticeKey key, std::unique_ptr<QLockFile> lock);
    void load();
    JournalHead write(const Commit& commit, SearchWriting search);

    QString m_path;
    security::PracticeKey m_key;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_connection;
    security::SecretBytes m_recordKey;
    record::PracticeId m_practiceId;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<RecordReader> m_records;
    std::unique_ptr<PracticeReader> m_reader;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<PatientSearch> m_search;
    std::unique_ptr<SearchIndex> m_fullText;
    std::unique_ptr<PrivateNotes> m_private;
    std::unique_ptr<Attachments> m_attachments;
};

/// Where the key file of a practice stands.
[[nodiscard]] QString keyFilePath(const QString& practicePath);

} // namespace kairos::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/change_hub.h"
#include "core/workflow/environment.h"

#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/record/clinician.h"
#include "core/record/journal_entry.h"
#include "core/record/practice.h"
#include "core/security/permissions.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <vector>

namespace kairos::security {
class PracticeKey;
}

namespace kairos::storage {
class PracticeFile;
}

namespace kairos::workflow {

struct Catalog;
struct KeptNeeds;
class NoteHolds;
class PatientReads;
struct PrivateWall;

/// What a new practice starts with.
struct NewPractice {
    QString path;
    QString passphrase;
    QString name;
    QString zone; ///< IANA
    QString clinicianName;
    QList<record::Role> roles;
    QString password; ///< of the first clinician; may be the passphrase
    bool synthetic = false;
};

/// An unlocked practice: the file, who is signed in, the clock, the ids and the news channel.
/// Use cases and queries are small classes that take it by reference. It lives on the window's thread.
class OpenPractice final {
public:
    /// Makes a practice and signs its first clinician in. The recovery code is to be shown once.
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>> create(const NewPractice& wanted,
                                                                            const Environment& environment);
    /// Opens with the passphrase; nobody is signed in yet.
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>>
    open(const QString& path, const QString& passphrase, const Environment& environment);
    /// Opens with the printed recovery code. A file older than what this PC saw opens too, which is
    /// journalled once somebody is signed in.
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>>
    openWithRecoveryCode(const QString& path, const QString& code, const Environment& environment);
    /// Opens a file that is older than what this PC saw; the reason is journalled once somebody is signed in.
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>>
    openOlder(const QString& path, const QString& passphrase, const QString& reason,
              const Environment& environment);

    /// Opens with a key that was derived before, e.g. on a background thread. A file that is older than what
    /// this PC saw opens too, but nobody signs in before acceptOlder().
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>>
    openWithKey(const QString& path, const security::PracticeKey& key, const Environment& environment);

    ~OpenPractice();
    Q_DISABLE_COPY_MOVE(OpenPractice)

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] const record::Practice& practice() const { return m_practice; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    /// The installed content, with the practice's own instruments and protocols. A reference stays good until
    /// the practice is closed, also when some are added.
    [[nodiscard]] const Catalog& catalog() const;
    [[nodiscard]] const Environment& environment() const { return m_environment; }
    [[nodiscard]] base::Instant now() const;
    /// Today in the practice's zone.
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QString recoveryCode() const;

    /// Why the file is older than what this PC saw; none when it is not, or when it was accepted.
    [[nodiscard]] const std::optional<base::Error>& olderThanSeen() const { return m_older; }
    /// Goes on with an older file; the reason is journalled once somebody is signed in. InvalidInput: no
    /// reason.
    [[nodiscard]] base::Outcome acceptOlder(const QString& reason);

    /// Clinicians who may sign in, by name.
    [[nodiscard]] base::Result<QList<record::Clinician>> clinicians() const;
    /// The name of a clinician, also of one who left; empty when unknown.
    [[nodiscard]] QString clinicianName(const record::ClinicianId& id) const;
    /// WrongPassphrase: the password does not fit.
    [[nodiscard]] base::Outcome signIn(const record::ClinicianId& id, const QString& password);
    void signOut();
    [[nodiscard]] const std::optional<record::Clinician>& signedIn() const { return m_signedIn; }
    /// Asks for the signed-in clinician's password again, as signing and overriding do.
    [[nodiscard]] base::Outcome confirm(const QString& password) const;
    /// Acts in a program's name, as kairos-cli does: it may import, export and verify, never sign or dose.
    void actAsProgram(const QString& name);
    [[nodiscard]] record::Actor actor() const;
    /// Refused when nobody is signed in or the roles do not carry the permission.
    [[nodiscard]] base::Outcome require(security::Permission permission) const;

    [[nodiscard]] ChangeHub& hub() { return m_hub; }
    [[nodiscard]] base::IdSource& ids() { return m_ids; }
    [[nodiscard]] storage::PracticeFile& file() const { return *m_file; }
    /// The ratings and sessions of the patient whose chart is open.
    [[nodiscard]] PatientReads& reads() const { return *m_reads; }
    /// What needed a person when it was reckoned last.
    [[nodiscard]] KeptNeeds& needs() const { return *m_needs; }
    /// Whether the signed-in clinician's private notes are open.
    [[nodiscard]] PrivateWall& wall() const { return *m_wall; }
    /// Which editor writes which note.
    [[nodiscard]] NoteHolds& noteHolds() const { return *m_noteHolds; }
    /// Saves changed practice settings into this object after the writing door took them.
    void adopt(const record::Practice& practice);
    /// The same for the signed-in clinician, whose roles count from now on; signs out one who left.
    void adopt(const record::Clinician& clinician);
    /// Remembers the journal's head on this PC; called at lock and at most every minute.
    void rememberHead() const;
    /// Reads the practice's own instruments and protocols again from the folders beside it; views that open
    /// from now on see them.
    void readOwnContent();

private:
    OpenPractice(std::unique_ptr<storage::PracticeFile> file, const Environment& environment);
    [[nodiscard]] static base::Result<std::unique_ptr<OpenPractice>>
    adoptFile(base::Result<std::unique_ptr<storage::PracticeFile>> file, const Environment& environment);
    [[nodiscard]] base::Outcome loadPractice();
    [[nodiscard]] base::Outcome checkAge() const;

    std::unique_ptr<storage::PracticeFile> m_file;
    std::unique_ptr<PatientReads> m_reads;
    std::unique_ptr<KeptNeeds> m_needs;
    std::unique_ptr<PrivateWall> m_wall;
    std::unique_ptr<NoteHolds> m_noteHolds;
    Environment m_environment;
    base::IdSource m_ids;
    ChangeHub m_hub;
    record::Practice m_practice;
    QTimeZone m_zone;
    std::optional<record::Clinician> m_signedIn;
    QString m_program;
    std::optional<base::Error> m_older;
    /// One for each reading of the own content; the last one counts, and what looks at an earlier one
    /// may.
    std::vector<std::unique_ptr<const Catalog>> m_catalogs;
    QString m_pendingReason; ///< why an older file was opened, until the first signed-in change
};

} // namespace kairos::workflow

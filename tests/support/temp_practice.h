// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/storage/practice_file.h"

#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace kairos::support {

/// Hands a value on, or ends the test with the error's own sentence.
template <class T>
T required(base::Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().sentence().toStdString());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A real practice file at the cheap key cost, in a folder of its own that goes with it: Alder House in
/// Europe/Oslo with one clinician, Ruth Adeyemi, who has every role. Its clock stands at Monday 2 November
/// 2026, 09:00 local time, until it is moved; its ids are the same in every run.
class TempPractice final {
public:
    TempPractice();
    ~TempPractice();
    Q_DISABLE_COPY_MOVE(TempPractice)

    [[nodiscard]] storage::PracticeFile& file();
    [[nodiscard]] base::ManualClock& clock() { return m_clock; }
    [[nodiscard]] base::RandomSource& random() { return m_random; }
    [[nodiscard]] base::IdSource& ids() { return m_ids; }

    [[nodiscard]] const record::Practice& practice() const { return m_practice; }
    [[nodiscard]] const record::Clinician& clinician() const { return m_clinician; }
    /// The clinician above.
    [[nodiscard]] record::Actor actor() const;
    [[nodiscard]] base::Instant now() const;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const;
    [[nodiscard]] static QString passphrase();
    /// A copy of the key, also while the practice is closed.
    [[nodiscard]] security::PracticeKey key() const { return m_key->clone(); }

    /// Closes the file; file() must not be called until reopen().
    void close();
    /// Opens with the passphrase, as the program does.
    void reopen();

    /// Saves records as new, in one transaction, by the clinician at the clock's time; throws when refused.
    template <class... Records>
    void save(const Records&... records) {
        commit(QList<storage::Change>{
            storage::Change{record::Action::Created, record::AnyRecord(records), QString()}...});
    }
    /// One transaction by the clinician at the clock's time; throws when refused.
    void commit(const QList<storage::Change>& changes);
    /// The same without the throw, for tests of refusals.
    [[nodiscard]] base::Result<storage::JournalHead> tryCommit(const QList<storage::Change>& changes);

private:
    QTemporaryDir m_folder;
    base::ManualClock m_clock;
    base::SeededRandom m_random{20261102};
    base::IdSource m_ids{m_clock, m_random};
    record::Practice m_practice;
    record::Clinician m_clinician;
    std::unique_ptr<storage::PracticeFile> m_file;
    std::unique_ptr<security::PracticeKey> m_key;
};

/// Elena Marsh, born 12 March 1984, MRN "AH-0412" unless another one is given. Not saved.
[[nodiscard]] record::Patient elenaMarsh(TempPractice& practice,
                                         const QString& mrn = QStringLiteral("AH-0412"));
/// A dosing session of the patient in progress since the clock's time. Not saved.
[[nodiscard]] record::DosingSession dosingSession(TempPractice& practice, const record::PatientId& patient);
/// A full set of vital signs at the clock's time. Not saved.
[[nodiscard]] record::Reading reading(TempPractice& practice, const record::DosingSession& session);
/// A PHQ-9 of nine answers with a total, at the clock's time. Not saved.
[[nodiscard]] record::Rating phq9(TempPractice& practice, const record::PatientId& patient);
/// A free chart note of one section with this text. Not saved.
[[nodiscard]] record::Note note(TempPractice& practice, const record::DosingSession& session,
                                const QString& text);

/// A commit that adds one scan of these bytes as a consent of the patient.
[[nodiscard]] storage::Commit scanCommit(TempPractice& practice, const record::PatientId& patient,
                                         const QByteArray& bytes);

} // namespace kairos::support

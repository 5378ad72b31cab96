// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/private_rows.h"

#include <QList>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// Who gets behind the wall: the signed-in clinician, to the notes of their own, by their own password or
/// their own recovery code. An administrator, the passphrase and the recovery code of the practice do not.
class PrivateAccess final {
public:
    explicit PrivateAccess(OpenPractice& practice) : m_practice(practice) {}

    /// Whether private notes are offered to the signed-in clinician at all: to who may sign therapy notes,
    /// and to who has some.
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] base::Result<bool> isSetUp() const;
    [[nodiscard]] bool isOpen() const;

    /// Makes the clinician's own key and opens the notes. Returns their own recovery code, which is shown
    /// once. WrongPassphrase: it is not the password. Refused: there is a key already.
    [[nodiscard]] base::Result<QString> setUp(const QString& password);
    /// WrongPassphrase: it is not the password, or an administrator set it anew since.
    [[nodiscard]] base::Outcome open(const QString& password);
    /// Opens with the clinician's own recovery code, and from now on with the present password again.
    /// InvalidInput: a mistyped code. WrongPassphrase: another code, or not the password.
    [[nodiscard]] base::Outcome recover(const QString& code, const QString& password);
    /// Makes another recovery code; the former one opens nothing any more. Refused while the notes are
    /// sealed.
    [[nodiscard]] base::Result<QString> renewCode(const QString& password);
    /// Seals them: the key is overwritten.
    void close();

    /// What must be saved with a new password, in the same transaction, so that the notes open with it. Empty
    /// without a key, and where the former password did not open them: then the recovery code still does.
    [[nodiscard]] base::Result<QList<storage::PrivateChange>> changesForPassword(const QString& former,
                                                                                 const QString& fresh) const;
    /// The same for a password that is set without the former one: notes that are open take it, others do
    /// not.
    [[nodiscard]] base::Result<QList<storage::PrivateChange>>
    changesForReset(const record::ClinicianId& clinician, const QString& fresh) const;

private:
    struct Kept;
    [[nodiscard]] base::Result<std::optional<Kept>> find() const;
    [[nodiscard]] base::Result<Kept> require(const QString& what) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/packed_fields.h"
#include "core/security/private_key.h"
#include "core/storage/private_rows.h"

#include <QString>

#include <optional>

namespace kairos::workflow {

class OpenPractice;

/// What is sealed of a release: why, for whom, and which version of the note.
struct ReleaseWords {
    QString reason;
    QString recipient;
    int version = 0;

    bool operator==(const ReleaseWords&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.reason);
        visit(2, self.recipient);
        visit(3, self.version);
    }
};

/// A private note that is not written yet, and what it is to become: a note of a session, or a new version.
struct PrivateDraft {
    QString text;
    std::optional<record::SessionId> session = {};
    std::optional<record::PrivateNoteId> amends = {};

    bool operator==(const PrivateDraft&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.text);
        visit(2, self.session);
        visit(3, self.amends);
    }
};

/// What a sealed content is bound to, so that it opens in its own row alone: a row that was moved to another
/// author, patient, session or time does not open.
[[nodiscard]] QByteArray boundTo(const storage::SealedNote& note);
[[nodiscard]] QByteArray boundTo(const storage::SealedRelease& release);
[[nodiscard]] QByteArray boundTo(const storage::PrivateDraftKey& draft);
[[nodiscard]] QByteArray boundTo(const record::ClinicianId& owner);

/// Seals text or fields; the bytes in between are overwritten.
[[nodiscard]] QByteArray sealText(const security::PrivateKey& key, const QString& text, QByteArrayView bound);
[[nodiscard]] std::optional<QString> openText(const security::PrivateKey& key, QByteArrayView sealed,
                                              QByteArrayView bound);

template <class Fields>
[[nodiscard]] QByteArray sealFields(const security::PrivateKey& key, const Fields& fields,
                                    QByteArrayView bound) {
    QByteArray bytes;
    record::Codec<Fields>::write(bytes, fields);
    const QByteArray sealed = key.seal(bytes, bound);
    security::wipe(bytes);
    return sealed;
}

template <class Fields>
[[nodiscard]] std::optional<Fields> openFields(const security::PrivateKey& key, QByteArrayView sealed,
                                               QByteArrayView bound) {
    Fields fields;
    const auto bytes = key.open(sealed, bound);
    return bytes && record::Codec<Fields>::read(bytes->view(), fields) ? std::optional(std::move(fields))
                                                                       : std::nullopt;
}

/// The key of the signed-in clinician, while the notes are open. Refused while they are sealed; `what` says
/// what did not happen.
[[nodiscard]] base::Result<const security::PrivateKey*> openKey(OpenPractice& practice, const QString& what);

} // namespace kairos::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/private_entry.h"

#include <QByteArray>

#include <optional>
#include <variant>

/// What stands behind the wall, as the file keeps it: sealed by the author's own key, opaque here.
namespace kairos::storage {

/// A clinician's own key, wrapped (core/security/private_key.h).
struct SealedKey {
    record::ClinicianId author;
    QByteArray wrapped;

    bool operator==(const SealedKey&) const = default;
};

/// One version of one private note.
struct SealedNote {
    record::PrivateNoteId id;
    int version = 1;
    record::ClinicianId author;
    record::PatientId patient;
    std::optional<record::SessionId> session;
    base::Instant at; ///< when this version was written
    QByteArray sealed;

    bool operator==(const SealedNote&) const = default;
};

enum class ReleaseState { Asked = 1, Given = 2 };

/// The latest release of a note into the chart: for whom and why are sealed.
struct SealedRelease {
    record::PrivateNoteId note;
    record::ClinicianId author;
    ReleaseState state = ReleaseState::Asked;
    base::Instant at;
    QByteArray sealed;

    bool operator==(const SealedRelease&) const = default;
};

/// Whose unfinished private note about whom.
struct PrivateDraftKey {
    record::ClinicianId author;
    record::PatientId patient;

    bool operator==(const PrivateDraftKey&) const = default;
};

struct SealedDraft {
    PrivateDraftKey key;
    qint64 savedMs = 0; ///< UTC milliseconds
    QByteArray sealed;

    bool operator==(const SealedDraft&) const = default;
};

/// Takes all versions of a note out of the file, and its release with them.
struct DestroyNote {
    record::PrivateNoteId id;
};

/// Takes a release back that was asked for.
struct WithdrawRelease {
    record::PrivateNoteId note;
};

/// One change behind the wall, as the writing door hands it in: each but the end of a draft is a journal
/// entry.
using PrivateChange =
    std::variant<SealedKey, SealedNote, DestroyNote, SealedRelease, WithdrawRelease, PrivateDraftKey>;

} // namespace kairos::storage

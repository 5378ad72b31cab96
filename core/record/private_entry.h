// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/record/kind.h"

#include <QByteArray>

namespace kairos::record {

using PrivateNoteId = base::StrongId<struct PrivateNoteTag>;

/// What happened behind the wall. The numbers stand in the journal and are permanent.
enum class PrivateAct {
    KeyKept = 1,          ///< a clinician's key was made, or wrapped anew
    NoteKept = 2,         ///< a note was written, or a version of it
    NoteDestroyed = 3,    ///< all of its versions are gone
    ReleaseKept = 4,      ///< a release was asked for, or given
    ReleaseWithdrawn = 5, ///< it was asked for in vain
};

/// The kind of a journal entry that speaks of private notes. It is no kind of record: it stands in no list of
/// them, so that nothing that walks over records can come upon one.
inline constexpr auto kPrivateEntry = static_cast<RecordKind>(90);

/// All that the journal holds of private notes: that something happened, and the hash of the sealed row, so
/// that a check finds a row that was altered, lost or put back. Neither text nor patient.
struct PrivateEntry {
    static constexpr RecordKind kKind = kPrivateEntry;

    PrivateAct act = PrivateAct::NoteKept;
    int version = 0; ///< of the note, from 1; 0 for what has none
    QByteArray hash; ///< of the sealed row, 32 bytes; empty where there is none any more

    bool operator==(const PrivateEntry&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.act);
        visit(2, self.version);
        visit(3, self.hash);
    }
};

} // namespace kairos::record

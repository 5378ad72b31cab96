// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kairos::record {

/// What a journal entry did to its record. The numbers are permanent.
enum class Action : quint8 { Created = 1, Changed = 2, Amended = 3, EnteredInError = 4 };

/// Who acts: a signed-in clinician, or a program in somebody's name ("kairos-cli, anna").
struct Actor {
    std::optional<ClinicianId> clinician;
    QString name;

    bool operator==(const Actor&) const = default;
};

/// One change as the journal keeps it: append-only, each hash covering the one before.
struct JournalEntry {
    qint64 count = 0; ///< position, from 1 without gaps
    base::Instant at;
    Actor actor;
    Action action = Action::Created;
    RecordKind kind = RecordKind::Patient;
    base::Uuid record;
    std::optional<PatientId> patient;
    QString reason;     ///< of an amendment, an override or an entry in error
    QByteArray content; ///< canonical content (record/packing.h)
    QByteArray hash;    ///< 32 bytes

    bool operator==(const JournalEntry&) const = default;
};

} // namespace kairos::record

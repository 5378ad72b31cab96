// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QList>
#include <QMetaType>

#include <optional>

namespace kairos::workflow {

/// One record that changed.
struct ChangedRecord {
    record::RecordKind kind = record::RecordKind::Patient;
    base::Uuid id;
    std::optional<record::PatientId> patient;

    bool operator==(const ChangedRecord&) const = default;
};

/// What one saved transaction changed: ids, never values.
struct Changes {
    QList<ChangedRecord> records;

    [[nodiscard]] bool touches(const record::PatientId& patient) const;
    [[nodiscard]] bool touches(record::RecordKind kind) const;
};

} // namespace kairos::workflow

Q_DECLARE_METATYPE(kairos::workflow::Changes)

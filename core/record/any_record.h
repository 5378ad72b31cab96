// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/record/kind.h"

#include <memory>

namespace kairos::record {

/// A record of any kind, for the places that treat all kinds alike: the writing door, restore and verify.
/// What it holds never changes, and a copy of it costs no copy of the record.
class AnyRecord final {
public:
    /// None: to be assigned before it is read.
    AnyRecord() = default;
    /// Defined for every record of records.h.
    template <class Record>
    requires requires { Record::kKind; }
    AnyRecord(const Record& record);

    [[nodiscard]] RecordKind kind() const;
    [[nodiscard]] const base::Uuid& id() const;
    /// The record when it is one of this type, else null.
    template <class Record>
    [[nodiscard]] const Record* as() const {
        return m_record && m_kind == Record::kKind ? static_cast<const Record*>(m_record.get()) : nullptr;
    }
    /// The record, which is of this type: anything else is a programmer's mistake.
    template <class Record>
    [[nodiscard]] const Record& get() const {
        return *static_cast<const Record*>(checked(Record::kKind));
    }

private:
    [[nodiscard]] const void* checked(RecordKind kind) const;

    std::shared_ptr<const void> m_record;
    RecordKind m_kind = RecordKind::Practice;
    base::Uuid m_id;
};

} // namespace kairos::record

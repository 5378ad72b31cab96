// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/any_record.h"

#include "core/base/check.h"
#include "core/record/records.h"

namespace kairos::record {

template <class Record>
requires requires {
    Record::kKind;
}
AnyRecord::AnyRecord(const Record& record)
    : m_record(std::make_shared<const Record>(record)), m_kind(Record::kKind), m_id(record.id.uuid) {}

RecordKind AnyRecord::kind() const {
    KAIROS_CHECK(m_record != nullptr);
    return m_kind;
}

const base::Uuid& AnyRecord::id() const {
    KAIROS_CHECK(m_record != nullptr);
    return m_id;
}

const void* AnyRecord::checked(RecordKind kind) const {
    KAIROS_CHECK(m_record != nullptr && m_kind == kind);
    return m_record.get();
}

#define KAIROS_HOLD(Record) template AnyRecord::AnyRecord(const Record&);
KAIROS_EVERY_RECORD(KAIROS_HOLD)
#undef KAIROS_HOLD

} // namespace kairos::record

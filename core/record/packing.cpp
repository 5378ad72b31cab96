// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/packing.h"

#include "core/record/packed_fields.h"
#include "core/record/records.h"

namespace kairos::record {

void FieldReader::advance() {
    m_has = false;
    if (!m_ok || m_rest.isEmpty()) {
        return;
    }
    if (m_rest.size() < kFieldHeadBytes) {
        m_ok = false;
        return;
    }
    const auto field = readLittle<quint16>(m_rest.data());
    const auto length = static_cast<qsizetype>(readLittle<quint32>(m_rest.data() + 3));
    // Field ids only rise: a repeated or falling id is no canonical content.
    if (m_rest.size() - kFieldHeadBytes < length || field <= m_field) {
        m_ok = false;
        return;
    }
    m_field = field;
    m_type = static_cast<FieldType>(m_rest.at(2));
    m_value = m_rest.sliced(kFieldHeadBytes, length);
    m_rest = m_rest.sliced(kFieldHeadBytes + length);
    m_has = true;
}

bool FieldReader::finish() {
    while (m_ok && m_has) {
        advance();
    }
    return m_ok && m_rest.isEmpty();
}

std::optional<RecordKind> packedKind(QByteArrayView content) {
    if (content.size() < 3 || static_cast<quint8>(content.at(0)) != kPackingVersion) {
        return std::nullopt;
    }
    return static_cast<RecordKind>(readLittle<quint16>(content.data() + 1));
}

#define KAIROS_PACK(Record)                                                                                  \
    template QByteArray pack(const Record&);                                                                 \
    template std::optional<Record> unpack<Record>(QByteArrayView);
KAIROS_EVERY_RECORD(KAIROS_PACK)
#undef KAIROS_PACK

} // namespace kairos::record

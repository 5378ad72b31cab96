// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/kind.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// Canonical content: one packed buffer a record. One byte of layout version, two bytes of record kind, then
/// (field id 2 bytes, type 1 byte, length 4 bytes, bytes) in the order of field ids; absent fields are left
/// out. Field ids are permanent: adding an optional field changes no earlier record's content.
namespace kairos::record {

/// The canonical content of a record.
template <class Record>
[[nodiscard]] QByteArray pack(const Record& record);

/// The kind that a packed buffer names, or none when it is no such buffer.
[[nodiscard]] std::optional<RecordKind> packedKind(QByteArrayView content);

/// The record in a packed buffer, or none when the buffer is malformed or of another kind.
template <class Record>
[[nodiscard]] std::optional<Record> unpack(QByteArrayView content);

} // namespace kairos::record

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QUuid>

#include <algorithm>
#include <cstring>

namespace kairos::base {

bool Uuid::isNull() const {
    return std::all_of(bytes.begin(), bytes.end(), [](quint8 byte) { return byte == 0; });
}

QString Uuid::toString() const {
    return QUuid::fromRfc4122(toBytes()).toString(QUuid::WithoutBraces);
}

std::optional<Uuid> Uuid::fromString(QStringView text) {
    if (text.size() != 36) {
        return std::nullopt;
    }
    const auto parsed = QUuid::fromString(text);
    return parsed.isNull() ? std::nullopt : fromBytes(parsed.toRfc4122());
}

QByteArray Uuid::toBytes() const {
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

std::optional<Uuid> Uuid::fromBytes(QByteArrayView view) {
    Uuid id;
    if (view.size() != static_cast<qsizetype>(id.bytes.size())) {
        return std::nullopt;
    }
    std::memcpy(id.bytes.data(), view.data(), id.bytes.size());
    return id;
}

size_t qHash(const Uuid& id, size_t seed) noexcept {
    return qHashBits(id.bytes.data(), id.bytes.size(), seed);
}

Uuid IdSource::nextUuid() {
    Uuid id;
    const auto ms = static_cast<quint64>(m_clock.nowMs());
    for (size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<quint8>(ms >> (40 - 8 * i));
    }
    const quint64 high = m_random.next();
    const quint64 low = m_random.next();
    id.bytes[6] = static_cast<quint8>(0x70U | (high & 0x0FU));
    id.bytes[7] = static_cast<quint8>(high >> 8);
    for (size_t i = 0; i < 8; ++i) {
        id.bytes[8 + i] = static_cast<quint8>(low >> (8 * i));
    }
    id.bytes[8] = static_cast<quint8>(0x80U | (id.bytes[8] & 0x3FU));
    return id;
}

} // namespace kairos::base

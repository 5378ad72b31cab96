// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/appointment.h"
#include "core/base/ids.h"
#include "core/base/instant.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QTime>
#include <QtEndian>

#include <bit>
#include <concepts>
#include <cstring>
#include <optional>
#include <type_traits>

/// How single values stand in canonical content. Numbers are little-endian; the type tags are permanent.
namespace kairos::record {

enum class FieldType : quint8 {
    Integer = 1, ///< 8 bytes, signed; also enums and booleans
    Real = 2,    ///< 8 bytes, IEEE 754
    Text = 3,    ///< UTF-8
    Bytes = 4,
    Id = 5,      ///< 16 bytes
    Instant = 6, ///< 8 bytes UTC milliseconds, 4 bytes offset in seconds
    Date = 7,    ///< 4 bytes, Julian day
    Time = 8,    ///< 4 bytes, milliseconds since midnight
    List = 9,    ///< 4 bytes count, then 4 bytes length and the bytes of each element
    Fields = 10  ///< a nested value: (field id, type, length, bytes)…
};

template <class T>
inline void appendLittle(QByteArray& out, T value) {
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), sizeof(little));
}

template <class T>
[[nodiscard]] inline T readLittle(const char* from) {
    return qFromLittleEndian<T>(from);
}

/// Specialised below for every type a record's field may have:
/// `kType`, `isAbsent(value)`, `write(out, value)` and `read(bytes, value) -> bool`.
template <class T>
struct Codec;

template <class T>
requires std::integral<T> || std::is_enum_v<T>
struct Codec<T> {
    static constexpr FieldType kType = FieldType::Integer;
    static bool isAbsent(const T&) { return false; }
    static void write(QByteArray& out, const T& value) { appendLittle(out, static_cast<qint64>(value)); }
    static bool read(QByteArrayView bytes, T& value) {
        if (bytes.size() != 8) {
            return false;
        }
        value = static_cast<T>(readLittle<qint64>(bytes.data()));
        return true;
    }
};

template <>
struct Codec<double> {
    static constexpr FieldType kType = FieldType::Real;
    static bool isAbsent(const double&) { return false; }
    static void write(QByteArray& out, const double& value) {
        appendLittle(out, std::bit_cast<quint64>(value));
    }
    static bool read(QByteArrayView bytes, double& value) {
        if (bytes.size() != 8) {
            return false;
        }
        value = std::bit_cast<double>(readLittle<quint64>(bytes.data()));
        return true;
    }
};

template <class Unit>
struct Codec<base::Quantity<Unit>> {
    static constexpr FieldType kType = FieldType::Real;
    static bool isAbsent(const base::Quantity<Unit>&) { return false; }
    static void write(QByteArray& out, const base::Quantity<Unit>& quantity) {
        Codec<double>::write(out, quantity.value);
    }
    static bool read(QByteArrayView bytes, base::Quantity<Unit>& quantity) {
        return Codec<double>::read(bytes, quantity.value);
    }
};

template <>
struct Codec<QString> {
    static constexpr FieldType kType = FieldType::Text;
    static bool isAbsent(const QString& text) { return text.isEmpty(); }
    static void write(QByteArray& out, const QString& text) { out.append(text.toUtf8()); }
    static bool read(QByteArrayView bytes, QString& text) {
        text = QString::fromUtf8(bytes.data(), bytes.size());
        return true;
    }
};

template <>
struct Codec<QByteArray> {
    static constexpr FieldType kType = FieldType::Bytes;
    static bool isAbsent(const QByteArray& value) { return value.isEmpty(); }
    static void write(QByteArray& out, const QByteArray& value) { out.append(value); }
    static bool read(QByteArrayView bytes, QByteArray& value) {
        value = bytes.toByteArray();
        return true;
    }
};

template <>
struct Codec<base::Uuid> {
    static constexpr FieldType kType = FieldType::Id;
    static bool isAbsent(const base::Uuid& id) { return id.isNull(); }
    static void write(QByteArray& out, const base::Uuid& id) {
        out.append(reinterpret_cast<const char*>(id.bytes.data()), 16);
    }
    static bool read(QByteArrayView bytes, base::Uuid& id) {
        if (bytes.size() != 16) {
            return false;
        }
        std::memcpy(id.bytes.data(), bytes.data(), 16);
        return true;
    }
};

template <class Tag>
struct Codec<base::StrongId<Tag>> {
    static constexpr FieldType kType = FieldType::Id;
    static bool isAbsent(const base::StrongId<Tag>& id) { return id.isNull(); }
    static void write(QByteArray& out, const base::StrongId<Tag>& id) {
        Codec<base::Uuid>::write(out, id.uuid);
    }
    static bool read(QByteArrayView bytes, base::StrongId<Tag>& id) {
        return Codec<base::Uuid>::read(bytes, id.uuid);
    }
};

template <>
struct Codec<base::Instant> {
    static constexpr FieldType kType = FieldType::Instant;
    static bool isAbsent(const base::Instant&) { return false; }
    static void write(QByteArray& out, const base::Instant& instant) {
        appendLittle(out, instant.utcMs);
        appendLittle(out, static_cast<qint32>(instant.offsetSeconds));
    }
    static bool read(QByteArrayView bytes, base::Instant& instant) {
        if (bytes.size() != 12) {
            return false;
        }
        instant.utcMs = readLittle<qint64>(bytes.data());
        instant.offsetSeconds = readLittle<qint32>(bytes.data() + 8);
        return true;
    }
};

template <>
struct Codec<QDate> {
    static constexpr FieldType kType = FieldType::Date;
    static bool isAbsent(const QDate& date) { return !date.isValid(); }
    static void write(QByteArray& out, const QDate& date) {
        appendLittle(out, static_cast<qint32>(date.toJulianDay()));
    }
    static bool read(QByteArrayView bytes, QDate& date) {
        if (bytes.size() != 4) {
            return false;
        }
        date = QDate::fromJulianDay(readLittle<qint32>(bytes.data()));
        return true;
    }
};

template <>
struct Codec<QTime> {
    static constexpr FieldType kType = FieldType::Time;
    static bool isAbsent(const QTime& time) { return !time.isValid(); }
    static void write(QByteArray& out, const QTime& time) {
        appendLittle(out, static_cast<qint32>(time.msecsSinceStartOfDay()));
    }
    static bool read(QByteArrayView bytes, QTime& time) {
        if (bytes.size() != 4) {
            return false;
        }
        time = QTime::fromMSecsSinceStartOfDay(readLittle<qint32>(bytes.data()));
        return true;
    }
};

} // namespace kairos::record

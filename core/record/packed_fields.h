// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/codec.h"
#include "core/record/packing.h"

#include <algorithm>

/// How the fields of a value become canonical content (packing.h). For the few that pack values of their own;
/// a record is packed by packing.h, which does not make each file that reads one compile this anew.
namespace kairos::record {

inline constexpr quint8 kPackingVersion = 1;
inline constexpr qsizetype kFieldHeadBytes = 7;

/// Writes the fields of one value; handed to the value's static `fields`.
class FieldWriter final {
public:
    explicit FieldWriter(QByteArray& out) : m_out(out) {}

    template <class T>
    void operator()(quint16 field, const T& value) {
        if (Codec<T>::isAbsent(value)) {
            return;
        }
        appendLittle(m_out, field);
        appendLittle(m_out, static_cast<quint8>(Codec<T>::kType));
        const auto lengthAt = m_out.size();
        appendLittle(m_out, quint32{0});
        Codec<T>::write(m_out, value);
        const auto length = static_cast<quint32>(m_out.size() - lengthAt - 4);
        qToLittleEndian(length, m_out.data() + lengthAt);
    }

private:
    QByteArray& m_out;
};

/// Reads the fields of one value. Fields that this program does not know are passed over.
class FieldReader final {
public:
    explicit FieldReader(QByteArrayView bytes) : m_rest(bytes) { advance(); }

    template <class T>
    void operator()(quint16 field, T& value) {
        while (m_ok && m_has && m_field < field) {
            advance();
        }
        if (!m_ok || !m_has || m_field != field) {
            return;
        }
        m_ok = m_type == Codec<T>::kType && Codec<T>::read(m_value, value);
        advance();
    }

    /// True when every byte was well formed; to be asked after the last field.
    [[nodiscard]] bool finish();

private:
    void advance();

    QByteArrayView m_rest;
    QByteArrayView m_value;
    quint16 m_field = 0;
    FieldType m_type = FieldType::Integer;
    bool m_has = false;
    bool m_ok = true;
};

template <class T>
concept HasFields = requires(const T& value, FieldWriter writer) {
    T::fields(value, writer);
};

template <HasFields T>
struct Codec<T> {
    static constexpr FieldType kType = FieldType::Fields;
    static bool isAbsent(const T&) { return false; }
    static void write(QByteArray& out, const T& value) {
        FieldWriter writer(out);
        T::fields(value, writer);
    }
    static bool read(QByteArrayView bytes, T& value) {
        FieldReader reader(bytes);
        T::fields(value, reader);
        return reader.finish();
    }
};

template <>
struct Codec<base::Appointment> {
    static constexpr FieldType kType = FieldType::Fields;
    static bool isAbsent(const base::Appointment& value) { return !value.date.isValid(); }
    static void write(QByteArray& out, const base::Appointment& value) {
        FieldWriter writer(out);
        writer(1, value.date);
        writer(2, value.time);
        writer(3, value.zone);
    }
    static bool read(QByteArrayView bytes, base::Appointment& value) {
        FieldReader reader(bytes);
        reader(1, value.date);
        reader(2, value.time);
        reader(3, value.zone);
        return reader.finish();
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static constexpr FieldType kType = Codec<T>::kType;
    static bool isAbsent(const std::optional<T>& value) { return !value.has_value(); }
    static void write(QByteArray& out, const std::optional<T>& value) { Codec<T>::write(out, *value); }
    static bool read(QByteArrayView bytes, std::optional<T>& value) {
        return Codec<T>::read(bytes, value.emplace());
    }
};

template <class T>
struct Codec<QList<T>> {
    static constexpr FieldType kType = FieldType::List;
    static bool isAbsent(const QList<T>& list) { return list.isEmpty(); }
    static void write(QByteArray& out, const QList<T>& list) {
        appendLittle(out, static_cast<quint32>(list.size()));
        for (const T& element : list) {
            const auto lengthAt = out.size();
            appendLittle(out, quint32{0});
            Codec<T>::write(out, element);
            qToLittleEndian(static_cast<quint32>(out.size() - lengthAt - 4), out.data() + lengthAt);
        }
    }
    static bool read(QByteArrayView bytes, QList<T>& list) {
        if (bytes.size() < 4) {
            return false;
        }
        const auto count = readLittle<quint32>(bytes.data());
        bytes = bytes.sliced(4);
        list.clear();
        // Each element takes four bytes at least: a forged count reserves no more than the content could
        // hold.
        list.reserve(std::min(static_cast<qsizetype>(count), bytes.size() / 4));
        for (quint32 i = 0; i < count; ++i) {
            if (bytes.size() < 4) {
                return false;
            }
            const auto length = static_cast<qsizetype>(readLittle<quint32>(bytes.data()));
            bytes = bytes.sliced(4);
            T element{};
            if (bytes.size() < length || !Codec<T>::read(bytes.first(length), element)) {
                return false;
            }
            list.append(std::move(element));
            bytes = bytes.sliced(length);
        }
        return bytes.isEmpty();
    }
};

template <class Record>
QByteArray pack(const Record& record) {
    QByteArray out;
    out.reserve(256);
    appendLittle(out, kPackingVersion);
    appendLittle(out, static_cast<quint16>(Record::kKind));
    Codec<Record>::write(out, record);
    return out;
}

template <class Record>
std::optional<Record> unpack(QByteArrayView content) {
    if (packedKind(content) != Record::kKind) {
        return std::nullopt;
    }
    Record record{};
    if (!Codec<Record>::read(content.sliced(3), record)) {
        return std::nullopt;
    }
    return record;
}

} // namespace kairos::record

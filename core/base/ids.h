// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace kairos::base {

class Clock;
class RandomSource;

/// The 16 bytes of a UUID (RFC 9562). All zero means "no id".
struct Uuid {
    std::array<quint8, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;

    [[nodiscard]] bool isNull() const;
    /// "0192f0c1-…" in lower case.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<Uuid> fromString(QStringView text);
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<Uuid> fromBytes(QByteArrayView bytes);
};

/// A UUID that names one kind of thing: a PatientId is not a PlanId.
template <class Tag>
struct StrongId {
    Uuid uuid;

    auto operator<=>(const StrongId&) const = default;

    [[nodiscard]] bool isNull() const { return uuid.isNull(); }
    [[nodiscard]] QString toString() const { return uuid.toString(); }
    [[nodiscard]] static std::optional<StrongId> fromString(QStringView text) {
        const auto parsed = Uuid::fromString(text);
        return parsed ? std::optional(StrongId{*parsed}) : std::nullopt;
    }
};

[[nodiscard]] size_t qHash(const Uuid& id, size_t seed = 0) noexcept;
template <class Tag>
[[nodiscard]] size_t qHash(const StrongId<Tag>& id, size_t seed = 0) noexcept {
    return qHash(id.uuid, seed);
}

/// Makes UUIDs of version 7: 48 bits of milliseconds, then random bits, so that ids sort by their making.
class IdSource final {
public:
    /// Both must outlive the source.
    IdSource(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

    [[nodiscard]] Uuid nextUuid();
    /// e.g. `ids.next<PatientId>()`
    template <class Id>
    [[nodiscard]] Id next() {
        return Id{nextUuid()};
    }

private:
    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace kairos::base

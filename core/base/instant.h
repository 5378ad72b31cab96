// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace kairos::base {

/// A moment: UTC milliseconds plus the offset from UTC that was in force where it was entered.
/// Two instants order by their moment alone; equality asks for the same offset too.
struct Instant {
    qint64 utcMs = 0;      ///< milliseconds since 1970-01-01T00:00Z
    int offsetSeconds = 0; ///< local minus UTC, seconds, when it was entered

    bool operator==(const Instant&) const = default;
    [[nodiscard]] bool operator<(const Instant& other) const { return utcMs < other.utcMs; }
    [[nodiscard]] bool operator>(const Instant& other) const { return utcMs > other.utcMs; }
    [[nodiscard]] bool operator<=(const Instant& other) const { return utcMs <= other.utcMs; }
    [[nodiscard]] bool operator>=(const Instant& other) const { return utcMs >= other.utcMs; }

    /// The moment with the offset that `zone` has at it.
    [[nodiscard]] static Instant inZone(qint64 utcMs, const QTimeZone& zone);
    /// The moment of a local date and time in `zone`. A time inside the spring gap moves forward by the gap;
    /// of the two autumn readings the first is taken.
    [[nodiscard]] static Instant fromLocal(QDate date, QTime time, const QTimeZone& zone);
    /// Reads ISO 8601 with an offset or Z, e.g. "2026-11-02T09:24:00+01:00".
    [[nodiscard]] static std::optional<Instant> fromIso(const QString& text);

    /// The local date and time in `zone`.
    [[nodiscard]] QDateTime local(const QTimeZone& zone) const;
    /// ISO 8601 with the entered offset, to the second.
    [[nodiscard]] QString toIso() const;
    /// Elapsed milliseconds from `earlier` to this moment.
    [[nodiscard]] qint64 msSince(const Instant& earlier) const { return utcMs - earlier.utcMs; }
    /// The moment `ms` later, with the same offset.
    [[nodiscard]] Instant plusMs(qint64 ms) const { return Instant{utcMs + ms, offsetSeconds}; }
    /// The moment `minutes` later, with the same offset.
    [[nodiscard]] Instant plusMinutes(qint64 minutes) const { return plusMs(minutes * 60'000); }
};

} // namespace kairos::base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::exchange {

/// What a monitor writes into its column of time.
enum class MonitorTime {
    Clock,   ///< a date and time, or a time of day
    Seconds, ///< seconds since its first line's zero
    Minutes  ///< the same in minutes
};

/// Which column of a monitor's file holds what, by the name in its header. An empty name: not in the file.
struct MonitorColumns {
    QString time;
    QString systolic;
    QString diastolic;
    QString pulse;
    QString spo2;
    QString respiratoryRate;
    MonitorTime timeIs = MonitorTime::Clock;

    bool operator==(const MonitorColumns&) const = default;

    /// What the names of a header suggest, for a person to look at: "sys", "NBPSys [mmHg]", "HR", "RESP".
    /// A heart rate goes before a pulse of the oximeter.
    [[nodiscard]] static MonitorColumns suggestedFor(const QStringList& header);
    /// Whether every named column stands in the header, upper and lower case alike.
    [[nodiscard]] bool fit(const QStringList& header) const;
    /// InvalidInput: no column of time, none of a sign, one pressure without the other, a name that is not
    /// in the header or stands for two things.
    [[nodiscard]] base::Outcome check(const QStringList& header) const;

    [[nodiscard]] QByteArray toJson() const;
    /// None when the text is no such choice.
    [[nodiscard]] static std::optional<MonitorColumns> fromJson(const QByteArray& json);
};

/// The place of a named column; none when the name is empty or unknown.
[[nodiscard]] std::optional<qsizetype> placeOf(const QString& name, const QStringList& header);

} // namespace kairos::exchange

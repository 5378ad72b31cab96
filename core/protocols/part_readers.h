// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocols/dose_limits.h"
#include "core/protocols/json_reader.h"
#include "core/protocols/protocol.h"

/// The readers of a protocol file's parts. Each notes its troubles with their place in the reader it is
/// given.
namespace kairos::protocols {

/// The largest figures a file may hold: beyond them a number is a slip of the pen.
constexpr int kMostDoses = 60;
constexpr int kMostDays = 730;
constexpr int kMostWeeks = 104;
constexpr int kMostMinutes = 600;

[[nodiscard]] Regimen readRegimen(JsonReader reader, const DoseLimits& limits);
[[nodiscard]] BoosterRule readBooster(JsonReader& reader);
[[nodiscard]] IntegrationRule readIntegration(JsonReader reader);
[[nodiscard]] TherapyStrand readTherapy(JsonReader reader);
[[nodiscard]] StepTemplate readStep(JsonReader& reader);
[[nodiscard]] Checkpoint readCheckpoint(JsonReader& reader);
[[nodiscard]] MeasureRule readMeasure(JsonReader& reader);
[[nodiscard]] MonitoringMoment readMonitoring(JsonReader& reader);

/// Earliest, target and latest day of a window.
struct DaySpan {
    int earliest = 0;
    int target = 0;
    int latest = 0;
};

/// Three whole numbers, earliest <= target <= latest.
[[nodiscard]] DaySpan readDays(JsonReader& reader, const QString& key);

/// The weekdays that names such as "mon" stand for.
[[nodiscard]] QList<int> weekdaysOf(JsonReader& reader, const QString& key, const QStringList& names);

/// The text of a field when it is one of the allowed words; otherwise notes what is expected.
[[nodiscard]] QString readWord(JsonReader& reader, const QString& key, const QStringList& allowed);

/// Reads each object of a list.
template <class Read>
auto readAll(QList<JsonReader> readers, Read read) {
    QList<decltype(read(readers.first()))> values;
    for (JsonReader& reader : readers) {
        values.append(read(reader));
    }
    return values;
}

} // namespace kairos::protocols

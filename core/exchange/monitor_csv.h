// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/monitor_columns.h"
#include "core/exchange/score_csv.h"

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/safety/reading_line.h"

#include <QList>
#include <QTimeZone>

namespace kairos::exchange {

/// One line of a monitor's file that may be taken in.
struct MonitorRow {
    qint64 line = 0; ///< of the file, from 1
    base::Instant at;
    safety::TypedReading figures; ///< whole figures; what was not measured is absent

    bool operator==(const MonitorRow&) const = default;
};

/// A figure that was left out of a line, and why.
struct MonitorRemark {
    qint64 line = 0;
    QString reason;

    bool operator==(const MonitorRemark&) const = default;
};

/// A stretch of the file in which nothing was measured.
struct MonitorGap {
    base::Instant from; ///< the last line with a figure
    base::Instant to;   ///< the next one

    bool operator==(const MonitorGap&) const = default;
};

/// What a monitor's file holds. Every line stands in `rows`, in `rejected`, or in one of the two counts.
struct MonitorFile {
    QStringList header;
    QList<MonitorRow> rows;       ///< by time
    QList<RejectedRow> rejected;  ///< in the order of the file
    QList<MonitorRemark> remarks; ///< in the order of the file
    qint64 repeated = 0;          ///< lines that say again what a line above says
    qint64 empty = 0;             ///< lines without a figure
    QList<MonitorGap> gaps;       ///< longer than twice the file's usual step
};

/// What reading a file depends on besides the file.
struct MonitorReading {
    MonitorColumns columns;
    QTimeZone zone;                   ///< of times without an offset: the practice's
    base::Instant zero;               ///< the moment that seconds and minutes count from
    base::Instant from;               ///< the session: nothing earlier is taken
    base::Instant until;              ///< the session: nothing later is taken
    const safety::SafetyRules& rules; ///< what a figure can be
};

/// The names of the header, for the choice of columns.
[[nodiscard]] base::Result<QStringList> monitorHeader(const QByteArray& bytes);

/// Reads a monitor's file; writes nothing. Figures are rounded to whole ones. A zero and a blank are no
/// figure: the probe was off. A figure that cannot be, and one pressure without the other, are left out with
/// a remark, and the rest of the line counts. Rejected, each with its reason: a line that is no good CSV or
/// has another number of cells than the header, a time that cannot be read or lies outside the session, a
/// line that gives other figures for a moment than one above.
/// Times: "2026-11-02T09:24:30", with a blank for the T, with or without seconds and offset; without one in
/// the practice's zone, the first of the two readings in the autumn night. A time of day alone ("09:24",
/// "09:24:30") is that of the session's first day, or of the next day where it would lie before the session.
/// InvalidInput: readCsv() and MonitorColumns::check().
[[nodiscard]] base::Result<MonitorFile> readMonitor(const QByteArray& bytes, const MonitorReading& reading);

} // namespace kairos::exchange

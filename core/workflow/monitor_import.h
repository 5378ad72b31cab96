// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/monitor_csv.h"
#include "core/record/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::record {
struct DosingSession;
}

namespace kairos::workflow {

class OpenPractice;

/// What a monitor's file would bring into a session, or brought.
struct MonitorReport {
    QList<exchange::MonitorRow> fresh;      ///< lines that become a reading, by time
    qint64 unchanged = 0;                   ///< lines whose reading the session already holds
    qint64 repeated = 0;                    ///< lines that say again what a line above says
    qint64 empty = 0;                       ///< lines without a figure: the probe was off
    QList<exchange::MonitorGap> gaps;       ///< of the file
    QList<exchange::MonitorRemark> remarks; ///< single figures that are left out
    QStringList header;                     ///< of the file
    QList<exchange::RejectedRow> rejected;  ///< in the order of the file
};

/// A monitor's file, and how it is to be read.
struct MonitorWish {
    record::SessionId session;
    QByteArray bytes;
    exchange::MonitorColumns columns;
    /// The moment that seconds and minutes count from; none: minute 0 of the dose, which must have begun.
    std::optional<base::Instant> zero = {};
};

/// Taking a monitor's file into a dosing session: look first, then accept. Nothing in the session is changed
/// or overwritten; a line for a moment at which the session holds other figures is rejected.
class MonitorImport final {
public:
    explicit MonitorImport(OpenPractice& practice) : m_practice(practice) {}

    /// The bytes of a file, at most those of the largest that is read. InvalidInput: it cannot be read.
    [[nodiscard]] static base::Result<QByteArray> readFile(const QString& path);
    /// The columns that were accepted last in this practice, where they fit the file, else what the names of
    /// its header suggest.
    [[nodiscard]] base::Result<exchange::MonitorColumns> columnsFor(const QByteArray& bytes) const;
    /// What the file would bring; writes nothing. Refused: the patient has not arrived, the session is signed
    /// or was not held, or the role may neither record a dose nor import. InvalidInput: the file as a whole,
    /// its columns, or minutes that count from a dose that has not begun.
    [[nodiscard]] base::Result<MonitorReport> preview(const MonitorWish& wish) const;
    /// Takes the file in as one batch and keeps its columns for the next one.
    [[nodiscard]] base::Result<MonitorReport> accept(const MonitorWish& wish);

private:
    [[nodiscard]] base::Outcome requireMay() const;
    [[nodiscard]] base::Result<exchange::MonitorReading> readingOf(const record::DosingSession& session,
                                                                   const MonitorWish& wish) const;

    OpenPractice& m_practice;
};

} // namespace kairos::workflow

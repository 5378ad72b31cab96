// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/monitor_csv.h"

#include "core/exchange/csv.h"
#include "core/exchange/score_fields.h"
#include "core/exchange/words.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace kairos::exchange {
namespace {

constexpr qsizetype kMostShown = 40;  ///< characters of a cell that a reason repeats
constexpr double kLongestCount = 1e7; ///< seconds: four months, past any session

/// A plain number; where semicolons part the cells a comma may stand for the point.
std::optional<double> numberOf(const QString& cell, QChar separator) {
    QString plain = cell;
    if (separator == QLatin1Char(';')) {
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    }
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Reads the lines of one file, one by one.
class MonitorReader final {
public:
    MonitorReader(const MonitorReading& reading, const CsvTable& table)
        : m_reading(reading), m_table(table), m_header(table.header.cells) {
        m_file.header = m_header;
    }

    [[nodiscard]] MonitorFile read();

private:
    void take(const CsvRow& row);
    void reject(const CsvRow& row, const QString& reason) {
        m_file.rejected.append({row.line, row.cells.isEmpty() ? QStringList{row.text} : row.cells, reason});
    }
    [[nodiscard]] Field<base::Instant> momentOf(const QString& cell) const;
    [[nodiscard]] Field<base::Instant> clockOf(const QString& cell) const;
    [[nodiscard]] std::optional<int> figure(const CsvRow& row, const QString& column, safety::Vital vital);
    [[nodiscard]] safety::TypedReading figuresOf(const CsvRow& row);
    void findGaps();

    const MonitorReading& m_reading;
    const CsvTable& m_table;
    QStringList m_header;
    MonitorFile m_file;
    QHash<qint64, qsizetype> m_moments; ///< by time: the place in the rows
};

Field<base::Instant> MonitorReader::clockOf(const QString& cell) const {
    static const QRegularExpression kTimeAlone(QStringLiteral("^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$"));
    if (!kTimeAlone.match(cell).hasMatch()) {
        // Whether the time lies outside the session is said with the session's own words below.
        const base::Instant any{std::numeric_limits<qint64>::max(), 0};
        static const QRegularExpression kDayAlone(QStringLiteral("^[0-9-]{10}$"));
        const auto read = kDayAlone.match(cell).hasMatch()
                              ? Field<AssessedAt>(tl::unexpected<QString>(QString()))
                              : assessedAtField(cell, m_reading.zone, any);
        if (!read) {
            return tl::unexpected<QString>(
                cell.isEmpty() ? Words::tr("the time is missing")
                               : Words::tr("\"%1\" is no time such as 2026-11-02T09:24:30 or 09:24")
                                     .arg(cell.left(kMostShown)));
        }
        return read->at;
    }
    const QTime time =
        QTime::fromString(cell.size() == 4 || cell.size() == 7 ? QLatin1Char('0') + cell : cell,
                          cell.size() > 5 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    if (!time.isValid()) {
        return tl::unexpected<QString>(Words::tr("\"%1\" is no time of day").arg(cell));
    }
    const QDate first = m_reading.from.local(m_reading.zone).date();
    const auto today = base::Instant::fromLocal(first, time, m_reading.zone);
    const auto next = base::Instant::fromLocal(first.addDays(1), time, m_reading.zone);
    return today < m_reading.from && next <= m_reading.until ? next : today;
}

Field<base::Instant> MonitorReader::momentOf(const QString& cell) const {
    Field<base::Instant> at = m_reading.zero;
    if (m_reading.columns.timeIs == MonitorTime::Clock) {
        at = clockOf(cell);
    } else {
        const bool isSeconds = m_reading.columns.timeIs == MonitorTime::Seconds;
        const auto count = numberOf(cell, m_table.separator);
        if (!count || *count < 0 || *count > kLongestCount) {
            return tl::unexpected<QString>(cell.isEmpty()
                                               ? Words::tr("the time is missing")
                                               : (isSeconds ? Words::tr("\"%1\" is no number of seconds")
                                                            : Words::tr("\"%1\" is no number of minutes"))
                                                     .arg(cell.left(kMostShown)));
        }
        at = m_reading.zero.plusMs(std::llround(*count * (isSeconds ? 1000.0 : 60'000.0)));
    }
    if (at && (*at < m_reading.from || *at > m_reading.until)) {
        return tl::unexpected<QString>(
            (*at < m_reading.from ? Words::tr("its time %1 lies before the session")
                                  : Words::tr("its time %1 lies after the session"))
                .arg(at->local(m_reading.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    }
    return at;
}

std::optional<int> MonitorReader::figure(const CsvRow& row, const QString& column, safety::Vital vital) {
    const auto place = placeOf(column, m_header);
    const QString cell = place ? row.cells.at(*place).trimmed() : QString();
    if (cell.isEmpty()) {
        return std::nullopt;
    }
    const auto value = numberOf(cell, m_table.separator);
    if (!value) {
        m_file.remarks.append(
            {row.line,
             Words::tr("%1: \"%2\" is no figure; it is left out").arg(column, cell.left(kMostShown))});
        return std::nullopt;
    }
    if (*value == 0) {
        return std::nullopt; // The probe was off.
    }
    const auto range = m_reading.rules.plausible.value(vital);
    const double whole = std::round(*value);
    if (whole < range.first || whole > range.second) {
        m_file.remarks.append({row.line, Words::tr("%1 cannot be %2 (it lies from %3 to %4); it is left out")
                                             .arg(column, cell.left(kMostShown))
                                             .arg(range.first)
                                             .arg(range.second)});
        return std::nullopt;
    }
    return static_cast<int>(whole);
}

safety::TypedReading MonitorReader::figuresOf(const CsvRow& row) {
    using safety::Vital;
    const MonitorColumns& columns = m_reading.columns;
    safety::TypedReading figures;
    figures.systolic = figure(row, columns.systolic, Vital::Systolic);
    figures.diastolic = figure(row, columns.diastolic, Vital::Diastolic);
    figures.pulse = figure(row, columns.pulse, Vital::Pulse);
    figures.spo2 = figure(row, columns.spo2, Vital::Spo2);
    figures.respiratoryRate = figure(row, columns.respiratoryRate, Vital::RespiratoryRate);
    const bool isHalf = figures.systolic.has_value() != figures.diastolic.has_value();
    const bool isTurned = figures.systolic && figures.diastolic && *figures.diastolic >= *figures.systolic;
    if (isHalf || isTurned) {
        m_file.remarks.append(
            {row.line,
             isHalf ? Words::tr("one of the two blood pressures is missing; the other is left out")
                    : Words::tr("the diastolic pressure %1 is not below the systolic %2; both are left out")
                          .arg(*figures.diastolic)
                          .arg(*figures.systolic)});
        figures.systolic.reset();
        figures.diastolic.reset();
    }
    return figures;
}

void MonitorReader::take(const CsvRow& row) {
    if (!row.isGood()) {
        reject(row, row.problem);
        return;
    }
    const auto at = momentOf(row.cells.at(*placeOf(m_reading.columns.time, m_header)).trimmed());
    if (!at) {
        reject(row, at.error());
        return;
    }
    const auto figures = figuresOf(row);
    if (figures == safety::TypedReading{}) {
        ++m_file.empty;
        return;
    }
    const auto former = m_moments.constFind(at->utcMs);
    if (former == m_moments.constEnd()) {
        m_moments.insert(at->utcMs, m_file.rows.size());
        m_file.rows.append({row.line, *at, figures});
    } else if (m_file.rows.at(*former).figures == figures) {
        ++m_file.repeated;
    } else {
        reject(
            row,
            Words::tr("line %1 gives other figures for the same moment").arg(m_file.rows.at(*former).line));
    }
}

void MonitorReader::findGaps() {
    QList<qint64> steps;
    for (qsizetype i = 1; i < m_file.rows.size(); ++i) {
        steps.append(m_file.rows.at(i).at.msSince(m_file.rows.at(i - 1).at));
    }
    if (steps.isEmpty()) {
        return;
    }
    QList<qint64> sorted = steps;
    std::sort(sorted.begin(), sorted.end());
    const qint64 usual = sorted.at((sorted.size() - 1) / 2);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps.at(i) > 2 * usual) {
            m_file.gaps.append({m_file.rows.at(i).at, m_file.rows.at(i + 1).at});
        }
    }
}

MonitorFile MonitorReader::read() {
    for (const CsvRow& row : m_table.rows) {
        take(row);
    }
    std::stable_sort(m_file.rows.begin(), m_file.rows.end(),
                     [](const MonitorRow& a, const MonitorRow& b) { return a.at < b.at; });
    findGaps();
    return m_file;
}

} // namespace

base::Result<QStringList> monitorHeader(const QByteArray& bytes) {
    return readCsv(bytes).map([](const CsvTable& table) { return table.header.cells; });
}

base::Result<MonitorFile> readMonitor(const QByteArray& bytes, const MonitorReading& reading) {
    const auto table = readCsv(bytes);
    if (!table) {
        return tl::unexpected<base::Error>(table.error());
    }
    if (const auto fits = reading.columns.check(table->header.cells); !fits) {
        return tl::unexpected<base::Error>(fits.error());
    }
    return MonitorReader(reading, *table).read();
}

} // namespace kairos::exchange

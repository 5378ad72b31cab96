// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/record/answer.h"
#include "core/scales/instrument_library.h"

#include <QDate>
#include <QList>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace kairos::exchange {

/// One score of a file that may be taken in: what it says fits the instrument.
struct ScoreRow {
    qint64 line = 0; ///< of the file, from 1
    QString mrn;
    QString name;
    std::optional<QDate> birthDate;
    QString instrument; ///< id of an installed instrument
    base::Instant at;
    bool timeKnown = true; ///< false when the file gives the day alone: `at` is then noon
    /// As it stands in the file. With answers beside it the two agree.
    std::optional<double> total;
    QList<record::Answer> answers; ///< in the order of the form; empty for a total alone

    bool operator==(const ScoreRow&) const = default;
};

/// A row that is left out, and why.
struct RejectedRow {
    qint64 line = 0;
    QStringList cells; ///< as they stand in the file; the whole line as one cell where it cannot be cut
    QString reason;    ///< a sentence that names no person

    bool operator==(const RejectedRow&) const = default;
};

/// What a file of scores holds; every row of it stands in one of the two lists, in the order of the file.
struct ScoreFile {
    QStringList header;
    QList<ScoreRow> rows;
    QList<RejectedRow> rejected;
};

/// What reading a file depends on besides the file.
struct ScoreReading {
    QTimeZone zone;    ///< the practice's
    base::Instant now; ///< nothing may lie after it
};

/// Reads scores: `mrn,name,birth_date,instrument,at,total` or `…,item_1,item_2,…`, or both. Writes nothing.
/// Rejected, each with its reason: a row that is no good CSV; no MRN or name; an instrument that is not
/// installed; an impossible or future date, or one before the birth date; a total or an answer out of range,
/// a wrong number of answers, or answers that do not give the total beside them; an MRN that stands with
/// another name or birth date further up; a second, different score of the same patient, instrument and
/// moment. InvalidInput for the file as a whole: readCsv() and ScoreColumns::of().
[[nodiscard]] base::Result<ScoreFile> readScores(const QByteArray& bytes,
                                                 const scales::InstrumentLibrary& instruments,
                                                 const ScoreReading& reading);

/// The rejected rows as a CSV file: `line,reason` and then the columns of the file they came from. Once
/// mended it can be read again as it is.
[[nodiscard]] QByteArray rejectedCsv(const QStringList& header, const QList<RejectedRow>& rejected);

} // namespace kairos::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_csv.h"

#include "core/exchange/csv.h"
#include "core/exchange/score_columns.h"
#include "core/exchange/score_fields.h"
#include "core/exchange/words.h"

#include "core/scales/scoring.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <span>

namespace kairos::exchange {
namespace {

constexpr qsizetype kMostMrnCharacters = 64;
constexpr qsizetype kMostNameCharacters = 200;
/// No id with its version is longer; more of a wrong cell says nothing more.
constexpr qsizetype kLongestName = 60;
constexpr double kSameTotal = 1e-6; ///< means and percentages carry rounding in their last digits

tl::unexpected<QString> rejectRow(const QString& reason) {
    return tl::unexpected<QString>(reason);
}

/// One line of plain text.
Field<QString> textField(const QString& cell, qsizetype most, const QString& missing) {
    const QString text = cell.simplified();
    if (text.isEmpty()) {
        return rejectRow(missing);
    }
    const bool isPlain = std::none_of(text.begin(), text.end(),
                                      [](QChar letter) { return letter.category() == QChar::Other_Control; });
    if (text.size() > most || !isPlain) {
        return rejectRow(Words::tr("the MRN or the name is too long or holds signs that are no text"));
    }
    return text;
}

/// Reads the rows of one file, one by one.
class ScoreReader final {
public:
    ScoreReader(const scales::InstrumentLibrary& instruments, const ScoreReading& reading,
                const ScoreColumns& columns, QChar separator)
        : m_instruments(instruments), m_reading(reading), m_columns(columns), m_separator(separator) {}

    [[nodiscard]] Field<ScoreRow> read(const CsvRow& row) {
        if (!row.isGood()) {
            return rejectRow(row.problem);
        }
        ScoreRow score;
        score.line = row.line;
        return readPerson(row, score)
            .and_then([&](const ScoreRow& so) { return readMoment(row, so); })
            .and_then([&](const ScoreRow& so) { return readValue(row, so); })
            .and_then([&](const ScoreRow& so) { return checkAgainstFormer(so); });
    }

private:
    [[nodiscard]] static QString cell(const CsvRow& row, qsizetype place) {
        return row.cells.at(place).trimmed();
    }
    [[nodiscard]] Field<ScoreRow> readPerson(const CsvRow& row, ScoreRow score) const;
    [[nodiscard]] Field<ScoreRow> readMoment(const CsvRow& row, ScoreRow score) const;
    [[nodiscard]] Field<ScoreRow> readValue(const CsvRow& row, ScoreRow score) const;
    [[nodiscard]] Field<ScoreRow> checkAgainstFormer(const ScoreRow& score);

    const scales::InstrumentLibrary& m_instruments;
    const ScoreReading& m_reading;
    const ScoreColumns& m_columns;
    QChar m_separator;
    QHash<QString, ScoreRow> m_people;  ///< by folded MRN: the first row of each
    QHash<QString, ScoreRow> m_moments; ///< by MRN, instrument and moment
};

Field<ScoreRow> ScoreReader::readPerson(const CsvRow& row, ScoreRow score) const {
    const auto mrn = textField(cell(row, m_columns.mrn), kMostMrnCharacters, Words::tr("the MRN is missing"));
    const auto name =
        textField(cell(row, m_columns.name), kMostNameCharacters, Words::tr("the name is missing"));
    const auto born =
        birthDateField(cell(row, m_columns.birthDate), m_reading.now.local(m_reading.zone).date());
    if (!mrn || !name || !born) {
        return rejectRow(!mrn ? mrn.error() : !name ? name.error() : born.error());
    }
    score.mrn = *mrn;
    score.name = *name;
    score.birthDate = *born;
    return score;
}

Field<ScoreRow> ScoreReader::readMoment(const CsvRow& row, ScoreRow score) const {
    const auto assessed = assessedAtField(cell(row, m_columns.at), m_reading.zone, m_reading.now);
    if (!assessed) {
        return rejectRow(assessed.error());
    }
    if (score.birthDate && assessed->at.local(m_reading.zone).date() < *score.birthDate) {
        return rejectRow(Words::tr("the date lies before the birth date"));
    }
    score.at = assessed->at;
    score.timeKnown = assessed->timeKnown;
    return score;
}

Field<ScoreRow> ScoreReader::readValue(const CsvRow& row, ScoreRow score) const {
    const QString name = cell(row, m_columns.instrument).toLower().left(kLongestName);
    const auto named = m_instruments.named(name);
    if (!named) {
        return rejectRow(name.isEmpty() ? Words::tr("the instrument is missing") : named.error().why);
    }
    const scales::Instrument* instrument = *named;
    QStringList cells;
    for (const qsizetype place : m_columns.items) {
        cells.append(cell(row, place));
    }
    const auto total = totalField(m_columns.total ? cell(row, *m_columns.total) : QString(), m_separator);
    const auto answers = answersField(cells, *instrument);
    if (!total || !answers) {
        return rejectRow(!total ? total.error() : answers.error());
    }
    if (!*total && answers->isEmpty()) {
        return rejectRow(Words::tr("there is neither a total nor an answer"));
    }
    const auto made = answers->isEmpty()
                          ? scales::scoreTotal(*instrument, **total)
                          : scales::score(*instrument, std::span(answers->constData(),
                                                                 static_cast<size_t>(answers->size())));
    if (!made) {
        return rejectRow(made.error().why);
    }
    if (*total && (!made->total || std::abs(*made->total - **total) > kSameTotal)) {
        return rejectRow(made->total
                             ? Words::tr("the answers give %1 and not %2").arg(*made->total).arg(**total)
                             : Words::tr("the answers give no total"));
    }
    score.instrument = instrument->id;
    score.total = *total;
    score.answers = *answers;
    return score;
}

Field<ScoreRow> ScoreReader::checkAgainstFormer(const ScoreRow& score) {
    const auto person = m_people.constFind(score.mrn.toCaseFolded());
    if (person != m_people.constEnd()) {
        const bool isOther = person->name.compare(score.name, Qt::CaseInsensitive) != 0 ||
                             (person->birthDate && score.birthDate && person->birthDate != score.birthDate);
        if (isOther) {
            return rejectRow(
                Words::tr("its MRN stands with another name or birth date in line %1").arg(person->line));
        }
    }
    const QString moment =
        QStringList{score.mrn.toCaseFolded(), score.instrument, QString::number(score.at.utcMs)}.join(
            QLatin1Char('\n'));
    const auto former = m_moments.constFind(moment);
    if (former != m_moments.constEnd() &&
        (former->total != score.total || former->answers != score.answers)) {
        return rejectRow(Words::tr("line %1 gives another score for the same moment").arg(former->line));
    }
    if (person == m_people.constEnd() || (!person->birthDate && score.birthDate)) {
        m_people.insert(score.mrn.toCaseFolded(), score);
    }
    if (former == m_moments.constEnd()) {
        m_moments.insert(moment, score);
    }
    return score;
}

} // namespace

base::Result<ScoreFile> readScores(const QByteArray& bytes, const scales::InstrumentLibrary& instruments,
                                   const ScoreReading& reading) {
    const auto table = readCsv(bytes);
    if (!table) {
        return tl::unexpected<base::Error>(table.error());
    }
    const auto columns = ScoreColumns::of(table->header);
    if (!columns) {
        return tl::unexpected<base::Error>(columns.error());
    }
    ScoreFile file;
    file.header = table->header.cells;
    ScoreReader reader(instruments, reading, *columns, table->separator);
    for (const CsvRow& row : table->rows) {
        auto score = reader.read(row);
        if (score) {
            file.rows.append(std::move(*score));
        } else {
            file.rejected.append(
                {row.line, row.cells.isEmpty() ? QStringList{row.text} : row.cells, score.error()});
        }
    }
    return file;
}

QByteArray rejectedCsv(const QStringList& header, const QList<RejectedRow>& rejected) {
    // The two columns of a file that had been rejected before are written anew.
    QList<qsizetype> kept;
    QStringList names{QStringLiteral("line"), QStringLiteral("reason")};
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (!names.first(2).contains(header.at(i).trimmed().toLower())) {
            kept.append(i);
            names.append(header.at(i));
        }
    }
    QString text = csvLine(names);
    for (const RejectedRow& row : rejected) {
        QStringList cells{QString::number(row.line), row.reason};
        if (row.cells.size() == header.size()) {
            for (const qsizetype i : kept) {
                cells.append(row.cells.at(i));
            }
        } else {
            cells += row.cells;
        }
        text += csvLine(cells);
    }
    return text.toUtf8();
}

} // namespace kairos::exchange

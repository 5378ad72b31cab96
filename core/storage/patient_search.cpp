// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/patient_search.h"

#include "core/storage/sql_error.h"

#include "core/base/text.h"

#include <QStringList>

namespace kairos::storage {
namespace {

const char* const kNotSearched = QT_TRANSLATE_NOOP("Words", "The search did not run");

/// Escapes what LIKE would read as a wild card.
QString literalPattern(QString word) {
    word.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    word.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    word.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return word;
}

constexpr QLatin1Char kAnything('%');
constexpr qsizetype kMostWords = 8; ///< more words than a name, a number and a date have
constexpr int kPatternsPerWord = 4;

QByteArray searchSql(qsizetype words) {
    QByteArray sql = "SELECT patient FROM patient_search WHERE 1 = 1";
    for (qsizetype i = 0; i < words; ++i) {
        sql += " AND (names LIKE ? ESCAPE '\\' OR mrn LIKE ? ESCAPE '\\'"
               " OR born LIKE ? ESCAPE '\\' OR born LIKE ? ESCAPE '\\')";
    }
    if (words > 0) {
        sql += " ORDER BY (mrn = ?) DESC, (names LIKE ? ESCAPE '\\' OR mrn LIKE ? ESCAPE '\\'"
               " OR names LIKE ? ESCAPE '\\') DESC, names, mrn LIMIT ?";
    } else {
        sql += " ORDER BY names, mrn LIMIT ?";
    }
    return sql;
}

/// A name or an MRN may hold the word anywhere; a date from its start or from its month or day on.
void bindWord(Statement& query, int first, const QString& word) {
    const QString pattern = literalPattern(word);
    query.bind(first, kAnything + pattern + kAnything);
    query.bind(first + 1, kAnything + pattern + kAnything);
    query.bind(first + 2, pattern + kAnything);
    query.bind(first + 3, QLatin1String("%-") + pattern + kAnything);
}

} // namespace

base::Result<QList<record::PatientId>> PatientSearch::find(const QString& text, int limit) {
    const QStringList words =
        base::foldForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, kMostWords);
    return guarded(kNotSearched, [&] {
        auto& query = m_connection.statement(searchSql(words.size()));
        int next = 1;
        for (const QString& word : words) {
            bindWord(query, next, word);
            next += kPatternsPerWord;
        }
        if (!words.isEmpty()) {
            const QString first = literalPattern(words.first());
            query.bind(next++, words.first());
            query.bind(next++, first + kAnything);
            query.bind(next++, first + kAnything);
            query.bind(next++, QLatin1String("% ") + first + kAnything);
        }
        query.bind(next, qint64{limit});
        QList<record::PatientId> found;
        while (query.step()) {
            if (const auto id = query.uuid(0)) {
                found.append(record::PatientId{*id});
            }
        }
        query.reset();
        return found;
    });
}

base::Result<std::optional<record::PatientId>> PatientSearch::byMrn(const QString& mrn) {
    return guarded(kNotSearched, [&] {
        auto& query = m_connection.statement("SELECT patient FROM patient_search WHERE mrn = ?");
        query.bind(1, base::foldForSearch(mrn));
        std::optional<record::PatientId> found;
        if (query.step()) {
            if (const auto id = query.uuid(0)) {
                found = record::PatientId{*id};
            }
        }
        query.reset();
        return found;
    });
}

} // namespace kairos::storage

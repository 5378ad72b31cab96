// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/patient_search.h"

#include "core/storage/sql_error.h"

#include "core/base/text.h"

#include <QStringList>

namespace kairos::storage {
namespace {

const QString kNotSearched = QStringLiteral("The search did not run");

/// Escapes what LIKE would read as a wild card.
QString literalPattern(QString word) {
    word.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    word.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    word.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return word;
}

} // namespace

base::Result<QList<record::PatientId>> PatientSearch::find(const QString& text, int limit) {
    const QStringList words = base::foldForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return guarded(kNotSearched, [&] {
        QByteArray sql = "SELECT patient FROM patient_search WHERE 1 = 1";
        for (qsizetype i = 0; i < words.size(); ++i) {
            sql += " AND (names LIKE ? ESCAPE '\\' OR mrn LIKE ? ESCAPE '\\' OR born LIKE ? ESCAPE '\\')";
        }
        sql += words.isEmpty() ? " ORDER BY names, patient LIMIT ?"
                               : " ORDER BY (names LIKE ? ESCAPE '\\' OR names LIKE ? ESCAPE '\\') DESC,"
                                 " names, patient LIMIT ?";
        auto& query = m_connection.statement(sql);
        int next = 1;
        for (const QString& word : words) {
            const QString anywhere = QLatin1Char('%') + literalPattern(word) + QLatin1Char('%');
            query.bind(next++, anywhere);
            query.bind(next++, anywhere);
            query.bind(next++, literalPattern(word) + QLatin1Char('%'));
        }
        if (!words.isEmpty()) {
            query.bind(next++, literalPattern(words.first()) + QLatin1Char('%'));
            query.bind(next++, QStringLiteral("% ") + literalPattern(words.first()) + QLatin1Char('%'));
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

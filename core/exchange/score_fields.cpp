// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_fields.h"

#include "core/exchange/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::exchange {
namespace {

constexpr int kEarliestYear = 1900;
constexpr qsizetype kMostOfCell = 40; ///< characters of a cell that a reason repeats

tl::unexpected<QString> rejectCell(const QString& reason) {
    return tl::unexpected<QString>(reason);
}

std::optional<QDate> isoDate(const QString& text) {
    static const QRegularExpression kShape(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    const QDate date = kShape.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
    return date.isValid() && date.year() >= kEarliestYear ? std::optional(date) : std::nullopt;
}

/// A date and a time, with the offset where one stands.
std::optional<base::Instant> isoDateTime(const QString& text, const QTimeZone& zone) {
    static const QRegularExpression kShape(QStringLiteral(
        "^([0-9-]{10})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?$"));
    const auto parts = kShape.match(text);
    const auto date = parts.hasMatch() ? isoDate(parts.captured(1)) : std::nullopt;
    const QString seconds = parts.captured(3).isEmpty() ? QStringLiteral(":00") : parts.captured(3);
    const QTime time = QTime::fromString(parts.captured(2) + seconds, QStringLiteral("HH:mm:ss"));
    if (!date || !time.isValid()) {
        return std::nullopt;
    }
    if (parts.captured(5).isEmpty()) {
        return base::Instant::fromLocal(*date, time, zone);
    }
    return base::Instant::fromIso(date->toString(Qt::ISODate) + QLatin1Char('T') +
                                  time.toString(QStringLiteral("HH:mm:ss")) + parts.captured(5));
}

Field<record::Answer> answerField(const QString& cell, qsizetype number) {
    using record::Answer;
    using record::AnswerState;
    if (cell.isEmpty() || cell == QLatin1String("-")) {
        return Answer{};
    }
    if (cell.compare(QLatin1String("x"), Qt::CaseInsensitive) == 0) {
        return Answer{AnswerState::Declined, 0};
    }
    if (cell.compare(QLatin1String("n"), Qt::CaseInsensitive) == 0) {
        return Answer{AnswerState::NotApplicable, 0};
    }
    bool isNumber = false;
    const int points = cell.toInt(&isNumber);
    if (!isNumber) {
        return rejectCell(Words::tr("item %1 is \"%2\", which is neither a number nor -, x or n")
                              .arg(QString::number(number), cell.left(kMostOfCell)));
    }
    return Answer::given(points);
}

} // namespace

Field<std::optional<QDate>> birthDateField(const QString& cell, const QDate& today) {
    if (cell.isEmpty()) {
        return std::nullopt;
    }
    const auto date = isoDate(cell);
    if (!date) {
        return rejectCell(
            Words::tr("the birth date \"%1\" is no date as YYYY-MM-DD").arg(cell.left(kMostOfCell)));
    }
    if (*date > today) {
        return rejectCell(Words::tr("the birth date lies in the future"));
    }
    return date;
}

Field<AssessedAt> assessedAtField(const QString& cell, const QTimeZone& zone, const base::Instant& now) {
    if (const auto day = isoDate(cell)) {
        if (*day > now.local(zone).date()) {
            return rejectCell(Words::tr("the date %1 lies in the future").arg(cell));
        }
        return AssessedAt{base::Instant::fromLocal(*day, QTime(12, 0), zone), false};
    }
    const auto moment = isoDateTime(cell, zone);
    if (!moment) {
        return rejectCell(cell.isEmpty() ? Words::tr("the date is missing")
                                         : Words::tr("\"%1\" is no date as YYYY-MM-DD or YYYY-MM-DDThh:mm")
                                               .arg(cell.left(kMostOfCell)));
    }
    if (*moment > now) {
        return rejectCell(Words::tr("the time %1 lies in the future").arg(cell));
    }
    return AssessedAt{*moment, true};
}

Field<std::optional<double>> totalField(const QString& cell, QChar separator) {
    static const QRegularExpression kShape(QStringLiteral("^-?[0-9]{1,9}(\\.[0-9]{1,9})?$"));
    if (cell.isEmpty()) {
        return std::nullopt;
    }
    QString plain = cell;
    if (separator == QLatin1Char(';')) {
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    }
    if (!kShape.match(plain).hasMatch()) {
        return rejectCell(Words::tr("the total \"%1\" is no number").arg(cell.left(kMostOfCell)));
    }
    return plain.toDouble();
}

Field<QList<record::Answer>> answersField(const QStringList& cells, const scales::Instrument& instrument) {
    qsizetype filled = cells.size();
    while (filled > 0 && cells.at(filled - 1).isEmpty()) {
        --filled;
    }
    if (filled == 0) {
        return QList<record::Answer>();
    }
    const auto items = static_cast<qsizetype>(instrument.items.size());
    const auto form = static_cast<qsizetype>(instrument.formSize());
    if (filled > form || cells.size() < items) {
        return rejectCell(Words::tr("there are %1 answers and %2 has %3 items")
                              .arg(QString::number(filled), instrument.id, QString::number(items)));
    }
    // The unscored questions of a form are given all together or left out.
    const qsizetype wanted = filled > items ? form : items;
    QList<record::Answer> answers;
    for (qsizetype i = 0; i < wanted; ++i) {
        const auto answer = answerField(i < cells.size() ? cells.at(i) : QString(), i + 1);
        if (!answer) {
            return rejectCell(answer.error());
        }
        answers.append(*answer);
    }
    return answers;
}

} // namespace kairos::exchange

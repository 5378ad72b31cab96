// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_columns.h"

#include "core/exchange/words.h"

#include <QHash>

namespace kairos::exchange {
namespace {

tl::unexpected<base::Error> scoresRefused(const QString& why) {
    return base::fail(
        base::ErrorCode::InvalidInput, Words::tr("The scores were not read"), why,
        Words::tr(
            "the header is mrn,name,birth_date,instrument,at,total or …,item_1,item_2,… in place of total"));
}

/// The number of an item column: 1 for "item_1"; none for other names and for "item_0" or "item_01".
std::optional<qsizetype> itemNumber(const QString& name) {
    if (!name.startsWith(QLatin1String("item_"))) {
        return std::nullopt;
    }
    const qsizetype number = name.mid(5).toInt();
    return number >= 1 && name == QStringLiteral("item_%1").arg(number) ? std::optional(number)
                                                                        : std::nullopt;
}

bool isKnown(const QString& name) {
    static const QStringList kNames{QStringLiteral("mrn"),        QStringLiteral("name"),
                                    QStringLiteral("birth_date"), QStringLiteral("instrument"),
                                    QStringLiteral("at"),         QStringLiteral("total"),
                                    QStringLiteral("line"),       QStringLiteral("reason")};
    return kNames.contains(name) || itemNumber(name).has_value();
}

} // namespace

base::Result<ScoreColumns> ScoreColumns::of(const CsvRow& header) {
    QHash<QString, qsizetype> places;
    qsizetype items = 0;
    for (qsizetype place = 0; place < header.cells.size(); ++place) {
        const QString name = header.cells.at(place).trimmed().toLower();
        if (!isKnown(name)) {
            return scoresRefused(Words::tr("the column \"%1\" is not known").arg(name.left(40)));
        }
        if (places.contains(name)) {
            return scoresRefused(Words::tr("the column \"%1\" is there twice").arg(name));
        }
        places.insert(name, place);
        items += itemNumber(name) ? 1 : 0;
    }
    for (const char* name : {"mrn", "name", "birth_date", "instrument", "at"}) {
        if (!places.contains(QLatin1String(name))) {
            return scoresRefused(Words::tr("the column \"%1\" is missing").arg(QLatin1String(name)));
        }
    }
    ScoreColumns columns;
    columns.mrn = places.value(QStringLiteral("mrn"));
    columns.name = places.value(QStringLiteral("name"));
    columns.birthDate = places.value(QStringLiteral("birth_date"));
    columns.instrument = places.value(QStringLiteral("instrument"));
    columns.at = places.value(QStringLiteral("at"));
    if (places.contains(QStringLiteral("total"))) {
        columns.total = places.value(QStringLiteral("total"));
    }
    for (qsizetype number = 1; number <= items; ++number) {
        const auto name = QStringLiteral("item_%1").arg(number);
        if (!places.contains(name)) {
            return scoresRefused(Words::tr("the column \"%1\" is missing").arg(name));
        }
        columns.items.append(places.value(name));
    }
    if (!columns.total && columns.items.isEmpty()) {
        return scoresRefused(Words::tr("there is neither a total nor an item"));
    }
    return columns;
}

} // namespace kairos::exchange

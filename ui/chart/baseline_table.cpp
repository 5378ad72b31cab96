// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/baseline_table.h"

#include "ui/shared/formats.h"

#include <cmath>

namespace kairos::ui {

QList<BaselineRow> baselineRowsOf(const workflow::PatientRatings& ratings) {
    QList<BaselineRow> rows;
    for (const workflow::RatingSeries& series : ratings.series) {
        const auto* then = series.trend.baselinePoint();
        const auto* now = series.trend.latestPoint();
        if (then != nullptr && now != nullptr && then->rating != now->rating && series.trend.changePoints) {
            rows.append({series.instrument->shortTitle, then->total, now->total, series.trend.changePoints,
                         series.trend.changePercent});
        }
    }
    return rows;
}

BaselineTable::BaselineTable(QObject* parent)
    : RowModel({{tr("Scale")}, {tr("then → now"), ColumnSide::Right}, {tr("change")}}, parent) {}

QString BaselineTable::display(const BaselineRow& row, int column) const {
    switch (column) {
    case Instrument:
        return row.instrument;
    case Figures:
        return QStringLiteral("%1 → %2").arg(shortNumberText(row.then, 1), shortNumberText(row.now, 1));
    case Change:
        break;
    default: // There is no other column.
        return {};
    }
    if (!row.points || *row.points == 0) {
        return tr("none");
    }
    const QString figure = shortNumberText(std::abs(*row.points), 1);
    const QString sign =
        *row.points < 0 ? QStringLiteral("▼ %1").arg(figure) : QStringLiteral("▲ %1").arg(figure);
    return row.percent ? QStringLiteral("%1  %2").arg(sign, percentText(std::abs(*row.percent) / 100.0))
                       : sign;
}

QVariant BaselineTable::extra(const BaselineRow& row, int column, int role) const {
    Q_UNUSED(row)
    return role == StrongRole ? QVariant(column == Figures) : QVariant();
}

} // namespace kairos::ui

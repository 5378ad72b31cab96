// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/dose_history_table.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

namespace kairos::ui {

using workflow::DoseHistoryRow;

namespace {

QString totalText(const std::optional<record::Rating>& rating) {
    return rating && rating->total ? shortNumberText(*rating->total, 1) : QString();
}

const QString kNotKnown = QStringLiteral("–"); // an empty cell could be read as forgotten by the program

/// With two decimals like the dose that was given beside it; a finer order keeps its digits.
QString perKgText(double value) {
    const QString fine = shortNumberText(value, 3);
    const QString usual = numberText(value, 2);
    return fine.size() > usual.size() ? fine : usual;
}

QString orderedText(const std::optional<record::Order>& order) {
    if (!order) {
        return DoseHistoryTable::tr("no order");
    }
    if (order->mgPerKg) {
        return withUnit(perKgText(order->mgPerKg->value), QStringLiteral("mg/kg"));
    }
    return order->mg ? withUnit(shortNumberText(order->mg->value, 1), QStringLiteral("mg")) : QString();
}

/// When the highest systolic pressure was measured, and the highest diastolic where that is another reading.
QString pressureTip(const DoseHistoryRow& row, const QTimeZone& zone) {
    const QString systolic = row.peak ? dateTimeText(row.peak->measuredAt, zone) : QString();
    if (!row.peakDiastolic || (row.peak && row.peak->id == row.peakDiastolic->id)) {
        return systolic;
    }
    const QString diastolic = DoseHistoryTable::tr("highest diastolic %1 at %2")
                                  .arg(QString::number(*row.peakDiastolic->diastolic),
                                       timeText(row.peakDiastolic->measuredAt, zone));
    return systolic.isEmpty() ? diastolic : QStringLiteral("%1; %2").arg(systolic, diastolic);
}

} // namespace

DoseHistoryTable::DoseHistoryTable(const QTimeZone& zone, QObject* parent)
    : RowModel({{tr("Dose")},
                {tr("Ordered"), ColumnSide::Right},
                {tr("Given, mg"), ColumnSide::Right},
                {tr("mg/kg"), ColumnSide::Right},
                {tr("Scale before"), ColumnSide::Right},
                {tr("Scale after"), ColumnSide::Right},
                {tr("Highest pressure, mmHg"), ColumnSide::Right},
                {tr("Dissociation"), ColumnSide::Right},
                {tr("Lowest SpO2, %"), ColumnSide::Right},
                {tr("Home after, min"), ColumnSide::Right}},
               parent),
      m_zone(zone) {}

QString DoseHistoryTable::display(const DoseHistoryRow& row, int column) const {
    const QString words = known(row, column);
    return words.isEmpty() ? kNotKnown : words;
}

QString DoseHistoryTable::known(const DoseHistoryRow& row, int column) const {
    const auto& session = row.session;
    switch (column) {
    case Dose:
        return tr("%1, %2").arg(QString::number(session.number),
                                plainDateText(session.startedAt->local(m_zone).date()));
    case Ordered:
        return orderedText(row.order);
    case Given:
        return row.given ? numberText(row.given->value, 1) : QString();
    case PerKg:
        return row.givenPerKg ? numberText(row.givenPerKg->value, 2) : QString();
    case Before:
        return totalText(row.before);
    case After:
        return totalText(row.after);
    case Pressure:
        if (!row.peak) {
            return {};
        }
        return row.peak->diastolic
                   ? QStringLiteral("%1/%2").arg(*row.peak->systolic).arg(*row.peak->diastolic)
                   : QString::number(*row.peak->systolic);
    case Dissociation:
        return totalText(row.dissociation);
    case Oxygen:
        return row.lowestOxygen ? QString::number(*row.lowestOxygen->spo2) : QString();
    case Home:
        return row.minutesToDischarge ? QString::number(*row.minutesToDischarge) : QString();
    default: // There is no other column.
        return {};
    }
}

QVariant DoseHistoryTable::extra(const DoseHistoryRow& row, int column, int role) const {
    if (role == StrongRole) {
        return column == Dose;
    }
    if (role == VoiceRole && known(row, column).isEmpty()) {
        return static_cast<int>(Token::Text3);
    }
    if (role == IdRole) {
        return row.session.id.toString();
    }
    if (role != Qt::ToolTipRole) {
        return {};
    }
    const auto& zone = m_zone;
    switch (column) {
    case Ordered:
        return row.order ? orderText(*row.order) : QString();
    case Before:
        return row.before ? dateTimeText(row.before->assessedAt, zone) : QString();
    case After:
        return row.after ? dateTimeText(row.after->assessedAt, zone) : QString();
    case Pressure:
        return pressureTip(row, zone);
    case Oxygen:
        return row.lowestOxygen ? dateTimeText(row.lowestOxygen->measuredAt, zone) : QString();
    case Dissociation:
        return row.dissociation ? tr("%1 at %2")
                                      .arg(row.dissociation->instrument.toUpper(),
                                           timeText(row.dissociation->assessedAt, zone))
                                : QString();
    default: // The others say all in the cell.
        return {};
    }
}

QString DoseHistoryTable::asText() const {
    QStringList lines;
    QStringList head;
    for (int column = 0; column < columnCount(); ++column) {
        head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    lines.append(head.join(QLatin1Char('\t')));
    for (const DoseHistoryRow& row : rows()) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            cells.append(known(row, column));
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace kairos::ui

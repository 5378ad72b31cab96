// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/stock_words.h"

#include "core/stock/ledger_line.h"

#include <QLocale>

#include <cmath>

namespace kairos::stock {

using record::LedgerKind;

namespace {

/// Without marks between the thousands, as every figure of a dose is written.
QString figure(double value, int digits) {
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, 'f', digits);
}

} // namespace

QString mlText(base::Millilitres volume) {
    return Words::tr("%1 mL").arg(figure(volume.value, 2));
}

QString stockText(const record::Vial& vial, base::Millilitres volume) {
    return isDevice(vial) ? Words::tr("%n device(s)", nullptr, qRound(unitsIn(vial, volume)))
                          : mlText(volume);
}

QString mgText(base::Milligrams amount) {
    return Words::tr("%1 mg").arg(figure(amount.value, 1));
}

QString movedText(const record::Vial& vial, base::Millilitres change) {
    const QString moved = stockText(vial, base::Millilitres{std::abs(change.value)});
    if (std::abs(change.value) < kSameMl) {
        return moved;
    }
    return (change.value > 0 ? QStringLiteral("+%1") : QStringLiteral("\u2212%1")).arg(moved);
}

QString dayText(const QDate& day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

QString labelText(const record::Vial& vial) {
    if (isDevice(vial)) {
        return Words::tr("%1 mg a device").arg(QLocale().toString(drugIn(vial, vial.volume).value, 'g', 6));
    }
    return Words::tr("%1 mg/mL, %2 mL")
        .arg(QLocale().toString(vial.strength.value, 'g', 6), QLocale().toString(vial.volume.value, 'g', 6));
}

QString kindText(LedgerKind kind) {
    switch (kind) {
    case LedgerKind::Received:
        return Words::tr("received");
    case LedgerKind::Drawn:
        return Words::tr("drawn");
    case LedgerKind::Wasted:
        return Words::tr("wasted");
    case LedgerKind::Counted:
        return Words::tr("counted");
    case LedgerKind::Returned:
        return Words::tr("returned or handed over");
    case LedgerKind::Counter:
        return Words::tr("taken back");
    }
    return {};
}

QString keepingText(record::VialKeeping keeping) {
    switch (keeping) {
    case record::VialKeeping::SingleDose:
        return Words::tr("single-dose");
    case record::VialKeeping::MultiDose:
        return Words::tr("multi-dose");
    case record::VialKeeping::Device:
        return Words::tr("nasal device");
    }
    return {};
}

} // namespace kairos::stock

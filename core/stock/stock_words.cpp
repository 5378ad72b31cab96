// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/stock_words.h"

#include <QLocale>

namespace kairos::stock {

using record::LedgerKind;

QString mlText(base::Millilitres volume) {
    return Words::tr("%1 mL").arg(QLocale().toString(volume.value, 'f', 2));
}

QString mgText(base::Milligrams amount) {
    return Words::tr("%1 mg").arg(QLocale().toString(amount.value, 'f', 1));
}

QString dayText(const QDate& day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

QString labelText(const record::Vial& vial) {
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
    return keeping == record::VialKeeping::SingleDose ? Words::tr("single-dose") : Words::tr("multi-dose");
}

} // namespace kairos::stock

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/wording.h"

#include "core/reports/words.h"

namespace kairos::reports {

QString dayText(QDate day, const QLocale& locale) {
    return locale.toString(day, QStringLiteral("ddd d MMM yyyy"));
}

QString timeText(const base::Instant& at, const QTimeZone& zone) {
    return at.local(zone).toString(QStringLiteral("HH:mm"));
}

QString momentText(const base::Instant& at, const QTimeZone& zone, const QLocale& locale) {
    return locale.toString(at.local(zone), QStringLiteral("d MMM yyyy HH:mm"));
}

QString figureText(double value, int decimals, const QLocale& locale) {
    QString text = locale.toString(value, 'f', decimals);
    const QString point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(point)) {
            text.chop(static_cast<int>(point.size()));
        }
    }
    return text;
}

QString routeText(record::Route route) {
    switch (route) {
    case record::Route::Intravenous:
        return Words::tr("IV");
    case record::Route::Intramuscular:
        return Words::tr("IM");
    case record::Route::Subcutaneous:
        return Words::tr("SC");
    case record::Route::Sublingual:
        return Words::tr("SL");
    case record::Route::Oral:
        return Words::tr("oral");
    case record::Route::Intranasal:
        return Words::tr("intranasal");
    }
    return {};
}

} // namespace kairos::reports

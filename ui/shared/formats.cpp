// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/formats.h"

#include <QCoreApplication>

#include <cmath>

namespace kairos::ui {
namespace {

constexpr QChar kMinus(0x2212);
/// U+202F, the thin space that does not break a line.
constexpr QChar kThinSpace(0x202F);

QString formatted(QDate date, QLatin1String format, const QLocale& locale) {
    return date.isValid() ? locale.toString(date, QString(format)) : QString();
}

} // namespace

QString dateText(QDate date, const QLocale& locale) {
    return formatted(date, QLatin1String("ddd d MMM yyyy"), locale);
}

QString dayText(QDate date, const QLocale& locale) {
    return formatted(date, QLatin1String("ddd d MMM"), locale);
}

QString plainDateText(QDate date, const QLocale& locale) {
    return formatted(date, QLatin1String("d MMM yyyy"), locale);
}

QString longDayText(QDate date, const QLocale& locale) {
    return formatted(date, QLatin1String("dddd d MMMM"), locale);
}

QString timeText(QTime time) {
    return time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QString();
}

QString timeText(const base::Instant& at, const QTimeZone& zone) {
    return timeText(at.local(zone).time());
}

QString dateTimeText(const base::Instant& at, const QTimeZone& zone, const QLocale& locale) {
    const QDateTime local = at.local(zone);
    return QStringLiteral("%1, %2").arg(dateText(local.date(), locale), timeText(local.time()));
}

QString rangeText(const QString& from, const QString& to) {
    return QCoreApplication::translate("ui.shared", "%1 to %2", "a range, e.g. 13:00 to 13:50").arg(from, to);
}

QString numberText(double value, int decimals, const QLocale& locale) {
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = plain.toString(std::fabs(value), 'f', decimals);
    // A value that rounds to zero has no sign: "−0.0" would read as a finding.
    const bool isZero = plain.toDouble(text) == 0.0;
    return value < 0 && !isZero ? kMinus + text : text;
}

QString shortNumberText(double value, int decimals, const QLocale& locale) {
    QString text = numberText(value, decimals, locale);
    if (decimals > 0) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(static_cast<int>(locale.decimalPoint().size()));
        }
    }
    return text;
}

QString withUnit(const QString& number, const QString& unit) {
    return unit.isEmpty() ? number : number + kThinSpace + unit;
}

QString percentText(double share, const QLocale& locale) {
    return withUnit(numberText(share * 100.0, 0, locale), QStringLiteral("%"));
}

std::optional<int> ageYears(QDate birth, QDate on) {
    if (!birth.isValid() || !on.isValid() || on < birth) {
        return std::nullopt;
    }
    const bool reached =
        on.month() > birth.month() || (on.month() == birth.month() && on.day() >= birth.day());
    return on.year() - birth.year() - (reached ? 0 : 1);
}

QString ageText(QDate birth, QDate on) {
    const auto years = ageYears(birth, on);
    return years ? QCoreApplication::translate("ui.shared", "%1 y", "age in years").arg(*years) : QString();
}

QString durationText(qint64 ms) {
    const qint64 seconds = ms / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const auto say = [](const char* words) { return QCoreApplication::translate("ui.shared", words); };
    if (hours >= 48) {
        return say(QT_TRANSLATE_NOOP("ui.shared", "%1 d %2 h")).arg(hours / 24).arg(hours % 24);
    }
    if (hours > 0) {
        return say(QT_TRANSLATE_NOOP("ui.shared", "%1 h %2 min")).arg(hours).arg(minutes % 60);
    }
    if (minutes > 0) {
        return say(QT_TRANSLATE_NOOP("ui.shared", "%1 min")).arg(minutes);
    }
    return say(QT_TRANSLATE_NOOP("ui.shared", "%1 s")).arg(seconds);
}

} // namespace kairos::ui

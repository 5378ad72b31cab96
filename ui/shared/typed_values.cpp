// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/typed_values.h"

#include <QRegularExpression>

namespace kairos::ui {
namespace {

std::optional<QDate> validDate(int year, int month, int day) {
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QString plainName(const QString& name, const QLocale& locale) {
    QString plain = locale.toLower(name);
    return plain.remove(QLatin1Char('.'));
}

/// True where `word` is the name or a beginning of at least three letters of it.
bool names(const QString& word, const QString& longName, const QString& shortName, const QLocale& locale) {
    const QString typed = plainName(word, locale);
    return typed == plainName(shortName, locale) ||
           (typed.size() >= 3 && plainName(longName, locale).startsWith(typed));
}

std::optional<int> monthOf(const QString& word, const QLocale& locale) {
    for (const QLocale& language : {locale, QLocale::c()}) {
        for (int month = 1; month <= 12; ++month) {
            if (names(word, language.monthName(month), language.monthName(month, QLocale::ShortFormat),
                      language) ||
                names(word, language.standaloneMonthName(month),
                      language.standaloneMonthName(month, QLocale::ShortFormat), language)) {
                return month;
            }
        }
    }
    return std::nullopt;
}

bool isWeekday(const QString& word, int weekday, const QLocale& locale) {
    for (const QLocale& language : {locale, QLocale::c()}) {
        if (names(word, language.dayName(weekday), language.dayName(weekday, QLocale::ShortFormat),
                  language)) {
            return true;
        }
    }
    return false;
}

std::optional<QDate> readNamedDate(const QString& text, const QLocale& locale) {
    static const QRegularExpression kNamed(
        QStringLiteral("^(?:(\\p{L}+)\\.?,?\\s+)?(\\d{1,2})\\.?\\s*(\\p{L}+)\\.?,?\\s+(\\d{4})$"));
    const auto parts = kNamed.match(text);
    if (!parts.hasMatch()) {
        return std::nullopt;
    }
    const auto month = monthOf(parts.captured(3), locale);
    if (!month) {
        return std::nullopt;
    }
    const auto date = validDate(parts.captured(4).toInt(), *month, parts.captured(2).toInt());
    const QString weekday = parts.captured(1);
    if (date && !weekday.isEmpty() && !isWeekday(weekday, date->dayOfWeek(), locale)) {
        return std::nullopt;
    }
    return date;
}

std::optional<QDate> readSlashedDate(const QString& text, const QLocale& locale) {
    static const QRegularExpression kSlashed(QStringLiteral("^(\\d{1,2})/(\\d{1,2})/(\\d{4})$"));
    const auto parts = kSlashed.match(text);
    if (!parts.hasMatch()) {
        return std::nullopt;
    }
    const QString order = locale.dateFormat(QLocale::ShortFormat);
    const bool monthFirst = order.indexOf(QLatin1Char('M')) < order.indexOf(QLatin1Char('d'));
    const int first = parts.captured(1).toInt();
    const int second = parts.captured(2).toInt();
    return validDate(parts.captured(3).toInt(), monthFirst ? first : second, monthFirst ? second : first);
}

} // namespace

std::optional<double> readNumber(QStringView text, const QLocale& locale, QStringView unit) {
    QString typed = text.trimmed().toString();
    if (!unit.isEmpty() && typed.endsWith(unit, Qt::CaseInsensitive)) {
        typed = typed.chopped(unit.size()).trimmed();
    }
    typed.replace(QChar(0x2212), QLatin1Char('-'));
    static const QRegularExpression kNumber(QStringLiteral("^-?(\\d+)(?:([.,])(\\d+))?$"));
    const auto parts = kNumber.match(typed);
    if (!parts.hasMatch()) {
        return std::nullopt;
    }
    const QString sign = parts.captured(2);
    const bool foreign = !sign.isEmpty() && sign != locale.decimalPoint();
    // Three digits after the other sign may be thousands: a dose must not be guessed.
    if (foreign && parts.captured(3).size() == 3) {
        return std::nullopt;
    }
    bool ok = false;
    const double value = QLocale::c().toDouble(typed.replace(QLatin1Char(','), QLatin1Char('.')), &ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<QDate> readDate(QStringView text, const QLocale& locale) {
    const QString typed = text.trimmed().toString();
    static const QRegularExpression kIso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    if (const auto iso = kIso.match(typed); iso.hasMatch()) {
        return validDate(iso.captured(1).toInt(), iso.captured(2).toInt(), iso.captured(3).toInt());
    }
    static const QRegularExpression kDotted(QStringLiteral("^(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})$"));
    if (const auto dotted = kDotted.match(typed); dotted.hasMatch()) {
        return validDate(dotted.captured(3).toInt(), dotted.captured(2).toInt(), dotted.captured(1).toInt());
    }
    if (const auto named = readNamedDate(typed, locale)) {
        return named;
    }
    return readSlashedDate(typed, locale);
}

std::optional<QTime> readTime(QStringView text) {
    static const QRegularExpression kTime(QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})$"));
    const auto parts = kTime.match(text.trimmed().toString());
    if (!parts.hasMatch()) {
        return std::nullopt;
    }
    const QTime time(parts.captured(1).toInt(), parts.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace kairos::ui

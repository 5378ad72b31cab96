// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_words.h"

#include "core/outcomes/trend_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kHoursShown = 96; ///< beyond the integration clock's scale, days read better

class Words final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::ChartWords)

public:
    static QString sinceDose(const outcomes::TrendPoint& point, const outcomes::Course& course) {
        int number = 0;
        for (const outcomes::DoseMark& dose : course.doses) {
            if (dose.start <= point.at) {
                number = std::max(number, dose.number);
            }
        }
        const double hours = point.hoursSinceDose.value_or(0);
        if (hours < kHoursShown) {
            return tr("%1 h after dose %2").arg(std::lround(hours)).arg(number);
        }
        return tr("%1 d after dose %2").arg(std::lround(hours / 24)).arg(number);
    }

    static QString hollow(const outcomes::TrendPoint& point) {
        const auto percent = std::lround(100 * point.pretreatmentShare);
        return point.excluded ? tr("%1 % of the recall window before dose 1, not counted").arg(percent)
                              : tr("%1 % of the recall window before dose 1, counted").arg(percent);
    }

    static QString when(const QString& date, const outcomes::TrendPoint& point) {
        return point.day ? tr("%1, day %2").arg(date, signedText(*point.day)) : date;
    }

    static QString score(const QString& title, const QString& total, const QString& band) {
        return band.isEmpty() ? tr("%1 %2").arg(title, total) : tr("%1 %2, %3").arg(title, total, band);
    }

    static QString prorated(bool suicideItemMissing) {
        return suicideItemMissing ? tr("prorated, suicide item not answered") : tr("prorated");
    }
};

} // namespace

QString signedText(int number) {
    return QString::number(number).replace(QLatin1Char('-'), QChar(0x2212));
}

QString shortDateText(const outcomes::TrendPoint& point, const QTimeZone& zone, const QLocale& locale) {
    return Words::when(locale.toString(point.at.local(zone).date(), QStringLiteral("d MMM")), point);
}

QString readOutText(const scales::Instrument& instrument, const outcomes::TrendPoint& point,
                    const outcomes::Course& course, const QLocale& locale) {
    const QString date =
        locale.toString(point.at.local(course.zone).date(), QStringLiteral("ddd d MMM yyyy"));
    const scales::Band* band = instrument.findBand(point.band);
    QStringList parts{Words::score(instrument.shortTitle, outcomes::totalText(point.total, locale),
                                   band != nullptr ? band->label : QString())};
    if (point.hoursSinceDose) {
        parts.append(Words::sinceDose(point, course));
    }
    if (point.pretreatmentShare > 0) {
        parts.append(Words::hollow(point));
    }
    if (point.prorated) {
        parts.append(Words::prorated(point.suicideItemMissing));
    }
    return QStringLiteral("%1: %2").arg(Words::when(date, point), parts.join(QStringLiteral("; ")));
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/formats.h"

#include "ui/shared/match.h"

#include <catch2/catch_test_macros.hpp>

namespace test_formats {
using namespace kairos;

namespace {

const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QDate kMonday(2026, 11, 2);

} // namespace

TEST_CASE("Dates and times read as the look writes them", "[shared][formats]") {
    REQUIRE(ui::dateText(kMonday, kBritish) == QStringLiteral("Mon 2 Nov 2026"));
    REQUIRE(ui::dayText(kMonday, kBritish) == QStringLiteral("Mon 2 Nov"));
    REQUIRE(ui::plainDateText(kMonday, kBritish) == QStringLiteral("2 Nov 2026"));
    REQUIRE(ui::longDayText(kMonday, kBritish) == QStringLiteral("Monday 2 November"));
    REQUIRE(ui::timeText(QTime(9, 36)) == QStringLiteral("09:36"));
    REQUIRE(ui::rangeText(QStringLiteral("13:00"), QStringLiteral("13:50")) ==
            QStringLiteral("13:00 to 13:50"));
    REQUIRE(ui::dateText(QDate(), kBritish).isEmpty());
    REQUIRE(ui::timeText(QTime()).isEmpty());
}

TEST_CASE("A moment is shown in the practice's zone", "[shared][formats]") {
    const QTimeZone oslo("Europe/Oslo");
    const auto at = base::Instant::fromIso(QStringLiteral("2026-11-02T08:24:00Z"));
    REQUIRE(at.has_value());
    REQUIRE(ui::timeText(*at, oslo) == QStringLiteral("09:24"));
    REQUIRE(ui::dateTimeText(*at, oslo, kBritish) == QStringLiteral("Mon 2 Nov 2026, 09:24"));
}

TEST_CASE("Numbers carry the locale's decimal sign, a true minus and a thin space before the unit",
          "[shared][formats]") {
    REQUIRE(ui::numberText(-1.5, 1, kGerman) == QStringLiteral("\u22121,5"));
    REQUIRE(ui::numberText(18402, 0, kBritish) == QStringLiteral("18402"));
    REQUIRE(ui::numberText(-0.04, 1, kBritish) == QStringLiteral("0.0"));
    REQUIRE(ui::numberText(-0.05, 1, kBritish) == QStringLiteral("\u22120.1"));
    REQUIRE(ui::shortNumberText(34.20, 2, kBritish) == QStringLiteral("34.2"));
    REQUIRE(ui::shortNumberText(35.0, 2, kGerman) == QStringLiteral("35"));
    REQUIRE(ui::shortNumberText(100, 0, kBritish) == QStringLiteral("100"));
    REQUIRE(ui::withUnit(QStringLiteral("68.4"), QStringLiteral("kg")) == QStringLiteral("68.4\u202fkg"));
    REQUIRE(ui::withUnit(QStringLiteral("7"), {}) == QStringLiteral("7"));
    REQUIRE(ui::percentText(0.611, kBritish) == QStringLiteral("61\u202f%"));
}

TEST_CASE("Age counts whole years at both sides of a birthday", "[shared][formats]") {
    const QDate birth(1984, 3, 14);
    REQUIRE(ui::ageYears(birth, QDate(2026, 3, 13)) == 41);
    REQUIRE(ui::ageYears(birth, QDate(2026, 3, 14)) == 42);
    REQUIRE(ui::ageYears(birth, birth) == 0);
    REQUIRE_FALSE(ui::ageYears(birth, QDate(1984, 3, 13)).has_value());
    REQUIRE(ui::ageYears(QDate(2000, 2, 29), QDate(2026, 2, 28)) == 25);
    REQUIRE(ui::ageYears(QDate(2000, 2, 29), QDate(2026, 3, 1)) == 26);
    REQUIRE(ui::ageText(birth, kMonday) == QStringLiteral("42 y"));
    REQUIRE(ui::ageText(QDate(), kMonday).isEmpty());
}

TEST_CASE("Elapsed time is told in its two largest units", "[shared][formats]") {
    constexpr qint64 kMinute = 60'000;
    REQUIRE(ui::durationText(45'000) == QStringLiteral("45 s"));
    REQUIRE(ui::durationText(59 * kMinute) == QStringLiteral("59 min"));
    REQUIRE(ui::durationText(332 * kMinute) == QStringLiteral("5 h 32 min"));
    REQUIRE(ui::durationText(48 * 60 * kMinute - 1) == QStringLiteral("47 h 59 min"));
    REQUIRE(ui::durationText(51 * 60 * kMinute) == QStringLiteral("2 d 3 h"));
}

TEST_CASE("Matched letters are found past case, accents and letters that unfold", "[shared][formats]") {
    using Ranges = QList<ui::MatchRange>;
    REQUIRE(ui::matchRanges(u"Marsh, Elena", u"el") == Ranges{{7, 2}});
    REQUIRE(ui::matchRanges(u"Marsh, Elena", u"elena mar") == Ranges{{7, 5}, {0, 3}});
    REQUIRE(ui::matchRanges(u"José Groß", u"gross") == Ranges{{5, 4}});
    REQUIRE(ui::matchRanges(u"Søren", u"sor") == Ranges{{0, 3}});
    REQUIRE(ui::matchRanges(u"Elena", u"zz").isEmpty());
    REQUIRE(ui::matchRanges(u"Elena", u"  ").isEmpty());
}

} // namespace test_formats

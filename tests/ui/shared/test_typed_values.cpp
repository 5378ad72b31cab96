// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/typed_values.h"

#include "ui/shared/date_field.h"
#include "ui/shared/number_field.h"
#include "ui/shared/time_field.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_typed_values {
using namespace kairos;
using kairos::ui::readDate;
using kairos::ui::readNumber;
using kairos::ui::readTime;

namespace {

const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kAmerican(QLocale::English, QLocale::UnitedStates);
const QDate kBirth(1984, 3, 14);

} // namespace

TEST_CASE("A number is read with the decimal sign of the locale or the other one", "[shared][fields]") {
    REQUIRE(readNumber(u"68.4", kBritish) == 68.4);
    REQUIRE(readNumber(u"68,4", kBritish) == 68.4);
    REQUIRE(readNumber(u"68,4", kGerman) == 68.4);
    REQUIRE(readNumber(u"68.4", kGerman) == 68.4);
    REQUIRE(readNumber(u" 75 ", kGerman) == 75.0);
    REQUIRE(readNumber(u"\u22121.5", kBritish) == -1.5);
    REQUIRE(readNumber(u"-1,5", kGerman) == -1.5);
    REQUIRE(readNumber(u"0.684", kBritish) == 0.684);
}

TEST_CASE("A number that could mean two things is refused", "[shared][fields]") {
    REQUIRE_FALSE(readNumber(u"1,234", kBritish).has_value());
    REQUIRE_FALSE(readNumber(u"1.234", kGerman).has_value());
    REQUIRE_FALSE(readNumber(u"1,234.5", kBritish).has_value());
    REQUIRE_FALSE(readNumber(u"1 234", kBritish).has_value());
    REQUIRE(readNumber(u"1.234", kBritish) == 1.234);
    REQUIRE(readNumber(u"1,234", kGerman) == 1.234);
}

TEST_CASE("A text that is no number is refused", "[shared][fields]") {
    for (const auto* text : {u"", u"abc", u"12a", u"1e3", u".", u"5.", u".5", u"--5", u"nan", u"inf"}) {
        REQUIRE_FALSE(readNumber(QStringView(text), kBritish).has_value());
    }
}

TEST_CASE("A unit typed after the number is let pass, another is not", "[shared][fields]") {
    REQUIRE(readNumber(u"68.4 kg", kBritish, u"kg") == 68.4);
    REQUIRE(readNumber(u"68.4KG", kBritish, u"kg") == 68.4);
    REQUIRE_FALSE(readNumber(u"68.4 lb", kBritish, u"kg").has_value());
}

TEST_CASE("A date is read as ISO, with dots, with a month's name, and in the order of the locale",
          "[shared][fields]") {
    REQUIRE(readDate(u"1984-03-14", kBritish) == kBirth);
    REQUIRE(readDate(u"1984-3-14", kGerman) == kBirth);
    REQUIRE(readDate(u"14.3.1984", kBritish) == kBirth);
    REQUIRE(readDate(u"14. 03. 1984", kGerman) == kBirth);
    REQUIRE(readDate(u"14 Mar 1984", kBritish) == kBirth);
    REQUIRE(readDate(u"14 march 1984", kBritish) == kBirth);
    REQUIRE(readDate(u"14Mar 1984", kBritish) == kBirth);
    REQUIRE(readDate(u"14. März 1984", kGerman) == kBirth);
    REQUIRE(readDate(u"14 Mar 1984", kGerman) == kBirth);
    REQUIRE(readDate(u"14/3/1984", kBritish) == kBirth);
    REQUIRE(readDate(u"3/14/1984", kAmerican) == kBirth);
    REQUIRE(readDate(u"Wed 14 Mar 1984", kBritish) == kBirth);
    REQUIRE(readDate(u"7 Sep 2026", kBritish) == QDate(2026, 9, 7));
    REQUIRE(readDate(u"7 Sept 2026", kBritish) == QDate(2026, 9, 7));
}

TEST_CASE("A date that is none, or not clear, is refused", "[shared][fields]") {
    for (const auto* text :
         {u"", u"14.3.84", u"31 Feb 1984", u"29.2.2025", u"14 Ma 1984", u"14 Xyz 1984", u"14/3",
          u"Tue 14 Mar 1984", u"1984", u"14 3 1984", u"1984-13-01", u"0.1.1984"}) {
        CAPTURE(QStringView(text).toString().toStdString());
        REQUIRE_FALSE(readDate(QStringView(text), kBritish).has_value());
    }
    REQUIRE_FALSE(readDate(u"14/3/1984", kAmerican).has_value());
    REQUIRE(readDate(u"29.2.2028", kBritish) == QDate(2028, 2, 29));
}

TEST_CASE("A time is read with or without its colon", "[shared][fields]") {
    REQUIRE(readTime(u"9:36") == QTime(9, 36));
    REQUIRE(readTime(u"09.36") == QTime(9, 36));
    REQUIRE(readTime(u"0936") == QTime(9, 36));
    REQUIRE(readTime(u"936") == QTime(9, 36));
    REQUIRE(readTime(u"23:59") == QTime(23, 59));
    REQUIRE(readTime(u"00:00") == QTime(0, 0));
    for (const auto* text : {u"", u"24:00", u"9:60", u"9", u"9:3", u"12345", u"9 36", u"9:36 pm"}) {
        REQUIRE_FALSE(readTime(QStringView(text)).has_value());
    }
}

TEST_CASE("An empty number field has no value, which is not zero", "[shared][fields]") {
    ui::NumberField field(QStringLiteral("kg"));
    field.setLocale(kBritish);
    REQUIRE(field.reading() == ui::FieldReading::Empty);
    REQUIRE_FALSE(field.value().has_value());
    field.setText(QStringLiteral("0"));
    REQUIRE(field.value() == 0.0);
    field.setValue(std::nullopt);
    REQUIRE(field.text().isEmpty());
}

TEST_CASE("A number field refuses what is impossible at both edges", "[shared][fields]") {
    ui::NumberField field(QStringLiteral("kg"));
    field.setLocale(kGerman);
    field.setPossible(20, 350);
    const auto reads = [&field](const QString& text) {
        field.setText(text);
        return field.reading();
    };
    REQUIRE(reads(QStringLiteral("19,9")) == ui::FieldReading::OutOfRange);
    REQUIRE(reads(QStringLiteral("20")) == ui::FieldReading::Valid);
    REQUIRE(reads(QStringLiteral("350")) == ui::FieldReading::Valid);
    REQUIRE(reads(QStringLiteral("350,1")) == ui::FieldReading::OutOfRange);
    REQUIRE_FALSE(field.value().has_value());
    REQUIRE(field.problem() == QStringLiteral("Write 20 to 350\u202fkg"));
    REQUIRE(reads(QStringLiteral("much")) == ui::FieldReading::Unreadable);
    REQUIRE(field.problem() == QStringLiteral("Write a number like 68,4"));
}

TEST_CASE("Leaving a number field tidies the text and never the value", "[shared][fields]") {
    ui::NumberField field(QStringLiteral("kg"), 1);
    field.setLocale(kGerman);
    QTest::keyClicks(&field, QStringLiteral("68.40"));
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(field.text() == QStringLiteral("68,4"));
    field.clear();
    QTest::keyClicks(&field, QStringLiteral("68,437"));
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(field.text() == QStringLiteral("68,437"));
    REQUIRE(field.value() == 68.437);
}

TEST_CASE("A date field settles as the house writes dates and may be empty", "[shared][fields]") {
    ui::DateField field;
    field.setLocale(kBritish);
    REQUIRE_FALSE(field.date().has_value());
    const QSignalSpy changes(&field, &ui::TypedField::valueChanged);
    QTest::keyClicks(&field, QStringLiteral("1984-03-14"));
    REQUIRE(field.date() == kBirth);
    REQUIRE(changes.count() == 10);
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(field.text() == QStringLiteral("Wed 14 Mar 1984"));
    REQUIRE(field.date() == kBirth);
    field.setDate(std::nullopt);
    REQUIRE(field.reading() == ui::FieldReading::Empty);
}

TEST_CASE("A German date field writes and reads its own form", "[shared][fields]") {
    ui::DateField field;
    field.setLocale(kGerman);
    field.setDate(kBirth);
    REQUIRE(field.text().contains(QStringLiteral("14")));
    REQUIRE(field.date() == kBirth);
}

TEST_CASE("A date field says what to do about an impossible day at both edges", "[shared][fields]") {
    ui::DateField field;
    field.setLocale(kBritish);
    field.setPossible(QDate(1900, 1, 1), QDate(2026, 11, 2));
    field.setText(QStringLiteral("2.11.2026"));
    REQUIRE(field.date() == QDate(2026, 11, 2));
    field.setText(QStringLiteral("3.11.2026"));
    REQUIRE(field.reading() == ui::FieldReading::OutOfRange);
    REQUIRE(field.problem() == QStringLiteral("Write a date from 1 Jan 1900 to 2 Nov 2026"));
    field.setText(QStringLiteral("31.12.1899"));
    REQUIRE(field.reading() == ui::FieldReading::OutOfRange);
    field.setText(QStringLiteral("soon"));
    REQUIRE(field.problem() == QStringLiteral("Write the date like 14 Mar 1984"));
}

TEST_CASE("A time field settles with its colon", "[shared][fields]") {
    ui::TimeField field;
    QTest::keyClicks(&field, QStringLiteral("936"));
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(field.text() == QStringLiteral("09:36"));
    REQUIRE(field.time() == QTime(9, 36));
    field.setText(QStringLiteral("25:00"));
    REQUIRE(field.reading() == ui::FieldReading::Unreadable);
    REQUIRE_FALSE(field.time().has_value());
}

} // namespace test_typed_values

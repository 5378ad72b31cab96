// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_fields.h"

#include "core/scales/instrument_library.h"

#include <catch2/catch_test_macros.hpp>

namespace test_score_fields {
using namespace kairos;
using namespace kairos::exchange;
using base::Instant;
using record::Answer;
using record::AnswerState;

namespace {

const QDate kToday(2026, 11, 2);

QTimeZone oslo() {
    return QTimeZone("Europe/Oslo");
}

Instant now() {
    return Instant::fromLocal(kToday, QTime(9, 0), oslo());
}

Field<AssessedAt> at(const char* cell) {
    return assessedAtField(QString::fromLatin1(cell), oslo(), now());
}

QStringList cells(const char* joined) {
    return QString::fromLatin1(joined).split(QLatin1Char(','));
}

} // namespace

TEST_CASE("a birth date is a day up to today, or not given", "[exchange][fields]") {
    REQUIRE(birthDateField(QStringLiteral("1984-03-12"), kToday).value() == QDate(1984, 3, 12));
    REQUIRE(birthDateField(QString(), kToday).value() == std::nullopt);
    REQUIRE(birthDateField(QStringLiteral("2026-11-02"), kToday).has_value());
    REQUIRE(birthDateField(QStringLiteral("1900-01-01"), kToday).has_value());
    for (const char* bad : {"2026-11-03", "1899-12-31", "1984-02-30", "12.03.1984", "1984-3-12",
                            "1984-03-12T", "0000-00-00", "x"}) {
        INFO(bad);
        REQUIRE(!birthDateField(QString::fromLatin1(bad), kToday).has_value());
    }
}

TEST_CASE("a day alone stands at noon of the practice's zone", "[exchange][fields]") {
    const auto day = at("2026-07-01");
    REQUIRE(day.has_value());
    REQUIRE(!day->timeKnown);
    REQUIRE(day->at.toIso() == QStringLiteral("2026-07-01T12:00:00+02:00"));
    // Today counts although its noon is still to come; tomorrow does not.
    REQUIRE(at("2026-11-02").has_value());
    REQUIRE(at("2026-11-03").error().contains(QStringLiteral("future")));
}

TEST_CASE("a time counts in the practice's zone unless it has an offset", "[exchange][fields]") {
    REQUIRE(at("2026-07-01T09:24")->at.toIso() == QStringLiteral("2026-07-01T09:24:00+02:00"));
    REQUIRE(at("2026-07-01 09:24:30")->at.toIso() == QStringLiteral("2026-07-01T09:24:30+02:00"));
    REQUIRE(at("2026-07-01T09:24Z")->at.utcMs ==
            Instant::fromIso(QStringLiteral("2026-07-01T09:24:00Z"))->utcMs);
    REQUIRE(at("2026-07-01T09:24:00-05:00")->at.offsetSeconds == -5 * 3600);
    REQUIRE(at("2026-07-01T09:24:00.250Z")->timeKnown);
    // The hour that the clocks skip moves forward, the hour they repeat is taken the first time.
    REQUIRE(at("2026-03-29T02:30")->at.toIso() == QStringLiteral("2026-03-29T03:30:00+02:00"));
    REQUIRE(at("2026-10-25T02:30")->at.toIso() == QStringLiteral("2026-10-25T02:30:00+02:00"));
    REQUIRE(at("2026-11-02T09:00").has_value());
    REQUIRE(at("2026-11-02T09:01").error().contains(QStringLiteral("future")));
    REQUIRE(at("2026-11-02T09:00+00:00").error().contains(QStringLiteral("future")));
}

TEST_CASE("what is no date is rejected with its words", "[exchange][fields]") {
    REQUIRE(at("").error() == QStringLiteral("the date is missing"));
    for (const char* bad : {"2026-02-30", "2026-13-01", "01/02/2026", "2026-07-01T25:00", "2026-07-01T09:60",
                            "2026-07-01T9:24", "2026-07-01T09:24+1", "1899-01-01", "20260701", "yesterday"}) {
        INFO(bad);
        REQUIRE(at(bad).error().contains(QLatin1String(bad)));
    }
}

TEST_CASE("a total is a plain number", "[exchange][fields]") {
    const auto total = [](const char* cell, char separator = ',') {
        return totalField(QString::fromLatin1(cell), QLatin1Char(separator));
    };
    REQUIRE(total("29").value() == 29.0);
    REQUIRE(total("-5").value() == -5.0);
    REQUIRE(total("12.5").value() == 12.5);
    REQUIRE(total("12,5", ';').value() == 12.5);
    REQUIRE(total("").value() == std::nullopt);
    for (const char* bad : {"12,5", "nan", "inf", "1e3", "0x1F", "12.", ".5", "--1", "1 2", "twelve"}) {
        INFO(bad);
        REQUIRE(!total(bad).has_value());
    }
}

TEST_CASE("answers are as many as the instrument has items", "[exchange][fields]") {
    const auto library = scales::InstrumentLibrary::builtIn();
    const auto* phq9 = library.find(u"phq-9");
    REQUIRE(phq9 != nullptr);
    const auto nine = answersField(cells("2,2,1,-,1,x,n,,1"), *phq9);
    REQUIRE(nine.has_value());
    REQUIRE(nine->size() == 9);
    REQUIRE(nine->at(0) == Answer::given(2));
    REQUIRE(nine->at(3).state == AnswerState::Unanswered);
    REQUIRE(nine->at(5).state == AnswerState::Declined);
    REQUIRE(nine->at(6).state == AnswerState::NotApplicable);
    REQUIRE(nine->at(7).state == AnswerState::Unanswered);
    // A wider table, made for a longer instrument, leaves the cells behind empty.
    REQUIRE(answersField(cells("2,2,1,0,1,0,0,0,1,,,,"), *phq9)->size() == 9);
    // The last item left out is unanswered, not a shorter form.
    REQUIRE(answersField(cells("2,2,1,0,1,0,0,0,"), *phq9)->last().state == AnswerState::Unanswered);
    // The difficulty question is the tenth.
    REQUIRE(answersField(cells("2,2,1,0,1,0,0,0,1,2"), *phq9)->size() == 10);
    REQUIRE(answersField(cells(",,,,,,,,"), *phq9).value().isEmpty());
    REQUIRE(answersField({}, *phq9).value().isEmpty());
    REQUIRE(answersField(cells("2,2,1,0,1,0,0,0"), *phq9).error().contains(QStringLiteral("8 answers")));
    REQUIRE(
        answersField(cells("2,2,1,0,1,0,0,0,1,2,1"), *phq9).error().contains(QStringLiteral("11 answers")));
    REQUIRE(answersField(cells("2,2,1,0,1.5,0,0,0,1"), *phq9).error().contains(QStringLiteral("item 5")));
}

} // namespace test_score_fields

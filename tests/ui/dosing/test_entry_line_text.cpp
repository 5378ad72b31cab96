// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_line_text.h"

#include "core/safety/safety_rules.h"

#include <catch2/catch_test_macros.hpp>

namespace test_entry_line_text {
using namespace kairos;
using namespace kairos::ui;

namespace {

const QTimeZone kOslo("Europe/Oslo");

base::Instant todayAt(int hour, int minute) {
    return base::Instant::fromLocal(QDate(2026, 11, 2), QTime(hour, minute), kOslo);
}

base::Result<MeasuredLine> parse(const QString& line, const base::Instant& now = todayAt(15, 0)) {
    static const auto rules = safety::SafetyRules::builtIn();
    return parseMeasuredLine(line, {rules, {}, {now, now.plusMinutes(-180), kOslo}});
}

} // namespace

TEST_CASE("A line without a time was measured now", "[dosing][line]") {
    const auto line = parse(QStringLiteral("142/88 72 96 5"));
    REQUIRE(line);
    REQUIRE_FALSE(line->measuredAt);
    REQUIRE(line->reading.sedation == 5);
}

TEST_CASE("A line may end in the time it was measured at", "[dosing][line]") {
    for (const QString& line : {QStringLiteral("142/88 72 @14:32"), QStringLiteral("142/88 72 @1432"),
                                QStringLiteral("142/88 72 @ 14.32")}) {
        REQUIRE(parse(line)->measuredAt == todayAt(14, 32));
    }
    REQUIRE_FALSE(parse(QStringLiteral("142/88 @25:10")));
    REQUIRE_FALSE(parse(QStringLiteral("142/88 @15:01")));
    REQUIRE_FALSE(parse(QStringLiteral("142/88 @11:59")));
    REQUIRE_FALSE(parse(QStringLiteral("142/88 @")));
}

TEST_CASE("Just after midnight a time of the evening is yesterday's", "[dosing][line]") {
    const auto line = parse(QStringLiteral("142/88 @23:55"), todayAt(0, 5));
    REQUIRE(line->measuredAt == base::Instant::fromLocal(QDate(2026, 11, 1), QTime(23, 55), kOslo));
}

TEST_CASE("A stored reading becomes a line that reads the same", "[dosing][line]") {
    for (const QString& line :
         {QStringLiteral("142/88 72 96 5"), QStringLiteral("142/88"), QStringLiteral("spo2 96"),
          QStringLiteral("72"), QStringLiteral("hr 72 s 5"), QStringLiteral("142/88 72 s 5"),
          QStringLiteral("142/88 72 96 rr 14 t 36.8"), QStringLiteral("142/88 moaas 4")}) {
        record::Reading reading;
        const auto typed = parse(line);
        REQUIRE(typed);
        typed->reading.fill(reading);
        REQUIRE(parse(lineOf(reading))->reading == typed->reading);
    }
}

TEST_CASE("A stored reading becomes a line in the practice's own order", "[dosing][line]") {
    record::Reading reading;
    parse(QStringLiteral("142/88 72 96 rr 14"))->reading.fill(reading);
    const auto order = *safety::ReadingOrder::read(QStringLiteral("bp spo2 hr"));
    REQUIRE(lineOf(reading, order) == QStringLiteral("142/88 96 72 rr 14"));
    reading.spo2.reset();
    REQUIRE(lineOf(reading, order) == QStringLiteral("142/88 hr 72 rr 14"));
}

TEST_CASE("A line whose signs were swapped is turned, and keeps its time", "[dosing][line]") {
    const QString line = QStringLiteral("142/88 96 72 5 @14:32");
    REQUIRE(swappedLine(line, *parse(line), {}) == QStringLiteral("142/88 72 96 5 @14:32"));
}

TEST_CASE("A number stands for its word and words stand for themselves", "[dosing][line]") {
    const QStringList list = {QStringLiteral("settled"), QStringLiteral("fear")};
    REQUIRE(pickedWords(QStringLiteral("2"), list) == QStringLiteral("fear"));
    REQUIRE(pickedWords(QStringLiteral(" 2  of falling "), list) == QStringLiteral("fear: of falling"));
    REQUIRE(pickedWords(QStringLiteral("3"), list) == QStringLiteral("3"));
    REQUIRE(pickedWords(QStringLiteral("0"), list) == QStringLiteral("0"));
    REQUIRE(pickedWords(QStringLiteral("asks for water"), list) == QStringLiteral("asks for water"));
}

TEST_CASE("A rescue drug needs its name and how much", "[dosing][line]") {
    const QStringList ordered = {QStringLiteral("ondansetron"), QStringLiteral("midazolam")};
    const auto numbered = parseRescue(QStringLiteral("1 4 mg iv"), ordered);
    REQUIRE(numbered->drug == QStringLiteral("ondansetron"));
    REQUIRE(numbered->dose == QStringLiteral("4 mg iv"));
    REQUIRE(parseRescue(QStringLiteral("lorazepam 1 mg"), ordered)->drug == QStringLiteral("lorazepam"));
    REQUIRE_FALSE(parseRescue(QStringLiteral("3 4 mg"), ordered));
    REQUIRE_FALSE(parseRescue(QStringLiteral("1"), ordered));
    REQUIRE_FALSE(parseRescue(QStringLiteral("midazolam"), ordered));
    REQUIRE_FALSE(parseRescue(QString(), ordered));
}

} // namespace test_entry_line_text

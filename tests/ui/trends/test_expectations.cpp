// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/checkpoint_card.h"
#include "ui/trends/expectations.h"

#include "tests/support/series.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_expectations {
using namespace kairos;
using namespace kairos::testing;
using Catch::Approx;

namespace {

QList<ui::KeyedFigure> figuresOf(const char* id) {
    return ui::keyedFigures(outcomes::builtInCohorts().of(QString::fromLatin1(id)));
}

QString said(const char* instrument, const QString& citation) {
    for (const ui::KeyedFigure& keyed : figuresOf(instrument)) {
        if (keyed.figure.citation == citation) {
            return ui::figureInWords(keyed.figure);
        }
    }
    return {};
}

} // namespace

TEST_CASE("Published shares carry their interval, letter and day", "[trends][expected]") {
    const auto points = ui::shareFigures(figuresOf("qids-sr16"));
    REQUIRE(points.size() == 2);
    REQUIRE(points.first().key == QStringLiteral("a"));
    REQUIRE(points.first().day == 21);
    REQUIRE(points.first().value == Approx(55.4).margin(0.05));
    REQUIRE(*points.first().low == Approx(48.37).margin(0.01));
    REQUIRE(points.first().label == QStringLiteral("ELEKT-D 2023, n 195, H"));
    REQUIRE(points.first().marker == ui::Marker::Diamond);
    REQUIRE(points.last().marker == ui::Marker::Square);
    REQUIRE_FALSE(ui::shareFigures(figuresOf("gad-7")).first().low.has_value());
}

TEST_CASE("Mean changes count from the patient's own baseline", "[trends][expected]") {
    const auto course = courseOf({0});
    const auto trend = outcomes::trendOf(instrument("madrs"), ratings("madrs", {{0, 30}, {14, 12}}), course);
    const auto points = ui::changeFigures(figuresOf("madrs"), trend, 0, 60);
    REQUIRE(points.size() == 5);
    REQUIRE(points.at(1).value == Approx(30 - 18.4));
    REQUIRE(*points.at(1).low == 0); // 11.6 less 12.0 ends at the scale's end.
    REQUIRE(*points.at(1).high == Approx(23.6));
    const auto late = outcomes::trendOf(instrument("madrs"), ratings("madrs", {{3, 30}, {14, 12}}), course);
    REQUIRE(ui::changeFigures(figuresOf("madrs"), late, 0, 60).isEmpty());
}

TEST_CASE("A published figure says count, interval, definition, day, n and mark", "[trends][expected]") {
    REQUIRE(said("qids-sr16", QStringLiteral("ELEKT-D 2023"))
                .startsWith(QStringLiteral("ELEKT-D 2023: 108 of 195 (55.4 %, 48.4 to 62.2) response, "
                                           "QIDS-SR16 ≥50 %, end of week 3.")));
    REQUIRE(said("qids-sr16", QStringLiteral("ELEKT-D 2023")).endsWith(QStringLiteral("n 195, H")));
    const QString mcInnes = said("phq-9", QStringLiteral("McInnes 2022"));
    REQUIRE(mcInnes.contains(QStringLiteral("Analysed 537 of 9016 treated.")));
    REQUIRE(mcInnes.contains(QStringLiteral("Completers, may overstate")));
    REQUIRE(said("gad-7", QStringLiteral("Hull 2022")).contains(QStringLiteral("count not known")));
}

TEST_CASE("Below twenty courses a sentence says how many there are", "[trends][expected]") {
    outcomes::PracticeBand band;
    band.needed = 20;
    band.courses = 12;
    REQUIRE(ui::practiceInWords(band, QStringLiteral("PHQ-9")) ==
            QStringLiteral(
                "This practice has 12 other judged courses with PHQ-9; its own band is drawn from 20 up."));
    band.courses = 1;
    REQUIRE(ui::practiceInWords(band, QStringLiteral("PHQ-9"))
                .contains(QStringLiteral("1 other judged course ")));
    band.courses = 20;
    REQUIRE(ui::practiceInWords(band, QStringLiteral("PHQ-9")).contains(QStringLiteral("no week")));
    band.steps = {{7, 14, 20, 5, 8, 12}};
    REQUIRE(ui::practiceInWords(band, QStringLiteral("PHQ-9"))
                .startsWith(QStringLiteral("Band: the middle half")));
    REQUIRE(ui::bandSteps(band).first().high == 12);
}

TEST_CASE("Letters go on after z", "[trends][expected]") {
    const auto keyed = ui::keyedFigures(QList<outcomes::CohortFigure>(28));
    REQUIRE(keyed.at(25).key == QStringLiteral("z"));
    REQUIRE(keyed.at(26).key == QStringLiteral("aa"));
    REQUIRE(keyed.at(27).key == QStringLiteral("ab"));
}

TEST_CASE("The checkpoint card states figures and leaves the decision to the clinician",
          "[trends][checkpoint]") {
    const auto course = courseOf({0, 3, 7});
    const auto trend =
        outcomes::trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {4, 18}, {8, 15}}), course);
    REQUIRE(ui::CheckpointCard::isDue(course));
    ui::CheckpointCard card;
    card.setCourse(trend, course, zone());
    const QString words = card.words();
    REQUIRE(words.contains(
        QStringLiteral("After dose 3: PHQ-9 15 on 15 Sep; −5 points from baseline (25 % fall).")));
    REQUIRE(words.contains(QStringLiteral("clinician's judgement")));
    REQUIRE(words.contains(QStringLiteral("n 135, C")));
    REQUIRE(words.contains(QStringLiteral("n 328, replicated in 298, M")));
    REQUIRE(card.accessibleDescription() == words);
}

TEST_CASE("A checkpoint rating that does not count says so", "[trends][checkpoint]") {
    const auto course = courseOf({0, 1, 2, 3});
    const auto trend = outcomes::trendOf(instrument("phq-9"), ratings("phq-9", {{0, 20}, {4, 18}}), course);
    const auto sentences = ui::checkpointsInWords(trend, course, zone());
    REQUIRE(sentences.size() == 2);
    REQUIRE(sentences.first() == QStringLiteral("After dose 3: no PHQ-9 before the next dose."));
    REQUIRE(sentences.last().contains(QStringLiteral("71 % of its recall lies before dose 1")));
    REQUIRE(ui::checkpointsInWords(trend, courseOf({0, 3}), zone()).isEmpty());
    REQUIRE(ui::checkpointsInWords(trend, courseOf({0, 3, 7}), zone()) ==
            QStringList{QStringLiteral("After dose 3: no PHQ-9 yet.")});
    REQUIRE_FALSE(ui::CheckpointCard::isDue(courseOf({0, 3})));
    REQUIRE_FALSE(ui::CheckpointCard::isDue(courseOf({0, 3, 7, 10, 14})));
    REQUIRE_FALSE(ui::CheckpointCard::isDue(courseOf({})));
}

} // namespace test_expectations

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/sign_words.h"
#include "tests/core/scales/scales_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <optional>

namespace test_sign_words {
using namespace kairos::scales;

namespace {

std::string told(const char* id, const char* items) {
    const auto answers = parseAnswers(QString::fromLatin1(items));
    return signWords(installed(id), *answers, scored(id, items)).toStdString();
}

} // namespace

TEST_CASE("A raised suicide item is said once with its topic, answer and total", "[scales][signs]") {
    REQUIRE(told("phq-9", "1,1,1,1,1,1,1,0,1") ==
            "PHQ-9 item 9 (death or self-harm): 1 of 3, several days; total 8");
    REQUIRE(told("phq-9", "3,3,3,3,3,3,3,3,3") ==
            "PHQ-9 item 9 (death or self-harm): 3 of 3, nearly every day; total 27");
    // Two rules speak of the item here, and our own labels carry no anchors.
    REQUIRE(told("qids-sr16", "0,0,0,0,1,0,0,0,0,1,1,2,1,1,0,0") ==
            "QIDS-SR16 item 12 (death or suicide): 2 of 3; total 7");
    REQUIRE(told("madrs", "1,1,1,1,1,1,1,1,1,4") == "MADRS item 10 (suicidal thoughts): 4 of 6; total 13");
}

TEST_CASE("A suicide item without an answer is said so", "[scales][signs]") {
    REQUIRE(told("phq-9", "1,1,1,1,1,1,1,1,-") == "PHQ-9 item 9 (death or self-harm): not answered; total 9");
    REQUIRE(told("phq-9", "1,1,1,1,1,-,-,-,x") == "PHQ-9 item 9 (death or self-harm): not answered");
}

TEST_CASE("A screener says its class, what was answered yes and what is open", "[scales][signs]") {
    REQUIRE(told("c-ssrs", "1,1,0,1,0,0,n") ==
            "C-SSRS: high. Yes: 1 wish to be dead (past month); 2 non-specific active thoughts (past month); "
            "4 some intent, no plan (past month)");
    REQUIRE(told("c-ssrs", "0,1,1,-,0,0,n") ==
            "C-SSRS: incomplete. Yes: 2 non-specific active thoughts (past month); 3 method without intent "
            "(past month). Not answered: 4 some intent, no plan (past month)");
}

TEST_CASE("Beside a typed total the answer of its extra question counts", "[scales][signs]") {
    const Instrument& bdi = installed("bdi-ii");
    const auto yes = *parseAnswers(QStringLiteral("1"));
    const auto raised = scoreTotal(bdi, 30, ScoreContext{.extras = yes});
    REQUIRE(signWords(bdi, yes, *raised).toStdString() ==
            "BDI-II item 9 (suicide item above 0): yes; total 30");
    REQUIRE(signWords(bdi, {}, scoredTotal("bdi-ii", 30)).toStdString() ==
            "BDI-II item 9 (suicide item above 0): not answered; total 30");
    REQUIRE(signWords(installed("phq-9"), {}, scoredTotal("phq-9", 12)).toStdString() ==
            "PHQ-9 item 9 (death or self-harm): not answered; total 12");
}

TEST_CASE("Every rule that is marked for the risk lane has words of its own items", "[scales][signs]") {
    int told = 0;
    for (const Instrument& instrument : library().all()) {
        for (const Vector& vector : instrument.vectors) {
            const auto answers = parseAnswers(vector.items);
            if (vector.items.isEmpty() || vector.total) {
                continue;
            }
            const auto result = score(instrument, *answers, ScoreContext{.sex = vector.sex});
            const auto isRisk = [&](const Flag& flag) {
                return instrument.findRule(flag.id)->risk.has_value();
            };
            if (std::any_of(result->flags.begin(), result->flags.end(), isRisk)) {
                const QString words = signWords(instrument, *answers, *result);
                CAPTURE(words.toStdString());
                REQUIRE(words.startsWith(instrument.shortTitle));
                REQUIRE((words.contains(QStringLiteral("item ")) || words.contains(QStringLiteral("Yes: ")) ||
                         words.contains(QStringLiteral("Not answered: "))));
                ++told;
            }
        }
    }
    REQUIRE(told > 20);
}

} // namespace test_sign_words

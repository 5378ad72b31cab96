// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/answers_text.h"

#include <catch2/catch_test_macros.hpp>

namespace test_answers_text {
using namespace kairos::scales;
using kairos::base::ErrorCode;
using kairos::record::Answer;
using kairos::record::AnswerState;

TEST_CASE("A line of answers keeps the three empty states apart", "[scales][answers]") {
    const auto answers = parseAnswers(u"2,-,x,n,0");
    REQUIRE(answers.has_value());
    REQUIRE(answers->size() == 5);
    REQUIRE(answers->at(0) == Answer::given(2));
    REQUIRE(answers->at(1).state == AnswerState::Unanswered);
    REQUIRE(answers->at(2).state == AnswerState::Declined);
    REQUIRE(answers->at(3).state == AnswerState::NotApplicable);
    REQUIRE(answers->at(4) == Answer::given(0));
}

TEST_CASE("Spaces, signs and capitals are read, a lone hyphen is no number", "[scales][answers]") {
    const auto answers = parseAnswers(u" -5 , +4, X ,N, - ");
    REQUIRE(answers.has_value());
    REQUIRE(answers->at(0) == Answer::given(-5));
    REQUIRE(answers->at(1) == Answer::given(4));
    REQUIRE(answers->at(2).state == AnswerState::Declined);
    REQUIRE(answers->at(3).state == AnswerState::NotApplicable);
    REQUIRE(answers->at(4).state == AnswerState::Unanswered);
}

TEST_CASE("A bad answer is refused by its place", "[scales][answers]") {
    const auto empty = parseAnswers(u"1,,2");
    REQUIRE(empty.error().code == ErrorCode::InvalidInput);
    REQUIRE(empty.error().why == QStringLiteral("answer 2 is empty"));
    REQUIRE(parseAnswers(u"1,2,").error().why == QStringLiteral("answer 3 is empty"));
    REQUIRE(parseAnswers(u"1,two").error().why == QStringLiteral("answer 2, \"two\", is not an answer"));
    for (const auto* line : {u"", u"  ", u",", u"1;2", u"1.5", u"--", u"99999999999", u"0x1", u"1 2"}) {
        REQUIRE_FALSE(parseAnswers(QStringView(line)).has_value());
    }
}

TEST_CASE("Answers are written as they are read", "[scales][answers]") {
    const QString line = QStringLiteral("2,-,x,n,-5");
    REQUIRE(answersText(*parseAnswers(line)) == line);
    REQUIRE(answersText({}).isEmpty());
}

} // namespace test_answers_text

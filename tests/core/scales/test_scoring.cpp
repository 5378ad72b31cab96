// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/scoring.h"

#include "scales_fixture.h"

#include <limits>

namespace test_scoring {
using namespace kairos::scales;
using kairos::base::ErrorCode;
using kairos::base::FindingLevel;
using kairos::record::Answer;
using kairos::record::AnswerState;
using kairos::record::Sex;

TEST_CASE("PHQ-9 runs from 0 minimal to 27 severe with the suicide item raised", "[scales][phq9]") {
    const Score lowest = scored("phq-9", "0,0,0,0,0,0,0,0,0");
    REQUIRE(lowest.total == 0.0);
    REQUIRE(band(lowest) == "minimal");
    REQUIRE(lowest.flags.isEmpty());
    const Score highest = scored("phq-9", "3,3,3,3,3,3,3,3,3");
    REQUIRE(highest.total == 27.0);
    REQUIRE(band(highest) == "severe");
    REQUIRE(hasFlag(highest, "suicide-item"));
    REQUIRE(hasFlag(highest, "suicide-item-urgent"));
}

TEST_CASE("PHQ-9 of 13 with six symptoms meets the major syndrome", "[scales][phq9]") {
    const Score score = scored("phq-9", "2,2,1,2,1,2,2,0,1");
    REQUIRE(score.total == 13.0);
    REQUIRE(band(score) == "moderate");
    REQUIRE(hasFlag(score, "major-depressive-syndrome"));
    REQUIRE_FALSE(hasFlag(score, "other-depressive-syndrome"));
    REQUIRE(hasFlag(score, "suicide-item"));
    REQUIRE_FALSE(hasFlag(score, "suicide-item-urgent"));
}

TEST_CASE("PHQ-9 without a core symptom has no syndrome", "[scales][phq9]") {
    const Score score = scored("phq-9", "1,1,2,2,2,2,2,0,0");
    REQUIRE(score.total == 12.0);
    REQUIRE_FALSE(hasFlag(score, "major-depressive-syndrome"));
    REQUIRE_FALSE(hasFlag(score, "other-depressive-syndrome"));
}

TEST_CASE("PHQ-9 symptom counts of 4 and 5 part the two syndromes", "[scales][phq9]") {
    const Score four = scored("phq-9", "2,2,2,2,0,0,0,0,0");
    REQUIRE(hasFlag(four, "other-depressive-syndrome"));
    REQUIRE_FALSE(hasFlag(four, "major-depressive-syndrome"));
    const Score fiveByItemNine = scored("phq-9", "2,2,2,2,0,0,0,0,1");
    REQUIRE(hasFlag(fiveByItemNine, "major-depressive-syndrome"));
    const Score oneOnly = scored("phq-9", "2,0,0,0,0,0,0,0,0");
    REQUIRE_FALSE(hasFlag(oneOnly, "other-depressive-syndrome"));
}

TEST_CASE("PHQ-9 with one item missing is prorated and rounds half up", "[scales][phq9]") {
    const Score score = scored("phq-9", "2,2,2,2,2,2,2,-,0");
    REQUIRE(score.total == 16.0);
    REQUIRE(score.rawSum == 14);
    REQUIRE(score.answered == 8);
    REQUIRE(score.prorated);
    REQUIRE_FALSE(score.criticalMissing);
    // 4 of 8 answered: 4 * 9 / 8 = 4.5 becomes 5.
    REQUIRE(scored("phq-9", "1,1,1,1,0,0,0,-,0").total == 5.0);
}

TEST_CASE("PHQ-9 prorates two missing items and not three", "[scales][phq9]") {
    const Score two = scored("phq-9", "1,1,1,1,1,1,1,-,-");
    REQUIRE(two.total == 9.0);
    REQUIRE(two.prorated);
    const Score three = scored("phq-9", "1,1,1,1,1,1,-,-,-");
    REQUIRE_FALSE(three.total.has_value());
    REQUIRE_FALSE(three.prorated);
    REQUIRE(three.band.isEmpty());
    REQUIRE(three.rawSum == 6);
    REQUIRE(three.answered == 6);
}

TEST_CASE("A missing suicide item is said and never counted as zero", "[scales][phq9]") {
    for (const char* missing : {"-", "x", "n"}) {
        const Score score = scored("phq-9", (std::string("1,1,1,1,1,1,1,1,") + missing).c_str());
        REQUIRE(score.total == 9.0);
        REQUIRE(score.rawSum == 8);
        REQUIRE(score.prorated);
        REQUIRE(score.criticalMissing);
        REQUIRE(hasFlag(score, "suicide-item-missing"));
        REQUIRE_FALSE(hasFlag(score, "suicide-item"));
    }
}

TEST_CASE("The difficulty question is never part of the total", "[scales][phq9]") {
    const Score with = scored("phq-9", "1,1,1,1,1,1,1,1,0,3");
    REQUIRE(with.total == 8.0);
    REQUIRE(with.answered == 9);
    REQUIRE_FALSE(with.prorated);
    REQUIRE(scored("phq-9", "1,1,1,1,1,1,1,1,0,-").total == 8.0);
    REQUIRE_FALSE(tryScore("phq-9", "1,1,1,1,1,1,1,1,0,4").has_value());
}

TEST_CASE("No answer at all gives no total", "[scales]") {
    for (const Instrument& instrument : library().all()) {
        if (instrument.items.empty()) {
            continue;
        }
        const std::vector<Answer> answers(instrument.items.size());
        const auto result = score(instrument, answers);
        INFO(instrument.id.toStdString());
        REQUIRE(result.has_value());
        REQUIRE_FALSE(result->total.has_value());
        REQUIRE(result->answered == 0);
        REQUIRE(result->rawSum == 0);
    }
}

TEST_CASE("Every item refuses a value on either side of its range, by its number", "[scales]") {
    for (const Instrument& instrument : library().all()) {
        for (std::size_t i = 0; i < instrument.items.size(); ++i) {
            const Item& item = instrument.items[i];
            for (const int value : {item.min - 1, item.max + 1}) {
                std::vector<Answer> answers(instrument.items.size());
                answers[i] = Answer::given(value);
                const auto result = score(instrument, answers);
                INFO(instrument.id.toStdString() << " item " << item.number);
                REQUIRE_FALSE(result.has_value());
                REQUIRE(result.error().code == ErrorCode::InvalidInput);
                REQUIRE(result.error().why.startsWith(
                    QStringLiteral("item %1 is %2,").arg(item.number).arg(value)));
            }
        }
    }
}

TEST_CASE("A wrong number of answers is refused with the number expected", "[scales]") {
    for (const Instrument& instrument : library().all()) {
        for (const std::size_t count :
             {std::size_t{0}, instrument.items.size() - 1, instrument.formSize() + 1}) {
            const std::vector<Answer> answers(instrument.items.empty() ? 3 : count);
            INFO(instrument.id.toStdString());
            REQUIRE_FALSE(score(instrument, answers).has_value());
        }
    }
    const auto eight = tryScore("phq-9", "1,1,1,1,1,1,1,1");
    REQUIRE(eight.error().why ==
            QStringLiteral("it has 9 items, or 10 with the unscored ones, and 8 answers were given"));
    const auto three = tryScore("phq-2", "1,1,1");
    REQUIRE(three.error().why == QStringLiteral("it has 2 items, and 3 answers were given"));
}

TEST_CASE("A total outside the range, broken or not a number is refused", "[scales]") {
    const Instrument& phq = installed("phq-9");
    for (const double total : {-1.0, 28.0, 13.5, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()}) {
        const auto result = scoreTotal(phq, total);
        REQUIRE_FALSE(result.has_value());
        REQUIRE(result.error().code == ErrorCode::InvalidInput);
    }
    REQUIRE(scoreTotal(phq, 0).has_value());
    REQUIRE(scoreTotal(phq, 27).has_value());
    REQUIRE(scoreTotal(installed("ebi"), 65.5)->total == 65.5);
    REQUIRE_FALSE(scoreTotal(installed("c-ssrs"), 1).has_value());
}

TEST_CASE("A total alone says that the suicide item is not known", "[scales]") {
    const Score score = scoredTotal("phq-9", 13);
    REQUIRE(score.total == 13.0);
    REQUIRE(score.rawSum == 13);
    REQUIRE(score.answered == 0);
    REQUIRE_FALSE(score.prorated);
    REQUIRE(score.criticalMissing);
    REQUIRE(band(score) == "moderate");
    REQUIRE(hasFlag(score, "suicide-item-missing"));
    REQUIRE(hasFlag(score, "case"));
    REQUIRE_FALSE(hasFlag(score, "syndrome-undetermined"));
}

TEST_CASE("BDI-II takes a total and the suicide question beside it", "[scales][bdi2]") {
    const Instrument& bdi = installed("bdi-ii");
    const auto byItems = tryScore("bdi-ii", "1,1,1");
    REQUIRE(byItems.error().why == QStringLiteral("this instrument is entered as a total, not by items"));
    const std::vector<Answer> yes{Answer::given(1)};
    const auto raised = scoreTotal(bdi, 12, ScoreContext{.sex = Sex::Unknown, .extras = yes});
    REQUIRE(raised.has_value());
    REQUIRE(hasFlag(*raised, "suicide-item"));
    REQUIRE_FALSE(raised->criticalMissing);
    const std::vector<Answer> no{Answer::given(0)};
    REQUIRE(scoreTotal(bdi, 12, ScoreContext{.sex = Sex::Unknown, .extras = no})->flags.isEmpty());
    REQUIRE(hasFlag(scoredTotal("bdi-ii", 12), "suicide-item-missing"));
    const std::vector<Answer> impossible{Answer::given(2)};
    REQUIRE_FALSE(scoreTotal(bdi, 12, ScoreContext{.sex = Sex::Unknown, .extras = impossible}).has_value());
    const std::vector<Answer> tooMany{Answer::given(0), Answer::given(0)};
    REQUIRE_FALSE(scoreTotal(bdi, 12, ScoreContext{.sex = Sex::Unknown, .extras = tooMany}).has_value());
}

TEST_CASE("A flag carries its rule in words and its level", "[scales]") {
    const Score score = scored("phq-9", "0,0,0,0,0,0,0,0,3");
    REQUIRE(score.flags.size() == 2);
    REQUIRE(score.flags.at(0) ==
            Flag{QStringLiteral("suicide-item"), QStringLiteral("Item 9 above 0"), FindingLevel::Caution});
    REQUIRE(score.flags.at(1).level == FindingLevel::Stop);
    REQUIRE(score.flags.strongest() == FindingLevel::Stop);
    REQUIRE_FALSE(Score().flags.strongest().has_value());
    const Rule* rule = installed("phq-9").findRule(score.flags.at(0).id);
    REQUIRE(rule != nullptr);
    REQUIRE(rule->basis.source == QStringLiteral("local default"));
    REQUIRE_FALSE(rule->action.isEmpty());
    REQUIRE(installed("phq-9").findRule(QStringLiteral("other")) == nullptr);
}

TEST_CASE("Scores compare by their flags and outlive the library", "[scales]") {
    const auto scoreOf = [](const char* items) {
        const InstrumentLibrary own = InstrumentLibrary::builtIn();
        return *score(*own.find(u"phq-9"), *parseAnswers(QString::fromLatin1(items)));
    };
    const Score first = scoreOf("0,0,0,0,0,0,0,0,1");
    REQUIRE(first.flags.at(0).rule == QStringLiteral("Item 9 above 0"));
    REQUIRE(first == scoreOf("0,0,0,0,0,0,0,0,1"));
    REQUIRE_FALSE(first == scoreOf("1,0,0,0,0,0,0,0,0"));
    REQUIRE_FALSE(first.flags == scoreOf("0,0,0,0,0,0,0,0,3").flags);
}

} // namespace test_scoring

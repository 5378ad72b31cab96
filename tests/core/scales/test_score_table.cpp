// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_checks.h"
#include "core/scales/sheet.h"
#include "tests/core/scales/scales_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

namespace test_score_table {
using namespace kairos::scales;
using kairos::record::Answer;
using kairos::record::AnswerState;
using kairos::record::Sex;

namespace {

Answer drawn(const Item& item, std::mt19937& random) {
    switch (random() % 8) {
    case 0:
        return Answer{};
    case 1:
        return Answer{AnswerState::Declined, 0};
    case 2:
        return Answer{AnswerState::NotApplicable, 0};
    default:
        return Answer::given(item.min +
                             static_cast<int>(random() % static_cast<unsigned>(item.max - item.min + 1)));
    }
}

std::vector<Answer> form(const Instrument& instrument, std::mt19937& random) {
    std::vector<Answer> answers;
    for (const Item& item : instrument.items) {
        answers.push_back(drawn(item, random));
    }
    std::vector<Answer> extras;
    for (const Item& item : instrument.extras) {
        extras.push_back(drawn(item, random));
    }
    answers.insert(instrument.extrasFirst ? answers.begin() : answers.end(), extras.begin(), extras.end());
    return answers;
}

Condition within(std::size_t item, double low) {
    Condition condition;
    condition.kind = Condition::Kind::Item;
    condition.index = item;
    condition.low = low;
    return condition;
}

Instrument withRules(const std::vector<Condition>& conditions) {
    Instrument instrument = installed("phq-9");
    instrument.rules.clear();
    for (const Condition& condition : conditions) {
        Rule rule;
        rule.flag.id = QString::number(instrument.rules.size());
        rule.when = condition;
        instrument.rules.push_back(rule);
    }
    makeScorable(instrument);
    return instrument;
}

} // namespace

TEST_CASE("Every rule of every instrument is raised exactly when its condition holds", "[scales][table]") {
    std::mt19937 random(20261128);
    int raised = 0;
    for (const Instrument& instrument : library().all()) {
        for (int run = 0; run < 400 && !instrument.items.empty(); ++run) {
            const auto answers = form(instrument, random);
            const Sex sex = run % 2 == 0 ? Sex::Female : Sex::Male;
            const auto scored = score(instrument, answers, ScoreContext{.sex = sex});
            Sheet sheet;
            REQUIRE((scored.has_value() && sheet.read(instrument, answers, sex)));
            std::vector<std::optional<double>> values;
            for (const Subscale& part : scored->subscales) {
                values.push_back(part.value);
            }
            Facts facts = sheet.facts(sex);
            facts.total = scored->total;
            facts.subscales = values;
            for (const Rule& rule : instrument.rules) {
                CAPTURE(instrument.id.toStdString(), rule.flag.id.toStdString(), run);
                REQUIRE(scored->flags.contains(rule.flag.id) == holds(rule.when, facts));
                raised += scored->flags.contains(rule.flag.id) ? 1 : 0;
            }
        }
    }
    REQUIRE(raised > 1000);
}

TEST_CASE("Two rules that ask the same are both raised", "[scales][table]") {
    const Instrument instrument = withRules({within(0, 2), within(1, 1), within(0, 2)});
    const auto answers = *parseAnswers(QStringLiteral("2,0,0,0,0,0,0,0,0"));
    const auto scored = score(instrument, answers);
    REQUIRE(scored->flags.size() == 2);
    REQUIRE(scored->flags.at(1).id == QStringLiteral("2"));
}

TEST_CASE("Wrappings that change nothing take no room", "[scales][table]") {
    Condition denied = within(0, 2);
    for (int depth = 0; depth < 400; ++depth) {
        Condition outer;
        outer.kind = depth % 3 == 0 ? Condition::Kind::All : Condition::Kind::Not;
        outer.parts = {denied};
        denied = outer;
    }
    const Instrument instrument = withRules({denied, within(0, 2)});
    REQUIRE(instrument.scoreTable.size() == 10);
    for (const char* items : {"0,0,0,0,0,0,0,0,0", "2,0,0,0,0,0,0,0,0"}) {
        const auto scored = score(instrument, *parseAnswers(QString::fromLatin1(items)));
        REQUIRE(scored->flags.contains(u"1") == (items[0] == '2'));
        // 266 denials are none.
        REQUIRE(scored->flags.contains(u"0") == (items[0] == '2'));
    }
}

TEST_CASE("More comparisons, rules or answers than scoring holds are refused", "[scales][table]") {
    std::vector<Condition> many;
    for (int limit = 0; limit < 64; ++limit) {
        many.push_back(within(0, limit));
    }
    REQUIRE(withRules(many).scoreTable.size() == 10);
    Condition any;
    any.kind = Condition::Kind::Any;
    any.parts = {within(1, 1)};
    many.back() = any; // one comparison of its own beside 64 rules
    const Instrument over = withRules(many);
    REQUIRE(over.scoreTable.size() == 0);
    Instrument shipped = installed("ebi");
    shipped.items.front().max = shipped.items.front().min + ScoreTable::kMostAnswers - 1;
    makeScorable(shipped);
    REQUIRE(shipped.scoreTable.size() == shipped.formSize());
    ++shipped.items.front().max;
    makeScorable(shipped);
    REQUIRE(shipped.scoreTable.size() == 0);
    Instrument phq = installed("phq-9");
    phq.scoreTable = ScoreTable();
    const auto problem = findContradiction(phq);
    REQUIRE(problem.has_value());
    REQUIRE(problem->place == QStringLiteral("/rules"));
}

} // namespace test_score_table

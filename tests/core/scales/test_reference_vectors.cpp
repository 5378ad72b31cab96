// SPDX-License-Identifier: GPL-3.0-or-later
// The 33 scoring vectors of the clinical reference, each by its number. What 8 and 33 say of change between
// two ratings stands in tests/core/outcomes; here are their totals and remissions.
#include "scales_fixture.h"

#include <QSet>

#include <vector>

namespace test_reference_vectors {
using namespace kairos::scales;
using kairos::record::Sex;

namespace {

struct Row {
    int number; ///< of the vector
    const char* instrument;
    std::string items;
    std::optional<double> total;
    const char* band; ///< empty: none
    std::vector<const char*> raised;
    std::vector<const char*> spared = {};
    Sex sex = Sex::Unknown;
};

struct PartRow {
    int number;
    const char* instrument;
    std::string items;
    const char* part;
    double value;
};

struct RemissionRow {
    int number;
    const char* instrument;
    int cut; ///< place in the file
    double total;
    bool isRemission;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> kRows = {
        {1, "phq-9", repeated("0", 9), 0, "minimal", {}, {"suicide-item"}},
        {1, "phq-9", repeated("3", 9), 27, "severe", {"suicide-item"}},
        {2,
         "phq-9",
         "2,2,1,2,1,2,2,0,1",
         13,
         "moderate",
         {"major-depressive-syndrome", "suicide-item"},
         {"other-depressive-syndrome"}},
        {3,
         "phq-9",
         "1,1,2,2,2,2,2,0,0",
         12,
         "moderate",
         {},
         {"major-depressive-syndrome", "other-depressive-syndrome"}},
        {4, "phq-9", "2,2,2,2,2,2,2,-,0", 16, "moderately-severe", {}},
        {5, "phq-9", "2,2,2,2,2,2,-,-,-", std::nullopt, "", {"suicide-item-missing"}},
        {6, "phq-9", "1,1,1,1,1,1,1,1,-", 9, "mild", {"suicide-item-missing"}, {"suicide-item"}},
        {7, "phq-9", "1,1,1,1,0,0,0,0,0", 4, "minimal", {}},
        {7, "phq-9", "1,1,1,1,1,0,0,0,0", 5, "mild", {}},
        {7, "phq-9", "3,3,3,0,0,0,0,0,0", 9, "mild", {}, {"case"}},
        {7, "phq-9", "3,3,3,1,0,0,0,0,0", 10, "moderate", {"case"}},
        {7, "phq-9", "3,3,3,3,2,0,0,0,0", 14, "moderate", {}},
        {7, "phq-9", "3,3,3,3,3,0,0,0,0", 15, "moderately-severe", {}},
        {7, "phq-9", "3,3,3,3,3,3,1,0,0", 19, "moderately-severe", {}},
        {7, "phq-9", "3,3,3,3,3,3,2,0,0", 20, "severe", {}},
        {8, "phq-9", "3,3,3,3,3,3,2,0,0", 20, "severe", {}},
        {8, "phq-9", "3,3,3,1,0,0,0,0,0", 10, "moderate", {}},
        {9, "qids-sr16", "3,2,1,0,2,0,-,2,-,2,3,1,2,3,1,2", 20, "severe", {"suicide-item"}},
        {10, "qids-sr16", repeated("3", 16), 27, "very-severe", {}},
        {11, "qids-sr16", "-,-,-,-,2,0,-,2,-,2,3,1,2,3,1,2", std::nullopt, "", {}},
        {13, "madrs", repeated("6", 10), 60, "severe", {"suicide-item-urgent"}},
        {13, "madrs", repeated("4", 10), 40, "severe", {"suicide-item-urgent"}},
        {15, "hamd-17", "4,4,4,2,2,2,4,4,4,4,4,2,2,2,4,2,2", 52, "very-severe", {}},
        {15, "hamd-17", "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,3,0", 0, "none", {"weight-not-assessed"}},
        {16, "who-5", "2,2,3,1,2", 40, "impaired", {"impaired-wellbeing"}, {"possible-depression"}},
        {16, "who-5", "1,1,2,1,2", 28, "possible-depression", {"possible-depression"}},
        {17, "wsas", "n,4,4,4,4", 16, "", {"work-not-applicable"}},
        {18, "pcl-5", "2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0", 12, "", {"provisional-ptsd"}, {"cut-off"}},
        {19, "pcl-5", "4,4,4,4,4,4,4,0,0,0,0,0,0,0,4,4,4,4,4,4", 52, "", {"cut-off"}, {"provisional-ptsd"}},
        {20, "audit-c", "4,0,0", 4, "positive", {"all-from-first"}, {}, Sex::Male},
        {20, "audit-c", "4,0,0", 4, "positive", {"all-from-first"}, {}, Sex::Female},
        {21, "isi", repeated("2", 7), 14, "subthreshold", {}},
        {21, "isi", "2,2,2,2,2,2,3", 15, "moderate", {}},
        {22, "meq-30", repeated("3", 30), 90, "", {"complete-mystical-experience"}},
        {23,
         "meq-30",
         "5,5,2,5,5,5,5,5,5,2,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,2,5",
         141,
         "",
         {},
         {"complete-mystical-experience"}},
        {24, "ebi", "80,60,70,90,50,40", 65, "", {}},
        {25, "cadss", "2,2,1,1,1,2,2,1,1,1,1,1,1,1,2,1,1,1,1,1,1,2,1", 29, "", {}},
        {25, "cadss-6", repeated("2", 6), 12, "", {}},
        {26, "c-ssrs", "1,1,1,0,0,0,0", std::nullopt, "moderate", {"safety-plan"}, {"high-risk"}},
        {27, "c-ssrs", "0,0,n,n,n,1,1", std::nullopt, "high", {"high-risk"}},
        {28, "c-ssrs", "1,0,n,n,n,0,n", std::nullopt, "low", {}, {"incomplete"}},
        {28, "c-ssrs", "1,0,-,-,-,0,-", std::nullopt, "low", {}, {"incomplete"}},
        {29, "c-ssrs", "0,1,0,-,0,0,0", std::nullopt, "incomplete", {"incomplete"}},
        {30, "wai-sr", repeated("4", 12), 48, "", {}, {"low-alliance"}},
        {31, "aldrete", "2,2,1,2,2", 9, "ready", {}},
        {31, "padss", "2,1,1,2,2", 8, "not-ready", {}},
        {32, "bpic-ss", "2,2,2,2,2,2,2,5", 19, "", {"bladder-symptoms"}},
        {32, "bpic-ss", "2,2,2,2,2,2,2,4", 18, "", {}, {"bladder-symptoms"}},
        {33, "phq-9", "3,3,3,3,3,3,0,0,0", 18, "moderately-severe", {}},
        {33, "phq-9", "3,3,3,3,1,0,0,0,0", 13, "moderate", {}}};
    return kRows;
}

const std::vector<PartRow>& parts() {
    static const std::vector<PartRow> kParts = {
        {17, "wsas", "n,4,4,4,4", "percent-of-maximum", 50},
        {22, "meq-30", repeated("3", 30), "mystical", 60},
        {22, "meq-30", repeated("3", 30), "positive-mood", 60},
        {22, "meq-30", repeated("3", 30), "transcendence", 60},
        {22, "meq-30", repeated("3", 30), "ineffability", 60},
        {23, "meq-30", "5,5,2,5,5,5,5,5,5,2,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,2,5", "ineffability", 40},
        {24, "ebi", "80,60,70,90,50,40", "sum", 390},
        {25, "cadss", "2,2,1,1,1,2,2,1,1,1,1,1,1,1,2,1,1,1,1,1,1,2,1", "cadss-6", 12},
        {30, "wai-sr", repeated("4", 12), "task", 16},
        {30, "wai-sr", repeated("4", 12), "bond", 16},
        {30, "wai-sr", repeated("4", 12), "goal", 16},
        {30, "wai-sr", repeated("4", 12), "mean", 4}};
    return kParts;
}

const std::vector<RemissionRow>& remissions() {
    static const std::vector<RemissionRow> kRemissions = {
        {8, "phq-9", 0, 10, false},    {8, "phq-9", 0, 4, true},       {8, "phq-9", 0, 9, false},
        {12, "qids-sr16", 0, 5, true}, {12, "qids-sr16", 0, 6, false}, {14, "madrs", 0, 10, true},
        {14, "madrs", 0, 11, false},   {14, "madrs", 0, 12, false},    {14, "madrs", 1, 10, true},
        {14, "madrs", 1, 11, true},    {14, "madrs", 1, 12, true}};
    return kRemissions;
}

} // namespace

TEST_CASE("Every scoring vector of the reference holds", "[scales][reference]") {
    for (const Row& row : rows()) {
        INFO("vector " << row.number << ": " << row.instrument << " " << row.items);
        const Score score = scored(row.instrument, row.items.c_str(), row.sex);
        REQUIRE(score.total == row.total);
        REQUIRE(band(score) == row.band);
        for (const char* flag : row.raised) {
            INFO(flag);
            REQUIRE(hasFlag(score, flag));
        }
        for (const char* flag : row.spared) {
            INFO(flag);
            REQUIRE_FALSE(hasFlag(score, flag));
        }
    }
}

TEST_CASE("Every part of a vector of the reference holds", "[scales][reference]") {
    for (const PartRow& row : parts()) {
        INFO("vector " << row.number << ": " << row.instrument << " " << row.part);
        REQUIRE(part(scored(row.instrument, row.items.c_str()), row.part) == row.value);
    }
}

TEST_CASE("Every remission of a vector of the reference holds", "[scales][reference]") {
    for (const RemissionRow& row : remissions()) {
        INFO("vector " << row.number << ": " << row.instrument << " of " << row.total);
        const Instrument& instrument = installed(row.instrument);
        REQUIRE(instrument.isRemission(row.total, instrument.remission.at(row.cut)) == row.isRemission);
    }
}

TEST_CASE("No vector of the reference is left out", "[scales][reference]") {
    QSet<int> seen;
    for (const Row& row : rows()) {
        seen.insert(row.number);
    }
    for (const RemissionRow& row : remissions()) {
        seen.insert(row.number);
    }
    for (int number = 1; number <= 33; ++number) {
        INFO("vector " << number);
        REQUIRE(seen.contains(number));
    }
}

TEST_CASE("Prorating and missing items keep what the reference says of them", "[scales][reference]") {
    const Score prorated = scored("phq-9", "2,2,2,2,2,2,2,-,0"); // vector 4
    REQUIRE(prorated.prorated);
    REQUIRE(prorated.rawSum == 14);
    REQUIRE(prorated.answered == 8);
    const Score withoutSuicideItem = scored("phq-9", "1,1,1,1,1,1,1,1,-"); // vector 6
    REQUIRE(withoutSuicideItem.prorated);
    REQUIRE(withoutSuicideItem.rawSum == 8);
    REQUIRE(withoutSuicideItem.criticalMissing);
    const Score skipped = scored("c-ssrs", "1,0,n,n,n,0,n"); // vector 28
    REQUIRE_FALSE(skipped.criticalMissing);
}

TEST_CASE("No instrument counts an empty answer as zero, in any of its three states", "[scales][missing]") {
    using kairos::record::Answer;
    for (const Instrument& instrument : library().all()) {
        for (std::size_t i = 0; i < instrument.items.size(); ++i) {
            std::vector<Answer> full;
            for (const Item& item : instrument.items) {
                full.push_back(Answer::given(item.max));
            }
            for (const char* state : {"-", "x", "n"}) {
                auto answers = full;
                answers[i] = kairos::scales::parseAnswers(QString::fromLatin1(state))->first();
                const auto score = kairos::scales::score(instrument, answers);
                INFO(instrument.id.toStdString() << " item " << instrument.items[i].number << " " << state);
                REQUIRE(score.has_value());
                REQUIRE(score->answered == static_cast<int>(full.size()) - 1);
                answers[i] = Answer::given(instrument.items[i].min);
                const auto zero = kairos::scales::score(instrument, answers);
                const bool isLikeZero = score->total.has_value() && score->total == zero->total &&
                                        score->maximum == zero->maximum;
                // A group's maximum needs no second answer, and MOAA/S has a single item.
                const bool isGroup = instrument.scoring.method == Method::GroupedMaxima;
                REQUIRE((!isLikeZero || isGroup));
            }
        }
    }
}

} // namespace test_reference_vectors

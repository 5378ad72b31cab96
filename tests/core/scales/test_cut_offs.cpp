// SPDX-License-Identifier: GPL-3.0-or-later
// Every published cut-off on both of its edges, typed from the publications and not from the files.
#include "scales_fixture.h"

#include <vector>

namespace test_cut_offs {
using namespace kairos::scales;

namespace {

struct Edge {
    const char* instrument;
    double below; ///< the last total of the lower band
    const char* lower;
    const char* upper;
};

struct FlagEdge {
    const char* instrument;
    const char* flag;
    double raised;
    double spared;
};

struct RemissionEdge {
    const char* instrument;
    int cut;
    double inside;
    double outside;
};

} // namespace

TEST_CASE("Bands change exactly at their published edges", "[scales][bands]") {
    const std::vector<Edge> edges = {{"phq-9", 4, "minimal", "mild"},
                                     {"phq-9", 9, "mild", "moderate"},
                                     {"phq-9", 14, "moderate", "moderately-severe"},
                                     {"phq-9", 19, "moderately-severe", "severe"},
                                     {"phq-2", 2, "negative", "positive"},
                                     {"gad-7", 4, "minimal", "mild"},
                                     {"gad-7", 9, "mild", "moderate"},
                                     {"gad-7", 14, "moderate", "severe"},
                                     {"qids-sr16", 5, "none", "mild"},
                                     {"qids-sr16", 10, "mild", "moderate"},
                                     {"qids-sr16", 15, "moderate", "severe"},
                                     {"qids-sr16", 20, "severe", "very-severe"},
                                     {"madrs", 6, "absent", "mild"},
                                     {"madrs", 19, "mild", "moderate"},
                                     {"madrs", 34, "moderate", "severe"},
                                     {"madrs-s", 12, "none", "mild"},
                                     {"madrs-s", 19, "mild", "moderate"},
                                     {"madrs-s", 34, "moderate", "severe"},
                                     {"hamd-17", 7, "none", "mild"},
                                     {"hamd-17", 13, "mild", "moderate"},
                                     {"hamd-17", 18, "moderate", "severe"},
                                     {"hamd-17", 22, "severe", "very-severe"},
                                     {"bdi-ii", 13, "minimal", "mild"},
                                     {"bdi-ii", 19, "mild", "moderate"},
                                     {"bdi-ii", 28, "moderate", "severe"},
                                     {"isi", 7, "none", "subthreshold"},
                                     {"isi", 14, "subthreshold", "moderate"},
                                     {"isi", 21, "moderate", "severe"},
                                     {"wsas", 9, "subclinical", "significant"},
                                     {"wsas", 20, "significant", "moderately-severe"},
                                     {"who-5", 28, "possible-depression", "impaired"},
                                     {"who-5", 50, "impaired", "adequate"},
                                     {"aldrete", 8, "not-ready", "ready"},
                                     {"padss", 8, "not-ready", "ready"},
                                     {"pc-ptsd-5", 2, "negative", "positive"}};
    for (const Edge& edge : edges) {
        INFO(edge.instrument << " at " << edge.below);
        REQUIRE(band(scoredTotal(edge.instrument, edge.below)) == edge.lower);
        REQUIRE(band(scoredTotal(edge.instrument, edge.below + 1)) == edge.upper);
    }
}

TEST_CASE("Flags on totals rise exactly at their published edges", "[scales][flags]") {
    const std::vector<FlagEdge> edges = {{"phq-9", "case", 10, 9},
                                         {"phq-2", "sensitive-cut", 2, 1},
                                         {"phq-2", "screen-positive", 3, 2},
                                         {"gad-7", "nhs-case", 8, 7},
                                         {"gad-7", "case", 10, 9},
                                         {"bdi-ii", "positive-screen", 20, 19},
                                         {"cadss", "dissociation-present", 5, 4},
                                         {"who-5", "impaired-wellbeing", 50, 51},
                                         {"who-5", "possible-depression", 28, 29},
                                         {"pcl-5", "cut-off", 31, 30},
                                         {"pc-ptsd-5", "screen-positive", 3, 2},
                                         {"pc-ptsd-5", "balanced-cut", 4, 3},
                                         {"audit-c", "full-audit", 8, 7},
                                         {"isi", "case", 10, 9},
                                         {"icsi", "bladder-symptoms", 6, 5},
                                         {"icpi", "bladder-symptoms", 6, 5},
                                         {"bpic-ss", "bladder-symptoms", 19, 18},
                                         {"wai-sr", "low-alliance", 35, 36}};
    for (const FlagEdge& edge : edges) {
        INFO(edge.instrument << " " << edge.flag);
        REQUIRE(hasFlag(scoredTotal(edge.instrument, edge.raised), edge.flag));
        REQUIRE_FALSE(hasFlag(scoredTotal(edge.instrument, edge.spared), edge.flag));
    }
}

TEST_CASE("Remission begins exactly at its published cut-off", "[scales][remission]") {
    const std::vector<RemissionEdge> edges = {
        {"phq-9", 0, 4, 5},    {"gad-7", 0, 4, 5},   {"qids-sr16", 0, 5, 6}, {"madrs", 0, 10, 11},
        {"madrs", 1, 12, 13},  {"madrs", 2, 9, 10},  {"madrs-s", 0, 5, 6},   {"hamd-17", 0, 7, 8},
        {"bdi-ii", 0, 13, 14}, {"bdi-ii", 1, 9, 10}, {"wsas", 0, 9, 10},     {"sds", 0, 6, 7},
        {"pcl-5", 0, 28, 29},  {"isi", 0, 7, 8}};
    for (const RemissionEdge& edge : edges) {
        const Instrument& instrument = installed(edge.instrument);
        INFO(edge.instrument << " cut " << edge.cut);
        REQUIRE(instrument.isRemission(edge.inside, instrument.remission.at(edge.cut)));
        REQUIRE_FALSE(instrument.isRemission(edge.outside, instrument.remission.at(edge.cut)));
    }
}

TEST_CASE("Totals run over the published ranges", "[scales][ranges]") {
    struct Range {
        const char* instrument;
        double low;
        double high;
    };
    const std::vector<Range> ranges = {
        {"phq-9", 0, 27},   {"phq-2", 0, 6},    {"gad-7", 0, 21},         {"qids-sr16", 0, 27},
        {"madrs", 0, 60},   {"madrs-s", 0, 54}, {"hamd-17", 0, 52},       {"bdi-ii", 0, 63},
        {"cadss", 0, 92},   {"cadss-6", 0, 24}, {"bprs-positive", 4, 28}, {"moaas", 0, 5},
        {"rass", -5, 4},    {"aldrete", 0, 10}, {"padss", 0, 10},         {"who-5", 0, 100},
        {"wsas", 0, 40},    {"sds", 0, 30},     {"pcl-5", 0, 80},         {"pc-ptsd-5", 0, 5},
        {"audit-c", 0, 12}, {"isi", 0, 28},     {"meq-30", 0, 150},       {"ebi", 0, 100},
        {"icsi", 0, 20},    {"icpi", 0, 16},    {"bpic-ss", 0, 38},       {"wai-sr", 12, 60}};
    for (const Range& range : ranges) {
        const Instrument& instrument = installed(range.instrument);
        INFO(range.instrument);
        REQUIRE(instrument.scoring.low == range.low);
        REQUIRE(instrument.scoring.high == range.high);
        REQUIRE(scoreTotal(instrument, range.low).has_value());
        REQUIRE(scoreTotal(instrument, range.high).has_value());
        REQUIRE_FALSE(scoreTotal(instrument, range.low - 1).has_value());
        REQUIRE_FALSE(scoreTotal(instrument, range.high + 1).has_value());
    }
}

} // namespace test_cut_offs

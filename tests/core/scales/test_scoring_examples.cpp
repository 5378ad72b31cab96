// SPDX-License-Identifier: GPL-3.0-or-later
// Worked examples of the clinical reference, one instrument after the other.
#include "scales_fixture.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace test_scoring_examples {
using namespace kairos::scales;
using kairos::record::Sex;

TEST_CASE("QIDS counts the worst of each group, not the sum of sixteen", "[scales][qids]") {
    const Score score = scored("qids-sr16", "3,2,1,0,2,0,-,2,-,2,3,1,2,3,1,2");
    REQUIRE(score.total == 20.0);
    REQUIRE(band(score) == "severe");
    REQUIRE(hasFlag(score, "suicide-item"));
    REQUIRE_FALSE(hasFlag(score, "suicide-item-raised"));
    REQUIRE_FALSE(score.prorated);
    const Score all = scored("qids-sr16", repeated("3", 16).c_str());
    REQUIRE(all.total == 27.0);
    REQUIRE(band(all) == "very-severe");
}

TEST_CASE("QIDS with an empty domain has no total", "[scales][qids]") {
    REQUIRE_FALSE(scored("qids-sr16", "-,-,-,-,2,0,-,2,-,2,3,1,2,3,1,2").total.has_value());
    const Score oneOfFour = scored("qids-sr16", "-,-,1,-,2,0,-,2,-,2,3,1,2,3,1,2");
    REQUIRE(oneOfFour.total == 18.0);
    const Score noSuicideItem = scored("qids-sr16", "3,2,1,0,2,0,-,2,-,2,3,-,2,3,1,2");
    REQUIRE_FALSE(noSuicideItem.total.has_value());
    REQUIRE(hasFlag(noSuicideItem, "suicide-item-missing"));
    REQUIRE(noSuicideItem.criticalMissing);
}

TEST_CASE("QIDS of 5 is a remission and 6 is none", "[scales][qids]") {
    const Instrument& qids = installed("qids-sr16");
    REQUIRE(qids.isRemission(5, qids.remission.first()));
    REQUIRE_FALSE(qids.isRemission(6, qids.remission.first()));
}

TEST_CASE("QIDS item 12 rises from record to screen to urgent", "[scales][qids]") {
    const auto with = [](const char* item) {
        return scored("qids-sr16", (std::string("0,0,0,0,0,0,0,0,0,0,0,") + item + ",0,0,0,0").c_str());
    };
    REQUIRE(with("0").flags.isEmpty());
    REQUIRE(with("1").flags.size() == 1);
    REQUIRE(hasFlag(with("2"), "suicide-item-raised"));
    REQUIRE_FALSE(hasFlag(with("2"), "suicide-item-urgent"));
    REQUIRE(hasFlag(with("3"), "suicide-item-urgent"));
}

TEST_CASE("MADRS of sixes is 60 and of fours is 40 with an urgent item 10", "[scales][madrs]") {
    const Score sixes = scored("madrs", repeated("6", 10).c_str());
    REQUIRE(sixes.total == 60.0);
    REQUIRE(band(sixes) == "severe");
    const Score fours = scored("madrs", repeated("4", 10).c_str());
    REQUIRE(fours.total == 40.0);
    REQUIRE(band(fours) == "severe");
    REQUIRE(hasFlag(fours, "suicide-item-urgent"));
}

TEST_CASE("MADRS item 10 is shown above 0, noted from 2 and urgent from 4", "[scales][madrs]") {
    const auto with = [](const char* item) {
        return scored("madrs", (std::string("0,0,0,0,0,0,0,0,0,") + item).c_str());
    };
    REQUIRE(with("0").flags.isEmpty());
    REQUIRE(hasFlag(with("1"), "suicide-item"));
    REQUIRE_FALSE(hasFlag(with("1"), "suicide-item-raised"));
    REQUIRE(hasFlag(with("2"), "suicide-item-raised"));
    REQUIRE_FALSE(hasFlag(with("3"), "suicide-item-urgent"));
    REQUIRE(hasFlag(with("4"), "suicide-item-urgent"));
}

TEST_CASE("MADRS remission follows the cut-off in use", "[scales][madrs]") {
    const Instrument& madrs = installed("madrs");
    const RemissionCut& usual = madrs.remission[0];
    const RemissionCut& esketamine = madrs.remission[1];
    REQUIRE(esketamine.id == QStringLiteral("esketamine"));
    REQUIRE(madrs.isRemission(10, usual));
    REQUIRE_FALSE(madrs.isRemission(11, usual));
    REQUIRE_FALSE(madrs.isRemission(12, usual));
    REQUIRE(madrs.isRemission(10, esketamine));
    REQUIRE(madrs.isRemission(11, esketamine));
    REQUIRE(madrs.isRemission(12, esketamine));
    REQUIRE_FALSE(madrs.isRemission(13, esketamine));
}

TEST_CASE("HAM-D17 reaches 52, and item 16 not assessed adds nothing", "[scales][hamd]") {
    REQUIRE(scored("hamd-17", "4,4,4,2,2,2,4,4,4,4,4,2,2,2,4,2,2").total == 52.0);
    const Score notAssessed = scored("hamd-17", "4,4,4,2,2,2,4,4,4,4,4,2,2,2,4,3,2");
    REQUIRE(notAssessed.total == 50.0);
    REQUIRE(notAssessed.answered == 17);
    REQUIRE(hasFlag(notAssessed, "weight-not-assessed"));
    REQUIRE_FALSE(tryScore("hamd-17", "4,4,4,2,2,2,4,4,4,4,4,2,2,2,4,4,2").has_value());
    REQUIRE_FALSE(tryScore("hamd-17", "4,4,4,3,2,2,4,4,4,4,4,2,2,2,4,2,2").has_value());
}

TEST_CASE("WHO-5 is a percentage, and low is bad", "[scales][who5]") {
    const Score forty = scored("who-5", "2,2,3,1,2");
    REQUIRE(forty.total == 40.0);
    REQUIRE(forty.rawSum == 10);
    REQUIRE(hasFlag(forty, "impaired-wellbeing"));
    REQUIRE_FALSE(hasFlag(forty, "possible-depression"));
    const Score low = scored("who-5", "1,1,2,1,2");
    REQUIRE(low.total == 28.0);
    REQUIRE(hasFlag(low, "possible-depression"));
    REQUIRE(installed("who-5").direction == Direction::HighIsGood);
    REQUIRE(installed("who-5").response.kind == ResponseKind::RisePoints);
}

TEST_CASE("WSAS without work is 16 of 32, half, and has no band", "[scales][wsas]") {
    const Score retired = scored("wsas", "n,4,4,4,4");
    REQUIRE(retired.total == 16.0);
    REQUIRE(retired.maximum == 32.0);
    REQUIRE(part(retired, "percent-of-maximum") == 50.0);
    REQUIRE(retired.band.isEmpty());
    REQUIRE(hasFlag(retired, "work-not-applicable"));
    const Score full = scored("wsas", "4,4,4,4,4");
    REQUIRE(full.maximum == 40.0);
    REQUIRE(band(full) == "significant");
    REQUIRE_FALSE(scored("wsas", "-,4,4,4,4").total.has_value());
    REQUIRE_FALSE(scored("wsas", "x,4,4,4,4").total.has_value());
}

TEST_CASE("PCL-5 can meet the criteria below the cut-off and miss them above it", "[scales][pcl5]") {
    const Score below = scored("pcl-5", "2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0");
    REQUIRE(below.total == 12.0);
    REQUIRE(hasFlag(below, "provisional-ptsd"));
    REQUIRE_FALSE(hasFlag(below, "cut-off"));
    const Score above = scored("pcl-5", "4,4,4,4,4,4,4,0,0,0,0,0,0,0,4,4,4,4,4,4");
    REQUIRE(above.total == 52.0);
    REQUIRE_FALSE(hasFlag(above, "provisional-ptsd"));
    REQUIRE(hasFlag(above, "cut-off"));
    REQUIRE(part(above, "cognition-mood") == 0.0);
}

TEST_CASE("AUDIT-C cut-offs follow the sex, 3 where it is not known", "[scales][auditc]") {
    for (const Sex sex : {Sex::Male, Sex::Female}) {
        const Score four = scored("audit-c", "4,0,0", sex);
        REQUIRE(four.total == 4.0);
        REQUIRE(band(four) == "positive");
        REQUIRE(hasFlag(four, "all-from-first"));
    }
    REQUIRE(band(scored("audit-c", "1,1,1", Sex::Male)) == "negative");
    REQUIRE(band(scored("audit-c", "2,1,1", Sex::Male)) == "positive");
    REQUIRE(band(scored("audit-c", "1,1,0", Sex::Female)) == "negative");
    REQUIRE(band(scored("audit-c", "1,1,1", Sex::Female)) == "positive");
    REQUIRE(band(scored("audit-c", "1,1,1", Sex::Unknown)) == "positive");
    REQUIRE(band(scored("audit-c", "1,1,1", Sex::Intersex)) == "positive");
    REQUIRE_FALSE(hasFlag(scored("audit-c", "2,1,1", Sex::Male), "all-from-first"));
}

TEST_CASE("AUDIT-C never drinking needs no further answers", "[scales][auditc]") {
    for (const char* items : {"0,n,n", "0,-,-", "0,0,0"}) {
        const Score score = scored("audit-c", items);
        REQUIRE(score.total == 0.0);
        REQUIRE(band(score) == "negative");
    }
    REQUIRE_FALSE(scored("audit-c", "1,-,-").total.has_value());
}

TEST_CASE("PC-PTSD-5 without an event scores 0, with the gate first or left out", "[scales][pcptsd5]") {
    REQUIRE(scored("pc-ptsd-5", "0,n,n,n,n,n").total == 0.0);
    REQUIRE(scored("pc-ptsd-5", "1,1,1,1,0,0").total == 3.0);
    REQUIRE(scored("pc-ptsd-5", "1,1,1,0,0").total == 3.0);
    REQUIRE_FALSE(scored("pc-ptsd-5", "1,n,1,1,0,0").total.has_value());
}

TEST_CASE("ISI of 14 is subthreshold and 15 moderate", "[scales][isi]") {
    REQUIRE(band(scored("isi", "2,2,2,2,2,2,2")) == "subthreshold");
    REQUIRE(band(scored("isi", "2,2,2,2,2,2,3")) == "moderate");
}

TEST_CASE("MEQ30 of threes is complete at exactly 60 percent", "[scales][meq30]") {
    const Score threes = scored("meq-30", repeated("3", 30).c_str());
    REQUIRE(threes.total == 90.0);
    REQUIRE(part(threes, "mystical") == 60.0);
    REQUIRE(part(threes, "ineffability") == 60.0);
    REQUIRE(part(threes, "ineffability-mean") == 3.0);
    REQUIRE(hasFlag(threes, "complete-mystical-experience"));
}

TEST_CASE("MEQ30 with one weak part is not complete", "[scales][meq30]") {
    const Score weak = scored("meq-30", "5,5,2,5,5,5,5,5,5,2,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,2,5");
    REQUIRE(weak.total == 141.0);
    REQUIRE(part(weak, "ineffability") == 40.0);
    REQUIRE_FALSE(hasFlag(weak, "complete-mystical-experience"));
    const Score missing = scored("meq-30", "5,5,5,-,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5");
    REQUIRE_FALSE(missing.total.has_value());
    REQUIRE(part(missing, "mystical") == 100.0);
    REQUIRE_FALSE(hasFlag(missing, "complete-mystical-experience"));
}

TEST_CASE("EBI reports the mean and the sum", "[scales][ebi]") {
    const Score score = scored("ebi", "80,60,70,90,50,40");
    REQUIRE(score.total == 65.0);
    REQUIRE(part(score, "sum") == 390.0);
    REQUIRE(score.rawSum == 390);
    REQUIRE_THAT(scored("ebi", "100,0,0,0,0,1").total.value(), Catch::Matchers::WithinRel(101.0 / 6.0));
}

TEST_CASE("CADSS holds the short form within it", "[scales][cadss]") {
    const Score score = scored("cadss", "2,2,1,1,1,2,2,1,1,1,1,1,1,1,2,1,1,1,1,1,1,2,1");
    REQUIRE(score.total == 29.0);
    REQUIRE(part(score, "cadss-6") == 12.0);
    REQUIRE(scored("cadss-6", "2,2,2,2,2,2").total == 12.0);
    REQUIRE_FALSE(hasFlag(scoredTotal("cadss", 4), "dissociation-present"));
    REQUIRE(hasFlag(scoredTotal("cadss", 5), "dissociation-present"));
}

TEST_CASE("C-SSRS triage takes the highest class", "[scales][cssrs]") {
    REQUIRE(band(scored("c-ssrs", "1,1,1,0,0,0,0")) == "moderate");
    REQUIRE(band(scored("c-ssrs", "0,0,n,n,n,1,1")) == "high");
    REQUIRE(band(scored("c-ssrs", "0,0,n,n,n,1,0")) == "moderate");
    REQUIRE(band(scored("c-ssrs", "0,1,0,1,0,0,0")) == "high");
    REQUIRE(band(scored("c-ssrs", "0,1,0,0,1,0,0")) == "high");
    REQUIRE(band(scored("c-ssrs", "0,0,n,n,n,0,n")) == "none");
    REQUIRE_FALSE(scored("c-ssrs", "1,1,1,1,1,1,1").total.has_value());
}

TEST_CASE("C-SSRS questions the form skips are not missing", "[scales][cssrs]") {
    for (const char* items : {"1,0,n,n,n,0,n", "1,0,-,-,-,0,-"}) {
        const Score score = scored("c-ssrs", items);
        REQUIRE(band(score) == "low");
        REQUIRE_FALSE(hasFlag(score, "incomplete"));
        REQUIRE_FALSE(score.criticalMissing);
    }
}

TEST_CASE("C-SSRS with a required answer missing is incomplete unless high already", "[scales][cssrs]") {
    const Score fourMissing = scored("c-ssrs", "0,1,0,-,0,0,0");
    REQUIRE(band(fourMissing) == "incomplete");
    REQUIRE(hasFlag(fourMissing, "incomplete"));
    const Score least = scored("c-ssrs", "0,1,1,-,0,0,0");
    REQUIRE(band(least) == "incomplete");
    REQUIRE(hasFlag(least, "at-least-moderate"));
    REQUIRE(band(scored("c-ssrs", "-,1,0,0,1,0,0")) == "high");
    for (const char* items :
         {"-,0,n,n,n,0,n", "0,-,n,n,n,0,n", "0,0,n,n,n,-,n", "0,0,n,n,n,1,-", "0,1,x,0,0,0,n"}) {
        REQUIRE(band(scored("c-ssrs", items)) == "incomplete");
    }
}

TEST_CASE("WAI-SR of fours is 48 with parts of 16", "[scales][wai]") {
    const Score score = scored("wai-sr", repeated("4", 12).c_str());
    REQUIRE(score.total == 48.0);
    for (const char* id : {"task", "bond", "goal"}) {
        REQUIRE(part(score, id) == 16.0);
    }
    REQUIRE(part(score, "mean") == 4.0);
}

TEST_CASE("Aldrete of 9 may leave recovery, PADSS of 8 may not go home", "[scales][recovery]") {
    REQUIRE(band(scored("aldrete", "2,2,1,2,2")) == "ready");
    REQUIRE(band(scored("aldrete", "2,1,1,2,2")) == "not-ready");
    REQUIRE(band(scored("padss", "2,1,1,2,2")) == "not-ready");
    REQUIRE(band(scored("padss", "2,2,1,2,2")) == "ready");
}

TEST_CASE("PADSS counts bleeding that does not apply as 2 and says so", "[scales][recovery]") {
    const Score score = scored("padss", "2,2,1,2,n");
    REQUIRE(score.total == 9.0);
    REQUIRE_FALSE(score.prorated);
    REQUIRE(hasFlag(score, "bleeding-not-applicable"));
    REQUIRE_FALSE(scored("padss", "2,2,1,2,-").total.has_value());
}

TEST_CASE("BPIC-SS is raised at 19 and not at 18", "[scales][bladder]") {
    const Score raised = scored("bpic-ss", "2,2,2,2,2,2,2,5");
    REQUIRE(raised.total == 19.0);
    REQUIRE(hasFlag(raised, "bladder-symptoms"));
    REQUIRE_FALSE(hasFlag(scored("bpic-ss", "2,2,2,2,2,2,2,4"), "bladder-symptoms"));
}

TEST_CASE("MOAA/S of 3 stops and 4 watches; RASS of -3 stops", "[scales][sedation]") {
    REQUIRE(hasFlag(scored("moaas", "3"), "sedation-stop"));
    REQUIRE_FALSE(hasFlag(scored("moaas", "4"), "sedation-stop"));
    REQUIRE(hasFlag(scored("moaas", "4"), "sedation-watch"));
    REQUIRE(scored("moaas", "5").flags.isEmpty());
    REQUIRE(hasFlag(scored("rass", "-3"), "sedation-stop"));
    REQUIRE_FALSE(hasFlag(scored("rass", "-2"), "sedation-stop"));
    REQUIRE(scored("rass", "-5").total == -5.0);
    REQUIRE(scored("rass", "4").total == 4.0);
}

TEST_CASE("SDS without work has no total, and the mean stands", "[scales][sds]") {
    const Score score = scored("sds", "n,6,4");
    REQUIRE_FALSE(score.total.has_value());
    REQUIRE(part(score, "mean") == 5.0);
    REQUIRE_FALSE(hasFlag(scored("sds", "4,4,4"), "impairment"));
    REQUIRE(hasFlag(scored("sds", "4,5,4"), "impairment"));
}

TEST_CASE("The inputs of reliable change are those of the reference", "[scales][reliability]") {
    const ReliabilityInput& phq = installed("phq-9").reliability.first();
    REQUIRE(phq.sd == 5.66);
    REQUIRE(phq.reliability == 0.89);
    REQUIRE(phq.type == QStringLiteral("alpha"));
    REQUIRE(installed("gad-7").reliability.first().sd == 4.5);
    REQUIRE(installed("bdi-ii").reliability.first().reliability == 0.93);
    REQUIRE(installed("pcl-5").reliability.first().sd == 15.0);
}

} // namespace test_scoring_examples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/interactions.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>

namespace test_interactions {
using namespace kairos;
using namespace kairos::safety;
using record::Route;

namespace {

const DrugList& list() {
    static const auto kList = DrugList::builtIn();
    return kList;
}

InteractionReport check(const QString& typed, std::optional<Route> route = Route::Intravenous) {
    return checkInteractions({typed}, route, list());
}

QStringList classesOf(const QString& typed) {
    QStringList ids;
    for (const auto& finding : check(typed).findings) {
        ids.append(finding.classId);
    }
    ids.sort();
    return ids;
}

/// A class with one generic name, one brand, and how strong it is intravenously.
struct Known {
    const char* id;
    const char* generic;
    const char* brand;
    InteractionLevel level;
};

const std::array kKnown = {
    Known{"benzodiazepine", "lorazepam", "Ativan", InteractionLevel::Caution},
    Known{"z-drug", "zolpidem", "Stilnox", InteractionLevel::Strong},
    Known{"gabapentinoid", "pregabalin", "Lyrica", InteractionLevel::Strong},
    Known{"opioid", "oxycodone", "OxyContin", InteractionLevel::Strong},
    Known{"cns-depressant", "promethazine", "Phenergan", InteractionLevel::Strong},
    Known{"lamotrigine", "lamotrigine", "Lamictal", InteractionLevel::Information},
    Known{"opioid-antagonist", "naltrexone", "Vivitrol", InteractionLevel::Information},
    Known{"maoi", "tranylcypromine", "Parnate", InteractionLevel::Caution},
    Known{"stimulant", "methylphenidate", "Ritalin", InteractionLevel::Caution},
    Known{"modafinil", "modafinil", "Provigil", InteractionLevel::Caution},
    Known{"decongestant", "pseudoephedrine", "Sudafed", InteractionLevel::Caution},
    Known{"nasal-product", "mometasone nasal", "Nasonex", InteractionLevel::NoneNamed},
    Known{"snri", "venlafaxine", "Effexor", InteractionLevel::Caution},
    Known{"lithium", "lithium", "Priadel", InteractionLevel::NoneNamed},
    Known{"antipsychotic-named", "clozapine", "Clozaril", InteractionLevel::Information},
    Known{"nmda-antagonist", "memantine", "Ebixa", InteractionLevel::Caution},
    Known{"theophylline", "theophylline", "Uniphyllin", InteractionLevel::Strong},
    Known{"sympathomimetic", "epinephrine", "EpiPen", InteractionLevel::Caution},
    Known{"vasopressin", "vasopressin", "Vasostrict", InteractionLevel::Caution},
    Known{"cyp3a4-inhibitor", "clarithromycin", "Klacid", InteractionLevel::Information},
    Known{"cyp2b6-inhibitor", "clopidogrel", "Plavix", InteractionLevel::Information},
    Known{"inducer", "carbamazepine", "Tegretol", InteractionLevel::Information},
    Known{"ssri", "sertraline", "Zoloft", InteractionLevel::NoneNamed},
    Known{"antidepressant", "mirtazapine", "Remeron", InteractionLevel::NoneNamed},
    Known{"thyroid-hormone", "levothyroxine", "Synthroid", InteractionLevel::Information},
    Known{"antihypertensive", "ramipril", "Altace", InteractionLevel::Information}};

} // namespace

TEST_CASE("Each class is found by a generic name and by a brand", "[safety][interactions]") {
    const Known known = GENERATE(from_range(kKnown));
    for (const char* name : {known.generic, known.brand}) {
        INFO(known.id << ": " << name);
        const auto report = check(QString::fromLatin1(name));
        REQUIRE(report.unchecked.isEmpty());
        REQUIRE(report.findings.size() == 1);
        REQUIRE(report.findings.first().classId == QLatin1String(known.id));
        REQUIRE(report.findings.first().level == known.level);
    }
}

TEST_CASE("Every class of the list has its row in the test above", "[safety][interactions]") {
    for (const DrugClass& one : list().classes) {
        INFO(one.id.toStdString());
        // Alcohol has no brand: it stands in a test of its own.
        REQUIRE((one.id == QLatin1String("alcohol") ||
                 std::any_of(kKnown.begin(), kKnown.end(),
                             [&](const Known& known) { return one.id == QLatin1String(known.id); })));
    }
}

TEST_CASE("Alcohol is a strong caution: none for 24 hours", "[safety][interactions]") {
    const auto report = check(QStringLiteral("Alcohol, 2 glasses"));
    REQUIRE(report.worst() == InteractionLevel::Strong);
    REQUIRE(report.findings.first().action.contains(QStringLiteral("24 hours")));
    REQUIRE(report.findings.first().confidence == base::Confidence::High);
}

TEST_CASE("Clarithromycin is strong by mouth and under the tongue, information elsewhere",
          "[safety][interactions]") {
    const QString typed = QStringLiteral("Clarithromycin 500 mg");
    REQUIRE(check(typed, Route::Oral).worst() == InteractionLevel::Strong);
    REQUIRE(check(typed, Route::Sublingual).worst() == InteractionLevel::Strong);
    for (const Route route :
         {Route::Intravenous, Route::Intramuscular, Route::Subcutaneous, Route::Intranasal}) {
        REQUIRE(check(typed, route).worst() == InteractionLevel::Information);
    }
    REQUIRE(check(typed, std::nullopt).worst() == InteractionLevel::Strong);
}

TEST_CASE("Clopidogrel is a caution by mouth and under the tongue alone", "[safety][interactions]") {
    REQUIRE(check(QStringLiteral("Plavix"), Route::Oral).worst() == InteractionLevel::Caution);
    REQUIRE(check(QStringLiteral("Plavix"), Route::Sublingual).worst() == InteractionLevel::Caution);
    REQUIRE(check(QStringLiteral("Plavix"), Route::Intravenous).worst() == InteractionLevel::Information);
}

TEST_CASE("A nasal steroid matters for the nasal spray alone", "[safety][interactions]") {
    const QString typed = QStringLiteral("Fluticasone 50 mcg nasal spray");
    REQUIRE(check(typed, Route::Intranasal).worst() == InteractionLevel::Caution);
    REQUIRE(check(typed, Route::Intravenous).worst() == InteractionLevel::NoneNamed);
}

TEST_CASE("Dose, form, salt, case and accents are not read", "[safety][interactions]") {
    for (const char* typed :
         {"Lorazepam 1 mg tablets", "LORAZEPAM", "  lorazépam 0.5mg  ", "Ativan 1 mg at night as needed"}) {
        INFO(typed);
        REQUIRE(classesOf(QString::fromUtf8(typed)) == QStringList{QStringLiteral("benzodiazepine")});
        REQUIRE(check(QString::fromUtf8(typed)).unchecked.isEmpty());
    }
    REQUIRE(classesOf(QStringLiteral("Lithium carbonate MR 400 mg")) ==
            QStringList{QStringLiteral("lithium")});
    REQUIRE(classesOf(QStringLiteral("st johns wort")) == QStringList{QStringLiteral("inducer")});
}

TEST_CASE("Only whole words are names", "[safety][interactions]") {
    const auto report = check(QStringLiteral("Lorazepamine"));
    REQUIRE(report.findings.isEmpty());
    REQUIRE(report.unchecked.size() == 1);
    REQUIRE(check(QStringLiteral("Gabapentin enacarbil")).findings.first().name ==
            QStringLiteral("gabapentin enacarbil"));
}

TEST_CASE("A combination belongs to all its classes", "[safety][interactions]") {
    REQUIRE(classesOf(QStringLiteral("Auvelity")) ==
            QStringList{QStringLiteral("antidepressant"), QStringLiteral("nmda-antagonist")});
    REQUIRE(classesOf(QStringLiteral("Targiniq 10/5")) ==
            QStringList{QStringLiteral("opioid"), QStringLiteral("opioid-antagonist")});
    REQUIRE(classesOf(QStringLiteral("naltrexone/bupropion")) ==
            QStringList{QStringLiteral("antidepressant"), QStringLiteral("opioid-antagonist")});
    REQUIRE(classesOf(QStringLiteral("Symbyax")) ==
            QStringList{QStringLiteral("cns-depressant"), QStringLiteral("ssri")});
}

TEST_CASE("A name that is not on the list is not checked, never clear", "[safety][interactions]") {
    const auto report = check(QStringLiteral("Zorbacil 20 mg"));
    REQUIRE(report.findings.isEmpty());
    REQUIRE_FALSE(report.worst().has_value());
    REQUIRE(report.unchecked.size() == 1);
    REQUIRE(report.unchecked.first().typed == QStringLiteral("Zorbacil 20 mg"));
    REQUIRE_FALSE(report.unchecked.first().isPart);
    REQUIRE(report.unchecked.first().didYouMean.isEmpty());
    REQUIRE(check(QStringLiteral("20 mg")).unchecked.size() == 1);
}

TEST_CASE("An unknown word beside a known name is not checked", "[safety][interactions]") {
    const auto report = check(QStringLiteral("Lorazepam and zorbacil"));
    REQUIRE(report.findings.size() == 1);
    REQUIRE(report.unchecked.size() == 1);
    REQUIRE(report.unchecked.first().isPart);
    REQUIRE(report.unchecked.first().words == QStringList{QStringLiteral("zorbacil")});
}

TEST_CASE("A near name is a question and never a match", "[safety][interactions]") {
    const auto report = check(QStringLiteral("Lorazepan 1 mg"));
    REQUIRE(report.findings.isEmpty());
    REQUIRE(report.unchecked.first().didYouMean == QStringList{QStringLiteral("lorazepam")});
    REQUIRE(check(QStringLiteral("Xanx")).unchecked.first().didYouMean.isEmpty()); // too short to guess
    REQUIRE(check(QStringLiteral("Xanaz")).unchecked.first().didYouMean ==
            QStringList{QStringLiteral("Xanax")});
}

TEST_CASE("Findings stand worst first, then in the order of the list", "[safety][interactions]") {
    const auto report = checkInteractions({QStringLiteral("Sertraline"), QStringLiteral("Lorazepam"),
                                           QStringLiteral("Lamotrigine"), QStringLiteral("Zolpidem"),
                                           QStringLiteral("Venlafaxine")},
                                          Route::Intravenous, list());
    QStringList typed;
    for (const auto& finding : report.findings) {
        typed.append(finding.typed);
    }
    REQUIRE(typed == QStringList{QStringLiteral("Zolpidem"), QStringLiteral("Lorazepam"),
                                 QStringLiteral("Venlafaxine"), QStringLiteral("Lamotrigine"),
                                 QStringLiteral("Sertraline")});
}

TEST_CASE("No medicines give no findings; empty lines are passed over", "[safety][interactions]") {
    REQUIRE(checkInteractions({}, Route::Intravenous, list()).findings.isEmpty());
    const auto report = checkInteractions({QString(), QStringLiteral("  ")}, Route::Intravenous, list());
    REQUIRE(report.findings.isEmpty());
    REQUIRE(report.unchecked.isEmpty());
}

} // namespace test_interactions

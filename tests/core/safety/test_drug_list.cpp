// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/drug_list.h"

#include <QFile>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

namespace test_drug_list {
using namespace kairos;
using namespace kairos::safety;
using record::Route;

namespace {

QByteArray fileWith(const QByteArray& classes, const QByteArray& drugs) {
    return R"({"id":"drugs","version":"1.0.0","mapping":{"source":"test","confidence":"M"},"ignored":["mg"],)"
           R"("classes":[)" +
           classes + R"(],"drugs":[)" + drugs + "]}";
}

const QByteArray kClass =
    R"({"id":"opioid","name":"opioid","level":"strong","effect":"e","action":"a","source":"s","confidence":"H"})";
const QByteArray kDrug = R"({"name":"morphine","also":["Oramorph"],"classes":["opioid"]})";

QString refusal(const QByteArray& json) {
    const auto read = DrugList::read(json);
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().code == base::ErrorCode::InvalidInput);
    return read.error().why;
}

} // namespace

TEST_CASE("The shipped list knows at least 250 names and uses every class", "[safety][drugs]") {
    const auto list = DrugList::builtIn();
    REQUIRE(list.names.size() >= 250);
    REQUIRE(list.drugs.size() >= 200);
    QSet<QString> used;
    for (const Drug& drug : list.drugs) {
        for (const QString& id : drug.classes) {
            used.insert(id);
        }
    }
    for (const DrugClass& one : list.classes) {
        INFO(one.id.toStdString());
        REQUIRE(used.contains(one.id));
        REQUIRE_FALSE(one.effect.isEmpty());
        REQUIRE_FALSE(one.source.isEmpty());
    }
}

TEST_CASE("The mapping of names to classes is marked as known from memory", "[safety][drugs]") {
    REQUIRE(DrugList::builtIn().mappingConfidence == base::Confidence::Medium);
}

TEST_CASE("No name of the list is a word that is passed over", "[safety][drugs]") {
    const auto list = DrugList::builtIn();
    for (const DrugName& name : list.names) {
        INFO(name.written.toStdString());
        REQUIRE_FALSE((name.words.size() == 1 && list.ignored.contains(name.words.first())));
    }
}

TEST_CASE("A class speaks for a route, and at its strictest without one", "[safety][drugs]") {
    const auto list = DrugList::builtIn();
    const auto* inhibitor = list.classOf(QStringLiteral("cyp3a4-inhibitor"));
    REQUIRE(inhibitor != nullptr);
    REQUIRE(inhibitor->levelFor(Route::Oral) == InteractionLevel::Strong);
    REQUIRE(inhibitor->levelFor(Route::Sublingual) == InteractionLevel::Strong);
    REQUIRE(inhibitor->levelFor(Route::Intravenous) == InteractionLevel::Information);
    REQUIRE(inhibitor->levelFor(std::nullopt) == InteractionLevel::Strong);
}

TEST_CASE("A good small list is read", "[safety][drugs]") {
    const auto list = DrugList::read(fileWith(kClass, kDrug));
    REQUIRE(list.has_value());
    REQUIRE(list->names.size() == 2);
    REQUIRE(list->names.at(1).written == QStringLiteral("Oramorph"));
}

TEST_CASE("A bad list of medicines is refused with its place", "[safety][drugs]") {
    REQUIRE(refusal("{ \"id\": ").startsWith(QStringLiteral("drugs: ")));
    REQUIRE(refusal("[]").startsWith(QStringLiteral("drugs: ")));
    const QString unknownClass =
        refusal(fileWith(kClass, R"({"name":"x1y","also":[],"classes":["potion"]})"));
    REQUIRE(unknownClass.contains(QStringLiteral("/drugs/0/classes")));
    REQUIRE(unknownClass.contains(QStringLiteral("potion")));
    const QString twice =
        refusal(fileWith(kClass, kDrug + R"(,{"name":"MORPHINE","also":[],"classes":["opioid"]})"));
    REQUIRE(twice.contains(QStringLiteral("/drugs/1")));
    REQUIRE(twice.contains(QStringLiteral("MORPHINE")));
    REQUIRE(refusal(fileWith(kClass, R"({"name":"morphine","also":[],"classes":[]})"))
                .contains(QStringLiteral("/drugs/0/classes")));
    REQUIRE(refusal(fileWith(kClass + "," + kClass, kDrug)).contains(QStringLiteral("/classes/1/id")));
    QByteArray level = kClass;
    REQUIRE(refusal(fileWith(level.replace("strong", "deadly"), kDrug))
                .contains(QStringLiteral("/classes/0/level")));
    QByteArray route = kClass;
    route.replace("\"effect\"", R"("routes":{"rectal":"none"},"effect")");
    REQUIRE(refusal(fileWith(route, kDrug)).contains(QStringLiteral("/classes/0/routes/rectal")));
    QByteArray mark = kClass;
    REQUIRE(refusal(fileWith(mark.replace("\"H\"", "\"sure\""), kDrug))
                .contains(QStringLiteral("/classes/0/confidence")));
    QByteArray key = kClass;
    REQUIRE(refusal(fileWith(key.replace("\"source\"", "\"sauce\":\"s\",\"source\""), kDrug))
                .contains(QStringLiteral("sauce")));
}

} // namespace test_drug_list

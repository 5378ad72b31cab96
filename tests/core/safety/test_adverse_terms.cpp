// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/adverse_terms.h"

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_terms {
using namespace kairos;
using safety::AdverseTerms;

namespace {

QStringList found(const char* typed) {
    QStringList terms;
    for (const auto& term : AdverseTerms::builtIn().find(QString::fromUtf8(typed))) {
        terms.append(term.term);
    }
    return terms;
}

QByteArray term(const QByteArray& name) {
    return R"({"term":")" + name + R"(","group":"G","source":"S","confidence":"C"})";
}

QByteArray fileOf(const QByteArray& terms) {
    return R"({"id":"adverse-terms","terms":[)" + terms + "]}";
}

} // namespace

TEST_CASE("Each adverse term has a group, a source and a mark", "[safety][adverse]") {
    const auto& terms = AdverseTerms::builtIn().terms;
    REQUIRE(terms.size() > 60);
    for (const auto& one : terms) {
        INFO(one.term.toStdString());
        REQUIRE_FALSE(one.group.isEmpty());
        REQUIRE_FALSE(one.source.isEmpty());
    }
    REQUIRE(AdverseTerms::builtIn().find(QStringLiteral("nausea")).first().confidence ==
            base::Confidence::High);
    REQUIRE(AdverseTerms::builtIn().find(QStringLiteral("illusion")).first().confidence ==
            base::Confidence::Check);
}

TEST_CASE("Letters find a term by its beginning, its middle and by other words", "[safety][adverse]") {
    REQUIRE(found("nau") == QStringList{QStringLiteral("Nausea")});
    REQUIRE(found("NAUSEA ") == QStringList{QStringLiteral("Nausea")});
    REQUIRE(found("pressure") == QStringList{QStringLiteral("Blood pressure increased"),
                                             QStringLiteral("Intraocular pressure increased"),
                                             QStringLiteral("Hypertension"), QStringLiteral("Hypotension")});
    REQUIRE(found("feeling sick") == QStringList{QStringLiteral("Nausea")});
    REQUIRE(found("s").first().startsWith(QLatin1Char('S')));
    REQUIRE(found("zzz").isEmpty());
    REQUIRE(found("").size() == AdverseTerms::builtIn().terms.size());
}

TEST_CASE("A file of terms that does not fit is refused", "[safety][adverse]") {
    REQUIRE(AdverseTerms::read(fileOf(term("A") + "," + term("B"))).has_value());
    REQUIRE_FALSE(AdverseTerms::read(fileOf(term("A") + "," + term("a"))).has_value());
    REQUIRE_FALSE(AdverseTerms::read(fileOf(R"({"term":"A"})")).has_value());
    REQUIRE_FALSE(AdverseTerms::read("{}").has_value());
    REQUIRE_FALSE(AdverseTerms::read("[").has_value());
}

} // namespace test_adverse_terms

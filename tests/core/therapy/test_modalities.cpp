// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/modalities.h"
#include "core/therapy/therapy_json.h"

#include "core/base/built_in.h"

#include <catch2/catch_test_macros.hpp>

namespace test_modalities {
using namespace kairos;
using therapy::Modalities;

TEST_CASE("A modality is found by its name, its title's short forms and whatever the case",
          "[therapy][modalities]") {
    const Modalities& all = Modalities::builtIn();
    REQUIRE(all.names().contains(QStringLiteral("CBT")));
    REQUIRE(all.find(QStringLiteral(" cbt "))->id == QStringLiteral("cbt"));
    REQUIRE(all.find(QStringLiteral("Behavioural activation"))->name == QStringLiteral("BA"));
    REQUIRE(all.find(QStringLiteral("MBRP"))->name == QStringLiteral("MBCT/MBRP"));
    REQUIRE(all.find(QStringLiteral("dance")) == nullptr);
    REQUIRE(all.find(QString()) == nullptr);
    REQUIRE(all.find(QStringLiteral("  ")) == nullptr);
}

TEST_CASE("Every modality has moves, a source and its mark", "[therapy][modalities]") {
    const Modalities& all = Modalities::builtIn();
    REQUIRE(all.modalities.size() == 9);
    for (const therapy::Modality& modality : all.modalities) {
        INFO(modality.id.toStdString());
        REQUIRE(modality.moves.size() >= 3);
        REQUIRE_FALSE(modality.source.isEmpty());
    }
    REQUIRE(all.find(QStringLiteral("CBT"))->moves.contains(QStringLiteral("thought record")));
    REQUIRE(all.find(QStringLiteral("CBT"))->confidence == base::Confidence::High);
    REQUIRE(all.find(QStringLiteral("trauma-focused"))->confidence == base::Confidence::Check);
}

TEST_CASE("A modality that stands twice or has no moves is refused with its place", "[therapy][modalities]") {
    const QByteArray file = base::builtInFile(QStringLiteral("therapy/modalities.json"));
    QByteArray twice = file;
    twice.replace("\"name\": \"BA\"", "\"name\": \"CBT\"");
    REQUIRE(Modalities::read(twice).error().why.startsWith(QStringLiteral("/modalities/1/name")));
    QByteArray bare = file;
    bare.replace("[\"presence\", \"reflection\", \"minimal guidance\", \"music\"]", "[]");
    REQUIRE(Modalities::read(bare).error().why.startsWith(QStringLiteral("/modalities/8/moves")));
    QByteArray unmarked = file;
    unmarked.replace("\"confidence\": \"C\"", "\"confidence\": \"X\"");
    REQUIRE(Modalities::read(unmarked).error().why.contains(QStringLiteral("confidence")));
    REQUIRE_FALSE(Modalities::read("[]").has_value());
}

} // namespace test_modalities

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/therapy/take_home_text.h"

#include "core/base/built_in.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace test_take_home_text {
using namespace kairos;
using therapy::TakeHomeText;

TEST_CASE("The shipped take-home text names the next days, when to call, and an emergency",
          "[therapy][take-home]") {
    const auto& parts = TakeHomeText::builtIn().parts;
    REQUIRE(parts.size() == 3);
    for (const therapy::TakeHomePart& part : parts) {
        REQUIRE_FALSE(part.title.isEmpty());
        REQUIRE_FALSE(part.source.isEmpty());
        REQUIRE(part.confidence == base::Confidence::Check);
    }
}

TEST_CASE("A part without lines, without a source, and no JSON are refused with their place",
          "[therapy][take-home]") {
    const auto refusal = [](const QString& key) {
        auto text =
            QJsonDocument::fromJson(base::builtInFile(QStringLiteral("therapy/take_home.json"))).object();
        auto parts = text.value(QStringLiteral("parts")).toArray();
        auto part = parts.at(1).toObject();
        part.remove(key);
        parts.replace(1, part);
        text.insert(QStringLiteral("parts"), parts);
        const auto read = TakeHomeText::read(QJsonDocument(text).toJson());
        REQUIRE_FALSE(read.has_value());
        return read.error().why;
    };
    REQUIRE(refusal(QStringLiteral("lines")).startsWith(QStringLiteral("/parts/1")));
    REQUIRE(refusal(QStringLiteral("source")).startsWith(QStringLiteral("/parts/1")));
    REQUIRE_FALSE(TakeHomeText::read("[").has_value());
}

} // namespace test_take_home_text

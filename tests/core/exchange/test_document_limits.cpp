// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/document_limits.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_document_limits {
using namespace kairos;
using exchange::DocumentLimits;

TEST_CASE("A paper has 20 MB and 60 million dots at most", "[exchange][limits]") {
    const DocumentLimits& limits = DocumentLimits::builtIn();
    REQUIRE(limits.maxBytes() == 20'000'000);
    REQUIRE(limits.maxPixels() == 60'000'000);
    REQUIRE(limits.maxLetterCharacters == 100'000);
}

TEST_CASE("A limit without a figure or a source is refused with its place", "[exchange][limits]") {
    const QByteArray figure = R"({"value": 20, "source": "s", "confidence": "C", "text": "t"})";
    const auto file = [&](const QByteArray& megabytes) {
        return QByteArray(R"({"maxFileMegabytes": )" + megabytes + R"(, "maxMegapixels": )" + figure +
                          R"(, "maxLetterCharacters": )" + figure + "}");
    };
    REQUIRE(DocumentLimits::read(file(figure))->maxFileMegabytes == 20);
    const QByteArray wrong =
        GENERATE(QByteArray(R"({"value": 0, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 501, "source": "s", "confidence": "C", "text": "t"})"),
                 QByteArray(R"({"value": 3, "confidence": "C", "text": "t"})"), QByteArray("7"));
    const auto refused = DocumentLimits::read(file(wrong));
    REQUIRE(!refused.has_value());
    REQUIRE(refused.error().why.contains(QStringLiteral("maxFileMegabytes")));
    REQUIRE(!DocumentLimits::read("not a file").has_value());
}

} // namespace test_document_limits

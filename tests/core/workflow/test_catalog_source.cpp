// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/catalog_source.h"

#include <catch2/catch_test_macros.hpp>

namespace test_catalog_source {
using kairos::workflow::Catalog;
using kairos::workflow::CatalogSource;

TEST_CASE("A source of what stands already gives that very catalog", "[workflow][catalog]") {
    const auto catalog = Catalog::builtIn();
    const CatalogSource source = catalog;
    REQUIRE(&source.get() == &catalog);
}

TEST_CASE("Who asks a reading source waits for the whole content, and its copies give the same",
          "[workflow][catalog]") {
    const auto source = CatalogSource::reading();
    const CatalogSource copy = source;
    REQUIRE(source.get().instruments.find(QStringLiteral("phq-9")) != nullptr);
    REQUIRE(source.get().protocols.find(QStringLiteral("iv-cbt")) != nullptr);
    REQUIRE(&copy.get() == &source.get());
}

} // namespace test_catalog_source

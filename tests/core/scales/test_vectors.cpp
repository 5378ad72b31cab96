// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_library.h"
#include "core/scales/vectors.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kairos::scales;

TEST_CASE("Every installed instrument loads", "[scales][instruments]") {
    const InstrumentLibrary library = InstrumentLibrary::builtIn();
    for (const RefusedInstrument& refused : library.refused()) {
        FAIL(refused.file.toStdString() << " " << refused.reason.toStdString());
    }
    REQUIRE_FALSE(library.all().empty());
}

TEST_CASE("Every installed instrument scores its own worked examples", "[scales][instruments]") {
    const InstrumentLibrary library = InstrumentLibrary::builtIn();
    for (const Instrument& instrument : library.all()) {
        REQUIRE(instrument.vectors.size() >= 3);
        for (const Vector& vector : instrument.vectors) {
            const auto difference = findDifference(instrument, vector);
            INFO(instrument.id.toStdString() << " " << vector.items.toStdString());
            INFO(difference.value_or(QString()).toStdString());
            REQUIRE_FALSE(difference.has_value());
        }
    }
}

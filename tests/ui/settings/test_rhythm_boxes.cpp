// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rhythm_boxes.h"

#include "tests/support/page_stage.h"

#include "core/scales/instrument_library.h"

#include <QCheckBox>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_rhythm_boxes {
using namespace kairos;

TEST_CASE("Every rhythm is kept until its box is cleared by keyboard", "[settings][rhythm]") {
    const auto library = scales::InstrumentLibrary::builtIn();
    ui::RhythmBoxes boxes(library);
    REQUIRE(test::present(boxes, {640, 400}));
    REQUIRE(boxes.off().isEmpty());
    auto* alliance = boxes.box(QStringLiteral("alliance"));
    REQUIRE(alliance != nullptr);
    REQUIRE(alliance->text().contains(QStringLiteral("WAI-SR")));
    QTest::keyClick(alliance, Qt::Key_Space);
    REQUIRE(boxes.off() == QStringList{QStringLiteral("alliance")});
}

TEST_CASE("What is stored as off is not ticked, and an unknown rhythm stays off", "[settings][rhythm]") {
    const auto library = scales::InstrumentLibrary::builtIn();
    ui::RhythmBoxes boxes(library);
    boxes.setOff({QStringLiteral("breakthrough"), QStringLiteral("of-a-later-version")});
    REQUIRE_FALSE(boxes.box(QStringLiteral("breakthrough"))->isChecked());
    REQUIRE(boxes.box(QStringLiteral("experience"))->isChecked());
    REQUIRE(boxes.off() == QStringList{QStringLiteral("of-a-later-version"), QStringLiteral("breakthrough")});
    REQUIRE(boxes.box(QStringLiteral("of-a-later-version")) == nullptr);
    boxes.setOff({});
    REQUIRE(boxes.off().isEmpty());
}

} // namespace test_rhythm_boxes

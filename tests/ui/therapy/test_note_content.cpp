// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_content.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_content {
using namespace kairos;
using namespace kairos::ui;

namespace {

NoteContent dap() {
    NoteContent content = reformatted({}, record::NoteFormat::Dap);
    content.sections[0].text = QStringLiteral("seen");
    content.sections[2].text = QStringLiteral("next");
    content.risk = {
        record::SuicidalIdeation::Passive, QStringLiteral("none"), {}, {}, QStringLiteral("sons"), {}};
    return content;
}

} // namespace

TEST_CASE("A draft of a note reads back as it was written", "[note]") {
    REQUIRE(noteFromJson(noteToJson(dap())) == dap());
}

TEST_CASE("What is no draft of a note is refused", "[note]") {
    REQUIRE_FALSE(noteFromJson({}));
    QJsonObject json = noteToJson(dap());
    json.insert(QStringLiteral("format"), 6);
    REQUIRE_FALSE(noteFromJson(json));
    json = noteToJson(dap());
    json.insert(QStringLiteral("ideation"), 4);
    REQUIRE_FALSE(noteFromJson(json));
}

TEST_CASE("Text of a section that a form has not goes to its first one", "[note]") {
    const NoteContent free = reformatted(dap(), record::NoteFormat::Free);
    REQUIRE(free.sections.size() == 1);
    REQUIRE(free.sections.first().text == QStringLiteral("seen\nnext"));
    REQUIRE(free.risk == dap().risk);
}

TEST_CASE("A note is empty until a word or a risk answer stands in it", "[note]") {
    NoteContent content = reformatted({}, record::NoteFormat::Soap);
    REQUIRE(content.isEmpty());
    content.risk.ideation = record::SuicidalIdeation::None;
    REQUIRE_FALSE(content.isEmpty());
    REQUIRE_FALSE(dap().isEmpty());
}

} // namespace test_note_content

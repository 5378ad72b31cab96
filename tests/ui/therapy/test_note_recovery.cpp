// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include <catch2/catch_test_macros.hpp>

namespace test_note_recovery {
using namespace kairos;
using test::TherapyStage;

namespace {

ui::NoteTextEdit& section(ui::TherapyPage& page, const char* id) {
    return *page.note()->editor().sectionEdit(QLatin1String(id));
}

} // namespace

TEST_CASE("A draft is restored with the hand where it stood", "[ui][therapy][draft]") {
    TherapyStage desk;
    const auto session = desk.book(record::TherapyType::Integration);
    {
        auto& page = desk.open(session);
        section(page, "data").setFocus(Qt::OtherFocusReason);
        desk.type(QStringLiteral("Slept well."));
        section(page, "plan").setFocus(Qt::OtherFocusReason);
        desk.type(QStringLiteral("swim Friday"));
        for (int i = 0; i < 6; ++i) {
            desk.press(Qt::Key_Left);
        }
        REQUIRE(section(page, "plan").textCursor().position() == 5);
        desk.close();
    }
    auto& page = desk.open(session);
    REQUIRE(section(page, "plan").hasFocus());
    REQUIRE(page.note()->editor().cursor() == ui::NoteCursor{QStringLiteral("plan"), 5});
    desk.type(QStringLiteral("on "));
    REQUIRE(section(page, "plan").toPlainText() == QStringLiteral("swim on Friday"));
    REQUIRE(section(page, "data").toPlainText() == QStringLiteral("Slept well."));
}

TEST_CASE("The hand alone is kept too, once there is a draft", "[ui][therapy][draft]") {
    TherapyStage desk;
    const auto session = desk.book(record::TherapyType::Integration);
    {
        auto& page = desk.open(session);
        section(page, "data").setFocus(Qt::OtherFocusReason);
        desk.type(QStringLiteral("calm"));
        page.note()->keepDraft();
        desk.press(Qt::Key_Home);
        desk.close();
    }
    auto& page = desk.open(session);
    REQUIRE(page.note()->editor().cursor() == ui::NoteCursor{QStringLiteral("data"), 0});
}

TEST_CASE("A place beyond the text is its end, and a section of another form is none",
          "[ui][therapy][draft]") {
    TherapyStage desk;
    auto& page = desk.open(desk.book(record::TherapyType::Integration));
    ui::NoteEditor& editor = page.note()->editor();
    section(page, "plan").setPlainText(QStringLiteral("swim"));
    editor.setCursor({QStringLiteral("plan"), 4000});
    REQUIRE(section(page, "plan").textCursor().position() == 4);
    REQUIRE(editor.handEdit() == &section(page, "plan"));
    editor.setCursor({QStringLiteral("subjective"), 1});
    REQUIRE(editor.handEdit() == &section(page, "plan"));
}

} // namespace test_note_recovery

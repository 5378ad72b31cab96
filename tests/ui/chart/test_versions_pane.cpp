// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_pages.h"
#include "ui/chart/history_tab.h"
#include "ui/chart/versions_pane.h"

#include "ui/shared/table_view.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/signed_note.h"
#include "core/workflow/therapy_care.h"

#include <QComboBox>
#include <QTextBlock>
#include <QTextEdit>

#include <catch2/catch_test_macros.hpp>

namespace test_versions_pane {
using namespace kairos;
using support::required;

namespace {

/// Elena Marsh, whose name was changed twice, and her history.
struct Renamed final : test::Keyboard {
    test::PageStage stage;
    ui::PageContext context{stage.context()};
    std::unique_ptr<ui::HistoryTab> tab;

    Renamed() {
        rename(QStringLiteral("Marsh-Lund"));
        rename(QStringLiteral("Lund"));
        tab.reset(qobject_cast<ui::HistoryTab*>(ui::makeHistoryTab(stage.patient(), context, nullptr)));
        REQUIRE(test::present(*tab, {1290, 654}));
        tab->setFocus(Qt::OtherFocusReason);
    }

    void rename(const QString& name) {
        workflow::PatientCare care(stage.practice());
        auto draft = required(care.load(stage.patient()));
        draft.patient.familyName = name;
        required(care.save(draft));
    }
};

/// The words of a text that are drawn in a way.
QString wordsThat(const QTextEdit& text, bool (*isDrawn)(const QTextCharFormat&)) {
    QString words;
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (isDrawn(part.fragment().charFormat())) {
                words += part.fragment().text();
            }
        }
    }
    return words;
}

bool isStruck(const QTextCharFormat& format) {
    return format.fontStrikeOut();
}
bool isUnderlined(const QTextCharFormat& format) {
    return format.fontUnderline();
}

} // namespace

TEST_CASE("An entry of the history shows its version beside the one before", "[chart][history]") {
    const Renamed renamed;
    const auto& pane = renamed.tab->versions();
    REQUIRE(pane.isVisible());
    REQUIRE(pane.beforeHead().startsWith(QStringLiteral("Version 2 of 3: changed by Ruth Adeyemi, ")));
    REQUIRE(pane.afterHead().startsWith(QStringLiteral("Version 3 of 3: changed by Ruth Adeyemi, ")));
    REQUIRE(pane.beforeText().toPlainText().startsWith(QStringLiteral("Elena Marsh-Lund, ")));
    REQUIRE(pane.afterText().toPlainText().startsWith(QStringLiteral("Elena Lund, ")));
    REQUIRE(wordsThat(pane.beforeText(), &isStruck).contains(QStringLiteral("Marsh")));
    REQUIRE(!wordsThat(pane.beforeText(), &isStruck).contains(QStringLiteral("Elena")));
    REQUIRE(wordsThat(pane.beforeText(), &isUnderlined).isEmpty());
    REQUIRE(wordsThat(pane.afterText(), &isStruck).isEmpty());
}

TEST_CASE("The keyboard goes through the entries, and any other version may be set beside one",
          "[chart][history]") {
    Renamed renamed;
    auto& pane = renamed.tab->versions();
    renamed.press(Qt::Key_End, Qt::ControlModifier);
    REQUIRE(pane.beforeHead().startsWith(QStringLiteral("Version 1 of 3: added by Ruth Adeyemi, ")));
    REQUIRE(pane.afterHead().startsWith(QStringLiteral("Version 2 of 3")));
    renamed.press(Qt::Key_M, Qt::AltModifier);
    REQUIRE(pane.otherChoice().hasFocus());
    renamed.press(Qt::Key_Down);
    REQUIRE(pane.beforeHead().startsWith(QStringLiteral("Version 1 of 3")));
    REQUIRE(pane.afterHead().startsWith(QStringLiteral("Version 3 of 3")));
    REQUIRE(wordsThat(pane.afterText(), &isUnderlined) == QStringLiteral("Lund"));
    REQUIRE(wordsThat(pane.beforeText(), &isStruck) == QStringLiteral("Marsh"));
}

TEST_CASE("A record with one version stands alone", "[chart][history]") {
    test::PageStage stage;
    ui::PageContext context{stage.context()};
    const std::unique_ptr<ui::HistoryTab> tab(
        qobject_cast<ui::HistoryTab*>(ui::makeHistoryTab(stage.patient(), context, nullptr)));
    REQUIRE(test::present(*tab, {1290, 654}));
    REQUIRE(tab->versions().beforeHead().isEmpty());
    REQUIRE(tab->versions().afterHead().startsWith(QStringLiteral("Version 1 of 1: added by ")));
    REQUIRE(!tab->versions().otherChoice().isVisible());
}

TEST_CASE("A note entered in error is struck out as a whole, and reached by its id", "[chart][history]") {
    test::PageStage stage;
    record::TherapySession session;
    session.patient = stage.patient();
    session.booked = {stage.practice().today(), QTime(9, 0), stage.practice().practice().zone};
    workflow::TherapyCare care(stage.practice());
    const auto id = required(care.book(session));
    required(care.hold(id, stage.practice().now(), 50, {}));
    record::Note note;
    note.session = id;
    note.patient = stage.patient();
    note.sections = {{QStringLiteral("text"), QStringLiteral("Spoke of her fear.")}};
    note.risk.ideation = record::SuicidalIdeation::None;
    note.id = required(care.saveNote(note));
    const QString password = support::OpenPracticeFixture::password();
    required(workflow::SessionDesk(stage.practice()).sign(id, password));
    const auto content = required(workflow::SessionDesk(stage.practice()).load(id));
    required(workflow::SignedNotes(stage.practice())
                 .withdraw(content.notes.first(), {QStringLiteral("another patient's"), password}));
    ui::PageContext context = stage.context();
    const std::unique_ptr<ui::Page> page(ui::makeHistoryTab(stage.patient(), context, nullptr));
    REQUIRE(test::present(*page, {1290, 654}));
    page->showPart(note.id.toString());
    const auto& pane = static_cast<ui::HistoryTab&>(*page).versions();
    REQUIRE(pane.afterHead().contains(QStringLiteral("entered in error by Ruth Adeyemi")));
    REQUIRE(pane.afterHead().contains(QStringLiteral("another patient's")));
    REQUIRE(wordsThat(pane.afterText(), &isStruck).contains(QStringLiteral("Spoke of her fear.")));
    REQUIRE(!wordsThat(pane.beforeText(), &isStruck).contains(QStringLiteral("Spoke of her fear.")));
    page->showPart(QStringLiteral("not an id"));
    REQUIRE(pane.afterHead().contains(QStringLiteral("entered in error")));
}

} // namespace test_versions_pane

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "core/workflow/therapy_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_parts {
using namespace kairos;
using test::DosingStage;

namespace {

/// A dose that ran and ended, with a note, an event and the readings of its helpers.
struct Held {
    DosingStage desk;
    record::EventId event;
    record::NoteId note;

    Held() {
        desk.startByUseCases();
        record::SessionEvent said;
        said.session = desk.session;
        said.patient = desk.stage().patient();
        said.at = desk.practice().now();
        said.text = QStringLiteral("saw a garden");
        support::required(workflow::DosingCare(desk.practice()).addEvent(said));
        event = desk.view().content.events.last().id;
        desk.finishByUseCases();
        record::Note written;
        written.session = desk.session;
        written.patient = desk.stage().patient();
        written.format = record::NoteFormat::Dap;
        written.sections = {{QStringLiteral("data"), QStringLiteral("Calm.")},
                            {QStringLiteral("assessment"), QStringLiteral("Spoke of a garden.")},
                            {QStringLiteral("plan"), QStringLiteral("Call tomorrow.")}};
        note = support::required(workflow::TherapyCare(desk.practice()).saveNote(written));
    }
};

} // namespace

TEST_CASE("A reading and an event of a session are reached by their ids", "[dosing][find]") {
    Held held;
    auto& run = *held.desk.open().run();
    const auto reading = held.desk.view().content.readings.first().id;
    held.desk.page().showPart(reading.toString());
    REQUIRE(QApplication::focusWidget() == &run.readings());
    // The newest stands first.
    REQUIRE(run.readings().currentIndex().row() == run.readings().model()->rowCount() - 1);
    held.desk.page().showPart(held.event.toString());
    REQUIRE(QApplication::focusWidget() == &run.log());
    REQUIRE(run.log().currentIndex().siblingAtColumn(2).data().toString().contains(
        QStringLiteral("saw a garden")));
}

TEST_CASE("An id that the session does not have leaves the page as it is", "[dosing][find]") {
    Held held;
    auto& page = held.desk.open();
    QWidget* focused = QApplication::focusWidget();
    page.showPart(held.note.toString());
    REQUIRE(QApplication::focusWidget() == focused);
}

TEST_CASE("A passage of the note of a dose is marked in its section", "[dosing][find]") {
    Held held;
    const ui::NotePassage passage{held.note, QStringLiteral("assessment"), 11, 6};
    const auto context = held.desk.stage().context();
    const std::unique_ptr<ui::Page> page(
        ui::makeDosingPage({held.desk.stage().patient(), held.desk.session, false, {}, passage}, context));
    REQUIRE(test::present(*page, QSize(1290, 640)));
    auto& dosing = static_cast<ui::DosingPage&>(*page);
    auto* section = dosing.after()->note().editor().sectionEdit(QStringLiteral("assessment"));
    REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == section; }));
    REQUIRE(section->extraSelections().first().cursor.selectedText() == QStringLiteral("garden"));
}

TEST_CASE("The intention and the calls after the dose are parts of the page", "[dosing][find]") {
    DosingStage desk;
    auto& page = desk.open();
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    page.refresh();
    page.showPart(QString(ui::kPartIntention));
    REQUIRE(QApplication::focusWidget() == &page.before()->form().intentionEdit());
    page.showPart(QString(ui::kPartCalls));
    REQUIRE(page.after()->isVisible());
}

} // namespace test_dosing_parts

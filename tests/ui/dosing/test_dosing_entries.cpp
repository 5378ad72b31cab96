// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/adverse_form.h"
#include "ui/shared/table_view.h"

#include "ui/charts/session_curve_view.h"

#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_dosing_entries {
using namespace kairos;
using Catch::Approx;
using record::EventType;
using test::DosingStage;

namespace {

/// The page of a dose of 35 mg from a bag of 0.7 mg/mL, in its 20th minute.
struct Running {
    DosingStage desk;

    Running() {
        support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
        workflow::DosePreparation vial;
        vial.concentration = base::MilligramsPerMillilitre{10};
        vial.bagVolume = base::Millilitres{50};
        vial.bagRule = record::BagRule::FillTo;
        support::required(workflow::DosingCare(desk.practice()).prepare(desk.session, vial));
        desk.startByUseCases();
        desk.open();
        desk.clockOn(20);
    }
    ui::EntryLine& line() { return *desk.page().entry(); }
    workflow::SessionContent content() { return desk.view().content; }
    const ui::UndoOffer& lastOffer() { return desk.stage().undo().offers().last(); }
};

void walkToFirstRow(QTableView& table) {
    DosingStage::tabTo(table);
    DosingStage::press(Qt::Key_Home, Qt::ControlModifier);
}

} // namespace

TEST_CASE("C takes another rate, said in both units before Enter", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_C);
    REQUIRE(now.line().echoText().startsWith(QStringLiteral("now 75")));
    DosingStage::type(QStringLiteral("37.5"));
    REQUIRE(now.line().echoText().simplified() == QStringLiteral("37.5 mL/h are 0.438 mg/min"));
    REQUIRE(now.content().events.isEmpty());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.content().events.size() == 1);
    REQUIRE(now.content().events.first().amount == Approx(0.4375));
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    now.desk.clockOn(20);
    REQUIRE(now.desk.page().controller().givenNow()->value == Approx(17.5 + 8.75));
    // Half the rate for what is left: the end moves from minute 40 to 60.
    REQUIRE(now.desk.page().controller().expectedEnd()->msSince(*now.desk.stored().startedAt) == 60 * 60'000);
}

TEST_CASE("A rate that was a slip is taken back, and counts no more", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_C);
    DosingStage::enter(QStringLiteral("7.5"));
    REQUIRE(now.lastOffer().undo().has_value());
    REQUIRE(now.content().events.isEmpty());
    now.desk.clockOn(20);
    REQUIRE(now.desk.page().controller().givenNow()->value == Approx(35));
}

TEST_CASE("A rate above the limit is a stop at the line until a reason stands behind it",
          "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_C);
    DosingStage::type(QStringLiteral("200"));
    REQUIRE(now.line().findingText().startsWith(QStringLiteral("Stop")));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.content().events.isEmpty());
    REQUIRE(now.line().edit().text() == QStringLiteral("200"));
    DosingStage::enter(QStringLiteral(" the pump was recalibrated"));
    REQUIRE(now.content().events.size() == 1);
}

TEST_CASE("B gives a booster with both figures of the order, and Ctrl+Z is offered", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_B);
    DosingStage::type(QStringLiteral("5"));
    REQUIRE(now.line().echoText().simplified() == QStringLiteral("booster of 5 mg, 0.5 mL of the vial"));
    REQUIRE(now.line().findingText().contains(QStringLiteral("40 mg in all")));
    REQUIRE(now.line().findingText().contains(QStringLiteral("35 mg")));
    DosingStage::enter(QStringLiteral(" awake early"));
    REQUIRE(now.content().events.last().type == EventType::Booster);
    REQUIRE(now.desk.page().controller().givenNow()->value == Approx(22.5));
    REQUIRE(now.lastOffer().undo().has_value());
    REQUIRE(now.desk.page().controller().givenNow()->value == Approx(17.5));
}

TEST_CASE("S and a level is the sedation, D and a figure the distress, each in two keys",
          "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_S);
    DosingStage::press(Qt::Key_4);
    REQUIRE(now.content().readings.last().sedation == 4);
    REQUIRE_FALSE(now.content().readings.last().systolic.has_value());
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    DosingStage::press(Qt::Key_D);
    DosingStage::press(Qt::Key_7);
    REQUIRE(now.content().events.last().type == EventType::Distress);
    REQUIRE(now.content().events.last().amount == 7.0);
    now.desk.clockOn(1);
    DosingStage::press(Qt::Key_D);
    DosingStage::press(Qt::Key_X);
    REQUIRE(now.content().events.last().amount == 10.0);
}

TEST_CASE("A level that is none saves nothing and says why", "[dosing][entries]") {
    Running now;
    const auto before = now.content().readings.size();
    DosingStage::press(Qt::Key_S);
    DosingStage::press(Qt::Key_7);
    REQUIRE(now.content().readings.size() == before);
    REQUIRE(now.line().echoText().contains(QStringLiteral("sedation cannot be 7")));
    DosingStage::press(Qt::Key_3);
    REQUIRE(now.content().readings.size() == before + 1);
    DosingStage::press(Qt::Key_D);
    DosingStage::press(Qt::Key_T);
    REQUIRE(now.line().mode() == ui::EntryMode::Distress);
    REQUIRE(now.content().events.isEmpty());
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() != &now.line().edit());
}

TEST_CASE("Every rating of a dose is two keys away", "[dosing][entries]") {
    const QStringList wanted = {QStringLiteral("cadss-6"), QStringLiteral("cadss"),
                                QStringLiteral("bprs-positive"), QStringLiteral("padss"),
                                QStringLiteral("aldrete")};
    Running now;
    for (int i = 0; i < wanted.size(); ++i) {
        REQUIRE(now.desk.practice().catalog().instruments.find(wanted.at(i)) != nullptr);
        DosingStage::press(Qt::Key_R);
        DosingStage::press(static_cast<Qt::Key>(Qt::Key_1 + i));
        const auto& place = now.desk.stage().navigator().opened().last().get<ui::RatingPlace>();
        REQUIRE(place.instrument == wanted.at(i));
        REQUIRE(place.session == now.desk.session);
    }
    DosingStage::press(Qt::Key_R);
    DosingStage::press(Qt::Key_9);
    REQUIRE(now.desk.stage().navigator().opened().size() == wanted.size());
    REQUIRE(now.line().mode() == ui::EntryMode::Rating);
}

TEST_CASE("A sign by its name is typed although its first letter is a key of its own", "[dosing][entries]") {
    Running now;
    for (const char* line : {"bp 142/88", "spo2 96", "rr 14", "hr 72", "t 36.8"}) {
        const auto before = now.content().readings.size();
        DosingStage::enter(QString::fromLatin1(line));
        REQUIRE(now.content().readings.size() == before + 1);
        REQUIRE(now.line().edit().text().isEmpty());
    }
    REQUIRE(now.content().events.isEmpty());
    REQUIRE(now.desk.stage().navigator().opened().isEmpty());
}

TEST_CASE("The practice's order stands in the field and is how it reads", "[dosing][entries]") {
    Running now;
    REQUIRE(now.line().edit().placeholderText() == QStringLiteral("BP  HR  SpO₂  sedation"));
    auto practice = now.desk.practice().practice();
    practice.readingOrder = QStringLiteral("bp spo2 hr");
    support::required(workflow::ClinicCare(now.desk.practice()).savePractice(practice));
    now.desk.clockOn(1);
    REQUIRE(now.line().edit().placeholderText() == QStringLiteral("BP  SpO₂  HR"));
    DosingStage::enter(QStringLiteral("142/88 96 72"));
    REQUIRE(now.content().readings.last().spo2 == 96);
    REQUIRE(now.content().readings.last().pulse == 72);
}

TEST_CASE("Swapped signs are asked back while the alarm stands; F3 turns them", "[dosing][entries]") {
    Running now;
    DosingStage::type(QStringLiteral("142/88 96 72 @0915"));
    REQUIRE(now.line().findingText().startsWith(QStringLiteral("Stop: Oxygen saturation 72")));
    REQUIRE(now.line().echoText().contains(QStringLiteral("were the two swapped? F3 swaps them")));
    DosingStage::press(Qt::Key_F3);
    REQUIRE(now.line().edit().text() == QStringLiteral("142/88 72 96 @0915"));
    REQUIRE(now.line().findingText().isEmpty());
    DosingStage::press(Qt::Key_F3);
    REQUIRE(now.line().edit().text() == QStringLiteral("142/88 72 96 @0915"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.content().readings.size() == 2);
    // Enter takes what is typed: low oxygen is an alarm, not a mistake.
    DosingStage::enter(QStringLiteral("142/88 96 72"));
    REQUIRE(now.content().readings.last().spo2 == 72);
}

TEST_CASE("A time outside of the session keeps the line for correction", "[dosing][entries]") {
    Running now;
    const auto before = now.content().readings.size();
    for (const char* line : {"142/88 72 96 @0859", "142/88 72 96 @2300", "88/142 72 96", "142/88 72 400"}) {
        DosingStage::enter(QString::fromLatin1(line));
        REQUIRE(now.line().echoText().startsWith(QStringLiteral("The reading was not taken")));
        REQUIRE(now.line().edit().text() == QString::fromLatin1(line));
        now.line().edit().clear();
    }
    REQUIRE(now.content().readings.size() == before);
}

TEST_CASE("A reading that was just saved can be taken back", "[dosing][entries]") {
    Running now;
    DosingStage::enter(QStringLiteral("142/88 72 96"));
    REQUIRE(now.content().readings.size() == 2);
    REQUIRE(now.lastOffer().what == QStringLiteral("Saved: 142 over 88, pulse 72, oxygen 96 %."));
    REQUIRE(now.lastOffer().undo().has_value());
    REQUIRE(now.content().readings.size() == 1);
    REQUIRE_FALSE(now.lastOffer().undo().has_value());
}

TEST_CASE("Del takes a reading or a line of the log out, with a reason", "[dosing][entries]") {
    Running now;
    DosingStage::enter(QStringLiteral("142/88 72 96"));
    DosingStage::press(Qt::Key_E);
    DosingStage::enter(QStringLiteral("1"));
    walkToFirstRow(now.desk.page().run()->readings());
    DosingStage::press(Qt::Key_Delete);
    REQUIRE(now.content().readings.size() == 2);
    now.desk.stage().questions().answerNext({QStringLiteral("the other room"), {}});
    DosingStage::press(Qt::Key_Delete);
    REQUIRE(now.content().readings.size() == 1);
    walkToFirstRow(now.desk.page().run()->log());
    now.desk.stage().questions().answerNext({QStringLiteral("the other room"), {}});
    DosingStage::press(Qt::Key_Delete);
    REQUIRE(now.content().events.isEmpty());
}

TEST_CASE("A rescue drug that is not on the order is said so before Enter", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_M);
    REQUIRE(now.line().echoText() == QStringLiteral("1 ondansetron"));
    DosingStage::type(QStringLiteral("1 4 mg"));
    REQUIRE(now.line().findingText().isEmpty());
    now.line().edit().clear();
    DosingStage::type(QStringLiteral("midazolam 1 mg"));
    REQUIRE(now.line().findingText().contains(QStringLiteral("midazolam is not on the order")));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.content().events.last().drug == QStringLiteral("midazolam"));
}

TEST_CASE("The words for an adverse event are found by typing, chosen by the arrows and taken by Enter",
          "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_A);
    auto& form = now.desk.page().run()->adverseForm();
    REQUIRE(form.terms().isVisible());
    REQUIRE(form.terms().model()->rowCount() > 60);
    REQUIRE_FALSE(form.terms().currentIndex().isValid());
    DosingStage::type(QStringLiteral("vo"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(form.termEdit().text() == QStringLiteral("Vomiting"));
    form.termEdit().clear();
    DosingStage::type(QStringLiteral("pressure"));
    DosingStage::press(Qt::Key_Down);
    DosingStage::press(Qt::Key_Down);
    DosingStage::press(Qt::Key_Up);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(form.termEdit().text() == QStringLiteral("Intraocular pressure increased"));
    form.termEdit().clear();
    DosingStage::type(QStringLiteral("feeling sick"));
    DosingStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &form.termEdit());
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(now.content().adverseEvents.last().term == QStringLiteral("Nausea"));
}

TEST_CASE("Free words for an adverse event stay as they were typed", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_A);
    DosingStage::type(QStringLiteral("pain in the left arm"));
    REQUIRE(now.desk.page().run()->adverseForm().terms().model()->rowCount() == 0);
    DosingStage::press(Qt::Key_Return);
    DosingStage::press(Qt::Key_Tab);
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE(now.content().adverseEvents.last().term == QStringLiteral("pain in the left arm"));
}

TEST_CASE("An adverse event carries every field, and is ended later from the log", "[dosing][entries]") {
    Running now;
    DosingStage::press(Qt::Key_A);
    auto& form = now.desk.page().run()->adverseForm();
    DosingStage::type(QStringLiteral("Nausea"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &form.onsetEdit());
    DosingStage::type(QStringLiteral("12"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &form.endEdit());
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("ondansetron"));
    for (int choice = 0; choice < 4; ++choice) {
        DosingStage::press(Qt::Key_Tab);
        DosingStage::press(Qt::Key_Right);
    }
    DosingStage::press(Qt::Key_Tab);
    DosingStage::type(QStringLiteral("better"));
    DosingStage::ctrl(Qt::Key_Return);
    const auto start = *now.desk.stored().startedAt;
    auto stored = now.content().adverseEvents;
    REQUIRE(stored.size() == 1);
    REQUIRE(stored.first().onset == start.plusMinutes(12));
    REQUIRE(stored.first().grade == 1);
    REQUIRE(stored.first().serious == record::Asked::Yes);
    REQUIRE(stored.first().expected == record::Asked::Yes);
    REQUIRE(stored.first().related == record::Relatedness::Unrelated);
    REQUIRE(stored.first().action == QStringLiteral("ondansetron"));
    REQUIRE(stored.first().outcome == QStringLiteral("better"));
    REQUIRE_FALSE(stored.first().resolvedAt.has_value());
    now.desk.clockOn(20);
    walkToFirstRow(now.desk.page().run()->log());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &form.endEdit());
    DosingStage::type(QStringLiteral("90"));
    DosingStage::ctrl(Qt::Key_Return);
    REQUIRE_FALSE(now.content().adverseEvents.first().resolvedAt.has_value());
    form.endEdit().clear();
    DosingStage::type(QStringLiteral("35"));
    DosingStage::ctrl(Qt::Key_Return);
    stored = now.content().adverseEvents;
    REQUIRE(stored.size() == 1);
    REQUIRE(stored.first().resolvedAt == start.plusMinutes(35));
    REQUIRE(stored.first().onset == start.plusMinutes(12));
    REQUIRE(QApplication::focusWidget() == &now.line().edit());
}

TEST_CASE("A weight in pounds is asked back, and counts once it is confirmed", "[dosing][entries]") {
    DosingStage desk;
    support::required(
        workflow::PatientCare(desk.practice()).addWeight(desk.stage().patient(), base::Kilograms{70}));
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    desk.open();
    DosingStage::type(QStringLiteral("154"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(desk.stage().questions().asked().size() == 1);
    REQUIRE(desk.stage().questions().asked().first().text.contains(QStringLiteral("was it in pounds?")));
    REQUIRE_FALSE(desk.stored().weight.has_value());
    desk.stage().questions().answerNext({});
    DosingStage::press(Qt::Key_Backtab);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(desk.stored().weight == base::Kilograms{154});
}

} // namespace test_dosing_entries

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "core/workflow/therapy_care.h"
#include "core/workflow/thread_care.h"

#include <catch2/catch_test_macros.hpp>

namespace test_offered_intention {
using namespace kairos;
using support::required;
using test::DosingStage;

namespace {

/// A preparation on the day before the dose, with the intention that was said in it.
void prepare(DosingStage& desk, const QString& intention) {
    record::TherapySession session;
    session.patient = desk.stage().patient();
    session.type = record::TherapyType::Preparation;
    session.booked = {QDate(2026, 11, 1), QTime(9, 0), desk.practice().practice().zone};
    record::ThreadLine line;
    line.session = required(workflow::TherapyCare(desk.practice()).book(session));
    line.words = intention;
    required(workflow::ThreadCare(desk.practice()).saveLine(line));
}

} // namespace

TEST_CASE("A dose takes the preparation's intention over by one key", "[dosing][thread]") {
    DosingStage desk;
    prepare(desk, QStringLiteral("to put it down"));
    required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    desk.open();
    REQUIRE(desk.stored().intention.isEmpty());
    DosingStage::press(Qt::Key_I, Qt::AltModifier);
    REQUIRE(desk.stored().intention == QStringLiteral("to put it down"));
    auto& edit = desk.page().before()->form().intentionEdit();
    REQUIRE(edit.text() == QStringLiteral("to put it down"));
    REQUIRE(edit.hasFocus());
}

TEST_CASE("An intention that the dose has already is not written over", "[dosing][thread]") {
    DosingStage desk;
    prepare(desk, QStringLiteral("to put it down"));
    required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    desk.open();
    DosingStage::tabTo(desk.page().before()->form().intentionEdit());
    DosingStage::type(QStringLiteral("to breathe"));
    DosingStage::press(Qt::Key_Tab);
    REQUIRE(desk.stored().intention == QStringLiteral("to breathe"));
    DosingStage::press(Qt::Key_I, Qt::AltModifier);
    REQUIRE(desk.stored().intention == QStringLiteral("to breathe"));
}

} // namespace test_offered_intention

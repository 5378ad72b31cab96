// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/room_view.h"

#include "tests/support/label_fit.h"

#include "core/workflow/writing_door.h"

#include <catch2/catch_test_macros.hpp>

namespace test_dosing_lists {
using namespace kairos;
using test::DosingStage;

namespace {

/// Readings and events as a long, busy dose would leave them: one transaction.
void fill(DosingStage& desk, int count) {
    QList<storage::Change> changes;
    const auto start = *desk.stored().startedAt;
    for (int i = 0; i < count; ++i) {
        record::Reading reading;
        reading.id = desk.practice().ids().next<record::ReadingId>();
        reading.session = desk.session;
        reading.patient = desk.stage().patient();
        reading.measuredAt = start.plusMinutes(i / 5);
        reading.enteredAt = reading.measuredAt;
        reading.systolic = 120 + i % 40;
        reading.diastolic = 80;
        reading.pulse = 70;
        record::SessionEvent event;
        event.id = desk.practice().ids().next<record::EventId>();
        event.session = desk.session;
        event.patient = desk.stage().patient();
        event.type = record::EventType::Observation;
        event.at = reading.measuredAt;
        event.enteredAt = reading.measuredAt;
        event.text = QStringLiteral("event %1").arg(i);
        changes.append({record::Action::Created, reading, {}});
        changes.append({record::Action::Created, event, {}});
    }
    if (!changes.isEmpty()) {
        support::required(workflow::WritingDoor(desk.practice()).save(changes));
    }
}

} // namespace

TEST_CASE("Readings and log hold nothing, one and five hundred", "[dosing][lists]") {
    for (const int count : {0, 1, 500}) {
        DosingStage desk;
        desk.startByUseCases();
        desk.clockOn(110);
        fill(desk, count);
        auto& page = desk.open();
        // The reading before the dose stands there from the start.
        REQUIRE(page.run()->readings().model()->rowCount() == count + 1);
        REQUIRE(page.run()->log().model()->rowCount() == count);
        DosingStage::enter(QStringLiteral("131/81 70 98"));
        REQUIRE(page.run()->readings().model()->rowCount() == count + 2);
        DosingStage::press(Qt::Key_F11);
        REQUIRE(page.room() != nullptr);
        page.room()->resize(1366, 768);
        REQUIRE(page.room()->minimumSizeHint().width() <= 1366);
    }
}

TEST_CASE("Before the arrival there is nothing to list and no figure to show", "[dosing][lists]") {
    DosingStage desk;
    auto& page = desk.open();
    REQUIRE(page.run()->readings().model()->rowCount() == 0);
    REQUIRE(page.run()->log().model()->rowCount() == 0);
    REQUIRE(page.entry()->isHidden());
    REQUIRE(page.before()->order().figuresText().section(QLatin1Char('\n'), 0, 0) ==
            QStringLiteral("No dose yet"));
}

TEST_CASE("No word of the dosing page is cut off at 1366 by 768", "[dosing][look]") {
    const QSize content(1290, 640);
    const auto check = [&](DosingStage& desk) {
        auto& page = desk.open();
        CAPTURE(page.minimumSizeHint().width(), page.minimumSizeHint().height());
        REQUIRE(page.minimumSizeHint().height() <= content.height());
        REQUIRE(page.minimumSizeHint().width() <= content.width());
        page.resize(content);
        REQUIRE(QTest::qWaitFor([&] { return page.size() == content; }));
        const QStringList clipped = test::clippedTexts(page);
        CAPTURE(clipped.join(QLatin1Char('\n')).toStdString());
        REQUIRE(clipped.isEmpty());
    };
    DosingStage desk;
    check(desk);
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    check(desk);
    desk.startByUseCases();
    check(desk);
    desk.finishByUseCases();
    check(desk);
}

} // namespace test_dosing_lists

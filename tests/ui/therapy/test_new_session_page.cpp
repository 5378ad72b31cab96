// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/therapy_stage.h"

#include "tests/support/label_fit.h"

#include <catch2/catch_test_macros.hpp>

namespace test_new_session_page {
using namespace kairos;
using test::TherapyStage;

namespace {

QList<record::TherapySession> sessions(TherapyStage& desk) {
    return support::required(workflow::SessionDesk(desk.practice()).therapyOf(desk.stage().patient()));
}

} // namespace

TEST_CASE("A preparation is booked by keyboard: found, chosen, timed", "[therapy]") {
    TherapyStage desk;
    auto& page = desk.openNew({});
    REQUIRE(QApplication::focusWidget() == &page.searchEdit());
    TherapyStage::type(QStringLiteral("mars"));
    TherapyStage::press(Qt::Key_Return);
    TherapyStage::press(Qt::Key_Right);
    REQUIRE(page.kindChoice().current() == 1);
    REQUIRE(page.stepChoice().currentText().contains(QStringLiteral("reparation")));
    TherapyStage::tabTo(page.dateEdit());
    page.dateEdit().selectAll();
    TherapyStage::type(QStringLiteral("2026-11-02"));
    TherapyStage::tabTo(page.timeEdit());
    TherapyStage::type(QStringLiteral("1030"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(sessions(desk).size() == 1);
    const auto made = sessions(desk).first();
    REQUIRE(made.type == record::TherapyType::Preparation);
    REQUIRE(made.booked.date == QDate(2026, 11, 2));
    REQUIRE(made.booked.time == QTime(10, 30));
    REQUIRE(made.step.has_value());
    REQUIRE(desk.stage().navigator().opened().last() ==
            ui::Place(ui::TherapyPlace{desk.stage().patient(), made.id}));
}

TEST_CASE("Support on a dosing day, a phone contact and a group session are booked without a step",
          "[therapy]") {
    const record::TherapyType types[] = {record::TherapyType::DosingSupport,
                                         record::TherapyType::PhoneContact, record::TherapyType::Group};
    for (int i = 0; i < 3; ++i) {
        TherapyStage desk;
        auto& page = desk.openNew({desk.stage().patient(), {}});
        TherapyStage::type(QStringLiteral("1600"));
        page.kindChoice().setFocus();
        for (int step = 0; step < 4 + i; ++step) {
            TherapyStage::press(Qt::Key_Right);
        }
        REQUIRE(page.stepChoice().count() == 1);
        TherapyStage::ctrl(Qt::Key_Return);
        const auto made = sessions(desk);
        REQUIRE(made.size() == 1);
        REQUIRE(made.first().type == types[i]);
        REQUIRE_FALSE(made.first().step.has_value());
        REQUIRE(made.first().number == 1);
    }
}

TEST_CASE("Without a patient or a time nothing is booked, and the page says so", "[therapy]") {
    TherapyStage desk;
    {
        auto& page = desk.openNew({});
        TherapyStage::ctrl(Qt::Key_Return);
        REQUIRE(QApplication::focusWidget() == &page.searchEdit());
    }
    auto& page = desk.openNew({desk.stage().patient(), {}});
    REQUIRE(QApplication::focusWidget() == &page.timeEdit());
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(sessions(desk).isEmpty());
    REQUIRE(desk.stage().navigator().opened().isEmpty());
    TherapyStage::type(QStringLiteral("2599"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(sessions(desk).isEmpty());
    REQUIRE(page.timeEdit().text() == QStringLiteral("2599"));
}

TEST_CASE("The hits are none, one and the first eight of five hundred", "[therapy][lists]") {
    TherapyStage desk;
    auto& page = desk.openNew({});
    auto& hits = *page.findChild<QListWidget*>();
    TherapyStage::type(QStringLiteral("zzz"));
    TherapyStage::press(Qt::Key_Return);
    REQUIRE(hits.count() == 0);
    page.searchEdit().clear();
    TherapyStage::type(QStringLiteral("AH-0412"));
    REQUIRE(QTest::qWaitFor([&] { return hits.count() == 1; }));
    for (int i = 0; i < 500; ++i) {
        desk.stage().fixture().addPatient(QStringLiteral("B-%1").arg(i), QStringLiteral("Given %1").arg(i),
                                          QStringLiteral("Berg"));
    }
    page.searchEdit().clear();
    TherapyStage::type(QStringLiteral("berg"));
    REQUIRE(QTest::qWaitFor([&] { return hits.count() == 8; }));
}

TEST_CASE("No word of the booking page is cut off", "[therapy][look]") {
    TherapyStage desk;
    auto& page = desk.openNew({desk.stage().patient(), {}});
    const QStringList clipped = test::clippedTexts(page);
    CAPTURE(clipped.join(QLatin1Char('\n')).toStdString());
    REQUIRE(clipped.isEmpty());
}

} // namespace test_new_session_page

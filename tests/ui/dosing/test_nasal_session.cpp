// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/device_line.h"
#include "ui/dosing/minute_strip.h"

#include "tests/support/both_themes.h"
#include "tests/support/label_fit.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_nasal_session {
using namespace kairos;
using Catch::Approx;
using test::DosingStage;

namespace {

/// 56 mg of esketamine, minute 0 passed, the page open and the focus in the line.
struct Nasal {
    DosingStage desk{QStringLiteral("esketamine-trd")};

    Nasal() {
        desk.startByUseCases();
        desk.open();
        DosingStage::press(Qt::Key_F2);
    }
    ui::EntryLine& line() { return *desk.page().entry(); }
    workflow::DeviceCourse course() { return *desk.view().devices; }
    QString devices() { return ui::deviceWords(desk.page().controller()); }
};

} // namespace

TEST_CASE("A nasal session shows devices and sprays, and neither bag nor rate", "[dosing][device]") {
    DosingStage desk(QStringLiteral("esketamine-trd"));
    support::required(workflow::DosingCare(desk.practice()).arrive(desk.session));
    auto& page = desk.open();
    support::required(workflow::DosingCare(desk.practice()).weigh(desk.session, base::Kilograms{70}));
    page.controller().refresh();
    const QString figures = page.before()->order().figuresText();
    REQUIRE(figures.contains(QStringLiteral("2 device")));
    REQUIRE(figures.contains(QStringLiteral("4 spray")));
    REQUIRE_FALSE(figures.contains(QStringLiteral("mL")));
    REQUIRE_FALSE(page.before()->form().concentrationEdit().isVisible());
}

TEST_CASE("V and Enter write a device, and the rest is counted to the next", "[dosing][device]") {
    Nasal now;
    REQUIRE(now.devices().startsWith(QStringLiteral("device 1 of 2")));
    DosingStage::press(Qt::Key_V);
    REQUIRE(now.line().mode() == ui::EntryMode::Device);
    REQUIRE(now.line().echoText().startsWith(QStringLiteral("device 1: 2 spray")));
    REQUIRE(now.line().findingText().isEmpty());
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.line().mode() == ui::EntryMode::Reading);
    REQUIRE(now.course().sprays == 2);
    REQUIRE(now.devices() == QStringLiteral("device 2 of 2 at minute 5, in\u00a05\u00a0min"));
    now.desk.clockOn(3);
    REQUIRE(now.devices() == QStringLiteral("device 2 of 2 at minute 5, in\u00a02\u00a0min"));
    DosingStage::press(Qt::Key_V);
    REQUIRE(now.line().findingText().contains(
        QStringLiteral("3 min after the last device, the rest between devices is 5 min")));
    DosingStage::press(Qt::Key_Escape);
    now.desk.clockOn(2);
    REQUIRE(now.devices().startsWith(QStringLiteral("device 2 of 2 may follow now")));
    DosingStage::press(Qt::Key_V);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.course().isComplete());
    REQUIRE(now.desk.view().given->given.value == Approx(56));
    // All is given: no reason is asked.
    DosingStage::ctrl(Qt::Key_Period);
    REQUIRE(now.desk.stored().stoppedAt == now.course().lastAt);
    REQUIRE(now.desk.stored().endReason.isEmpty());
}

TEST_CASE("One spray is a line of its own, and the time after @ is when it was", "[dosing][device]") {
    Nasal now;
    now.desk.clockOn(4);
    DosingStage::press(Qt::Key_V);
    DosingStage::enter(QStringLiteral("1 @0903"));
    REQUIRE(now.course().sprays == 1);
    REQUIRE(now.desk.view().given->given.value == Approx(14));
    const auto at = now.course().lastAt->local(now.desk.practice().zone()).time();
    REQUIRE(QTime(at.hour(), at.minute()) == QTime(9, 3));
    REQUIRE(now.devices().contains(QStringLiteral("left in device 1")));
}

TEST_CASE("What no device gives stays in the line with a sentence", "[dosing][device]") {
    Nasal now;
    DosingStage::press(Qt::Key_V);
    DosingStage::enter(QStringLiteral("4"));
    REQUIRE(now.line().edit().text() == QStringLiteral("4"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("a device holds 2 spray")));
    REQUIRE(now.course().sprays == 0);
    DosingStage::press(Qt::Key_Backspace);
    DosingStage::enter(QStringLiteral("1 @2959"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("is no time")));
    REQUIRE(now.course().sprays == 0);
}

TEST_CASE("Stopping early asks why and keeps the part", "[dosing][device]") {
    Nasal now;
    DosingStage::press(Qt::Key_V);
    DosingStage::press(Qt::Key_Return);
    DosingStage::ctrl(Qt::Key_Period);
    REQUIRE(now.line().mode() == ui::EntryMode::Stop);
    DosingStage::enter(QStringLiteral("3"));
    REQUIRE(now.desk.stored().endReason == QStringLiteral("the patient's wish"));
    REQUIRE(now.desk.view().given->given.value == Approx(28));
}

TEST_CASE("A nasal session has no pause and no booster", "[dosing][device]") {
    Nasal now;
    DosingStage::press(Qt::Key_P);
    REQUIRE(now.line().echoText().contains(QStringLiteral("no pump")));
    DosingStage::press(Qt::Key_B);
    DosingStage::enter(QStringLiteral("28"));
    REQUIRE(now.line().echoText().contains(QStringLiteral("whole devices")));
    REQUIRE(now.desk.view().content.events.isEmpty());
}

TEST_CASE("The last device can be taken back at once", "[dosing][device]") {
    Nasal now;
    DosingStage::press(Qt::Key_V);
    DosingStage::press(Qt::Key_Return);
    REQUIRE(now.desk.stage().undo().offers().size() == 1);
    REQUIRE(now.desk.stage().undo().offers().first().undo().has_value());
    REQUIRE(now.course().sprays == 0);
}

TEST_CASE("V is a letter like any other in a session with a pump", "[dosing][device]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    DosingStage::press(Qt::Key_F2);
    DosingStage::type(QStringLiteral("v"));
    REQUIRE(page.entry()->mode() == ui::EntryMode::Reading);
    REQUIRE(page.entry()->edit().text() == QStringLiteral("v"));
}

TEST_CASE("Every word of a nasal session fits on a small clinic PC, in both themes", "[dosing][device]") {
    Nasal now;
    DosingStage::press(Qt::Key_V);
    DosingStage::press(Qt::Key_Return);
    now.desk.clockOn(3);
    const auto look = [&now](const QString& name) {
        QCoreApplication::processEvents();
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            now.desk.page().grab().save(QStringLiteral("%1/%2-%3.png")
                                            .arg(qEnvironmentVariable("KAIROS_PICTURES"), name,
                                                 ui::themeName(now.desk.themes().themeId())));
        }
        REQUIRE(test::clippedTexts(*now.desk.page().run()).join(QLatin1Char('\n')).toStdString() == "");
    };
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        now.desk.themes().setTheme(theme);
        look(QStringLiteral("nasal-running"));
        DosingStage::press(Qt::Key_V);
        look(QStringLiteral("nasal-device"));
        DosingStage::press(Qt::Key_Escape);
    }
}

TEST_CASE("After a nasal dose the worksheet opens by key, after another dose there is none",
          "[dosing][device]") {
    Nasal now;
    for (const int wait : {5, 0}) {
        DosingStage::press(Qt::Key_V);
        DosingStage::press(Qt::Key_Return);
        now.desk.clockOn(wait);
    }
    DosingStage::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(now.desk.stage().navigator().opened().isEmpty()); // Not before the patient went home.
    now.desk.finishByUseCases();
    REQUIRE(test::clippedInBothThemes(now.desk.themes(), now.desk.page(), QStringLiteral("nasal-after")) ==
            "");
    DosingStage::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const auto& opened = now.desk.stage().navigator().opened();
    REQUIRE(opened.size() == 1);
    REQUIRE(opened.last().get<ui::MonitoringPlace>().session == now.desk.session);

    DosingStage pump;
    pump.startByUseCases();
    pump.finishByUseCases();
    pump.open();
    DosingStage::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(pump.stage().navigator().opened().isEmpty());
}

} // namespace test_nasal_session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/monitor_dialog.h"

#include "tests/ui/dosing/dosing_stage.h"

#include "ui/shared/time_field.h"

#include <QComboBox>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_monitor_dialog {
using namespace kairos;
using test::DosingStage;

namespace {

/// A dose that runs for half an hour, with its page open.
struct Running {
    DosingStage desk;
    QTemporaryDir folder;

    Running() {
        desk.startByUseCases();
        desk.clockOn(30);
        desk.open();
    }
    QString file(const QByteArray& csv) {
        QFile out(folder.filePath(QStringLiteral("monitor.csv")));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(csv);
        return out.fileName();
    }
    QPushButton& button() {
        for (auto* one : desk.page().findChildren<QPushButton*>()) {
            if (one->text() == QStringLiteral("Import…")) {
                return *one;
            }
        }
        throw std::runtime_error("the page offers no monitor's file");
    }
    /// Opens the dialog from the page by keyboard.
    ui::MonitorDialog& choose(const QByteArray& csv) {
        desk.stage().files().chooseNext(file(csv));
        DosingStage::tabTo(button());
        DosingStage::press(Qt::Key_Space);
        for (auto* dialog : desk.page().window()->findChildren<ui::MonitorDialog*>()) {
            if (dialog->isVisible()) {
                return *dialog;
            }
        }
        throw std::runtime_error("no dialog came");
    }
    qsizetype readings() { return desk.view().content.readings.size(); }
};

} // namespace

TEST_CASE("A monitor's file is looked at before Enter takes it in", "[dosing][monitor]") {
    Running running;
    const auto before = running.readings();
    auto& dialog = running.choose("time,sys,dia,hr,spo2,rr\n09:05,130,80,72,97,14\n09:06,131,81,73,400,14\n"
                                  "23:00,131,81,73,97,14\n");
    REQUIRE(dialog.summaryText().contains(QStringLiteral("2 reading")));
    REQUIRE(dialog.summaryText().contains(QStringLiteral("refused")));
    REQUIRE_FALSE(dialog.summaryText().contains(QStringLiteral("said twice")));
    REQUIRE(dialog.linesText().contains(QStringLiteral("Line 4 is refused")));
    REQUIRE(dialog.linesText().contains(QStringLiteral("spo2 cannot be 400")));
    REQUIRE(running.readings() == before);
    if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
        for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
            running.desk.themes().setTheme(theme);
            QCoreApplication::processEvents();
            dialog.grab().save(qEnvironmentVariable("KAIROS_PICTURES") +
                               QStringLiteral("/monitor-%1.png").arg(ui::themeName(theme)));
        }
    }
    QTest::keyClick(&dialog, Qt::Key_Return);
    REQUIRE_FALSE(dialog.isVisible());
    REQUIRE(running.readings() == before + 2);
}

TEST_CASE("Leaving the monitor's dialog leaves the session as it was", "[dosing][monitor]") {
    Running running;
    const auto before = running.readings();
    auto& dialog = running.choose("time,hr\n09:05,72\n");
    QTest::keyClick(&dialog, Qt::Key_Escape);
    REQUIRE_FALSE(dialog.isVisible());
    REQUIRE(running.readings() == before);
}

TEST_CASE("Unknown columns are chosen once and counted minutes begin where a person says",
          "[dosing][monitor]") {
    Running running;
    auto& dialog = running.choose("sample,beats\n0,72\n5,75\n");
    REQUIRE_FALSE(dialog.report().has_value());
    REQUIRE_FALSE(dialog.acceptButton().isEnabled());
    dialog.column(QStringLiteral("time")).setCurrentText(QStringLiteral("sample"));
    dialog.column(QStringLiteral("hr")).setCurrentText(QStringLiteral("beats"));
    dialog.timeKind().setCurrentIndex(2);
    REQUIRE(dialog.report().has_value());
    REQUIRE(dialog.report()->fresh.first().at.utcMs == running.desk.stored().startedAt->utcMs);
    dialog.start().setTime(QTime(9, 10));
    REQUIRE(dialog.report()->fresh.first().at ==
            running.desk.stage().fixture().at(QDate(2026, 11, 2), QTime(9, 10)));
    const auto before = running.readings();
    dialog.accept();
    REQUIRE(running.readings() == before + 2);
    auto& again = running.choose("sample,beats\n0,72\n");
    REQUIRE(again.column(QStringLiteral("hr")).currentText() == QStringLiteral("beats"));
}

TEST_CASE("A file that brings nothing new cannot be taken in", "[dosing][monitor]") {
    Running running;
    running.choose("time,hr\n09:05,72\n").accept();
    auto& dialog = running.choose("time,hr\n09:05,72\n");
    REQUIRE(dialog.summaryText().contains(QStringLiteral("in the session already")));
    REQUIRE_FALSE(dialog.acceptButton().isEnabled());
    const auto before = running.readings();
    dialog.accept();
    REQUIRE(running.readings() == before);
}

TEST_CASE("A place that asks for a monitor's file opens its choice", "[dosing][monitor]") {
    Running running;
    running.desk.page().showPart(QString(ui::kPartMonitor));
    REQUIRE(running.desk.stage().files().asked().size() == 1);
    REQUIRE(running.desk.stage().files().asked().first().title.contains(QStringLiteral("monitor")));
}

} // namespace test_monitor_dialog

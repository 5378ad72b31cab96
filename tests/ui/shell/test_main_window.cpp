// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/window_fixture.h"

#include "ui/patients/patient_form_page.h"
#include "ui/patients/patients_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/go_to_box.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/rail_button.h"
#include "ui/shell/status_item.h"

#include "core/workflow/draft_desk.h"

#include <QMenuBar>
#include <QScreen>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <optional>

namespace test_main_window {
using namespace kairos;
using namespace kairos::test;

namespace {

constexpr qint64 kMinuteMs = 60'000;

void tick(WindowFixture& alder) {
    alder.window().work()->tick(alder.window().idleLock().leftMs());
    alder.window().idleLock().tick();
}

} // namespace

TEST_CASE("The rail shows only places that some room brings", "[shell]") {
    WindowFixture alder;
    alder.unlock();
    QStringList shown;
    for (const auto* entry : alder.window().findChildren<ui::RailButton*>()) {
        shown.append(entry->text());
    }
    for (const auto& [place, title] :
         QList<QPair<ui::Place, QString>>{{ui::TodayPlace{}, QStringLiteral("Today")},
                                          {ui::PatientsPlace{}, QStringLiteral("Patients")},
                                          {ui::OutcomesPlace{}, QStringLiteral("Outcomes")},
                                          {ui::LedgerPlace{}, QStringLiteral("Ledger")}}) {
        REQUIRE(shown.contains(title) == alder.window().pages().has(place));
    }
    REQUIRE(shown.contains(QStringLiteral("Lock")));
}

TEST_CASE("The first time, a screen without room for the window and its frame is filled", "[shell]") {
    WindowFixture alder;
    const QSize room = alder.window().screen()->availableSize();
    REQUIRE(room.width() < 1366); // as it is for the tests
    alder.window().showOnDesk();
    REQUIRE(alder.window().isMaximized());
}

TEST_CASE("The day is painted first and read after, and the journal is checked behind it", "[shell]") {
    WindowFixture alder;
    std::optional<bool> wasUnpainted;
    const auto* today = static_cast<ui::Page*>(nullptr);
    QObject::connect(&alder.window(), &ui::MainWindow::stateChanged, &alder.window(), [&] {
        if (auto* work = alder.window().work(); work != nullptr) {
            wasUnpainted = work->context().isUnpainted;
            today = work->page();
        }
    });
    const auto says = [&](const QString& words) {
        const auto items = alder.window().findChildren<ui::StatusItem*>();
        return std::any_of(items.begin(), items.end(),
                           [&](const ui::StatusItem* item) { return item->words().startsWith(words); });
    };
    alder.enter();
    REQUIRE(wasUnpainted == true);
    REQUIRE(says(QStringLiteral("journal not yet checked")));
    WindowFixture::waitFor([&] { return !alder.window().work()->context().isUnpainted; });
    REQUIRE(alder.window().work()->page() == today);
    REQUIRE(today->isAncestorOf(QApplication::focusWidget()));
    WindowFixture::waitFor([&] { return says(QStringLiteral("journal checked")); });
}

TEST_CASE("The idle lock falls after the practice's minutes, and not before", "[shell][lock]") {
    WindowFixture alder;
    alder.unlock();
    const int minutes = alder.window().work()->practice().practice().idleLockMinutes;
    alder.alder().clock().advanceMs(minutes * kMinuteMs - 1);
    tick(alder);
    REQUIRE(alder.window().work() != nullptr);
    alder.alder().clock().advanceMs(1);
    tick(alder);
    REQUIRE(alder.window().work() == nullptr);
}

TEST_CASE("A key press starts the idle lock again", "[shell][lock]") {
    WindowFixture alder;
    alder.unlock();
    const int minutes = alder.window().work()->practice().practice().idleLockMinutes;
    alder.alder().clock().advanceMs(minutes * kMinuteMs - 1);
    alder.press(Qt::Key_A);
    alder.alder().clock().advanceMs(minutes * kMinuteMs - 1);
    tick(alder);
    REQUIRE(alder.window().work() != nullptr);
}

TEST_CASE("The lock keeps the draft, and the same person comes back to the same page", "[shell][lock]") {
    WindowFixture alder;
    alder.unlock();
    alder.window().work()->open(ui::PatientFormPlace{});
    alder.type(QStringLiteral("Pryce"));
    alder.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(alder.window().work() == nullptr);
    REQUIRE(alder.window().findChildren<ui::PatientFormPage*>().isEmpty());
    alder.type(support::OpenPracticeFixture::password());
    alder.press(Qt::Key_Return);
    REQUIRE(alder.page<ui::PatientFormPage>().isVisible());
    REQUIRE(alder.visibleEdit("familyNameEdit")->text() == QStringLiteral("Pryce"));
}

TEST_CASE("Ctrl+K goes to a place by a few letters", "[shell][goto]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_K, Qt::ControlModifier);
    auto* box = alder.window().findChild<ui::GoToBox*>();
    REQUIRE(box != nullptr);
    REQUIRE(
        QTest::qWaitFor([&] { return box->isVisible() && box->isAncestorOf(QApplication::focusWidget()); }));
    alder.type(QStringLiteral("sett"));
    alder.press(Qt::Key_Return);
    REQUIRE(alder.page<ui::SettingsPage>().isVisible());
    // Without a window system nothing makes the window active again when the box is gone.
    alder.show();
    alder.press(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(alder.page<ui::PatientsPage>().isVisible());
}

TEST_CASE("Ctrl+K finds a patient", "[shell][goto]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    alder.press(Qt::Key_K, Qt::ControlModifier);
    auto* box = alder.window().findChild<ui::GoToBox*>();
    REQUIRE(
        QTest::qWaitFor([&] { return box->isVisible() && box->isAncestorOf(QApplication::focusWidget()); }));
    alder.type(QStringLiteral("marsh"));
    alder.press(Qt::Key_Return);
    REQUIRE(ui::patientOf(alder.window().work()->place()) == elena);
}

TEST_CASE("Ctrl+Alt+2 opens the patients from anywhere", "[shell]") {
    WindowFixture alder;
    alder.unlock();
    alder.window().work()->open(ui::SettingsPlace{});
    alder.press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    REQUIRE(alder.page<ui::PatientsPage>().isVisible());
}

TEST_CASE("F1 shows the keys of the page", "[shell]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_F1);
    auto* sheet = alder.window().findChild<ui::KeySheet*>();
    REQUIRE(sheet != nullptr);
    REQUIRE(sheet->isVisible());
}

TEST_CASE("The menu bar is hidden until Alt and holds every command", "[shell][menu]") {
    WindowFixture alder;
    alder.unlock();
    REQUIRE_FALSE(alder.window().menuBar()->isVisible());
    QTest::keyPress(alder.focused(), Qt::Key_Alt);
    QTest::keyRelease(alder.focused(), Qt::Key_Alt, Qt::AltModifier);
    REQUIRE(alder.window().menuBar()->isVisible());
    REQUIRE(alder.window().menuBar()->actions().size() == 5);
}

TEST_CASE("Alt as a part of a shortcut leaves the menu bar away", "[shell][menu]") {
    WindowFixture alder;
    alder.unlock();
    alder.window().work()->open(ui::SettingsPlace{});
    SECTION("of the window") {
        alder.press(Qt::Key_Left, Qt::AltModifier);
        REQUIRE(alder.page<ui::PatientsPage>().isVisible());
    }
    SECTION("with Ctrl") {
        alder.press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        REQUIRE(alder.page<ui::PatientsPage>().isVisible());
    }
    SECTION("that nobody has") {
        alder.press(Qt::Key_F12, Qt::AltModifier);
        REQUIRE(alder.page<ui::SettingsPage>().isVisible());
    }
    SECTION("that was given up while Ctrl was held") {
        QTest::keyPress(alder.focused(), Qt::Key_Alt, Qt::ControlModifier);
        QTest::keyRelease(alder.focused(), Qt::Key_Alt, Qt::ControlModifier);
        REQUIRE(alder.page<ui::SettingsPage>().isVisible());
    }
    REQUIRE_FALSE(alder.window().menuBar()->isVisible());
    // Alt alone still shows it.
    QTest::keyPress(alder.focused(), Qt::Key_Alt);
    QTest::keyRelease(alder.focused(), Qt::Key_Alt, Qt::AltModifier);
    REQUIRE(alder.window().menuBar()->isVisible());
}

TEST_CASE("What this PC remembers survives a restart", "[shell][settings]") {
    WindowFixture alder;
    alder.unlock();
    alder.window().setAppearance({ui::ThemeChoice::Dark, 11});
    const auto stored = ui::SettingsFile(alder.settingsPath()).load();
    REQUIRE(stored.appearance == ui::Appearance{ui::ThemeChoice::Dark, 11});
    REQUIRE(stored.opened.size() == 1);
    REQUIRE(stored.opened.first().name == QStringLiteral("Alder House"));
}

TEST_CASE("A settings file that does not read gives the defaults", "[shell][settings]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("desktop.json"));
    const QByteArray text =
        GENERATE(QByteArray("not json"), QByteArray("[]"), QByteArray(R"({"points":900})"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto loaded = ui::SettingsFile(path).load();
    REQUIRE(loaded.opened.isEmpty());
    REQUIRE(loaded.appearance.theme == ui::ThemeChoice::System);
    REQUIRE(loaded.appearance.points <= 16);
}

TEST_CASE("Every word of the pages fits at 1366 by 768", "[shell][fit]") {
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    WindowFixture alder(theme);
    alder.alder().addElena();
    alder.unlock();
    REQUIRE(clippedTexts(alder.window()) == QStringList());
    alder.window().work()->open(ui::PatientFormPlace{});
    REQUIRE(clippedTexts(alder.window()) == QStringList());
    for (const QLatin1String section :
         {ui::kSectionPractice, ui::kSectionCalendar, ui::kSectionPeople, ui::kSectionSpelling,
          ui::kSectionPassword, ui::kSectionAppearance, ui::kSectionRecord}) {
        alder.window().work()->open(ui::SettingsPlace{section});
        REQUIRE(clippedTexts(alder.window()) == QStringList());
    }
}

} // namespace test_main_window

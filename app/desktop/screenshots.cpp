// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshots.h"

#include "app/desktop/composition.h"
#include "app/desktop/demo_places.h"
#include "app/desktop/dosing_shots.h"

#include "ui/dosing/dosing_page.h"
#include "ui/dosing/room_view.h"

#include "ui/shell/work_area.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace kairos::app {
namespace {

constexpr QSize kWindow(1366, 768);
constexpr qint64 kLockLeftMs = 12 * 60'000;

/// Lets posted layout and paint events run until the page stands still.
void settle() {
    for (int i = 0; i < 6; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

bool save(QWidget& window, const QDir& folder, const QString& name) {
    settle();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    if (!window.grab().save(path)) {
        std::fprintf(stderr, "kairos: The picture was not written: %s; check the folder\n", qPrintable(path));
        return false;
    }
    std::printf("%s\n", qPrintable(path));
    return true;
}

/// The room view of the dose that is shown, at the smallest and at a usual size.
bool saveRoomView(ui::WorkArea& work, const QDir& folder, const QString& ending) {
    auto* page = work.findChild<ui::DosingPage*>();
    if (page == nullptr) {
        return false;
    }
    page->openRoom();
    bool isGood = page->room() != nullptr;
    for (const QSize size : {kWindow, QSize(1920, 1080)}) {
        if (isGood) {
            page->room()->showNormal();
            page->room()->resize(size);
            isGood = save(*page->room(), folder, QStringLiteral("dosing-room-%1").arg(size.width()) + ending);
        }
    }
    if (page->room() != nullptr) {
        page->room()->close();
    }
    return isGood;
}

bool saveDosingStages(ui::WorkArea& work, const QDir& folder, const QString& ending) {
    bool isGood = true;
    for (const Shot& shot : dosingShots(work.practice())) {
        shot.before();
        work.open(shot.place);
        work.tick(kLockLeftMs);
        isGood = save(work, folder, shot.name + ending) && isGood;
    }
    return isGood;
}

} // namespace

int writeScreenshots(Composition& composition, const QString& folder) {
    const QDir directory(folder);
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr,
                     "kairos: The pictures were not written: the folder cannot be made; choose another\n");
        return 5;
    }
    bool isGood = true;
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        const QString ending = theme == ui::ThemeId::Dark ? QStringLiteral("-dark") : QString();
        composition.theme().setTheme(theme);
        auto practice = composition.demo().openStill();
        if (!practice) {
            std::fprintf(stderr, "kairos: %s\n", qPrintable(practice.error().sentence()));
            return base::exitCode(practice.error().code);
        }
        const auto places = demoPlaces(**practice);
        ui::MainWindow& window = composition.window();
        window.resize(kWindow);
        window.show();
        isGood = save(window, directory, QStringLiteral("welcome") + ending) && isGood;
        ui::DialogQuestions questions;
        ui::SystemFileDialogs files;
        ui::WorkArea work(std::move(*practice), {window.pages(), questions, files, window});
        work.resize(kWindow);
        work.show();
        for (const DemoPlace& page : places) {
            work.open(page.place);
            // What follows the first paint, down to the check of the journal, belongs to the picture.
            while (!work.isAtRest()) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            work.tick(kLockLeftMs);
            isGood = save(work, directory, page.name + ending) && isGood;
            if (page.name == QLatin1String("dosing-running")) {
                isGood = saveRoomView(work, directory, ending) && isGood;
            }
        }
        isGood = saveDosingStages(work, directory, ending) && isGood;
    }
    return isGood ? 0 : 5;
}

} // namespace kairos::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshots.h"

#include "app/desktop/composition.h"
#include "app/desktop/demo_places.h"

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
        ui::WorkArea work(std::move(*practice), {window.pages(), questions, files});
        work.resize(kWindow);
        work.show();
        for (const DemoPlace& page : places) {
            work.open(page.place);
            work.tick(kLockLeftMs);
            isGood = save(work, directory, page.name + ending) && isGood;
        }
    }
    return isGood ? 0 : 5;
}

} // namespace kairos::app

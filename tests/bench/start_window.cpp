// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/first_paint.h"

#include "tests/support/scripted_questions.h"

#include "ui/shared/theme_manager.h"
#include "ui/shell/demo_desk.h"
#include "ui/shell/front_door.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_area.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/workflow/catalog_source.h"
#include "core/workflow/today_query.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

using namespace kairos;

/// Opens the practice that stands there, and takes the time of what is not to be counted.
class Desk final : public ui::DemoDesk {
public:
    Desk(QString path, const workflow::Environment& environment)
        : m_path(std::move(path)), m_environment(environment) {}

    void start() { m_timer.start(); }
    [[nodiscard]] qint64 notCounted() const { return m_notCounted; }

    base::Result<std::unique_ptr<workflow::OpenPractice>> openDemo() override {
        // The door waits a moment so that it can say what it does; opening a practice has no such wait.
        m_notCounted += m_timer.nsecsElapsed();
        auto opened = workflow::OpenPractice::open(m_path, demo::demoPassword(), m_environment);
        if (opened) {
            const auto people = (*opened)->clinicians();
            QElapsedTimer password;
            password.start();
            if (!people || people->isEmpty() ||
                !(*opened)->signIn(people->first().id, demo::demoPassword())) {
                std::abort();
            }
            m_notCounted += password.nsecsElapsed();
        }
        return opened;
    }

private:
    QString m_path;
    const workflow::Environment& m_environment;
    QElapsedTimer m_timer;
    qint64 m_notCounted = 0;
};

/// Ends the program and prints the nanoseconds that are not to be counted.
[[noreturn]] void end(const Desk& desk) {
    std::printf("%lld\n", static_cast<long long>(desk.notCounted()));
    std::fflush(stdout);
    std::_Exit(0);
}

/// Ends the program at the next paint of the page that is due once the day's lists, or everything that needs
/// a person, are there.
void endComplete(bench::PaintWatch& watch, ui::WorkArea& work, const Desk& desk, bool isWhole) {
    auto* look = new QTimer(&work);
    QObject::connect(look, &QTimer::timeout, &work, [&watch, &work, &desk, look, isWhole] {
        if (isWhole && workflow::TodayQuery(work.practice()).searched()) {
            return;
        }
        look->stop();
        watch.whenPainted(*work.page(), [&desk] { end(desk); });
        work.page()->update();
    });
    QObject::connect(&work, &ui::WorkArea::begun, look, [look] { look->start(0); });
}

} // namespace

/// The window as app/desktop makes it, over the practice of the first argument, at the moment of the second
/// (milliseconds), until its first page is "painted", its "day" or its "whole" is there. Prints the
/// nanoseconds that are not to be counted.
int main(int argc, char* argv[]) {
    bench::PaintWatch application(argc, argv);
    const base::ManualClock clock(QByteArray(argv[2]).toLongLong());
    const QByteArray until(argv[3]);
    base::SystemRandom random;
    const auto catalog = workflow::CatalogSource::reading();
    const workflow::Environment environment{
        clock, random, catalog, security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    const QString path = QString::fromLocal8Bit(argv[1]);
    Desk desk(path, environment);
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    ui::ThemeManager theme(application, ui::ThemeId::Light);
    ui::MainWindow window(ui::WindowParts{.environment = environment,
                                          .questions = questions,
                                          .files = files,
                                          .settings = ui::SettingsFile(path + QStringLiteral(".json")),
                                          .theme = &theme,
                                          .systemTheme = ui::ThemeId::Light,
                                          .practiceFolder = {}});
    window.door().setDemoDesk(desk);
    QObject::connect(&window, &ui::MainWindow::stateChanged, &window, [&] {
        if (window.work() != nullptr) {
            if (until == "painted") {
                application.whenPainted(*window.work()->page(), [&desk] { end(desk); });
            } else {
                endComplete(application, *window.work(), desk, until == "whole");
            }
        }
    });
    window.resize(1366, 768);
    window.show();
    desk.start();
    window.door().exploreDemo();
    return QApplication::exec();
}

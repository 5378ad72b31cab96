// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a practice and the run sheet of a running dose as the desktop does, and types one reading after the
/// other into its entry line until it is killed. On standard output: "open MINUTE-CLOCK-MS ROWS" once the
/// sheet stands, then a number for every reading that the screen has acknowledged by clearing the line.
///
///     fault_type_readings FILE PASSPHRASE PASSWORD SESSION NOW-MS FIRST-NUMBER
#include "tests/fault/numbered_line.h"
#include "tests/support/page_stage.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/dosing_page.h"
#include "ui/dosing/entry_line.h"
#include "ui/dosing/run_panel.h"

#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/catalog.h"

#include <QApplication>
#include <QLineEdit>

#include <cstdio>

using namespace kairos;

namespace {

int refuse(const QString& sentence) {
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    return 1;
}

/// Types until it is killed. Gives back only what went wrong.
int typeReadings(ui::DosingPage& page, qint64 first) {
    QLineEdit& edit = page.entry()->edit();
    edit.clear();
    for (qint64 number = first;; ++number) {
        QTest::keyClicks(&edit, test::numberedLine(number));
        QTest::keyClick(&edit, Qt::Key_Return);
        if (!edit.text().isEmpty()) {
            return refuse(page.entry()->echoText());
        }
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char* argv[]) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform grumbles at each window; what matters is said below.
    qputenv("QT_LOGGING_RULES", "*.warning=false");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto session = arguments.size() == 7 ? base::Uuid::fromString(arguments.at(4)) : std::nullopt;
    if (!session) {
        return 2;
    }
    const base::SystemClock real;
    const base::ShiftedClock clock(real, arguments.at(5).toLongLong());
    base::SystemRandom random;
    const auto catalog = workflow::Catalog::builtIn();
    auto practice = workflow::OpenPractice::open(arguments.at(1), arguments.at(2),
                                                 {.clock = clock,
                                                  .random = random,
                                                  .catalog = catalog,
                                                  .practiceCost = security::KeyCost::cheap(),
                                                  .passwordCost = security::KeyCost::cheap(),
                                                  .seenHeadsPath = {}});
    if (!practice) {
        return refuse(practice.error().sentence());
    }
    const auto people = (*practice)->clinicians();
    const auto signedIn = people ? (*practice)->signIn(people->first().id, arguments.at(3))
                                 : tl::unexpected<base::Error>(people.error());
    if (!signedIn) {
        return refuse(signedIn.error().sentence());
    }
    ui::ThemeManager themes(application);
    test::RecordingNavigator navigator;
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    test::RecordingUndo undo;
    ui::DosingPage page(record::SessionId{*session},
                        {**practice, navigator, questions, files, nullptr, nullptr, &undo});
    if (page.controller().trouble()) {
        return refuse(page.controller().trouble()->sentence());
    }
    page.resize(1290, 640);
    page.show();
    std::printf("open %lld %d\n", static_cast<long long>(page.controller().elapsedMs().value_or(-1)),
                page.run()->readings().model()->rowCount());
    std::fflush(stdout);
    return typeReadings(page, arguments.at(6).toLongLong());
}

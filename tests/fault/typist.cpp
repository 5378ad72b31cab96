// SPDX-License-Identifier: GPL-3.0-or-later
///     fault_typist FILE PASSPHRASE PASSWORD SESSION readings NOW-MS FIRST-NUMBER
///     fault_typist FILE PASSPHRASE PASSWORD SESSION note
///     fault_typist FILE PASSPHRASE PASSWORD SESSION private
#include "tests/fault/typist.h"

#include "ui/shared/theme_manager.h"

#include "core/workflow/catalog.h"

#include <QApplication>

#include <cstdio>

namespace kairos::test {

int refuse(const QString& sentence) {
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    return 1;
}

} // namespace kairos::test

int main(int argc, char* argv[]) {
    using namespace kairos;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform grumbles at each window; what matters is said on standard error.
    qputenv("QT_LOGGING_RULES", "*.warning=false");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto session = arguments.size() >= 6 ? base::Uuid::fromString(arguments.at(4)) : std::nullopt;
    const bool isReadings = arguments.value(5) == QLatin1String("readings") && arguments.size() == 8;
    if (!session || (!isReadings && arguments.size() != 6)) {
        return 2;
    }
    const base::SystemClock real;
    const base::ShiftedClock clock(real, isReadings ? arguments.at(6).toLongLong() : real.nowMs());
    base::SystemRandom random;
    const auto catalog = workflow::Catalog::builtIn();
    const auto practice = workflow::OpenPractice::open(arguments.at(1), arguments.at(2),
                                                       {.clock = clock,
                                                        .random = random,
                                                        .catalog = catalog,
                                                        .practiceCost = security::KeyCost::cheap(),
                                                        .passwordCost = security::KeyCost::cheap(),
                                                        .seenHeadsPath = {}});
    if (!practice) {
        return test::refuse(practice.error().sentence());
    }
    const auto people = (*practice)->clinicians();
    const auto signedIn = people ? (*practice)->signIn(people->first().id, arguments.at(3))
                                 : tl::unexpected<base::Error>(people.error());
    if (!signedIn) {
        return test::refuse(signedIn.error().sentence());
    }
    const ui::ThemeManager themes(application);
    test::TypistDesk desk{.practice = **practice, .navigator = {}, .questions = {}, .files = {}, .undo = {}};
    const record::SessionId id{*session};
    if (isReadings) {
        return test::typeReadings(desk, id, arguments.at(7).toLongLong());
    }
    return test::typeNote(desk, id,
                          arguments.at(5) == QLatin1String("private") ? arguments.at(3) : QString());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "core/demo/demo_practice.h"
#include "core/workflow/catalog.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr int kPatients = 10'000;

/// Microseconds from starting the program to its end, which is the paint that is asked for, less what it says
/// not to count.
double lifeOf(const char* program, const QStringList& arguments) {
    QProcess process;
    const double life = microseconds([&] {
        process.start(QString::fromUtf8(program), arguments);
        process.waitForFinished(-1);
    });
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        throw std::runtime_error("a window did not come");
    }
    return life - process.readAllStandardOutput().trimmed().toDouble() / 1000.0;
}

} // namespace

int benchStart() {
    const QTemporaryDir folder;
    demo::DemoRequest request;
    request.path = folder.filePath(QStringLiteral("crowd.kairos"));
    request.passphrase = demo::demoPassword();
    request.patients = kPatients;
    request.practiceCost = security::KeyCost::cheap();
    if (const auto made = demo::makeDemo(request, workflow::Catalog::builtIn()); !made) {
        throw std::runtime_error(made.error().sentence().toStdString());
    }
    const QString now = QString::number(demo::storyNowMs({}).value());
    const auto until = [&](const char* point) {
        return measureTold(
            kRuns,
            [&] {
                // Each run ends like a killed program; the lock it leaves is no part of an ordinary start.
                QFile::remove(request.path + QStringLiteral(".lock"));
                return lifeOf(KAIROS_START_WINDOW, {request.path, now, QString::fromLatin1(point)});
            },
            [&] { return lifeOf(KAIROS_EMPTY_WINDOW, {}); });
    };
    const int missed = report("start to the painted window / empty Qt window", until("painted"), 3.0);
    // What the first paint leaves for later is told as well, or a window that paints nothing would do best.
    tell("  the same until the lists of the day are painted", until("day"));
    tell("  the same until all that needs a person is found", until("whole"));
    return missed;
}

} // namespace kairos::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/demo/demo_practice.h"
#include "core/workflow/catalog.h"
#include "core/workflow/clinic_care.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <stdexcept>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr int kPatients = 10'000;

void require(bool isMet, const char* what) {
    if (!isMet) {
        throw std::runtime_error(what);
    }
}

/// Microseconds from starting the program to its end, which is the paint that is asked for, less what it says
/// not to count.
double lifeOf(const char* program, const QStringList& arguments) {
    QProcess process;
    const double life = microseconds([&] {
        process.start(QString::fromUtf8(program), arguments);
        process.waitForFinished(-1);
    });
    require(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, "a window did not come");
    return life - process.readAllStandardOutput().trimmed().toDouble() / 1000.0;
}

/// The password of the demo costs what a real one costs. Its derivation is no part of the start, and the 64
/// MiB it takes push everything else out of the processor's caches: the person who signs in gets it anew at
/// the least cost.
void makeSignInCheap(const QString& path, const workflow::Catalog& catalog, qint64 nowMs) {
    const base::ManualClock clock(nowMs);
    base::SystemRandom random;
    const auto cheap = security::KeyCost::cheap();
    const workflow::Environment environment{clock, random, catalog, cheap, cheap, {}};
    const QString password = demo::demoPassword();
    const auto practice = workflow::OpenPractice::open(path, password, environment);
    require(practice.has_value(), "the practice did not open");
    const auto people = (*practice)->clinicians();
    require(people && !people->isEmpty() && (*practice)->signIn(people->first().id, password) &&
                workflow::ClinicCare(**practice).changePassword(password, password),
            "the password was not set");
}

} // namespace

int benchStart() {
    const QTemporaryDir folder;
    const auto catalog = workflow::Catalog::builtIn();
    demo::DemoRequest request;
    request.path = folder.filePath(QStringLiteral("crowd.kairos"));
    request.passphrase = demo::demoPassword();
    request.patients = kPatients;
    request.practiceCost = security::KeyCost::cheap();
    require(demo::makeDemo(request, catalog).has_value(), "the practice was not made");
    const qint64 nowMs = demo::storyNowMs({}).value();
    makeSignInCheap(request.path, catalog, nowMs);
    const QString now = QString::number(nowMs);
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

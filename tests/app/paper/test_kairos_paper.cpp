// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scan_samples.h"

#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

namespace test_kairos_paper {
using namespace kairos;
using support::pdfSample;

namespace {

constexpr int kWaitMs = 60'000; ///< for a child that hangs; never reached when all is well

struct Drawn {
    int exit = -1;
    QByteArray out;
    QByteArray error;

    [[nodiscard]] QByteArray head() const { return out.left(out.indexOf('\n')); }
};

Drawn run(const QString& program, const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForStarted(kWaitMs));
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(kWaitMs));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Drawn draw(const QByteArray& pdf, const QString& page = QStringLiteral("1"),
           const QString& dots = QStringLiteral("60000000")) {
    return run(QStringLiteral(KAIROS_PAPER), {page, dots}, pdf);
}

} // namespace

TEST_CASE("A page comes out as a head and its dots, and nothing else", "[paper]") {
    const Drawn page = draw(pdfSample(2), QStringLiteral("2"));
    REQUIRE(page.exit == 0);
    REQUIRE(page.error.isEmpty());
    REQUIRE(page.head() == "pages 2 width 556 height 278 damaged 0 blank 0");
    REQUIRE(page.out.size() == page.head().size() + 1 + 556 * 278 * 4);
}

TEST_CASE("A page is drawn coarser where the dots are few", "[paper]") {
    const Drawn page = draw(pdfSample(), QStringLiteral("1"), QStringLiteral("10000"));
    REQUIRE(page.exit == 0);
    REQUIRE(page.head() == "pages 1 width 139 height 69 damaged 0 blank 0");
    REQUIRE(draw(pdfSample(), QStringLiteral("1"), QStringLiteral("1")).exit == 5);
}

TEST_CASE("What cannot be drawn ends with its own exit", "[paper]") {
    REQUIRE(draw({}).exit == 3);
    REQUIRE(draw("no PDF at all").exit == 3);
    REQUIRE(draw(pdfSample(2), QStringLiteral("3")).exit == 5);
    for (const QStringList& arguments : {QStringList(),
                                         {QStringLiteral("1")},
                                         {QStringLiteral("0"), QStringLiteral("10")},
                                         {QStringLiteral("one"), QStringLiteral("10")},
                                         {QStringLiteral("1"), QStringLiteral("0")}}) {
        REQUIRE(run(QStringLiteral(KAIROS_PAPER), arguments, pdfSample()).exit == 2);
    }
}

TEST_CASE("A damaged page is told from a whole one, and a blank one too", "[paper]") {
    QByteArray damaged = pdfSample();
    damaged.replace("(Page 1) Tj ET", "(Page 1 Tj ET ");
    REQUIRE(draw(damaged).head().contains("damaged 1"));
    QByteArray blank = pdfSample();
    blank.replace("(Page 1)", "(      )");
    REQUIRE(draw(blank).head().endsWith("damaged 0 blank 1"));
}

#ifdef Q_OS_LINUX
TEST_CASE("No socket is opened and no file is written", "[paper]") {
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    REQUIRE(!strace.isEmpty());
    // The sanitizers' search for leaks ends a program that is traced.
    const Drawn traced =
        run(strace,
            {QStringLiteral("-f"), QStringLiteral("-E"), QStringLiteral("ASAN_OPTIONS=detect_leaks=0"),
             QStringLiteral("-e"), QStringLiteral("trace=network,open,openat,creat"),
             QStringLiteral(KAIROS_PAPER), QStringLiteral("1"), QStringLiteral("60000000")},
            pdfSample());
    REQUIRE(traced.exit == 0);
    REQUIRE(traced.error.contains("openat("));
    for (const char* call : {"AF_INET", "connect(", "O_WRONLY", "O_RDWR", "O_CREAT", "creat("}) {
        INFO(call);
        REQUIRE(!traced.error.contains(call));
    }
}
#endif

} // namespace test_kairos_paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include "tests/support/poppler.h"
#include "tests/support/private_wall.h"

#include <catch2/catch_test_macros.hpp>

namespace test_private_summary {
using namespace kairos;

TEST_CASE("The printed summary of a session holds no word of a private note", "[cli][private][wall]") {
    std::unique_ptr<support::WalledCourse> course;
    const tests::PracticeBench alder([&](support::OpenPracticeFixture& fixture) {
        course = std::make_unique<support::WalledCourse>(fixture);
    });
    const QString pdf = alder.bench().path(QStringLiteral("summary.pdf"));
    const auto run =
        alder.run(QStringLiteral("summary"),
                  {QStringLiteral("--session"), course->session.toString(), QStringLiteral("--pdf"), pdf});
    REQUIRE(run.exit == 0);
    const QString text = test::poppler(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    REQUIRE(text.contains(QStringLiteral("Spoke of the garden.")));
    REQUIRE(!support::hasMarker(text.toUtf8()));
    REQUIRE(!support::hasMarker(support::fileBytes(pdf)));
}

} // namespace test_private_summary

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/vectors.h"

#include "scales_fixture.h"

#include <algorithm>

namespace test_vectors {
using namespace kairos::scales;

namespace {

/// Whether some worked example of the instrument reaches this total.
bool reaches(const Instrument& instrument, double total) {
    return std::ranges::any_of(instrument.vectors,
                               [total](const Vector& vector) { return vector.expect.total == total; });
}

} // namespace

TEST_CASE("Every installed instrument loads", "[scales][instruments]") {
    for (const RefusedInstrument& refused : library().refused()) {
        FAIL(refused.file.toStdString() << " " << refused.reason.toStdString());
    }
    REQUIRE(library().all().size() == 29);
}

TEST_CASE("The instruments of the command line are installed", "[scales][instruments]") {
    const QStringList ids =
        QStringLiteral("phq-9 phq-2 gad-7 qids-sr16 madrs madrs-s hamd-17 bdi-ii c-ssrs cadss cadss-6 "
                       "bprs-positive moaas rass aldrete padss who-5 wsas sds pcl-5 pc-ptsd-5 audit-c isi "
                       "meq-30 ebi icsi icpi bpic-ss wai-sr")
            .split(u' ');
    for (const QString& id : ids) {
        INFO(id.toStdString());
        REQUIRE(library().find(id) != nullptr);
    }
}

TEST_CASE("Every installed instrument scores its own worked examples", "[scales][instruments]") {
    for (const Instrument& instrument : library().all()) {
        REQUIRE(instrument.vectors.size() >= 3);
        for (const Vector& vector : instrument.vectors) {
            const auto difference = findDifference(instrument, vector);
            INFO(instrument.id.toStdString() << " " << vector.items.toStdString());
            INFO(difference.value_or(QString()).toStdString());
            REQUIRE_FALSE(difference.has_value());
        }
    }
}

TEST_CASE("Both sides of every band edge have a worked example", "[scales][instruments]") {
    for (const Instrument& instrument : library().all()) {
        for (std::size_t i = 1; i < instrument.bands.size(); ++i) {
            INFO(instrument.id.toStdString() << " " << instrument.bands[i].id.toStdString());
            REQUIRE(reaches(instrument, instrument.bands[i - 1].high));
            REQUIRE(reaches(instrument, instrument.bands[i].low));
        }
    }
}

TEST_CASE("Every rule of every instrument is raised and spared by a worked example",
          "[scales][instruments]") {
    for (const Instrument& instrument : library().all()) {
        for (const Rule& rule : instrument.rules) {
            const auto expects = [&rule](const Vector& vector) {
                return vector.expect.flags.contains(rule.flag.id);
            };
            INFO(instrument.id.toStdString() << " " << rule.flag.id.toStdString());
            REQUIRE(std::ranges::any_of(instrument.vectors, expects));
            REQUIRE_FALSE(std::ranges::all_of(instrument.vectors, expects));
        }
    }
}

TEST_CASE("Only instruments that may be reproduced freely ship official wording", "[scales][instruments]") {
    QStringList official;
    for (const Instrument& instrument : library().all()) {
        if (instrument.wording == Wording::Official) {
            official.append(instrument.id);
        }
    }
    REQUIRE(official.join(u' ') == QStringLiteral("gad-7 pc-ptsd-5 pcl-5 phq-2 phq-9"));
    REQUIRE(installed("bdi-ii").wording == Wording::Total);
    REQUIRE(installed("bdi-ii").items.empty());
}

TEST_CASE("A worked example that does not hold is told with what came out", "[scales][instruments]") {
    const Instrument& phq = installed("phq-9");
    Vector vector = phq.vectors.first();
    vector.expect.total = 1;
    REQUIRE(findDifference(phq, vector) == QStringLiteral("total comes out as 0, expected is 1"));
    vector = phq.vectors.first();
    vector.expect.band = QStringLiteral("mild");
    REQUIRE(findDifference(phq, vector) == QStringLiteral("band comes out as minimal, expected is mild"));
    vector = phq.vectors.first();
    vector.expect.flags = {QStringLiteral("case")};
    REQUIRE(findDifference(phq, vector) == QStringLiteral("flags comes out as , expected is case"));
    vector = phq.vectors.first();
    vector.expect.answered = 8;
    REQUIRE(findDifference(phq, vector) == QStringLiteral("answered comes out as 9, expected is 8"));
    vector = phq.vectors.first();
    vector.expect.rawSum = 8;
    REQUIRE(findDifference(phq, vector) == QStringLiteral("rawSum comes out as 0, expected is 8"));
    vector = phq.vectors.first();
    vector.expect.prorated = true;
    REQUIRE(findDifference(phq, vector) == QStringLiteral("prorated comes out as false, expected is true"));
    vector = phq.vectors.first();
    vector.expect.subscales = {Subscale{QStringLiteral("mood"), 1.0}};
    REQUIRE(findDifference(phq, vector) == QStringLiteral("there is no subscale \"mood\""));
    vector = phq.vectors.first();
    vector.items = QStringLiteral("0,0");
    REQUIRE(findDifference(phq, vector).has_value());
}

} // namespace test_vectors

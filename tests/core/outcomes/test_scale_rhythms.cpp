// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcomes/scale_rhythms.h"

#include "core/scales/instrument_library.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_scale_rhythms {
using namespace kairos;
using outcomes::ScaleRhythms;

namespace {

QByteArray shipped() {
    QFile file(QStringLiteral(":/kairos/outcomes/rhythms.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("Every shipped rhythm names an instrument, its source and how sure it is", "[outcomes][rhythm]") {
    const auto library = scales::InstrumentLibrary::builtIn();
    const auto& rhythms = ScaleRhythms::builtIn();
    REQUIRE(rhythms.sessions.size() == 1);
    REQUIRE(rhythms.doses.size() == 2);
    const auto& alliance = rhythms.sessions.first();
    REQUIRE(alliance.instrument == QStringLiteral("wai-sr"));
    REQUIRE(alliance.basis.confidence == base::Confidence::Medium);
    REQUIRE(alliance.counts.size() == 3);
    REQUIRE_FALSE(alliance.counts.contains(record::TherapyType::PhoneContact));
    REQUIRE(library.find(alliance.instrument) != nullptr);
    REQUIRE(library.find(rhythms.alliance.instrument) != nullptr);
    for (const auto& rhythm : rhythms.doses) {
        REQUIRE(library.find(rhythm.instrument) != nullptr);
        REQUIRE_FALSE(rhythm.basis.source.isEmpty());
        REQUIRE(rhythm.basis.confidence == base::Confidence::Check);
    }
}

TEST_CASE("A rhythm that does not fit is refused with its place", "[outcomes][rhythm]") {
    struct Case {
        const char* from;
        const char* to;
        const char* place;
    };
    const auto bad = GENERATE(
        Case{"\"first\": { \"from\": 2, \"to\": 3 }", "\"first\": { \"from\": 0, \"to\": 3 }",
             "/sessions/0/first/from"},
        Case{"\"first\": { \"from\": 2, \"to\": 3 }", "\"first\": { \"from\": 3, \"to\": 2 }",
             "/sessions/0/first/to"},
        Case{"\"quietAfterDays\": 60", "\"quietAfterDays\": 0", "/sessions/0/quietAfterDays"},
        Case{"[\"preparation\", \"integration\", \"therapy\"]", "[\"dinner\"]", "/sessions/0/counts"},
        Case{"\"lateAfterDays\": 1", "\"lateAfterDays\": -1", "/doses/0/lateAfterDays"},
        Case{"\"goneAfterDays\": 7", "\"goneAfterDays\": 1", "/doses/0/goneAfterDays"},
        Case{"\"confidence\": \"M\"", "\"confidence\": \"X\"", "/sessions/0/confidence"},
        Case{"\"value\": 3,", "\"value\": 9,", "/alliance/meanBelow"},
        Case{"\"id\": \"alliance\"", "\"name\": \"alliance\"", "/sessions/0"});
    QByteArray file = shipped();
    const auto at = file.indexOf(bad.from);
    REQUIRE(at >= 0);
    file.replace(at, static_cast<qsizetype>(qstrlen(bad.from)), bad.to);
    const auto read = ScaleRhythms::read(file);
    REQUIRE_FALSE(read.has_value());
    INFO(read.error().why.toStdString());
    REQUIRE(read.error().why.startsWith(QString::fromLatin1(bad.place)));
}

TEST_CASE("A file that is no JSON object is refused", "[outcomes][rhythm]") {
    REQUIRE_FALSE(ScaleRhythms::read("no JSON").has_value());
    REQUIRE_FALSE(ScaleRhythms::read("[]").has_value());
    REQUIRE_FALSE(ScaleRhythms::read("{}").has_value());
}

} // namespace test_scale_rhythms

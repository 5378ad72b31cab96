// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalog.h"
#include "core/workflow/history_query.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/record_words.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_history_query {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::HistoryQuery;

TEST_CASE("The history is newest first and names who", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    required(workflow::PatientCare(fixture.practice()).addWeight(elena, base::Kilograms{68.4}));
    const auto lines = required(HistoryQuery(fixture.practice()).of(elena, 50, QLocale::c()));
    REQUIRE(lines.size() >= 2);
    REQUIRE(lines.first().kind == RecordKind::Weight);
    REQUIRE(lines.first().what == QStringLiteral("68.4 kg"));
    REQUIRE(lines.first().who == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(lines.first().count > lines.last().count);
}

TEST_CASE("A change says what was there before", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    workflow::PatientCare care(fixture.practice());
    auto draft = required(care.load(elena));
    draft.patient.familyName = QStringLiteral("Marsh-Lund");
    required(care.save(draft));
    const auto lines = required(HistoryQuery(fixture.practice()).of(elena, 50, QLocale::c()));
    REQUIRE(lines.first().action == Action::Changed);
    REQUIRE(lines.first().what.startsWith(QStringLiteral("Elena Marsh-Lund")));
    REQUIRE(lines.first().before.startsWith(QStringLiteral("Elena Marsh, ")));
}

TEST_CASE("The limit keeps the newest entries", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const auto elena = fixture.addElena();
    workflow::PatientCare care(fixture.practice());
    required(care.addWeight(elena, base::Kilograms{68}));
    required(care.addWeight(elena, base::Kilograms{69}));
    const auto lines = required(HistoryQuery(fixture.practice()).of(elena, 1, QLocale::c()));
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.first().what == QStringLiteral("69.0 kg"));
}

TEST_CASE("Every kind of record has a word, and rubbish says nothing", "[workflow][history]") {
    OpenPracticeFixture fixture;
    const QLocale locale = QLocale::c();
    const workflow::RecordWordsContext context{fixture.practice().catalog().instruments,
                                               fixture.practice().zone(), locale,
                                               [](const auto&) { return std::nullopt; }};
    for (const RecordKind kind : kAllKinds) {
        REQUIRE_FALSE(workflow::kindWords(kind).isEmpty());
        REQUIRE(workflow::recordInWords(kind, QByteArray("rubbish"), context).isEmpty());
    }
}

} // namespace test_history_query

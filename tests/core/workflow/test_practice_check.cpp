// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/practice_check.h"

#include "tests/core/workflow/shared_visit.h"

#include "core/storage/connection.h"
#include "core/storage/practice_file.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>

namespace test_practice_check {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using test::SharedVisit;
using workflow::CheckDepth;
using workflow::CheckProgress;
using workflow::PracticeCheck;

namespace {

/// A signed visit, whose note was changed past the rule that signed content is fixed.
struct ChangedVisit : SharedVisit {
    ChangedVisit() {
        write(QStringLiteral("Calm throughout."));
        required(sign());
        auto note = content().notes.first();
        note.sections.first().text = QStringLiteral("Agitated.");
        required(practice().file().commit(
            {practice().actor(), practice().now(), {{Action::Changed, note, QStringLiteral("slip")}}, {}}));
    }
};

} // namespace

TEST_CASE("The record of a sound practice holds at both depths", "[workflow][check]") {
    OpenPracticeFixture alder;
    alder.addElena();
    const PracticeCheck check(alder.practice());
    for (const auto depth : {CheckDepth::Journal, CheckDepth::Deep}) {
        const auto report = required(check.run(depth));
        REQUIRE(report.isOk());
        REQUIRE(report.findings().isEmpty());
        REQUIRE(report.entries == 4);
        REQUIRE(report.head.size() == 64);
    }
}

TEST_CASE("The quick check leaves the signatures out, the deep one names session, day and patient",
          "[workflow][check]") {
    ChangedVisit visit;
    const PracticeCheck check(visit.practice());
    REQUIRE(required(check.run(CheckDepth::Journal)).isOk());
    const auto report = required(check.run(CheckDepth::Deep));
    REQUIRE_FALSE(report.isOk());
    REQUIRE(report.ofFile.isEmpty());
    const auto findings = report.findings();
    REQUIRE_FALSE(findings.isEmpty());
    for (const auto& finding : findings) {
        REQUIRE(finding.level == base::FindingLevel::Stop);
        REQUIRE(finding.rule == QStringLiteral("verify.signature"));
        REQUIRE(finding.subject == visit.id.toString());
        REQUIRE(finding.text.contains(QStringLiteral("session of 2026-11-02, ") + visit.id.toString()));
        REQUIRE_FALSE(finding.text.contains(QStringLiteral("Marsh")));
    }
    const auto sentences = report.sentences();
    REQUIRE(sentences.size() == findings.size());
    REQUIRE(sentences.first() == QStringLiteral("Elena Marsh: ") + findings.first().text);
}

TEST_CASE("Of a damaged file the signatures are not asked", "[workflow][check]") {
    ChangedVisit visit;
    const auto key = visit.practice().file().key().clone();
    visit.fixture.close();
    storage::Connection(visit.fixture.path(), storage::OpenMode::Write, &key)
        .execute("DELETE FROM reading; DELETE FROM note");
    visit.fixture.reopen();
    const auto report = required(PracticeCheck(visit.practice()).run(CheckDepth::Deep));
    REQUIRE_FALSE(report.isOk());
    REQUIRE(report.unfit.isEmpty());
    REQUIRE(report.ofFile.first().rule == QStringLiteral("verify.table-differs"));
    REQUIRE(report.sentences().first() == report.ofFile.first().text);
}

TEST_CASE("A check that is stopped says so, while it reads the file and the signatures",
          "[workflow][check]") {
    ChangedVisit visit;
    const PracticeCheck check(visit.practice());
    for (const auto part : {CheckProgress::Part::File, CheckProgress::Part::Signatures}) {
        int told = 0;
        const auto report = check.run(CheckDepth::Deep, [&](const CheckProgress& progress) {
            told += progress.part == part ? 1 : 0;
            return progress.part != part;
        });
        REQUIRE_FALSE(report.has_value());
        REQUIRE(report.error().code == base::ErrorCode::Refused);
        REQUIRE(told == 1);
    }
}

TEST_CASE("A deep check tells how far it is, the file before the signatures", "[workflow][check]") {
    ChangedVisit visit;
    QList<CheckProgress> told;
    const auto report = PracticeCheck(visit.practice()).run(CheckDepth::Deep, [&](const CheckProgress& now) {
        told.append(now);
        return true;
    });
    REQUIRE(report.has_value());
    REQUIRE(told.first().part == CheckProgress::Part::File);
    REQUIRE(told.last().part == CheckProgress::Part::Signatures);
    REQUIRE(told.last().share >= 1.0);
}

TEST_CASE("A deep check on another thread holds while sessions are signed", "[workflow][check]") {
    SharedVisit visit;
    visit.write(QStringLiteral("Calm throughout."));
    const PracticeCheck check(visit.practice());
    std::atomic<bool> isDone = false;
    QStringList found;
    int checks = 0;
    std::thread checker([&] {
        while (!isDone || checks == 0) {
            const auto report = check.run(CheckDepth::Deep);
            found += report ? report->sentences() : QStringList{report.error().sentence()};
            ++checks;
        }
    });
    const auto outcome = visit.sign();
    QString amended;
    for (int i = 0; i < 12; ++i) {
        auto note = visit.content().notes.first();
        note.sections.first().text = QStringLiteral("Calm, version %1.").arg(i);
        const auto done = workflow::SignedNotes(visit.practice())
                              .amend(note, visit.because(QStringLiteral("heard the tape")));
        amended += done ? QString() : done.error().sentence();
    }
    isDone = true;
    checker.join();
    REQUIRE(outcome.has_value());
    REQUIRE(amended.isEmpty());
    REQUIRE(found == QStringList());
    REQUIRE(checks > 0);
}

} // namespace test_practice_check

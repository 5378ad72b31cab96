// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/adverse_care.h"

#include "core/record/dosing_session.h"
#include "core/record/packing.h"
#include "core/reports/session_summary.h"
#include "core/storage/practice_file.h"
#include "core/workflow/adverse_register.h"
#include "core/workflow/adverse_words.h"
#include "core/workflow/run_care.h"
#include "core/workflow/signed_content.h"
#include "core/workflow/summary_query.h"
#include "core/workflow/writing_door.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_care {
using namespace kairos;
using namespace record;
using support::OpenPracticeFixture;
using support::required;
using workflow::AdverseCare;
using workflow::asItStands;

namespace {

/// Elena's dose of 12 October 2026 at nine, with nausea at minute 31; signed or not.
struct Fixed {
    OpenPracticeFixture fixture;
    PatientId elena{fixture.addElena()};
    DosingSession dose;
    AdverseEvent nausea;

    explicit Fixed(SessionState state = SessionState::Signed) {
        auto& practice = fixture.practice();
        dose.id = practice.ids().next<SessionId>();
        dose.patient = elena;
        dose.number = 3;
        dose.drug = QStringLiteral("ketamine");
        dose.state = state;
        dose.booked = {QDate(2026, 10, 12), QTime(9, 0), practice.practice().zone};
        dose.startedAt = fixture.at(QDate(2026, 10, 12), QTime(9, 0));
        nausea.id = practice.ids().next<AdverseEventId>();
        nausea.patient = elena;
        nausea.session = dose.id;
        nausea.term = QStringLiteral("Nausea");
        nausea.onset = fixture.at(QDate(2026, 10, 12), QTime(9, 31));
        nausea.grade = 2;
        save(dose);
        save(nausea);
        if (state == SessionState::Signed) {
            Signature signature;
            signature.id = practice.ids().next<SignatureId>();
            signature.targetKind = RecordKind::DosingSession;
            signature.target = dose.id.uuid;
            signature.patient = elena;
            signature.signer = fixture.clinician();
            signature.at = practice.now();
            save(signature);
        }
    }
    template <class Record>
    void save(const Record& value) {
        required(workflow::WritingDoor(fixture.practice()).save({{Action::Created, value, {}}}));
    }
    AdverseFollowUp line(AdverseCourse course, const char* outcome = "") const {
        AdverseFollowUp one;
        one.event = nausea.id;
        one.course = course;
        one.outcome = QString::fromUtf8(outcome);
        return one;
    }
    AdverseFollowUp over(QTime time) {
        auto one = line(AdverseCourse::Over, "recovered");
        one.resolvedAt = fixture.at(QDate(2026, 10, 12), time);
        return one;
    }
    AdverseCare care() { return AdverseCare(fixture.practice()); }
    QList<AdverseFollowUp> lines() { return required(care().followUps(nausea.id)); }
    AdverseEvent stored() {
        return *required(fixture.practice().file().records().find<AdverseEvent>(nausea.id));
    }
};

} // namespace

TEST_CASE("A signed event is fixed: it is neither changed nor taken out", "[workflow][adverse]") {
    Fixed signedDose;
    auto changed = signedDose.nausea;
    changed.grade = 1;
    workflow::RunCare care(signedDose.fixture.practice());
    const auto amended = signedDose.care().amend(changed, QStringLiteral("typed wrong"));
    REQUIRE_FALSE(amended.has_value());
    REQUIRE(amended.error().code == base::ErrorCode::Refused);
    REQUIRE_FALSE(care.withdraw(changed.id, QStringLiteral("typed wrong")).has_value());
    REQUIRE(signedDose.stored() == signedDose.nausea);
}

TEST_CASE("How a signed event went on is a line of its own with who and when", "[workflow][adverse]") {
    Fixed signedDose;
    const auto& practice = signedDose.fixture.practice();
    required(signedDose.care().followUp(signedDose.line(AdverseCourse::GoesOn, "still queasy at home")));
    signedDose.fixture.clock().advanceMs(3'600'000);
    required(signedDose.care().followUp(signedDose.over(QTime(18, 0))));
    const auto lines = signedDose.lines();
    REQUIRE(lines.size() == 2);
    REQUIRE(lines.first().by == signedDose.fixture.clinician());
    REQUIRE(lines.first().at < lines.last().at);
    REQUIRE(lines.last().at == practice.now());
    REQUIRE(signedDose.stored() == signedDose.nausea);
    const auto now = asItStands(signedDose.nausea, lines);
    REQUIRE(now.outcome == QStringLiteral("recovered"));
    REQUIRE(now.resolvedAt == lines.last().resolvedAt);
    REQUIRE(workflow::followUpWords(lines.first(), practice, QLocale(QLocale::English))
                .endsWith(QStringLiteral("Ruth Adeyemi: goes on, still queasy at home")));
}

TEST_CASE("The session summary says what followed a fixed event", "[workflow][adverse]") {
    Fixed signedDose;
    const auto page = [&] {
        const auto bundle = required(
            workflow::SummaryQuery(signedDose.fixture.practice()).bundle(signedDose.dose.id, QLocale::c()));
        return reports::sessionSummary(bundle.facts, safety::SafetyRules::builtIn());
    };
    const QString event = QStringLiteral("Adverse events: Nausea, 09:31, grade 2.");
    REQUIRE(page().events.last() == event);
    REQUIRE(page().later.isEmpty());
    required(signedDose.care().followUp(signedDose.line(AdverseCourse::GoesOn, "still queasy at home")));
    REQUIRE(page().events.last() == event);
    REQUIRE(page().later.size() == 1);
    REQUIRE(page().later.first().startsWith(QStringLiteral("Nausea, followed up ")));
    REQUIRE(page().later.first().endsWith(QStringLiteral(" by Ruth Adeyemi: goes on, still queasy at home")));
}

TEST_CASE("An event that came back goes on again", "[workflow][adverse]") {
    Fixed signedDose;
    required(signedDose.care().followUp(signedDose.over(QTime(10, 0))));
    signedDose.fixture.clock().advanceMs(1000);
    required(signedDose.care().followUp(signedDose.line(AdverseCourse::GoesOn, "came back at noon")));
    REQUIRE_FALSE(asItStands(signedDose.nausea, signedDose.lines()).resolvedAt.has_value());
}

TEST_CASE("A follow-up that says nothing or ends impossibly is refused", "[workflow][adverse]") {
    Fixed signedDose;
    REQUIRE_FALSE(signedDose.care().followUp(signedDose.line(AdverseCourse::AsBefore, "  ")).has_value());
    REQUIRE_FALSE(signedDose.care().followUp(signedDose.line(AdverseCourse::Over)).has_value());
    REQUIRE_FALSE(signedDose.care().followUp(signedDose.over(QTime(9, 30))).has_value());
    auto later = signedDose.over(QTime(12, 0));
    later.resolvedAt = signedDose.fixture.practice().now().plusMinutes(1);
    REQUIRE_FALSE(signedDose.care().followUp(later).has_value());
    auto foreign = signedDose.over(QTime(12, 0));
    foreign.event = signedDose.fixture.practice().ids().next<AdverseEventId>();
    REQUIRE(signedDose.care().followUp(foreign).error().code == base::ErrorCode::NotFound);
    signedDose.fixture.signInAs(QStringLiteral("Ida Berg"), Role::Administrator);
    REQUIRE_FALSE(signedDose.care().followUp(signedDose.over(QTime(12, 0))).has_value());
    REQUIRE(signedDose.lines().isEmpty());
}

TEST_CASE("Before the signature the event itself is changed", "[workflow][adverse]") {
    Fixed held(SessionState::Held);
    REQUIRE_FALSE(required(held.care().isFixed(held.nausea)));
    const auto refused = held.care().followUp(held.over(QTime(10, 0)));
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why.contains(QStringLiteral("not signed")));
    auto ended = held.nausea;
    ended.resolvedAt = held.fixture.at(QDate(2026, 10, 12), QTime(10, 0));
    required(held.care().amend(ended, QStringLiteral("over")));
    REQUIRE(held.stored().resolvedAt == ended.resolvedAt);
}

TEST_CASE("What happened in the session itself, a therapist does not change", "[workflow][adverse]") {
    Fixed held(SessionState::Held);
    held.fixture.signInAs(QStringLiteral("Ida Berg"), Role::Therapist);
    auto graver = held.nausea;
    graver.grade = 3;
    REQUIRE(held.care().amend(graver, QStringLiteral("graver")).error().code == base::ErrorCode::Refused);
    REQUIRE(held.stored() == held.nausea);
}

TEST_CASE("An event outside of a session is followed up", "[workflow][adverse]") {
    Fixed held(SessionState::Held);
    auto headache = held.nausea;
    headache.id = held.fixture.practice().ids().next<AdverseEventId>();
    headache.session.reset();
    held.save(headache);
    REQUIRE(required(held.care().isFixed(headache)));
    auto line = held.over(QTime(20, 0));
    line.event = headache.id;
    required(held.care().followUp(line));
}

TEST_CASE("An addendum corrects with a reason and a signature, and is fixed itself", "[workflow][adverse]") {
    Fixed signedDose;
    auto correction = signedDose.line(AdverseCourse::AsBefore);
    correction.grade = 3;
    correction.serious = Asked::Yes;
    REQUIRE_FALSE(signedDose.care().addAddendum(correction, OpenPracticeFixture::password()).has_value());
    correction.reason = QStringLiteral("needed a drip, graded too low");
    const auto wrong = signedDose.care().addAddendum(correction, QStringLiteral("guess"));
    REQUIRE(wrong.error().code == base::ErrorCode::WrongPassphrase);
    REQUIRE(signedDose.lines().isEmpty());
    required(signedDose.care().addAddendum(correction, OpenPracticeFixture::password()));
    const auto lines = signedDose.lines();
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.first().kind == FollowUpKind::Addendum);
    const auto now = asItStands(signedDose.nausea, lines);
    REQUIRE(now.grade == 3);
    REQUIRE(now.serious == Asked::Yes);
    REQUIRE(now.term == QStringLiteral("Nausea"));
    const auto signatures =
        required(workflow::SignedContent(signedDose.fixture.practice()).signaturesOf(lines.first().id.uuid));
    REQUIRE(signatures.size() == 1);
    REQUIRE(signatures.first().contentHash == workflow::SignedContent::hashOf(pack(lines.first())).toBytes());
    auto again = lines.first();
    again.grade = 1;
    REQUIRE_FALSE(workflow::WritingDoor(signedDose.fixture.practice())
                      .save({{Action::Amended, again, QStringLiteral("x")}})
                      .has_value());
    for (const int grade : {0, 6}) {
        correction.grade = grade;
        REQUIRE_FALSE(signedDose.care().addAddendum(correction, OpenPracticeFixture::password()).has_value());
    }
}

TEST_CASE("The register counts an event as over by its follow-up", "[workflow][adverse]") {
    Fixed signedDose;
    workflow::AdverseFilter open;
    open.onlyUnresolved = true;
    const workflow::AdverseRegisterQuery query(signedDose.fixture.practice());
    REQUIRE(required(query.rows(open)).rows.size() == 1);
    required(signedDose.care().followUp(signedDose.over(QTime(18, 0))));
    REQUIRE(required(query.rows(open)).rows.isEmpty());
    const auto all = required(query.rows({}));
    REQUIRE(all.rows.first().followUps.size() == 1);
    REQUIRE(all.rows.first().event.outcome == QStringLiteral("recovered"));
}

} // namespace test_adverse_care

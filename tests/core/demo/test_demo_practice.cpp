// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_practice.h"

#include "tests/core/demo/open_demo.h"

#include "core/stock/stock_words.h"
#include "core/storage/verify.h"
#include "core/therapy/sheet_forms.h"
#include "core/workflow/dosing_view.h"
#include "core/workflow/ledger_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/risk_lane.h"
#include "core/workflow/screening_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/sheet_query.h"
#include "core/workflow/signed_note.h"
#include "core/workflow/thread_query.h"
#include "core/workflow/today_query.h"

#include <catch2/catch_test_macros.hpp>

namespace test_demo_practice {
using namespace kairos;
using tests::catalog;
using tests::OpenDemo;
using tests::requestAt;

namespace {

storage::JournalHead headOf(const QString& path) {
    auto file = storage::PracticeFile::open(path, demo::demoPassword());
    REQUIRE(file.has_value());
    const auto head = (*file)->head();
    REQUIRE(head.has_value());
    return *head;
}

} // namespace

TEST_CASE("The demo practice is the same for the same seed and another for another", "[demo]") {
    QTemporaryDir folder;
    const QString one = folder.filePath(QStringLiteral("one.kairos"));
    const QString two = folder.filePath(QStringLiteral("two.kairos"));
    const QString other = folder.filePath(QStringLiteral("other.kairos"));
    REQUIRE(demo::makeDemo(requestAt(one), catalog()).has_value());
    REQUIRE(demo::makeDemo(requestAt(two), catalog()).has_value());
    REQUIRE(demo::makeDemo(requestAt(other, 2), catalog()).has_value());
    REQUIRE(headOf(one) == headOf(two));
    REQUIRE(headOf(one).hash != headOf(other).hash);
}

TEST_CASE("The demo practice holds: journal, seal and every table", "[demo]") {
    OpenDemo demo;
    const auto report = storage::verifyPractice(demo.practice->path(), demo.practice->file().key(),
                                                storage::VerifyDepth::Deep);
    REQUIRE(report.has_value());
    for (const auto& finding : report->findings) {
        INFO(finding.text.toStdString());
        REQUIRE(false);
    }
    REQUIRE(report->head.count > 1000);
}

TEST_CASE("The demo practice says that it is synthetic and has fourteen patients", "[demo]") {
    OpenDemo demo;
    REQUIRE(demo.practice->practice().synthetic);
    const auto all = demo.practice->file().search().find({}, 100);
    REQUIRE(all.has_value());
    REQUIRE(all->size() == 14);
}

TEST_CASE("Every clinician of the demo practice signs in with its password", "[demo]") {
    OpenDemo demo;
    const auto clinicians = demo.practice->clinicians();
    REQUIRE(clinicians.has_value());
    REQUIRE(clinicians->size() == 3);
    for (const auto& clinician : *clinicians) {
        REQUIRE(demo.practice->signIn(clinician.id, demo::demoPassword()).has_value());
    }
}

TEST_CASE("At the story's now dose 8 of the story's patient runs in its thirtieth minute", "[demo]") {
    OpenDemo demo;
    const auto sessions =
        workflow::SessionDesk(*demo.practice).dosingOf(demo.patient(QStringLiteral("K-0147")));
    REQUIRE(sessions.has_value());
    REQUIRE(sessions->size() == 8);
    const auto view = workflow::DosingQuery(*demo.practice).view(sessions->last().id);
    REQUIRE(view.has_value());
    REQUIRE(view->session().state == record::SessionState::InProgress);
    REQUIRE(view->figures.has_value());
    REQUIRE(std::abs(view->figures->mg.value - 34.2) < 1e-9);
    REQUIRE(view->given.has_value());
    REQUIRE(std::abs(view->given->given.value - 34.2 * 30 / 40) < 0.01);
    for (const auto& line : view->preDose) {
        INFO(line.id.toStdString() << " " << line.evidence.toStdString());
        REQUIRE_FALSE(line.holds());
    }
}

TEST_CASE("The signed sessions of the demo practice met every criterion before going home", "[demo]") {
    OpenDemo demo;
    const auto patient = demo.patient(QStringLiteral("K-0147"));
    const auto sessions = workflow::SessionDesk(*demo.practice).dosingOf(patient);
    REQUIRE(sessions.has_value());
    const auto view = workflow::DosingQuery(*demo.practice).view(sessions->first().id);
    REQUIRE(view.has_value());
    REQUIRE(view->signatures.size() == 2);
    for (const auto& line : view->discharge) {
        INFO(line.id.toStdString() << " " << line.evidence.toStdString());
        REQUIRE_FALSE(line.holds());
    }
    REQUIRE(view->signatures.first().contentHash == workflow::SignedContent::hashOf(view->content).toBytes());
}

TEST_CASE("Every signature of the demo practice fits what stands under it", "[demo][sign]") {
    OpenDemo demo;
    const auto patient = demo.patient(QStringLiteral("K-0147"));
    const workflow::SessionDesk desk(*demo.practice);
    QList<record::SessionId> ids;
    const auto doses = desk.dosingOf(patient).value();
    for (const auto& session : doses) {
        ids.append(session.id);
    }
    const auto talks = desk.therapyOf(patient).value();
    for (const auto& session : talks) {
        ids.append(session.id);
    }
    REQUIRE(ids.size() > 10);
    for (const auto& id : std::as_const(ids)) {
        const auto content = desk.load(id);
        REQUIRE(content.has_value());
        const auto broken = workflow::SignedNotes(*demo.practice).brokenOf(*content);
        REQUIRE(broken.has_value());
        REQUIRE(broken->isEmpty());
    }
}

TEST_CASE("The demo practice has an open risk item, a closed one and an unsigned note", "[demo]") {
    OpenDemo demo;
    const auto open = workflow::RiskLane(*demo.practice).openItems();
    REQUIRE(open.has_value());
    REQUIRE(open->size() == 1);
    REQUIRE(open->first().patient == demo.patient(QStringLiteral("K-0171")));
    const auto closed = workflow::RiskLane(*demo.practice).itemsOf(demo.patient(QStringLiteral("K-0147")));
    REQUIRE(closed.has_value());
    REQUIRE(closed->size() == 1);
    REQUIRE_FALSE(closed->first().isOpen());
    const auto needs = workflow::TodayQuery(*demo.practice).needs();
    REQUIRE(needs.has_value());
    const auto isUnsigned = [](const workflow::Need& need) {
        return need.kind == workflow::NeedKind::Unsigned;
    };
    REQUIRE(std::count_if(needs->begin(), needs->end(), isUnsigned) == 1);
}

TEST_CASE("The demo practice is screened: met, waiting for a result, and still open", "[demo][screening]") {
    OpenDemo demo;
    const workflow::ScreeningQuery query(*demo.practice);
    const auto elena = query.view(demo.patient(QStringLiteral("K-0147")));
    REQUIRE(elena.has_value());
    REQUIRE(elena->gate.eligibility.state == safety::EligibilityState::Met);
    REQUIRE(elena->trials.size() == 3);
    const auto chow = query.view(demo.patient(QStringLiteral("K-0174")));
    REQUIRE(chow.has_value());
    REQUIRE(chow->gate.isFirstDose);
    REQUIRE(chow->gate.holdsDose());
    REQUIRE(chow->screening.notAsked() == 1);
    const auto bell = query.view(demo.patient(QStringLiteral("K-0176")));
    REQUIRE(bell.has_value());
    REQUIRE(bell->screening.notAsked() == 4);
    const auto vogel = query.view(demo.patient(QStringLiteral("K-0132")));
    REQUIRE(vogel.has_value());
    REQUIRE(vogel->screening.verdict == safety::Verdict::Relative);
    REQUIRE(vogel->interactions.worst() == safety::InteractionLevel::Caution);
}

TEST_CASE("The plans of the demo practice keep what was held", "[demo]") {
    OpenDemo demo;
    const auto plan = workflow::PlanQuery(*demo.practice).current(demo.patient(QStringLiteral("K-0163")));
    REQUIRE(plan.has_value());
    REQUIRE(plan->has_value());
    const auto* doses = (*plan)->actual.of(record::StepKind::Dosing);
    REQUIRE(doses != nullptr);
    REQUIRE(doses->held == 3);
    REQUIRE((*plan)->orders.first().isSigned());
    REQUIRE_FALSE((*plan)->next.next.isEmpty());
}

TEST_CASE("The stock of the demo practice counts vials and nasal devices", "[demo][ledger]") {
    OpenDemo demo;
    const auto patient = demo.patient(QStringLiteral("K-0179"));
    const auto lots = workflow::LedgerQuery(*demo.practice).lots();
    REQUIRE(lots.has_value());
    REQUIRE(lots->size() == 2);
    const auto sessions = workflow::SessionDesk(*demo.practice).dosingOf(patient);
    REQUIRE(sessions.has_value());
    const record::DosingSession& session = sessions->first();
    const auto devices = workflow::LedgerQuery(*demo.practice).lot(session.vial.value());
    REQUIRE(devices.has_value());
    REQUIRE(devices->vial.lot == QStringLiteral("ES-0417"));
    REQUIRE(session.lot == devices->vial.lot);
    REQUIRE(session.expiry == devices->vial.expiry);
    REQUIRE(session.check.has_value());
    QStringList moved;
    for (const stock::RegisterLine& line : devices->standing.lines) {
        moved.append(stock::movedText(devices->vial, line.change));
        if (line.entry.kind == record::LedgerKind::Drawn) {
            REQUIRE(line.entry.patient == patient);
            REQUIRE(line.entry.event.has_value());
        }
    }
    REQUIRE(moved == QStringList{QStringLiteral("+6 device(s)"), QStringLiteral("\u22121 device(s)"),
                                 QStringLiteral("\u22121 device(s)")});
    REQUIRE(stock::stockText(devices->vial, devices->standing.balance) == QStringLiteral("4 device(s)"));
}

TEST_CASE("The demo practice follows one commitment over four sessions, and two are open", "[demo][thread]") {
    OpenDemo demo;
    const workflow::ThreadQuery query(*demo.practice);
    const auto thread = query.ofPatient(demo.patient(QStringLiteral("K-0147")));
    REQUIRE(thread.has_value());
    QList<therapy::ThreadStep> open;
    QList<therapy::ThreadStep> lake;
    for (const therapy::ThreadDose& dose : thread->doses()) {
        for (const therapy::ThreadStep& step : dose.steps) {
            if (step.kind == therapy::ThreadStepKind::Commitment &&
                step.words.startsWith(QStringLiteral("Walk to the lake"))) {
                lake.append(step);
            } else if (!lake.isEmpty() && step.commitment == lake.first().commitment) {
                lake.append(step);
            }
            if (step.kind == therapy::ThreadStepKind::Commitment &&
                step.state != record::CommitmentState::Kept) {
                open.append(step);
            }
        }
    }
    REQUIRE(lake.size() == 4);
    REQUIRE(lake.first().state == record::CommitmentState::Kept);
    REQUIRE(lake.last().state == record::CommitmentState::Kept);
    REQUIRE(open.size() == 2);
    REQUIRE(thread->themes().first().sessions >= 3);
    const auto doses = workflow::SessionDesk(*demo.practice).dosingOf(demo.patient(QStringLiteral("K-0174")));
    REQUIRE(doses.has_value());
    const auto offered = query.intentionFor(doses->first());
    REQUIRE(offered.has_value());
    REQUIRE(*offered == QStringLiteral("To sleep without listening for the door."));
}

TEST_CASE("Elena Marsh has a safety plan that was gone through twice, a values card and a thought record",
          "[demo][sheets]") {
    OpenDemo demo;
    const auto elena = demo.patient(QStringLiteral("K-0147"));
    const auto list = workflow::SheetQuery(*demo.practice).ofPatient(elena);
    REQUIRE(list.has_value());
    REQUIRE(list->sheets.size() == 3);
    const record::TherapySheet& plan = list->sheets.first();
    REQUIRE(plan.form == therapy::kSafetyPlan);
    REQUIRE(plan.parts.size() == 7);
    REQUIRE(plan.session.has_value());
    REQUIRE_FALSE(therapy::isReviewDue(plan, demo.practice->today()));
    const auto history = demo.practice->file().historyOf(plan.id.uuid, elena);
    REQUIRE(history.has_value());
    REQUIRE(history->size() == 3);
    for (const record::TherapySheet& sheet : list->sheets) {
        const auto* form = therapy::SheetForms::builtIn().find(sheet.form);
        REQUIRE(form != nullptr);
        REQUIRE(sheet.reviewOn.isValid() == form->review.has_value());
        REQUIRE((!form->review || sheet.date.daysTo(sheet.reviewOn) <= form->review->within.value));
        REQUIRE(sheet.parts.size() == form->parts.size());
    }
}

TEST_CASE("A larger demo practice has as many patients as were asked for", "[demo]") {
    QTemporaryDir folder;
    auto request = requestAt(folder.filePath(QStringLiteral("crowd.kairos")));
    request.patients = 40;
    REQUIRE(demo::makeDemo(request, catalog()).has_value());
    auto file = storage::PracticeFile::open(request.path, demo::demoPassword());
    REQUIRE(file.has_value());
    const auto counted = (*file)->records().count(record::RecordKind::Patient);
    REQUIRE(counted.has_value());
    REQUIRE(*counted == 40);
}

} // namespace test_demo_practice

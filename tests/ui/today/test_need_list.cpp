// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page_stage.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/page_factory.h"
#include "ui/today/need_list.h"
#include "ui/today/need_places.h"
#include "ui/today/need_words.h"
#include "ui/today/today_room.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/risk_lane.h"

#include <QScrollBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_need_list {
using namespace kairos;
using support::required;

namespace {

/// The day of a practice whose crisis text is written: without it, that alone would need a person.
struct Day {
    test::PageStage stage;
    ui::PageContext context{stage.context()};
    std::unique_ptr<ui::Page> page;

    void show() {
        auto practice = stage.practice().practice();
        practice.crisisText = QStringLiteral("Stay with the patient and call the doctor on duty.");
        required(workflow::ClinicCare(stage.practice()).savePractice(practice));
        page.reset(ui::makeTodayPage(context, nullptr));
        REQUIRE(test::present(*page, {1290, 742}));
    }
    ui::NeedList& needs() { return *page->findChild<ui::NeedList*>(); }
    bool says(const QString& sentence) {
        for (const auto* state : page->findChildren<ui::EmptyState*>()) {
            if (state->isVisible() && state->accessibleName() == sentence) {
                return true;
            }
        }
        return false;
    }
    void openRisk(const record::PatientId& patient) {
        required(
            workflow::RiskLane(stage.practice())
                .open(patient, record::RiskLevel::Assess, QStringLiteral("said that life is too heavy")));
    }
};

} // namespace

TEST_CASE("When nothing needs a person, the list says so", "[today][many]") {
    Day day;
    day.show();
    REQUIRE(day.needs().needs().rowCount() == 0);
    REQUIRE(day.says(QStringLiteral("Nothing needs a person")));
    REQUIRE(day.says(QStringLiteral("No session today")));
}

TEST_CASE("1 and 500 needs are listed, and the last is reached and opened by keyboard", "[today][many]") {
    Day day;
    const int count = GENERATE(1, 500);
    day.openRisk(day.stage.patient());
    for (int i = 1; i < count; ++i) {
        day.openRisk(day.stage.fixture().addPatient(QStringLiteral("M-%1").arg(i), QStringLiteral("Given"),
                                                    QStringLiteral("Family %1").arg(i)));
    }
    day.show();
    auto& needs = day.needs();
    REQUIRE(needs.needs().rowCount() == count);
    REQUIRE_FALSE(day.says(QStringLiteral("Nothing needs a person")));
    REQUIRE((needs.verticalScrollBar()->maximum() > 0) == (count > 1));
    needs.setFocus();
    QTest::keyClick(&needs, Qt::Key_End);
    REQUIRE(needs.currentIndex().row() == count - 1);
    REQUIRE(needs.viewport()->rect().contains(needs.visualRect(needs.currentIndex()).center()));
    QTest::keyClick(&needs, Qt::Key_Return);
    REQUIRE(day.stage.navigator().opened().last() ==
            ui::Place(ui::RiskPlace{needs.needs().rowAt(count - 1).need.patient->id}));
}

TEST_CASE("A check that the doses ask for opens its scale, or the screening where that answers it",
          "[today][labs]") {
    Day day;
    workflow::Need need;
    need.kind = workflow::NeedKind::LabDue;
    need.level = base::FindingLevel::Information;
    need.patient = record::Patient();
    need.patient->id = day.stage.patient();
    need.detail = QStringLiteral("Bladder symptom scale (ICSI or BPIC-SS)");
    need.instruments = {QStringLiteral("icsi"), QStringLiteral("bpic-ss")};
    need.at = day.stage.practice().now();
    const auto scale = ui::placesOf(need).first();
    REQUIRE(scale.get<ui::RatingPlace>().instrument == QStringLiteral("icsi"));
    need.instruments.clear();
    REQUIRE(ui::placesOf(need).first() ==
            ui::Place(ui::ChartPlace{need.patient->id, ui::kTabMedication, ui::kPartScreening}));
    const auto line = ui::needLine(need, {day.stage.practice().now(), day.stage.practice().zone()});
    REQUIRE(line.title.contains(need.detail));
    REQUIRE(line.state.kind == ui::ChipKind::Due);
}

TEST_CASE("A verbal order, a call, a written check, waste and stock each open where they are answered",
          "[today][needs]") {
    Day day;
    workflow::Need need;
    need.patient = record::Patient();
    need.patient->id = day.stage.patient();
    need.patient->givenName = QStringLiteral("Elena");
    need.patient->familyName = QStringLiteral("Marsh");
    const auto& id = need.patient->id;
    const auto session = day.stage.practice().ids().next<record::SessionId>();
    const ui::Present present{day.stage.practice().now(), day.stage.practice().zone()};
    const auto first = [&] { return ui::placesOf(need).first(); };
    const auto chipAt = [&](qint64 ms) {
        need.at = present.now.plusMs(ms);
        return ui::needLine(need, present).state.kind;
    };

    need.kind = workflow::NeedKind::CountersignDue;
    need.detail = QStringLiteral("verbal order of T. Berg; countersignature due");
    REQUIRE(first() == ui::Place(ui::ChartPlace{id, ui::kTabPlan, ui::kPartOrders}));
    REQUIRE(chipAt(1) == ui::ChipKind::Due);
    REQUIRE(chipAt(-1) == ui::ChipKind::Late);
    REQUIRE(ui::needLine(need, present).title.endsWith(QStringLiteral("verbal order to countersign")));
    REQUIRE(ui::needLine(need, present).detail.startsWith(QStringLiteral("Verbal order of T. Berg")));

    need.kind = workflow::NeedKind::CallDue;
    need.session = session;
    need.sheet = workflow::NeedSession::Dosing;
    REQUIRE(first() == ui::Place(ui::DosingPlace{id, session}));
    REQUIRE(chipAt(1) == ui::ChipKind::Due);
    REQUIRE(chipAt(-1) == ui::ChipKind::Late);

    need.kind = workflow::NeedKind::LabDue;
    need.check = QStringLiteral("craving");
    REQUIRE(first() == ui::Place(ui::ChartPlace{id, ui::kTabPlan, ui::kPartChecks}));

    need.kind = workflow::NeedKind::StockDue;
    need.level = base::FindingLevel::Caution;
    REQUIRE(first() == ui::Place(ui::DosingPlace{id, session}));
    REQUIRE(ui::needLine(need, present).state.kind == ui::ChipKind::Late);
    need.patient.reset();
    need.level = base::FindingLevel::Information;
    REQUIRE(first() == ui::Place(ui::LedgerPlace{}));
    REQUIRE(ui::needLine(need, present).state.kind == ui::ChipKind::Due);
}

TEST_CASE("A commitment that nobody asked about opens the thread", "[today][needs][thread]") {
    Day day;
    workflow::Need need;
    need.kind = workflow::NeedKind::CommitmentDue;
    need.level = base::FindingLevel::Information;
    need.patient = record::Patient();
    need.patient->id = day.stage.patient();
    need.detail = QStringLiteral("walk to the lake");
    need.at = day.stage.practice().now().plusMs(-8LL * 86'400'000);
    REQUIRE(ui::placesOf(need).first() == ui::Place(ui::ChartPlace{need.patient->id, ui::kTabThread}));
    const auto line = ui::needLine(need, {day.stage.practice().now(), day.stage.practice().zone()});
    REQUIRE(line.detail.contains(need.detail));
    REQUIRE(line.state.word == QStringLiteral("since 8 d"));
    REQUIRE(line.state.kind == ui::ChipKind::Due);
}

TEST_CASE("A safety plan whose review is late opens at the plan", "[today][needs][sheets]") {
    Day day;
    workflow::Need need;
    need.kind = workflow::NeedKind::SheetReviewDue;
    need.patient = record::Patient();
    need.patient->id = day.stage.patient();
    need.therapySheet = day.stage.practice().ids().next<record::TherapySheetId>();
    need.detail = QStringLiteral("safety plan");
    need.at = day.stage.practice().now().plusMs(-3LL * 86'400'000);
    REQUIRE(ui::placesOf(need).first() ==
            ui::Place(ui::ChartPlace{need.patient->id, ui::kTabSheets, need.therapySheet->toString()}));
    const auto line = ui::needLine(need, {day.stage.practice().now(), day.stage.practice().zone()});
    REQUIRE(line.title.endsWith(QStringLiteral("safety plan to go through again")));
    REQUIRE(line.state.word == QStringLiteral("3 d late"));
    REQUIRE(line.state.kind == ui::ChipKind::Late);
}

} // namespace test_need_list

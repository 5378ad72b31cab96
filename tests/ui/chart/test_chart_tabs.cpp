// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_pages.h"
#include "ui/chart/history_tab.h"
#include "ui/chart/medication_tab.h"
#include "ui/chart/overview_tab.h"
#include "ui/chart/session_table.h"
#include "ui/chart/sessions_tab.h"
#include "ui/charts/trend_chart_view.h"
#include "ui/shared/number_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_chart_tabs {
using namespace kairos;
using support::required;

namespace {

template <class Tab>
std::unique_ptr<Tab> show(ui::Page* made) {
    std::unique_ptr<Tab> tab(qobject_cast<Tab*>(made));
    REQUIRE(tab != nullptr);
    REQUIRE(test::present(*tab, {1290, 654}));
    return tab;
}

void rate(test::PageStage& stage, int daysAgo, int points) {
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    for (int i = 0; i < 9; ++i) {
        draft.answers.append(record::Answer::given(i == 8 ? 0 : points));
    }
    required(workflow::RatingCare(stage.practice()).save(draft));
}

record::TherapySession therapy(test::PageStage& stage, int daysAgo, record::SessionState state) {
    record::TherapySession session;
    session.id = stage.practice().ids().next<record::SessionId>();
    session.patient = stage.patient();
    session.type = record::TherapyType::Therapy;
    session.modality = QStringLiteral("CBT");
    session.number = 1;
    session.booked = {stage.practice().today().addDays(-daysAgo), QTime(16, 0),
                      QStringLiteral("Europe/Oslo")};
    session.state = state;
    session.therapist = stage.fixture().clinician();
    required(workflow::WritingDoor(stage.practice()).save({{record::Action::Created, session, {}}}));
    return session;
}

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data(Qt::AccessibleTextRole).toString();
}

} // namespace

TEST_CASE("The overview shows the course of the main instrument", "[chart][overview]") {
    test::PageStage stage;
    rate(stage, 30, 2);
    rate(stage, 2, 1);
    auto context = stage.context();
    const auto tab = show<ui::OverviewTab>(ui::makeOverviewTab(stage.patient(), context, nullptr));
    REQUIRE(tab->chart().model().points.size() == 2);
    REQUIRE(tab->chart().model().title == QStringLiteral("PHQ-9"));
}

TEST_CASE("A chart without anything says so and clips nothing", "[chart][overview][look]") {
    test::PageStage stage;
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    const ui::ThemeManager manager(*qApp, theme);
    auto context = stage.context();
    for (auto make : {ui::makeOverviewTab, ui::makeSessionsTab, ui::makeMedicationTab, ui::makeThreadTab,
                      ui::makeHistoryTab}) {
        const auto tab = show<ui::Page>(make(stage.patient(), context, nullptr));
        INFO(tab->title().toStdString()
             << ": " << test::clippedTexts(*tab).join(QLatin1Char('\n')).toStdString());
        REQUIRE(test::clippedTexts(*tab).isEmpty());
    }
}

TEST_CASE("A full overview clips nothing", "[chart][overview][look]") {
    test::PageStage stage;
    rate(stage, 30, 2);
    rate(stage, 2, 1);
    therapy(stage, 3, record::SessionState::Held);
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    const ui::ThemeManager manager(*qApp, theme);
    auto context = stage.context();
    const auto tab = show<ui::OverviewTab>(ui::makeOverviewTab(stage.patient(), context, nullptr));
    INFO(test::clippedTexts(*tab).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*tab).isEmpty());
    REQUIRE(tab->sessions().rowCount() == 1);
}

TEST_CASE("Sessions stand newest first with their states, and Enter opens one", "[chart][sessions]") {
    test::PageStage stage;
    therapy(stage, 10, record::SessionState::Signed);
    const auto unsignedSession = therapy(stage, 3, record::SessionState::Held);
    therapy(stage, 2, record::SessionState::Planned);
    therapy(stage, -2, record::SessionState::Planned);
    auto context = stage.context();
    const auto tab = show<ui::SessionsTab>(ui::makeSessionsTab(stage.patient(), context, nullptr));
    auto& table = tab->table();
    REQUIRE(table.rowCount() == 4);
    REQUIRE(cell(table, 0, ui::SessionTable::State).startsWith(QStringLiteral("planned")));
    REQUIRE(cell(table, 1, ui::SessionTable::State).startsWith(QStringLiteral("not held yet")));
    REQUIRE(cell(table, 2, ui::SessionTable::State).startsWith(QStringLiteral("unsigned")));
    REQUIRE(cell(table, 3, ui::SessionTable::State).startsWith(QStringLiteral("signed")));
    auto* view = tab->findChild<ui::TableView*>();
    view->selectRow(2);
    QTest::keyClick(view, Qt::Key_Return);
    REQUIRE(stage.navigator().opened() ==
            QList<ui::Place>{ui::TherapyPlace{stage.patient(), unsignedSession.id}});
    QTest::keyClick(tab.get(), Qt::Key_N, Qt::ControlModifier);
    // A button that is pressed by its key springs back before it clicks.
    REQUIRE(QTest::qWaitFor([&] { return stage.navigator().opened().size() == 2; }));
    REQUIRE(stage.navigator().opened().last() ==
            ui::Place(ui::NewSessionPlace{stage.patient(), std::nullopt}));
}

TEST_CASE("A weight is typed in and an impossible one refused", "[chart][medication]") {
    test::PageStage stage;
    auto context = stage.context();
    const auto tab = show<ui::MedicationTab>(ui::makeMedicationTab(stage.patient(), context, nullptr));
    tab->weightField().setFocus();
    QTest::keyClicks(&tab->weightField(), QStringLiteral("6840"));
    QTest::keyClick(&tab->weightField(), Qt::Key_Return);
    const workflow::PatientCare care(stage.practice());
    REQUIRE_FALSE(required(care.lastWeight(stage.patient())).has_value());
    tab->weightField().clear();
    QTest::keyClicks(&tab->weightField(), QStringLiteral("68.4"));
    QTest::keyClick(&tab->weightField(), Qt::Key_Return);
    const auto weight = required(care.lastWeight(stage.patient()));
    REQUIRE(weight.has_value());
    REQUIRE(weight->weight.value == 68.4);
}

TEST_CASE("The history tells who changed what, and why", "[chart][history]") {
    test::PageStage stage;
    rate(stage, 3, 1);
    const auto ratings = required(stage.practice().file().records().list<record::Rating>());
    required(workflow::RatingCare(stage.practice())
                 .withdraw(ratings.records.first().id, QStringLiteral("another patient's form")));
    auto context = stage.context();
    const auto tab = show<ui::HistoryTab>(ui::makeHistoryTab(stage.patient(), context, nullptr));
    const auto& table = tab->table();
    REQUIRE(table.rowCount() >= 3);
    REQUIRE(cell(table, 0, ui::HistoryTable::Did) == QStringLiteral("marked a rating as entered in error"));
    REQUIRE(cell(table, 0, ui::HistoryTable::Reason) == QStringLiteral("another patient's form"));
    REQUIRE(cell(table, 0, ui::HistoryTable::Who) == QStringLiteral("Ruth Adeyemi"));
    REQUIRE(cell(table, 1, ui::HistoryTable::What).startsWith(QStringLiteral("PHQ-9, total 8, mild")));
}

} // namespace test_chart_tabs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomes/outcomes_page.h"
#include "ui/shared/adverse_model.h"

#include "tests/support/adverse_events.h"
#include "tests/support/page_stage.h"

#include "ui/shared/table_view.h"

#include <QHeaderView>

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_columns {
using namespace kairos;
using namespace record;
using Model = ui::AdverseModel;

namespace {

const QDate kDay(2026, 10, 19);

/// The register as wide as a window of 1366x768 shows it, beside the rail.
struct SmallRegister {
    test::PageStage stage;
    test::AdverseDesk desk{stage.fixture()};
    std::unique_ptr<ui::OutcomesPage> page;

    ui::TableView& table() {
        page = std::make_unique<ui::OutcomesPage>(stage.context());
        REQUIRE(test::present(*page, QSize(1280, 696)));
        return page->table();
    }
};

} // namespace

TEST_CASE("On a small clinic PC the register cuts neither patient nor event, nor a short column",
          "[outcomes][look]") {
    SmallRegister now;
    const auto patient = now.stage.fixture().addPatient(
        QStringLiteral("K-0003"), QStringLiteral("Konstantin"), QStringLiteral("Featherstonehaugh"));
    AdverseEvent event;
    event.id = now.stage.practice().ids().next<AdverseEventId>();
    event.patient = patient;
    const auto dose = now.desk.dose(patient, 12, kDay, SessionState::Held);
    event.session = dose.id;
    event.onset = dose.startedAt->plusMinutes(40);
    event.term = QStringLiteral("Blood pressure increased");
    event.grade = 4;
    event.serious = Asked::Yes;
    event.expected = Asked::No;
    event.related = Relatedness::Probable;
    event.action = QStringLiteral("infusion stopped, head raised, readings each minute until it fell");
    event.outcome = QStringLiteral("back at the pressure of the morning after three quarters of an hour");
    now.desk.save(event);
    const ui::TableView& table = now.table();
    const QHeaderView& head = *table.horizontalHeader();
    for (const int column : {Model::Began, Model::Patient, Model::Event, Model::Grade, Model::Serious,
                             Model::Expected, Model::Related, Model::Minute, Model::Over}) {
        INFO(table.model()->headerData(column, Qt::Horizontal).toString().toStdString());
        REQUIRE(table.columnWidth(column) >= head.sectionSizeHint(column));
        REQUIRE(table.columnWidth(column) >= table.sizeHintForIndex(table.model()->index(0, column)).width());
        const int right = table.columnViewportPosition(column) + table.columnWidth(column);
        REQUIRE(right <= table.viewport()->width());
    }
    for (const int column : {Model::Dose, Model::Action, Model::Outcome}) {
        REQUIRE(table.columnWidth(column) >= head.sectionSizeHint(column));
    }
    const auto action = table.model()->index(0, Model::Action);
    REQUIRE(table.columnWidth(Model::Action) < table.sizeHintForIndex(action).width());
}

TEST_CASE("A register of short words fits a small clinic PC and needs no scrolling", "[outcomes][look]") {
    SmallRegister now;
    const auto dose = now.desk.dose(now.stage.patient(), 3, kDay, SessionState::Held);
    static_cast<void>(now.desk.event(dose, QStringLiteral("Nausea"), 31, 2));
    const ui::TableView& table = now.table();
    REQUIRE(table.horizontalHeader()->length() == table.viewport()->width());
}

} // namespace test_adverse_columns

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/patients/caseload_column.h"
#include "ui/patients/caseload_page.h"
#include "ui/patients/patients_model.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/text_label.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/risk_lane.h"

#include <QApplication>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_caseload_page {
using namespace kairos;
using record::Stage;
using support::required;

namespace {

/// The caseload of a practice with nobody in it, until somebody is added.
struct Caseload {
    ui::ThemeManager themes{*qApp};
    support::OpenPracticeFixture fixture;
    test::RecordingNavigator navigator;
    test::ScriptedQuestions questions;
    test::ScriptedFileDialogs files;
    std::unique_ptr<ui::CaseloadPage> page;

    record::PatientId add(int number, Stage stage) {
        const auto id = fixture.addPatient(QStringLiteral("C-%1").arg(number), QStringLiteral("Given"),
                                           QStringLiteral("Family %1").arg(number, 4, 10, QLatin1Char('0')));
        if (stage != Stage::Screening) {
            required(workflow::PatientCare(fixture.practice()).setStage(id, stage, QStringLiteral("told")));
        }
        return id;
    }
    void show() {
        page = std::make_unique<ui::CaseloadPage>(
            ui::PageContext{fixture.practice(), navigator, questions, files});
        REQUIRE(test::present(*page, {1290, 742}));
    }
    ui::CaseloadColumn& column(Stage stage) {
        for (auto* column : page->findChildren<ui::CaseloadColumn*>()) {
            if (column->stage() == stage) {
                return *column;
            }
        }
        throw std::runtime_error("no such column");
    }
    bool says(const QString& words) {
        const auto labels = page->findChildren<ui::TextLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const ui::TextLabel* label) {
            return label->isVisible() && label->text() == words;
        });
    }
};

} // namespace

TEST_CASE("A caseload of nobody says so and offers the first patient", "[patients][caseload][many]") {
    Caseload load;
    load.show();
    REQUIRE(load.page->findChild<ui::EmptyState*>()->isVisible());
    REQUIRE_FALSE(load.column(Stage::Screening).isVisible());
}

TEST_CASE("Each patient stands in the column of the stage, with counts", "[patients][caseload]") {
    Caseload load;
    load.add(1, Stage::Screening);
    load.add(2, Stage::Induction);
    load.add(3, Stage::Induction);
    load.add(4, Stage::Ended);
    load.show();
    REQUIRE(load.column(Stage::Screening).cards().rowCount() == 1);
    REQUIRE(load.column(Stage::Induction).cards().rowCount() == 2);
    REQUIRE(load.column(Stage::Paused).cards().rowCount() == 0);
    REQUIRE(load.column(Stage::Ended).cards().rowCount() == 1);
    REQUIRE(load.says(QStringLiteral("4 patients")));
}

TEST_CASE("Arrows cross the columns, passing over empty ones, and Enter opens the chart",
          "[patients][caseload]") {
    Caseload load;
    const auto first = load.add(1, Stage::Screening);
    load.add(2, Stage::Induction);
    const auto second = load.add(3, Stage::Induction);
    const auto ended = load.add(4, Stage::Ended);
    load.show();
    auto& screening = load.column(Stage::Screening);
    screening.setFocus();
    QTest::keyClick(&screening, Qt::Key_Return);
    REQUIRE(load.navigator.opened().last() == ui::Place(ui::ChartPlace{first, {}}));
    QTest::keyClick(&screening, Qt::Key_Right);
    auto& induction = load.column(Stage::Induction);
    REQUIRE(QApplication::focusWidget() == &induction);
    QTest::keyClick(&induction, Qt::Key_Down);
    QTest::keyClick(&induction, Qt::Key_Return);
    REQUIRE(load.navigator.opened().last() == ui::Place(ui::ChartPlace{second, {}}));
    QTest::keyClick(&induction, Qt::Key_Right);
    REQUIRE(QApplication::focusWidget() == &load.column(Stage::Ended));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(load.navigator.opened().last() == ui::Place(ui::ChartPlace{ended, {}}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    REQUIRE(QApplication::focusWidget() == &load.column(Stage::Ended));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    REQUIRE(QApplication::focusWidget() == &induction);
}

TEST_CASE("The card says risk in words, and its patient stands first", "[patients][caseload]") {
    Caseload load;
    load.add(1, Stage::Induction);
    const auto risk = load.add(2, Stage::Induction);
    required(workflow::RiskLane(load.fixture.practice())
                 .open(risk, record::RiskLevel::Assess, QStringLiteral("said so")));
    load.show();
    auto& cards = load.column(Stage::Induction).cards();
    REQUIRE(cards.rowAt(0) == risk);
    const auto chip = cards.index(0, ui::PatientsModel::Attention).data(ui::ChipRole).value<ui::Chip>();
    REQUIRE(chip.kind == ui::ChipKind::Risk);
    REQUIRE(chip.word.startsWith(QStringLiteral("risk open")));
}

TEST_CASE("Of one and of 500 patients only the cards on the screen are loaded, and the last is reached",
          "[patients][caseload][many]") {
    Caseload load;
    const int count = GENERATE(1, 500);
    record::PatientId last;
    for (int i = 0; i < count; ++i) {
        last = load.add(i, Stage::Screening);
    }
    load.show();
    auto& column = load.column(Stage::Screening);
    test::layOut();
    REQUIRE(column.cards().rowCount() == count);
    REQUIRE(column.cards().loadedCount() <= 20);
    column.setFocus();
    QTest::keyClick(&column, Qt::Key_End);
    QTest::keyClick(&column, Qt::Key_Return);
    REQUIRE(load.navigator.opened().last() == ui::Place(ui::ChartPlace{last, {}}));
}

} // namespace test_caseload_page

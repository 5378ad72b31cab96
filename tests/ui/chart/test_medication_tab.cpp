// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_pages.h"
#include "ui/chart/consent_table.h"
#include "ui/chart/consents_part.h"
#include "ui/chart/gate_strip.h"
#include "ui/chart/interaction_table.h"
#include "ui/chart/medication_tab.h"
#include "ui/chart/medicines_part.h"
#include "ui/chart/row_detail.h"
#include "ui/chart/screening_part.h"
#include "ui/chart/screening_table.h"
#include "ui/chart/trial_table.h"
#include "ui/chart/trials_part.h"
#include "ui/shared/date_field.h"
#include "ui/shared/number_field.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/document_care.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_care.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_medication_tab {
using namespace kairos;
using record::ScreeningState;
using support::required;

namespace {

struct ShownTab {
    test::PageStage& stage;
    ui::PageContext context;
    std::unique_ptr<ui::MedicationTab> tab;

    explicit ShownTab(test::PageStage& on)
        : stage(on),
          context(on.context()),
          tab(qobject_cast<ui::MedicationTab*>(ui::makeMedicationTab(on.patient(), context, nullptr))) {
        REQUIRE(tab != nullptr);
        REQUIRE(test::present(*tab, {1290, 654}));
    }
    ui::MedicationTab* operator->() { return tab.get(); }
};

void takes(test::PageStage& stage, const QStringList& names) {
    auto draft = required(workflow::PatientCare(stage.practice()).load(stage.patient()));
    for (const QString& name : names) {
        draft.medications.append(record::Medication{{}, {}, name, {}, {}, {}});
    }
    required(workflow::PatientCare(stage.practice()).save(draft));
}

QString cell(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data(Qt::AccessibleTextRole).toString();
}

ScreeningState stateOf(test::PageStage& stage, const QString& id) {
    const auto screening = required(workflow::ScreeningQuery(stage.practice()).screening(stage.patient()));
    for (const auto& line : screening.lines) {
        if (line.id == id) {
            return line.state;
        }
    }
    FAIL("no such condition");
    return {};
}

} // namespace

TEST_CASE("Medicines stand worst first, and an unknown one reads not checked", "[chart][medication]") {
    test::PageStage stage;
    takes(stage, {QStringLiteral("Sertraline"), QStringLiteral("Zorbacil"), QStringLiteral("Zolpidem"),
                  QStringLiteral("Lorazepam 1 mg tablets")});
    ShownTab shown(stage);
    const auto& model = shown->medicines().model();
    REQUIRE(model.rowCount() == 4);
    REQUIRE(cell(model, 0, ui::InteractionTable::Level) == QStringLiteral("strong caution, Zolpidem"));
    REQUIRE(cell(model, 1, ui::InteractionTable::Level).startsWith(QStringLiteral("caution, Lorazepam")));
    REQUIRE(cell(model, 2, ui::InteractionTable::Level) == QStringLiteral("not checked, Zorbacil"));
    REQUIRE(cell(model, 2, ui::InteractionTable::Effect)
                .startsWith(QStringLiteral("Not in our list: not checked.")));
    REQUIRE(cell(model, 3, ui::InteractionTable::Level) == QStringLiteral("none named, Sertraline"));
    REQUIRE(cell(model, 0, ui::InteractionTable::Source) == QStringLiteral("[H] esketamine label"));
    // The chosen line stands in full below.
    shown->medicines().table().setFocus();
    QTest::keyClick(&shown->medicines().table(), Qt::Key_Down);
    REQUIRE(shown->medicines().detail().text().contains(QStringLiteral("never stop abruptly")));
}

TEST_CASE("A near name is asked about in words", "[chart][medication]") {
    test::PageStage stage;
    takes(stage, {QStringLiteral("Lorazepan")});
    ShownTab shown(stage);
    REQUIRE(cell(shown->medicines().model(), 0, ui::InteractionTable::Effect)
                .contains(QStringLiteral("Did you mean lorazepam?")));
}

TEST_CASE("Contraindications are answered by keyboard: Y, C and N, each saved at once",
          "[chart][screening]") {
    test::PageStage stage;
    ShownTab shown(stage);
    QTest::keyClick(shown.tab.get(), Qt::Key_2, Qt::AltModifier);
    auto& table = shown->screening().table();
    REQUIRE(table.hasFocus());
    // Line 0 is the age, which nobody answers.
    QTest::keyClick(&table, Qt::Key_Y);
    REQUIRE(table.currentIndex().row() == 0);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_C);
    REQUIRE(table.currentIndex().row() == 2);
    QTest::keyClick(&table, Qt::Key_Y);
    REQUIRE(stateOf(stage, QStringLiteral("vascular")) == ScreeningState::Clear);
    REQUIRE(stateOf(stage, QStringLiteral("intracerebral-haemorrhage")) == ScreeningState::Present);
    REQUIRE(
        cell(shown->screening().model(), 1, ui::ScreeningTable::Answer).startsWith(QStringLiteral("clear")));
    REQUIRE(cell(shown->screening().model(), 2, ui::ScreeningTable::Answer)
                .startsWith(QStringLiteral("present")));
    REQUIRE(shown->gate().words().contains(QStringLiteral("absolute: Past intracerebral haemorrhage")));
    QTest::keyClick(&table, Qt::Key_Up);
    QTest::keyClick(&table, Qt::Key_N);
    REQUIRE(stateOf(stage, QStringLiteral("intracerebral-haemorrhage")) == ScreeningState::NotAsked);
}

TEST_CASE("A note is typed after Enter and stays with the answer", "[chart][screening]") {
    test::PageStage stage;
    ShownTab shown(stage);
    shown->goTo(ui::MedicationTab::Screening);
    auto& table = shown->screening().table();
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    REQUIRE(shown->screening().noteEdit().hasFocus());
    QTest::keyClicks(&shown->screening().noteEdit(), QStringLiteral("echo normal"));
    QTest::keyClick(&shown->screening().noteEdit(), Qt::Key_Return);
    REQUIRE(table.hasFocus());
    REQUIRE(cell(shown->screening().model(), 1, ui::ScreeningTable::Note) == QStringLiteral("echo normal"));
    REQUIRE(stateOf(stage, QStringLiteral("vascular")) == ScreeningState::NotAsked);
    QTest::keyClick(&table, Qt::Key_C);
    REQUIRE(stateOf(stage, QStringLiteral("vascular")) == ScreeningState::Clear);
    REQUIRE(cell(shown->screening().model(), 1, ui::ScreeningTable::Note) == QStringLiteral("echo normal"));
}

TEST_CASE("The gate says what holds, and is met or overridden with name and reason", "[chart][screening]") {
    test::PageStage stage;
    ShownTab shown(stage);
    REQUIRE(shown->gate().words().contains(QStringLiteral("not asked")));
    REQUIRE(shown->gate().overrideButton().isVisible());
    stage.questions().answerNext({QStringLiteral("known to the clinic"), QStringLiteral("wrong")});
    shown->gate().overrideButton().setFocus();
    QTest::keyClick(&shown->gate().overrideButton(), Qt::Key_Space);
    REQUIRE(stage.questions().lastOutcome()->error().code == base::ErrorCode::WrongPassphrase);
    REQUIRE(shown->gate().overrideButton().isVisible());
    stage.questions().answerNext(
        {QStringLiteral("known to the clinic"), support::OpenPracticeFixture::password()});
    QTest::keyClick(&shown->gate().overrideButton(), Qt::Key_Space);
    REQUIRE(stage.questions().lastOutcome()->has_value());
    REQUIRE(shown->gate().words().contains(QStringLiteral("Ruth Adeyemi: known to the clinic")));
    REQUIRE_FALSE(shown->gate().overrideButton().isVisible());
    stage.fixture().clearScreening(stage.patient());
    shown->refresh();
    REQUIRE(shown->gate().words() == QStringLiteral("no contraindication found"));
}

TEST_CASE("An earlier treatment is typed, taken up again and marked as an error", "[chart][trials]") {
    test::PageStage stage;
    ShownTab shown(stage);
    QTest::keyClick(shown.tab.get(), Qt::Key_3, Qt::AltModifier);
    auto& part = shown->trials();
    QTest::keyClick(&part.drugEdit(), Qt::Key_Return);
    REQUIRE(part.shownProblem().startsWith(QStringLiteral("Type the medicine")));
    QTest::keyClicks(&part.drugEdit(), QStringLiteral("Sertraline"));
    QTest::keyClicks(&part.weeksField(), QStringLiteral("1.5"));
    QTest::keyClick(&part.weeksField(), Qt::Key_Return);
    REQUIRE(part.shownProblem().startsWith(QStringLiteral("Type whole weeks")));
    REQUIRE(part.model().rowCount() == 0);
    part.weeksField().clear();
    QTest::keyClicks(&part.weeksField(), QStringLiteral("12"));
    part.outcomeBox().setFocus();
    QTest::keyClick(&part.outcomeBox(), Qt::Key_Down);
    QTest::keyClick(&part.outcomeBox(), Qt::Key_Down);
    part.saveButton().setFocus();
    QTest::keyClick(&part.saveButton(), Qt::Key_Space);
    REQUIRE(part.model().rowCount() == 1);
    REQUIRE(cell(part.model(), 0, ui::TrialTable::Weeks) == QStringLiteral("12"));
    REQUIRE(cell(part.model(), 0, ui::TrialTable::Outcome) == QStringLiteral("partial, Sertraline"));
    REQUIRE(part.drugEdit().text().isEmpty());
    part.table().setFocus();
    QTest::keyClick(&part.table(), Qt::Key_Return);
    REQUIRE(part.drugEdit().text() == QStringLiteral("Sertraline"));
    part.drugEdit().selectAll();
    QTest::keyClicks(&part.drugEdit(), QStringLiteral("Citalopram"));
    QTest::keyClick(&part.drugEdit(), Qt::Key_Return);
    REQUIRE(part.model().rowCount() == 1);
    REQUIRE(cell(part.model(), 0, ui::TrialTable::Drug) == QStringLiteral("Citalopram"));
    part.table().setFocus();
    stage.questions().answerNext({QStringLiteral("another patient's"), {}});
    QTest::keyClick(&part.table(), Qt::Key_Delete);
    REQUIRE(part.model().rowCount() == 0);
}

TEST_CASE("A consent is kept with its end, and withdrawn as a dated event", "[chart][consent]") {
    test::PageStage stage;
    ShownTab shown(stage);
    QTest::keyClick(shown.tab.get(), Qt::Key_4, Qt::AltModifier);
    auto& part = shown->consents();
    QTest::keyClick(&part.versionEdit(), Qt::Key_Return);
    REQUIRE(part.shownProblem().startsWith(QStringLiteral("Type the version")));
    QTest::keyClicks(&part.versionEdit(), QStringLiteral("4"));
    QTest::keyClick(&part.versionEdit(), Qt::Key_Return);
    REQUIRE(part.shownProblem().startsWith(QStringLiteral("Type the day")));
    QTest::keyClicks(&part.dateField(), QStringLiteral("2026-11-02"));
    QTest::keyClick(&part.dateField(), Qt::Key_Return);
    REQUIRE(part.model().rowCount() == 1);
    REQUIRE(cell(part.model(), 0, ui::ConsentTable::State).startsWith(QStringLiteral("in force")));
    REQUIRE(cell(part.model(), 0, ui::ConsentTable::Scope) == QStringLiteral("treatment"));
    const auto kept = required(workflow::PatientCare(stage.practice()).consents(stage.patient()));
    REQUIRE(kept.first().expires == QDate(2027, 11, 2));
    part.table().setFocus();
    stage.questions().answerNext({});
    QTest::keyClick(&part.table(), Qt::Key_Delete);
    REQUIRE(cell(part.model(), 0, ui::ConsentTable::State).startsWith(QStringLiteral("withdrawn")));
    QTest::keyClick(&part.table(), Qt::Key_Delete);
    REQUIRE(stage.questions().asked().size() == 1); // it is withdrawn already
}

TEST_CASE("Enter on a consent asks for its paper, and opens the one that is there", "[chart][consent]") {
    test::PageStage stage;
    required(
        workflow::ScreeningCare(stage.practice())
            .giveConsent(stage.patient(), QStringLiteral("touch"), QStringLiteral("2"), QDate(2026, 10, 30)));
    const auto consent = required(workflow::PatientCare(stage.practice()).consents(stage.patient())).first();
    ShownTab shown(stage);
    auto& part = shown->consents();
    const auto enter = [&] {
        shown->goTo(ui::MedicationTab::Consents);
        part.table().setFocus();
        QTest::keyClick(&part.table(), Qt::Key_Return);
        return stage.navigator().opened().last();
    };
    REQUIRE(cell(part.model(), 0, ui::ConsentTable::Paper) == QStringLiteral("not scanned"));
    REQUIRE(enter() == ui::Place(ui::ChartPlace{stage.patient(), ui::kTabDocuments, consent.id.toString()}));
    record::Document paper;
    paper.patient = stage.patient();
    paper.kind = record::DocumentKind::Consent;
    paper.title = QStringLiteral("Consent to touch");
    paper.dated = consent.given;
    paper.text = QStringLiteral("As signed.");
    paper.consent = consent.id;
    const auto kept = required(workflow::DocumentCare(stage.practice()).saveLetter(paper));
    shown->refresh();
    REQUIRE(cell(part.model(), 0, ui::ConsentTable::Paper) == QStringLiteral("on record"));
    REQUIRE(enter() == ui::Place(ui::ChartPlace{stage.patient(), ui::kTabDocuments, kept.toString()}));
}

TEST_CASE("A line of each part is reached by its id", "[chart][medication][find]") {
    test::PageStage stage;
    takes(stage, {QStringLiteral("Sertraline"), QStringLiteral("Zolpidem")});
    record::MedicationId sertraline;
    const auto draft = required(workflow::PatientCare(stage.practice()).load(stage.patient()));
    for (const record::Medication& medicine : draft.medications) {
        sertraline = medicine.name == QStringLiteral("Sertraline") ? medicine.id : sertraline;
    }
    workflow::ScreeningCare care(stage.practice());
    record::AntidepressantTrial trial;
    trial.patient = stage.patient();
    trial.drug = QStringLiteral("Citalopram");
    required(care.saveTrial(trial));
    trial.drug = QStringLiteral("Mirtazapine");
    const auto second = required(care.saveTrial(trial));
    for (const char* version : {"1", "2"}) {
        required(care.giveConsent(stage.patient(), QStringLiteral("touch"), QLatin1String(version),
                                  stage.practice().today()));
    }
    ShownTab shown(stage);
    const auto current = [](const ui::TableView& table, int column) {
        return table.currentIndex().siblingAtColumn(column).data().toString();
    };
    shown->showPart(sertraline.toString());
    REQUIRE(shown->medicines().isVisible());
    REQUIRE(current(shown->medicines().table(), ui::InteractionTable::Medicine)
                .contains(QStringLiteral("Sertraline")));
    shown->showPart(QStringLiteral("vascular"));
    REQUIRE(shown->screening().isVisible());
    REQUIRE(shown->screening().model().rowAt(shown->screening().table().currentIndex().row()).id ==
            QStringLiteral("vascular"));
    shown->showPart(second.toString());
    REQUIRE(shown->trials().isVisible());
    REQUIRE(current(shown->trials().table(), ui::TrialTable::Drug) == QStringLiteral("Mirtazapine"));
    const auto consent = shown->consents().model().rowAt(1).consent;
    shown->showPart(consent.id.toString());
    REQUIRE(shown->consents().isVisible());
    REQUIRE(shown->consents().table().currentIndex().row() == 1);
    // What no part has leaves the tab where it is.
    shown->showPart(stage.patient().toString());
    REQUIRE(shown->consents().isVisible());
}

TEST_CASE("Empty parts say what to do and clip nothing", "[chart][screening][look]") {
    test::PageStage stage;
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    const ui::ThemeManager manager(*qApp, theme);
    ShownTab shown(stage);
    for (const auto part : {ui::MedicationTab::Medicines, ui::MedicationTab::Screening,
                            ui::MedicationTab::Trials, ui::MedicationTab::Consents}) {
        shown->goTo(part);
        QCoreApplication::sendPostedEvents();
        INFO(part << ": " << test::clippedTexts(*shown.tab).join(QLatin1Char('\n')).toStdString());
        REQUIRE(test::clippedTexts(*shown.tab).isEmpty());
    }
}

TEST_CASE("One and five hundred lines are shown", "[chart][screening]") {
    test::PageStage stage;
    const int count = GENERATE(1, 500);
    QStringList names;
    for (int i = 0; i < count; ++i) {
        names.append(QStringLiteral("Sertraline %1 mg").arg(i + 1));
        record::AntidepressantTrial trial;
        trial.patient = stage.patient();
        trial.drug = names.last();
        required(workflow::ScreeningCare(stage.practice()).saveTrial(trial));
        required(workflow::ScreeningCare(stage.practice())
                     .giveConsent(stage.patient(), QStringLiteral("touch"), QString::number(i + 1),
                                  stage.practice().today()));
    }
    takes(stage, names);
    ShownTab shown(stage);
    REQUIRE(shown->medicines().model().rowCount() == count);
    REQUIRE(shown->trials().model().rowCount() == count);
    REQUIRE(shown->consents().model().rowCount() == count);
    shown->medicines().table().setFocus();
    QTest::keyClick(&shown->medicines().table(), Qt::Key_End, Qt::ControlModifier);
    REQUIRE(shown->medicines().table().currentIndex().row() == count - 1);
}

} // namespace test_medication_tab

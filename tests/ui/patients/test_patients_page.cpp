// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/patients/care_form.h"
#include "ui/patients/line_list.h"
#include "ui/patients/patient_form_page.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/patients_page.h"
#include "ui/patients/person_form.h"
#include "ui/shared/banner.h"
#include "ui/shared/form.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/patient_care.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_patients_page {
using namespace kairos;
using namespace kairos::test;

namespace {

ui::PatientsModel& modelOf(WindowFixture& alder) {
    return static_cast<ui::PatientsModel&>(*alder.page<ui::PatientsPage>().table().model());
}

void search(WindowFixture& alder, const QString& words) {
    auto& field = alder.page<ui::PatientsPage>().search();
    const QSignalSpy searched(&field, &ui::SearchField::searched);
    field.setFocus();
    field.selectAll();
    alder.type(words);
    REQUIRE(QTest::qWaitFor([&] { return !searched.isEmpty() && searched.last().first() == words; }));
}

QString nameAt(WindowFixture& alder, int row) {
    return modelOf(alder).index(row, ui::PatientsModel::Name).data().toString();
}

qsizetype draftCount(WindowFixture& alder) {
    return workflow::DraftDesk(alder.window().work()->practice()).mine()->size();
}

} // namespace

TEST_CASE("With no patient the page offers to add the first one", "[patients]") {
    WindowFixture alder;
    alder.unlock();
    auto* add = alder.window().findChild<QPushButton*>(QStringLiteral("firstPatientButton"));
    REQUIRE(add != nullptr);
    REQUIRE(add->isVisible());
    REQUIRE_FALSE(alder.page<ui::PatientsPage>().table().isVisible());
    add->click();
    REQUIRE(alder.page<ui::PatientFormPage>().isVisible());
}

TEST_CASE("A patient is added by keyboard alone", "[patients][form]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Solberg"));
    alder.press(Qt::Key_Tab);
    alder.type(QStringLiteral("Ingrid"));
    alder.press(Qt::Key_Tab);
    alder.press(Qt::Key_Tab);
    alder.press(Qt::Key_Tab);
    alder.type(QStringLiteral("5.5.1958"));
    alder.press(Qt::Key_Tab);
    REQUIRE(alder.focused() == alder.visibleEdit("mrnEdit"));
    REQUIRE(alder.visibleEdit("mrnEdit")->text() == QStringLiteral("K-0001"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    auto& practice = alder.window().work()->practice();
    const auto found = workflow::PatientList(practice).find({QStringLiteral("solberg"), {}, {}});
    REQUIRE(found.has_value());
    REQUIRE(found->size() == 1);
    const auto stored = workflow::PatientCare(practice).load(found->first());
    REQUIRE(stored->patient.givenName == QStringLiteral("Ingrid"));
    REQUIRE(stored->patient.birthDate == QDate(1958, 5, 5));
    REQUIRE(stored->patient.allergyStatus == record::AllergyStatus::NotAsked);
    REQUIRE(draftCount(alder) == 0);
}

TEST_CASE("Adding a patient can be taken back", "[patients][form]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Solberg"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    auto& practice = alder.window().work()->practice();
    REQUIRE(workflow::PatientList(practice).counts()->inCare == 1);
    alder.window().work()->undo();
    REQUIRE(workflow::PatientList(practice).counts()->inCare == 0);
}

TEST_CASE("Undo after a change brings the former version back", "[patients][form]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    alder.window().work()->open(ui::PatientFormPlace{elena});
    alder.visibleEdit("preferredNameEdit")->setFocus();
    alder.type(QStringLiteral("Ellie"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    workflow::PatientCare care(alder.window().work()->practice());
    REQUIRE(care.load(elena)->patient.preferredName == QStringLiteral("Ellie"));
    alder.window().work()->undo();
    REQUIRE(care.load(elena)->patient.preferredName.isEmpty());
}

TEST_CASE("A second patient with the same MRN is told at the field", "[patients][form]") {
    WindowFixture alder;
    alder.alder().addElena();
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Calder"));
    auto* mrn = alder.visibleEdit("mrnEdit");
    mrn->setFocus();
    mrn->selectAll();
    alder.type(QStringLiteral("ah-0412"));
    alder.press(Qt::Key_Tab);
    auto* field = alder.page<ui::PatientFormPage>().person().field(QStringLiteral("mrn"));
    REQUIRE(field->error() ==
            QStringLiteral("Another patient has this MRN: use another, or open that chart"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(alder.page<ui::PatientFormPage>().isVisible());
    REQUIRE(alder.focused() == mrn);
}

TEST_CASE("Escape keeps what was typed, and the form offers it again", "[patients][form][draft]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Vogel"));
    auto* born = alder.visibleEdit("birthDateEdit");
    born->setFocus();
    alder.type(QStringLiteral("22 No"));
    alder.press(Qt::Key_Escape);
    REQUIRE(alder.page<ui::PatientsPage>().isVisible());
    REQUIRE(draftCount(alder) == 1);
    alder.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(alder.visibleEdit("familyNameEdit")->text() == QStringLiteral("Vogel"));
    REQUIRE(alder.visibleEdit("birthDateEdit")->text() == QStringLiteral("22 No"));
}

TEST_CASE("What is typed is kept within a second", "[patients][form][draft]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Vogel"));
    REQUIRE(QTest::qWaitFor([&] { return draftCount(alder) == 1; }, 1000));
}

TEST_CASE("Starting afresh throws the draft away only when it is confirmed", "[patients][form][draft]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    alder.type(QStringLiteral("Vogel"));
    alder.press(Qt::Key_Escape);
    alder.press(Qt::Key_N, Qt::ControlModifier);
    QPushButton* afresh = nullptr;
    for (auto* button : alder.page<ui::PatientFormPage>().findChildren<QPushButton*>()) {
        afresh = button->text() == QStringLiteral("Start afresh") ? button : afresh;
    }
    REQUIRE(afresh != nullptr);
    REQUIRE(afresh->isVisible());
    afresh->click();
    REQUIRE(alder.visibleEdit("familyNameEdit")->text() == QStringLiteral("Vogel"));
    alder.questions().answerNext({});
    afresh->click();
    REQUIRE(alder.visibleEdit("familyNameEdit")->text().isEmpty());
    REQUIRE(draftCount(alder) == 0);
}

TEST_CASE("Lists, weight and consent are saved in one go", "[patients][form]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    alder.window().work()->open(ui::PatientFormPlace{elena});
    auto& care = alder.page<ui::PatientFormPage>().care();
    care.findChild<ui::LineList*>(QStringLiteral("medicationList"))
        ->setLines(
            {{{},
              {QStringLiteral("Sertraline"), QStringLiteral("100 mg"), QStringLiteral("2026-10-12"), {}}}});
    care.findChild<ui::LineList*>(QStringLiteral("consentList"))
        ->setLines({{{},
                     {QStringLiteral("ketamine-treatment"),
                      QStringLiteral("v4"),
                      QStringLiteral("2026-11-01"),
                      {}}}});
    auto* weight = alder.visibleEdit("weightEdit");
    weight->setFocus();
    alder.type(QStringLiteral("68.4"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    const workflow::PatientCare stored(alder.window().work()->practice());
    REQUIRE(stored.load(elena)->medications.size() == 1);
    REQUIRE(stored.load(elena)->medications.first().confirmed == QDate(2026, 10, 12));
    REQUIRE(stored.lastWeight(elena)->value().weight.value == 68.4);
    REQUIRE(stored.consents(elena)->size() == 1);
}

TEST_CASE("An impossible weight keeps the form open", "[patients][form]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    for (const char* typed : {"0", "301", "-5", "heavy"}) {
        alder.window().work()->open(ui::PatientFormPlace{elena});
        auto* weight = alder.visibleEdit("weightEdit");
        weight->setFocus();
        weight->selectAll();
        alder.type(QLatin1String(typed));
        alder.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(alder.page<ui::PatientFormPage>().isVisible());
        REQUIRE_FALSE(
            workflow::PatientCare(alder.window().work()->practice()).lastWeight(elena)->has_value());
    }
}

TEST_CASE("The search finds by name without accents, by MRN and by birth date", "[patients][search]") {
    WindowFixture alder;
    alder.alder().addElena();
    alder.alder().addPatient(QStringLiteral("K-0155"), QStringLiteral("Søren"), QStringLiteral("Åberg"));
    alder.unlock();
    REQUIRE(modelOf(alder).rowCount() == 2);
    search(alder, QStringLiteral("aberg"));
    REQUIRE(modelOf(alder).rowCount() == 1);
    REQUIRE(nameAt(alder, 0) == QStringLiteral("Åberg, Søren"));
    search(alder, QStringLiteral("ah-04"));
    REQUIRE(nameAt(alder, 0) == QStringLiteral("Marsh, Elena"));
    search(alder, QStringLiteral("12 Mar 1984"));
    REQUIRE(modelOf(alder).rowCount() == 2);
    search(alder, QStringLiteral("nobody"));
    REQUIRE(modelOf(alder).rowCount() == 0);
    REQUIRE_FALSE(alder.page<ui::PatientsPage>().table().isVisible());
    alder.press(Qt::Key_Escape);
    REQUIRE(modelOf(alder).rowCount() == 2);
}

TEST_CASE("Arrows choose from the search and Enter opens", "[patients][search]") {
    WindowFixture alder;
    alder.alder().addElena();
    const auto bell =
        alder.alder().addPatient(QStringLiteral("K-0176"), QStringLiteral("Marcus"), QStringLiteral("Bell"));
    const auto chow =
        alder.alder().addPatient(QStringLiteral("K-0174"), QStringLiteral("Mei-Lin"), QStringLiteral("Chow"));
    REQUIRE(bell != chow);
    alder.unlock();
    alder.press(Qt::Key_Down);
    alder.press(Qt::Key_Return);
    REQUIRE(ui::patientOf(alder.window().work()->place()) == chow);
}

TEST_CASE("A stage with nobody in it says so and offers the way back", "[patients]") {
    WindowFixture alder;
    alder.alder().addElena();
    alder.unlock();
    auto* stages = alder.page<ui::PatientsPage>().findChild<ui::Segments*>();
    stages->setCurrent(3);
    Q_EMIT stages->chosen(3);
    REQUIRE(modelOf(alder).rowCount() == 0);
    stages->setCurrent(1);
    Q_EMIT stages->chosen(1);
    REQUIRE(modelOf(alder).rowCount() == 1);
}

TEST_CASE("Of 500 patients only the visible lines are loaded", "[patients][many]") {
    WindowFixture alder;
    for (int i = 0; i < 500; ++i) {
        alder.alder().addPatient(QStringLiteral("M-%1").arg(i, 4, 10, QLatin1Char('0')),
                                 QStringLiteral("Given"), QStringLiteral("Family %1").arg(i));
    }
    alder.unlock();
    REQUIRE(modelOf(alder).rowCount() == 500);
    WindowFixture::waitFor([&] { return modelOf(alder).loadedCount() > 0; });
    REQUIRE(modelOf(alder).loadedCount() < 60);
}

} // namespace test_patients_page

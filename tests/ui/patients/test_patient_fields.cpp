// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/patients/patient_form_page.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/patients_page.h"
#include "ui/patients/person_form.h"
#include "ui/shared/form.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/patient_list.h"

#include <QLabel>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_patient_fields {
using namespace kairos;
using namespace kairos::test;

namespace {

/// Tab until the keyboard is where it is wanted.
void tabTo(WindowFixture& alder, const std::function<bool(QWidget&)>& isThere) {
    QStringList walked;
    while (!isThere(*alder.focused())) {
        walked.append(alder.focused()->objectName() + QLatin1Char('/') + alder.focused()->accessibleName());
        if (walked.size() > 150) {
            throw std::runtime_error("the keyboard does not reach it: " +
                                     walked.join(QStringLiteral(", ")).toStdString());
        }
        alder.press(Qt::Key_Tab);
    }
}

void tabToField(WindowFixture& alder, const char* name) {
    tabTo(alder, [&](QWidget& widget) { return widget.objectName() == QLatin1String(name); });
}

void tabToButton(WindowFixture& alder, const QString& text) {
    tabTo(alder, [&](QWidget& widget) {
        const auto* button = qobject_cast<QAbstractButton*>(&widget);
        return button != nullptr && button->text() == text;
    });
}

void fill(WindowFixture& alder, const char* name, const char* text) {
    tabToField(alder, name);
    alder.press(Qt::Key_A, Qt::ControlModifier);
    alder.type(QString::fromUtf8(text));
}

/// Goes down a list of choices.
void choose(WindowFixture& alder, const char* name, int index) {
    tabToField(alder, name);
    for (int i = 0; i < index; ++i) {
        alder.press(Qt::Key_Down);
    }
}

/// Adds a line to a list and types its cells one after the other.
void addLine(WindowFixture& alder, const QString& button, const QStringList& cells) {
    tabToButton(alder, button);
    alder.press(Qt::Key_Space);
    for (const QString& cell : cells) {
        alder.type(cell);
        alder.press(Qt::Key_Tab);
    }
}

void fillPerson(WindowFixture& alder) {
    fill(alder, "familyNameEdit", "Åberg");
    fill(alder, "givenNameEdit", "Søren");
    fill(alder, "preferredNameEdit", "Sol");
    fill(alder, "pronounsEdit", "they/them");
    fill(alder, "birthDateEdit", "12.3.1984");
    fill(alder, "mrnEdit", "AH-0700");
    choose(alder, "sexEdit", 3);
    choose(alder, "pregnancyCapacityEdit", 1);
    fill(alder, "heightEdit", "172");
    fill(alder, "languageEdit", "Norwegian");
    fill(alder, "phoneEdit", "+47 555 01 99");
    fill(alder, "emailEdit", "sol@example.org");
    fill(alder, "addressEdit", "Alder Lane 4");
    choose(alder, "consentToContactEdit", 2);
}

void fillCare(WindowFixture& alder) {
    tabToButton(alder, QStringLiteral("not asked"));
    alder.press(Qt::Key_Right);
    alder.press(Qt::Key_Right);
    tabTo(alder, [](QWidget& widget) { return qobject_cast<QLineEdit*>(&widget) != nullptr; });
    alder.type(QStringLiteral("Penicillin"));
    alder.press(Qt::Key_Tab);
    alder.type(QStringLiteral("rash"));
    addLine(alder, QStringLiteral("Add a diagnosis"),
            {QStringLiteral("Depression"), QStringLiteral("F33.1")});
    addLine(alder, QStringLiteral("Add a medicine"),
            {QStringLiteral("Sertraline"), QStringLiteral("100 mg in the morning"),
             QStringLiteral("12.10.2026")});
    fill(alder, "weightEdit", "68.4");
    fill(alder, "emergencyNameEdit", "Kari Åberg");
    fill(alder, "emergencyRelationEdit", "sister");
    fill(alder, "emergencyPhoneEdit", "+47 555 01 98");
    fill(alder, "referrerEdit", "Dr Holm");
}

record::PatientId findOne(WindowFixture& alder, const QString& words) {
    const auto found =
        support::required(workflow::PatientList(alder.window().work()->practice()).find({words, {}, {}}));
    REQUIRE(found.size() == 1);
    return found.first();
}

workflow::PatientDraft stored(WindowFixture& alder, const record::PatientId& id) {
    return support::required(workflow::PatientCare(alder.window().work()->practice()).load(id));
}

QString errorAt(WindowFixture& alder, const char* field) {
    return alder.page<ui::PatientFormPage>().person().field(QLatin1String(field))->error();
}

} // namespace

TEST_CASE("Every field of a patient is typed by keyboard alone and stored", "[patients][form][fields]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    fillCare(alder);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    const auto id = findOne(alder, QStringLiteral("AH-0700"));
    const auto draft = stored(alder, id);
    const record::Patient& patient = draft.patient;
    REQUIRE(patient.familyName == QStringLiteral("Åberg"));
    REQUIRE(patient.givenName == QStringLiteral("Søren"));
    REQUIRE(patient.preferredName == QStringLiteral("Sol"));
    REQUIRE(patient.pronouns == QStringLiteral("they/them"));
    REQUIRE(patient.birthDate == QDate(1984, 3, 12));
    REQUIRE(patient.sex == record::Sex::Intersex);
    REQUIRE(patient.pregnancyCapacity == record::Asked::Yes);
    REQUIRE(patient.height->value == 172);
    REQUIRE(patient.language == QStringLiteral("Norwegian"));
    REQUIRE(patient.phone == QStringLiteral("+47 555 01 99"));
    REQUIRE(patient.email == QStringLiteral("sol@example.org"));
    REQUIRE(patient.address == QStringLiteral("Alder Lane 4"));
    REQUIRE(patient.consentToContact == record::Asked::No);
    REQUIRE(patient.emergencyName == QStringLiteral("Kari Åberg"));
    REQUIRE(patient.emergencyRelation == QStringLiteral("sister"));
    REQUIRE(patient.emergencyPhone == QStringLiteral("+47 555 01 98"));
    REQUIRE(patient.referrer == QStringLiteral("Dr Holm"));
    REQUIRE(patient.allergyStatus == record::AllergyStatus::Listed);
    REQUIRE(draft.allergies.size() == 1);
    REQUIRE(draft.allergies.first().substance == QStringLiteral("Penicillin"));
    REQUIRE(draft.allergies.first().reaction == QStringLiteral("rash"));
    REQUIRE(draft.diagnoses.first().text == QStringLiteral("Depression"));
    REQUIRE(draft.diagnoses.first().code == QStringLiteral("F33.1"));
    REQUIRE(draft.medications.first().name == QStringLiteral("Sertraline"));
    REQUIRE(draft.medications.first().dose == QStringLiteral("100 mg in the morning"));
    REQUIRE(draft.medications.first().confirmed == QDate(2026, 10, 12));
    const workflow::PatientCare care(alder.window().work()->practice());
    REQUIRE(care.lastWeight(id)->value().weight.value == 68.4);
}

TEST_CASE("A stored patient is edited by keyboard, and what was not touched stays",
          "[patients][form][fields]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    fillCare(alder);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    const auto id = findOne(alder, QStringLiteral("AH-0700"));
    const auto before = stored(alder, id);
    alder.window().work()->open(ui::PatientFormPlace{id});
    fill(alder, "phoneEdit", "+47 555 01 77");
    fill(alder, "heightEdit", "173");
    addLine(alder, QStringLiteral("Add a medicine"), {QStringLiteral("Lithium"), QStringLiteral("600 mg")});
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    auto after = stored(alder, id);
    REQUIRE(after.patient.phone == QStringLiteral("+47 555 01 77"));
    REQUIRE(after.patient.height->value == 173);
    REQUIRE(after.medications.size() == 2);
    after.patient.phone = before.patient.phone;
    after.patient.height = before.patient.height;
    REQUIRE(after.patient == before.patient);
    REQUIRE(after.allergies == before.allergies);
    REQUIRE(after.diagnoses == before.diagnoses);
}

TEST_CASE("A patient is found by part of a name without case and accents, by MRN and by birth date",
          "[patients][search][fields]") {
    const char* words = GENERATE("aber", "SOREN", "sol", "h-0700", "ah-07", "12 Mar 1984", "1984-03-12");
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    const auto id = findOne(alder, QStringLiteral("AH-0700"));
    alder.window().work()->open(ui::PatientsPlace{});
    auto& page = alder.page<ui::PatientsPage>();
    tabTo(alder, [&](QWidget& widget) { return &widget == &page.search(); });
    alder.type(QLatin1String(words));
    alder.press(Qt::Key_Return);
    CAPTURE(words);
    REQUIRE(ui::patientOf(alder.window().work()->place()) == id);
}

TEST_CASE("An impossible birth date is refused at its field and nothing is lost",
          "[patients][form][fields]") {
    const char* typed = GENERATE("31.2.1984", "3.11.2026", "1.1.1700", "soon");
    CAPTURE(typed);
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    fill(alder, "birthDateEdit", typed);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    const auto* field = alder.page<ui::PatientFormPage>().person().field(QStringLiteral("birthDate"));
    REQUIRE(field->label() == QStringLiteral("Born"));
    REQUIRE(field->error().startsWith(QStringLiteral("Write ")));
    REQUIRE(alder.focused() == alder.visibleEdit("birthDateEdit"));
    REQUIRE(alder.visibleEdit("familyNameEdit")->text() == QStringLiteral("Åberg"));
    REQUIRE(alder.visibleEdit("emailEdit")->text() == QStringLiteral("sol@example.org"));
    REQUIRE(workflow::PatientList(alder.window().work()->practice()).counts()->all() == 0);
    fill(alder, "birthDateEdit", "12.3.1984");
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(stored(alder, findOne(alder, QStringLiteral("AH-0700"))).patient.birthDate == QDate(1984, 3, 12));
}

TEST_CASE("An impossible date in a list is refused by the name of its place", "[patients][form][fields]") {
    WindowFixture alder;
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    addLine(alder, QStringLiteral("Add a medicine"),
            {QStringLiteral("Sertraline"), QStringLiteral("100 mg"), QStringLiteral("31.2.2026")});
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    bool isNamed = false;
    for (const auto* label : alder.page<ui::PatientFormPage>().findChildren<QLabel*>()) {
        isNamed = isNamed || (label->isVisible() &&
                              label->text().startsWith(QStringLiteral("Medicine, Confirmed on: Write ")));
    }
    REQUIRE(isNamed);
    REQUIRE(workflow::PatientList(alder.window().work()->practice()).counts()->all() == 0);
}

TEST_CASE("A duplicate MRN is refused at its field and nothing is lost", "[patients][form][fields]") {
    WindowFixture alder;
    alder.alder().addPatient(QStringLiteral("AH-0700"), QStringLiteral("Mei-Lin"), QStringLiteral("Chow"));
    alder.unlock();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    fillPerson(alder);
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(errorAt(alder, "mrn") ==
            QStringLiteral("Another patient has this MRN: use another, or open that chart"));
    REQUIRE(alder.focused() == alder.visibleEdit("mrnEdit"));
    REQUIRE(workflow::PatientList(alder.window().work()->practice()).counts()->all() == 1);
    alder.press(Qt::Key_A, Qt::ControlModifier);
    alder.type(QStringLiteral("AH-0701"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(stored(alder, findOne(alder, QStringLiteral("AH-0701"))).patient.email ==
            QStringLiteral("sol@example.org"));
}

TEST_CASE("One patient is counted in the singular, two in the plural", "[patients][plural]") {
    const int count = GENERATE(0, 1, 2);
    WindowFixture alder;
    for (int i = 0; i < count; ++i) {
        alder.alder().addPatient(QStringLiteral("M-%1").arg(i), QStringLiteral("Given"),
                                 QStringLiteral("Family %1").arg(i));
    }
    alder.unlock();
    const QString wanted =
        count == 1 ? QStringLiteral("1 patient") : QStringLiteral("%1 patients").arg(count);
    int found = 0;
    for (const auto* label : alder.page<ui::PatientsPage>().findChildren<QLabel*>()) {
        found += label->text() == wanted ? 1 : 0;
    }
    REQUIRE(found == 1);
}

} // namespace test_patient_fields

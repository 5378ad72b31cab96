// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/settings/appearance_panel.h"
#include "ui/settings/journal_panel.h"
#include "ui/settings/people_panel.h"
#include "ui/settings/practice_panel.h"
#include "ui/settings/roles_box.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/zone_box.h"
#include "ui/shared/banner.h"
#include "ui/shared/number_field.h"
#include "ui/shared/password_field.h"
#include "ui/shared/segments.h"

#include "core/storage/practice_file.h"
#include "core/workflow/clinic_care.h"

#include <QAbstractItemView>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_settings_page {
using namespace kairos;
using namespace kairos::test;

namespace {

QPushButton& buttonOf(QWidget& panel, const QString& text) {
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text() == text) {
            return *button;
        }
    }
    throw std::runtime_error("no such button");
}

template <class Panel>
Panel& panelOf(WindowFixture& alder, QLatin1String section) {
    alder.window().work()->open(ui::SettingsPlace{section});
    return *alder.page<ui::SettingsPage>().findChild<Panel*>();
}

} // namespace

TEST_CASE("The practice's name is changed, and undo brings the former one back", "[settings]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::PracticePanel>(alder, ui::kSectionPractice);
    auto* name = panel.findChildren<QLineEdit*>().first();
    name->setText(QStringLiteral("Alder House North"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(alder.window().work()->practice().practice().name == QStringLiteral("Alder House North"));
    alder.window().work()->undo();
    REQUIRE(alder.window().work()->practice().practice().name == QStringLiteral("Alder House"));
}

TEST_CASE("The days until a closed risk item opens again are the practice's, or the default's",
          "[settings][risk]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::PracticePanel>(alder, ui::kSectionPractice);
    auto* days = panel.findChildren<ui::NumberField*>().at(1);
    const auto stored = [&alder] { return alder.window().work()->practice().practice().riskReopenDays; };
    REQUIRE(days->text().isEmpty());
    days->setFocus();
    alder.type(QStringLiteral("7"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(stored() == 7);
    days->clear();
    alder.type(QStringLiteral("91"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(stored() == 7);
    days->clear();
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE_FALSE(stored().has_value());
}

TEST_CASE("The order of a reading is the practice's, and one that cannot be read is not saved",
          "[settings]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::PracticePanel>(alder, ui::kSectionPractice);
    auto* order = panel.findChildren<QLineEdit*>().last();
    REQUIRE(order->text() == QStringLiteral("bp hr spo2 s"));
    const auto stored = [&alder] { return alder.window().work()->practice().practice().readingOrder; };
    order->setText(QStringLiteral("bp pulse weight"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(stored().isEmpty());
    REQUIRE(order->text() == QStringLiteral("bp pulse weight"));
    order->setText(QStringLiteral("BP SpO2 HR"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(stored() == QStringLiteral("bp spo2 hr"));
    REQUIRE(order->text() == QStringLiteral("bp spo2 hr"));
}

TEST_CASE("A zone that is none keeps the page unsaved", "[settings]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::PracticePanel>(alder, ui::kSectionPractice);
    panel.findChild<ui::ZoneBox*>()->setEditText(QStringLiteral("Mars/Olympus"));
    buttonOf(panel, QStringLiteral("Save the practice")).click();
    REQUIRE(alder.window().work()->practice().practice().zone == QStringLiteral("Europe/Oslo"));
}

TEST_CASE("A person is added with roles and a first password", "[settings][people]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::PeoplePanel>(alder, ui::kSectionPeople);
    buttonOf(panel, QStringLiteral("Add a person")).click();
    REQUIRE(QApplication::focusWidget() != nullptr);
    alder.type(QStringLiteral("Priya Nair"));
    panel.findChild<ui::RolesBox*>()->setRoles({record::Role::Monitor});
    auto* password = panel.findChild<ui::PasswordField*>();
    buttonOf(panel, QStringLiteral("Save the person")).click();
    auto& practice = alder.window().work()->practice();
    REQUIRE(practice.clinicians()->size() == 1);
    password->setText(QStringLiteral("rain on the roof"));
    buttonOf(panel, QStringLiteral("Save the person")).click();
    const auto people = practice.clinicians().value();
    REQUIRE(people.size() == 2);
    const auto& priya = people.first().name == QStringLiteral("Priya Nair") ? people.first() : people.last();
    REQUIRE(priya.name == QStringLiteral("Priya Nair"));
    REQUIRE(priya.roles == QList{record::Role::Monitor});
    REQUIRE(practice.signIn(priya.id, QStringLiteral("rain on the roof")).has_value());
}

TEST_CASE("Who is no administrator is told why nothing can be changed", "[settings]") {
    WindowFixture alder;
    alder.alder().signInAs(QStringLiteral("Jonas Lindqvist"), record::Role::Therapist);
    alder.alder().close();
    alder.window().askToUnlock(alder.alder().path());
    alder.show();
    alder.type(support::OpenPracticeFixture::passphrase());
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return alder.visibleEdit("passwordEdit") != nullptr; });
    auto* people = alder.window().findChild<QAbstractItemView*>(QStringLiteral("peopleTable"));
    // By name: Jonas Lindqvist stands before Ruth Adeyemi.
    people->setCurrentIndex(people->model()->index(0, 0));
    REQUIRE(people->currentIndex().data().toString() == QStringLiteral("Jonas Lindqvist"));
    alder.type(support::OpenPracticeFixture::password());
    alder.press(Qt::Key_Return);
    auto& panel = panelOf<ui::PracticePanel>(alder, ui::kSectionPractice);
    auto& save = buttonOf(panel, QStringLiteral("Save the practice"));
    REQUIRE_FALSE(save.isEnabled());
    REQUIRE_FALSE(save.toolTip().isEmpty());
}

TEST_CASE("The theme and the size of the text take effect at once", "[settings][appearance]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::AppearancePanel>(alder, ui::kSectionAppearance);
    const auto segments = panel.findChildren<ui::Segments*>();
    segments.at(0)->setCurrent(2);
    Q_EMIT segments.at(0)->chosen(2);
    REQUIRE(ui::applicationTheme().id() == ui::ThemeId::Dark);
    segments.at(1)->setCurrent(4);
    Q_EMIT segments.at(1)->chosen(4);
    REQUIRE(alder.window().appearance() == ui::Appearance{ui::ThemeChoice::Dark, 14});
}

TEST_CASE("The record is checked beside the window", "[settings][record]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = panelOf<ui::JournalPanel>(alder, ui::kSectionRecord);
    buttonOf(panel, QStringLiteral("Check every table and signature too")).click();
    REQUIRE_FALSE(buttonOf(panel, QStringLiteral("Check the journal")).isEnabled());
    auto* result = panel.findChild<ui::Banner*>();
    alder.waitFor([&] { return result->isVisible(); });
    REQUIRE(result->bannerText().title == QStringLiteral("The record holds"));
}

TEST_CASE("A signature that does not fit is told with patient, day and session", "[settings][record]") {
    WindowFixture alder;
    auto& practice = alder.alder().practice();
    record::DosingSession dose;
    dose.id = practice.ids().next<record::SessionId>();
    dose.patient = alder.alder().addElena();
    dose.booked = {QDate(2026, 10, 12), QTime(9, 0), practice.practice().zone};
    dose.state = record::SessionState::Signed;
    record::Signature signature;
    signature.id = practice.ids().next<record::SignatureId>();
    signature.targetKind = record::RecordKind::DosingSession;
    signature.target = dose.id.uuid;
    signature.patient = dose.patient;
    signature.signer = alder.alder().clinician();
    signature.at = practice.now();
    signature.contentHash = QByteArray(32, 'x');
    support::required(practice.file().commit(
        {practice.actor(),
         practice.now(),
         {{record::Action::Created, dose, {}}, {record::Action::Created, signature, {}}},
         {}}));
    alder.unlock();
    auto& panel = panelOf<ui::JournalPanel>(alder, ui::kSectionRecord);
    auto* result = panel.findChild<ui::Banner*>();
    const auto check = [&](const char* button) {
        buttonOf(panel, QLatin1String(button)).click();
        alder.waitFor([&] { return result->isVisible(); });
    };
    check("Check the journal");
    REQUIRE(result->bannerText().title == QStringLiteral("The record holds"));
    check("Check every table and signature too");
    REQUIRE(result->bannerText().title == QStringLiteral("The record does not hold"));
    REQUIRE(result->bannerText().text.startsWith(QStringLiteral("Elena Marsh: ")));
    REQUIRE(result->bannerText().text.contains(QStringLiteral("2026-10-12")));
    REQUIRE(result->bannerText().text.contains(dose.id.toString()));
}

} // namespace test_settings_page

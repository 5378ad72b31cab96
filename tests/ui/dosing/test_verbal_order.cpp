// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dosing/dosing_stage.h"

#include "ui/dosing/given_banner.h"
#include "ui/dosing/verbal_order_card.h"
#include "ui/shared/banner.h"

#include "tests/support/both_themes.h"

#include "core/workflow/order_checks.h"
#include "core/workflow/run_care.h"

#include <QCheckBox>
#include <QComboBox>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_verbal_order {
using namespace kairos;
using support::required;
using test::DosingStage;

namespace {

/// A dose booked for today after every signed order is over. Jonas Vik monitors and is signed in; Ruth
/// Adeyemi prescribes.
struct SpokenDose {
    DosingStage desk;
    record::ClinicianId ruth = desk.practice().signedIn()->id;

    SpokenDose() {
        constexpr qint64 kDayMs = 86'400'000;
        desk.stage().fixture().clock().advanceMs(120 * kDayMs);
        record::DosingSession dose;
        dose.patient = desk.stage().patient();
        dose.plan = desk.plan;
        dose.number = 2;
        dose.booked = {desk.practice().today(), QTime(9, 0), desk.practice().practice().zone};
        workflow::DosingCare care(desk.practice());
        desk.session = required(care.book(dose));
        required(care.arrive(desk.session));
        required(care.weigh(desk.session, base::Kilograms{70}, workflow::WeightTyping::Confirmed));
        desk.stage().fixture().signInAs(QStringLiteral("Jonas Vik"), record::Role::Monitor);
        desk.open();
    }
    QPushButton* button(const QString& text) {
        for (auto* button : desk.page().findChildren<QPushButton*>()) {
            if (button->text() == text && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
    void press(const QString& text) {
        REQUIRE(button(text) != nullptr);
        button(text)->setFocus();
        DosingStage::press(Qt::Key_Space);
    }
    void take() {
        press(QStringLiteral("Take a verbal order"));
        DosingStage::tabTo(*desk.page().findChild<QComboBox*>(QStringLiteral("spoken-by")));
        DosingStage::press(Qt::Key_Down);
        DosingStage::tabTo(*desk.page().findChild<QCheckBox*>(QStringLiteral("read-back")));
        DosingStage::press(Qt::Key_Space);
        desk.stage().questions().answerNext({{}, DosingStage::password()});
        press(QStringLiteral("Record the verbal order"));
    }
    /// The line of the gate that asks for the order.
    bool isHeld() {
        const auto view = desk.view();
        return std::any_of(view.preDose.begin(), view.preDose.end(), [](const auto& line) {
            return line.id == QLatin1String("order") && line.holds();
        });
    }
    bool isWaiting() {
        const auto view = desk.view();
        return view.order && view.order->verbal &&
               workflow::countersignatureOf(*view.order, view.orderSignatures) == nullptr;
    }
};

QString bannerWords(ui::DosingPage& page) {
    for (auto* given : page.findChildren<ui::GivenBanner*>()) {
        if (given->isVisible()) {
            return given->findChild<ui::Banner*>()->bannerText().text;
        }
    }
    return {};
}

} // namespace

TEST_CASE("A verbal order is taken on the run sheet by keyboard and lets the dose go on",
          "[dosing][verbal]") {
    SpokenDose dose;
    REQUIRE(dose.isHeld());
    dose.take();
    REQUIRE(dose.isWaiting());
    REQUIRE_FALSE(dose.isHeld());
    REQUIRE(dose.desk.stored().dose == base::Milligrams{35});
    REQUIRE(dose.button(QStringLiteral("Take a verbal order")) == nullptr);
    REQUIRE_FALSE(dose.desk.page().findChild<ui::VerbalOrderCard*>()->isVisible());
    REQUIRE(dose.button(QStringLiteral("Countersign")) != nullptr);
    REQUIRE_FALSE(dose.button(QStringLiteral("Countersign"))->isEnabled());
}

TEST_CASE("A verbal order that was not read back stays in its form", "[dosing][verbal]") {
    SpokenDose dose;
    dose.press(QStringLiteral("Take a verbal order"));
    DosingStage::tabTo(*dose.desk.page().findChild<QComboBox*>(QStringLiteral("spoken-by")));
    DosingStage::press(Qt::Key_Down);
    dose.press(QStringLiteral("Record the verbal order"));
    REQUIRE(dose.desk.stage().questions().asked().isEmpty());
    REQUIRE(dose.isHeld());
    REQUIRE(QApplication::focusWidget() ==
            dose.desk.page().findChild<QCheckBox*>(QStringLiteral("read-back")));
}

TEST_CASE("The prescriber countersigns on the run sheet by keyboard", "[dosing][verbal]") {
    SpokenDose dose;
    dose.take();
    dose.desk.practice().signOut();
    required(dose.desk.practice().signIn(dose.ruth, DosingStage::password()));
    dose.desk.open();
    dose.desk.stage().questions().answerNext({{}, DosingStage::password()});
    dose.press(QStringLiteral("Countersign"));
    REQUIRE_FALSE(dose.isWaiting());
    REQUIRE(dose.button(QStringLiteral("Countersign")) == nullptr);
}

TEST_CASE("Every word of a verbal order on the run sheet fits in both themes", "[dosing][verbal]") {
    SpokenDose dose;
    dose.press(QStringLiteral("Take a verbal order"));
    REQUIRE(test::clippedInBothThemes(dose.desk.themes(), dose.desk.page(), QStringLiteral("sheet-verbal")) ==
            "");
}

TEST_CASE("The run sheet says at once that more is given than ordered, and after it what was given",
          "[dosing][given]") {
    DosingStage desk;
    desk.startByUseCases();
    auto& page = desk.open();
    desk.clockOn(39);
    REQUIRE(bannerWords(page).isEmpty());
    required(
        workflow::RunCare(desk.practice())
            .giveBooster(desk.session, base::Milligrams{10}, QStringLiteral("asked for by the prescriber")));
    REQUIRE(bannerWords(page).startsWith(QStringLiteral("ordered 35 mg in 40 min, given 44.1 mg")));
    desk.clockOn(2);
    required(workflow::DosingCare(desk.practice()).stop(desk.session, {}));
    REQUIRE(bannerWords(page) == QStringLiteral("ordered 35 mg in 40 min, given 45 mg over 40 min"));
    DosingStage::press(Qt::Key_F9);
    REQUIRE(bannerWords(page) == QStringLiteral("ordered 35 mg in 40 min, given 45 mg over 40 min"));
    REQUIRE(test::clippedInBothThemes(desk.themes(), page, QStringLiteral("given")) == "");
}

} // namespace test_verbal_order

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/order_card.h"

#include "ui/shared/date_field.h"
#include "ui/shared/number_field.h"
#include "ui/shared/spoken_order_form.h"
#include "ui/shared/text_label.h"
#include "ui/shared/theme_manager.h"

#include "tests/ui/plan/card_page.h"

#include "tests/support/both_themes.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "core/workflow/plan_care.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_order_card {
using namespace kairos;
using support::required;
using test::Keyboard;

namespace {

struct OrderStage {
    ui::ThemeManager themes{*qApp};
    test::PageStage stage;
    record::PlanId plan;
    test::CardPage<ui::OrderCard> page{stage.context()};

    OrderStage() {
        workflow::PlanWish wish;
        wish.patient = stage.patient();
        wish.protocol = QStringLiteral("iv-cbt");
        wish.start = stage.practice().today().addDays(21);
        plan = required(workflow::PlanCare(stage.practice()).start(wish));
        page.card().showOrders(view());
        REQUIRE(test::present(page, {520, 690}));
    }
    workflow::PlanView view() { return required(workflow::PlanQuery(stage.practice()).view(plan)); }
    void press(const QString& text) {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == text && button->isVisibleTo(&page)) {
                button->setFocus();
                Keyboard::press(Qt::Key_Space);
                return;
            }
        }
        throw std::runtime_error("no such button: " + text.toStdString());
    }
    /// Types over the dose by weight, which has the focus when an order is proposed.
    void typeDose(const QString& dose) {
        Keyboard::press(Qt::Key_A, Qt::ControlModifier);
        Keyboard::type(dose);
    }
    bool says(const QString& words) {
        const auto labels = page.findChildren<ui::TextLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const ui::TextLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
};

} // namespace

TEST_CASE("An order is completed with rescue drugs and its days, and signed by keyboard", "[plan][order]") {
    OrderStage bench;
    bench.press(QStringLiteral("Propose an order"));
    REQUIRE(bench.says(QStringLiteral("intravenous")));
    auto* rescue = bench.page.findChild<QPlainTextEdit*>();
    Keyboard::tabTo(*rescue);
    Keyboard::type(QStringLiteral("ondansetron 4 mg IV"));
    Keyboard::press(Qt::Key_Return);
    Keyboard::type(QStringLiteral("labetalol 10 mg IV"));
    bench.stage.questions().answerNext({{}, support::OpenPracticeFixture::password()});
    bench.press(QStringLiteral("Sign the order"));
    const auto view = bench.view();
    REQUIRE(view.orders.size() == 1);
    REQUIRE(view.orders.first().isSigned());
    REQUIRE(view.orders.first().order.rescueDrugs ==
            QStringList{QStringLiteral("ondansetron 4 mg IV"), QStringLiteral("labetalol 10 mg IV")});
    bench.page.card().showOrders(view);
    REQUIRE(bench.says(QStringLiteral("Rescue drugs: ondansetron 4 mg IV; labetalol 10 mg IV.")));
}

TEST_CASE("A dose beyond a limit is told while it is typed and again before signing", "[plan][order]") {
    OrderStage bench;
    bench.press(QStringLiteral("Propose an order"));
    REQUIRE_FALSE(bench.says(QStringLiteral("above the limit")));
    bench.typeDose(QStringLiteral("1.2"));
    REQUIRE(bench.says(QStringLiteral("Stop: 1.2 mg/kg")));
    bench.stage.questions().leaveNext();
    bench.press(QStringLiteral("Sign the order"));
    REQUIRE(bench.stage.questions().asked().last().text.contains(QStringLiteral("above the limit")));
    REQUIRE(bench.view().orders.isEmpty());
}

TEST_CASE("An impossible order is refused before the password is asked", "[plan][order]") {
    OrderStage bench;
    bench.press(QStringLiteral("Propose an order"));
    bench.typeDose(QStringLiteral("9"));
    REQUIRE(bench.says(QStringLiteral("9 mg/kg")));
    bench.press(QStringLiteral("Sign the order"));
    REQUIRE(bench.stage.questions().asked().isEmpty());
    REQUIRE(bench.says(QStringLiteral("The order was not signed")));
    REQUIRE(bench.view().orders.isEmpty());
}

TEST_CASE("An order that is not valid yet, or no more, says so", "[plan][order]") {
    OrderStage bench;
    workflow::PlanCare care(bench.stage.practice());
    const QDate today = bench.stage.practice().today();
    auto order = required(care.proposedOrder(bench.plan));
    order.validFrom = today.addDays(1);
    required(care.signOrder(order, support::OpenPracticeFixture::password()));
    bench.page.card().showOrders(bench.view());
    REQUIRE(bench.says(QStringLiteral("(not yet)")));
    order.validFrom = today.addDays(-9);
    order.validTo = today.addDays(-1);
    required(care.signOrder(order, support::OpenPracticeFixture::password()));
    bench.page.card().showOrders(bench.view());
    REQUIRE(bench.says(QStringLiteral("(over)")));
}

TEST_CASE("Every word of an order being typed fits in both themes", "[plan][order]") {
    OrderStage bench;
    bench.press(QStringLiteral("Propose an order"));
    bench.typeDose(QStringLiteral("1.2"));
    REQUIRE(test::clippedInBothThemes(bench.themes, bench.page, QStringLiteral("order")) == "");
}

TEST_CASE("An order is written for some of the doses by keyboard, and says which", "[plan][order]") {
    OrderStage bench;
    bench.press(QStringLiteral("Propose an order"));
    auto* doses = bench.page.findChild<QLineEdit*>(QStringLiteral("order-doses"));
    REQUIRE(doses != nullptr);
    Keyboard::tabTo(*doses);
    Keyboard::type(QStringLiteral("9"));
    REQUIRE(bench.says(QStringLiteral("the plan has no dose 9")));
    bench.press(QStringLiteral("Sign the order"));
    REQUIRE(bench.stage.questions().asked().isEmpty());
    doses->setFocus();
    Keyboard::press(Qt::Key_A, Qt::ControlModifier);
    Keyboard::type(QStringLiteral("1-3, 5"));
    bench.stage.questions().answerNext({{}, support::OpenPracticeFixture::password()});
    bench.press(QStringLiteral("Sign the order"));
    REQUIRE(bench.stage.questions().asked().last().text.contains(QStringLiteral("for dose 1-3, 5")));
    const auto view = bench.view();
    REQUIRE(view.orders.first().order.doses == QList<int>{1, 2, 3, 5});
    bench.page.card().showOrders(view);
    REQUIRE(bench.says(QStringLiteral("for dose 1-3, 5")));
}

namespace {

/// Jonas Vik monitors; Ruth Adeyemi prescribes. The order that Ruth speaks, taken by the keyboard.
struct SpokenStage : OrderStage {
    record::ClinicianId ruth = stage.practice().signedIn()->id;

    SpokenStage() { stage.fixture().signInAs(QStringLiteral("Jonas Vik"), record::Role::Monitor); }
    QComboBox& spokenBy() { return *page.findChild<QComboBox*>(QStringLiteral("spoken-by")); }
    QCheckBox& readBack() { return *page.findChild<QCheckBox*>(QStringLiteral("read-back")); }
    void signInRuth() {
        stage.practice().signOut();
        required(stage.practice().signIn(ruth, support::OpenPracticeFixture::password()));
        page.card().showOrders(view());
    }
    void take() {
        press(QStringLiteral("Propose an order"));
        Keyboard::tabTo(spokenBy());
        Keyboard::press(Qt::Key_Down);
        Keyboard::tabTo(readBack());
        Keyboard::press(Qt::Key_Space);
        stage.questions().answerNext({{}, support::OpenPracticeFixture::password()});
        press(QStringLiteral("Record the verbal order"));
        page.card().showOrders(view());
    }
    QPushButton* countersign() {
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Countersign")) {
                return button;
            }
        }
        return nullptr;
    }
};

} // namespace

TEST_CASE("Who does not prescribe takes a verbal order by keyboard, for today", "[plan][order][verbal]") {
    SpokenStage bench;
    bench.take();
    const auto view = bench.view();
    REQUIRE(view.orders.size() == 1);
    REQUIRE(view.orders.first().waitsForCountersignature());
    REQUIRE(view.orders.first().order.prescriber == bench.ruth);
    REQUIRE(view.orders.first().order.validFrom == bench.stage.practice().today());
    REQUIRE(view.orders.first().order.validTo == bench.stage.practice().today());
    REQUIRE(bench.says(QStringLiteral("Verbal order of Ruth Adeyemi, taken by Jonas Vik at 09:00, read back; "
                                      "countersignature due.")));
    REQUIRE(bench.countersign()->isVisible());
    REQUIRE_FALSE(bench.countersign()->isEnabled());
}

TEST_CASE("A verbal order that names nobody, or was not read back, is not recorded",
          "[plan][order][verbal]") {
    SpokenStage bench;
    bench.press(QStringLiteral("Propose an order"));
    bench.press(QStringLiteral("Record the verbal order"));
    REQUIRE(bench.stage.questions().asked().isEmpty());
    REQUIRE(bench.says(QStringLiteral("Choose the prescriber")));
    bench.spokenBy().setFocus();
    Keyboard::press(Qt::Key_Down);
    bench.press(QStringLiteral("Record the verbal order"));
    REQUIRE(bench.stage.questions().asked().isEmpty());
    REQUIRE(bench.says(QStringLiteral("Read it back")));
    REQUIRE(bench.page.focusWidget() == &bench.readBack());
    REQUIRE(bench.view().orders.isEmpty());
}

TEST_CASE("The prescriber who spoke an order countersigns it by keyboard", "[plan][order][verbal]") {
    SpokenStage bench;
    bench.take();
    bench.signInRuth();
    REQUIRE(bench.page.card().focusProxy() == bench.countersign());
    bench.stage.questions().answerNext({{}, QStringLiteral("wrong")});
    bench.press(QStringLiteral("Countersign"));
    REQUIRE(bench.view().orders.first().waitsForCountersignature());
    bench.stage.questions().answerNext({{}, support::OpenPracticeFixture::password()});
    bench.press(QStringLiteral("Countersign"));
    REQUIRE_FALSE(bench.view().orders.first().waitsForCountersignature());
    bench.page.card().showOrders(bench.view());
    REQUIRE_FALSE(bench.countersign()->isVisible());
    REQUIRE(bench.says(QStringLiteral("countersigned 2 Nov 2026 09:00")));
}

TEST_CASE("Every word of a verbal order being taken fits in both themes", "[plan][order][verbal]") {
    SpokenStage bench;
    bench.press(QStringLiteral("Propose an order"));
    bench.press(QStringLiteral("Record the verbal order"));
    REQUIRE(test::clippedInBothThemes(bench.themes, bench.page, QStringLiteral("verbal")) == "");
}

} // namespace test_order_card

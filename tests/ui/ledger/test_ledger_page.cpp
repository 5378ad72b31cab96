// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_page.h"

#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "ui/ledger/register_model.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/number_field.h"
#include "ui/shared/password_field.h"
#include "ui/shared/second_person_form.h"
#include "ui/shared/table_view.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/ledger_care.h"
#include "core/workflow/ledger_query.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace test_ledger_page {
using namespace kairos;
using Catch::Approx;
using support::required;
using test::PageStage;

namespace {

const QString kOtherPassword = QStringLiteral("another long password");

/// The ledger page over a practice with a second person, driven by keys.
struct LedgerDesk : test::Keyboard {
    PageStage stage;
    record::ClinicianId other;
    std::unique_ptr<ui::LedgerPage> page;

    LedgerDesk() {
        other = required(
            workflow::ClinicCare(stage.practice())
                .addClinician(QStringLiteral("Noor Haddad"), {record::Role::Monitor}, kOtherPassword));
        show();
    }
    void show() {
        page = std::make_unique<ui::LedgerPage>(stage.context());
        REQUIRE(test::present(*page, QSize(1366, 768)));
        page->setFocus(Qt::OtherFocusReason); // as the window does when it shows a page
    }
    /// Types a value and goes on to the next field.
    void fill(const QString& text) {
        type(text);
        press(Qt::Key_Tab);
    }
    void receive() {
        record::Vial vial;
        vial.drug = QStringLiteral("ketamine (racemic)");
        vial.strength.value = 50;
        vial.volume.value = 10;
        vial.lot = QStringLiteral("K-2211");
        vial.expiry = QDate(2027, 6, 30);
        vial.received = 3;
        required(workflow::LedgerCare(stage.practice()).receive(vial));
        page->refresh();
    }
    void receiveDevices(int count) {
        auto vial =
            *workflow::LedgerQuery(stage.practice()).deviceLabel(QStringLiteral("esketamine nasal spray"));
        vial.lot = QStringLiteral("ES-31");
        vial.expiry = QDate(2027, 6, 30);
        vial.received = count;
        required(workflow::LedgerCare(stage.practice()).receive(vial));
        page->refresh();
    }
    /// The words of a line of the register, its change and then its balance.
    QStringList moved(int row) {
        const auto& model = *page->lines().model();
        return {model.index(row, ui::RegisterModel::Change).data().toString(),
                model.index(row, ui::RegisterModel::Balance).data().toString()};
    }
    void choosePerson() {
        auto& people = page->form().witness().people();
        people.setFocus();
        press(Qt::Key_Down);
        REQUIRE(people.currentText() == QStringLiteral("Noor Haddad"));
        page->form().witness().password().setFocus();
    }
    QList<workflow::LotView> lots() { return required(workflow::LedgerQuery(stage.practice()).lots()); }
};

} // namespace

TEST_CASE("An empty ledger says what to do", "[ledger]") {
    LedgerDesk desk;
    REQUIRE(desk.page->findChild<ui::EmptyState*>()->isVisible());
    REQUIRE_FALSE(desk.page->lots().isVisible());
    REQUIRE(desk.page->act(ui::LedgerAct::Receive).isEnabled());
    for (const auto act : {ui::LedgerAct::Count, ui::LedgerAct::Waste, ui::LedgerAct::TakeBack}) {
        REQUIRE_FALSE(desk.page->act(act).isEnabled());
    }
    desk.receive();
    REQUIRE(desk.page->act(ui::LedgerAct::Count).isEnabled());
}

TEST_CASE("What was typed for a count stands there after Escape", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    desk.press(Qt::Key_F6);
    desk.type(QStringLiteral("29"));
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("one vial leaks"));
    desk.press(Qt::Key_Escape);
    REQUIRE_FALSE(desk.page->form().isVisible());
    desk.press(Qt::Key_F6);
    REQUIRE(desk.page->form().volumeEdit().value() == 29.0);
    REQUIRE(desk.page->form().reasonEdit().text() == QStringLiteral("one vial leaks"));
}

TEST_CASE("A lot is received by keyboard and stands with its first line", "[ledger]") {
    LedgerDesk desk;
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(desk.page->form().isVisible());
    desk.press(Qt::Key_Tab);
    desk.fill(QStringLiteral("50"));
    desk.fill(QStringLiteral("10"));
    desk.fill(QStringLiteral("K-2211"));
    desk.fill(QStringLiteral("30 Jun 2027"));
    desk.type(QStringLiteral("3"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    INFO(desk.page->form().trouble().toStdString());
    REQUIRE_FALSE(desk.page->form().isVisible());
    REQUIRE(desk.lots().size() == 1);
    REQUIRE(desk.lots().first().standing.balance.value == Approx(30));
    REQUIRE(desk.lots().first().vial.keeping == record::VialKeeping::SingleDose);
    REQUIRE(desk.page->lots().model()->rowCount() == 1);
    REQUIRE(desk.page->lines().model()->rowCount() == 1);
}

TEST_CASE("The register of a lot of devices moves in devices", "[ledger]") {
    LedgerDesk desk;
    desk.receiveDevices(3);
    REQUIRE(desk.moved(0) == QStringList{QStringLiteral("+3 devices"), QStringLiteral("3 devices")});
    desk.press(Qt::Key_F6);
    REQUIRE(desk.page->form().volumeEdit().unit().isEmpty());
    desk.fill(QStringLiteral("2"));
    desk.type(QStringLiteral("one fell into the bin"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.moved(1) == QStringList{QStringLiteral("\u22121 device"), QStringLiteral("2 devices")});
    desk.press(Qt::Key_F6);
    desk.fill(QStringLiteral("1"));
    desk.type(QStringLiteral("and another"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.moved(2) == QStringList{QStringLiteral("\u22121 device"), QStringLiteral("1 device")});
}

TEST_CASE("The register of a lot of vials moves in millilitres", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    REQUIRE(desk.moved(0) == QStringList{QStringLiteral("+30.00 mL"), QStringLiteral("30.00 mL")});
    desk.press(Qt::Key_F6);
    REQUIRE(desk.page->form().volumeEdit().unit() == QStringLiteral("mL"));
}

TEST_CASE("A count that differs asks why and keeps what was typed", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    desk.press(Qt::Key_F6);
    desk.type(QStringLiteral("29"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.page->form().trouble().contains(QStringLiteral("29.00 mL")));
    REQUIRE(desk.page->form().volumeEdit().value() == 29.0);
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("one vial leaks"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.lots().first().standing.balance.value == Approx(29));
}

TEST_CASE("Waste takes another person's password at the desk", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    desk.press(Qt::Key_F7);
    desk.fill(QStringLiteral("10"));
    desk.type(QStringLiteral("broken on the floor"));
    desk.choosePerson();
    desk.type(QStringLiteral("guess"));
    desk.press(Qt::Key_Return);
    REQUIRE_FALSE(desk.page->form().trouble().isEmpty());
    REQUIRE(desk.lots().first().standing.balance.value == Approx(30));
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(kOtherPassword);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.lots().first().standing.balance.value == Approx(20));
    REQUIRE(desk.page->form().witness().password().text().isEmpty());
    REQUIRE(desk.page->lines().model()->rowCount() == 2);
}

TEST_CASE("The chosen line is taken back and both lines stay", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    required(workflow::LedgerCare(desk.stage.practice())
                 .giveBack({desk.lots().first().vial.id,
                            base::Millilitres{10},
                            {},
                            QStringLiteral("recalled"),
                            {desk.other, kOtherPassword}}));
    desk.page->refresh();
    REQUIRE(desk.lots().first().standing.balance.value == Approx(20));
    desk.press(Qt::Key_F9);
    desk.type(QStringLiteral("not recalled after all"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.lots().first().standing.balance.value == Approx(30));
    REQUIRE(desk.page->lines().model()->rowCount() == 3);
}

TEST_CASE("The inspection print is one key away", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    desk.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(desk.stage.navigator().opened() == QList<ui::Place>{ui::LedgerSheetPlace{}});
}

TEST_CASE("Who keeps no stock reads the ledger and is told why the buttons are off", "[ledger]") {
    LedgerDesk desk;
    desk.receive();
    desk.stage.fixture().signInAs(QStringLiteral("Ida Berg"), record::Role::Therapist);
    desk.show();
    desk.press(Qt::Key_F6);
    REQUIRE_FALSE(desk.page->form().isVisible());
    REQUIRE(desk.page->lots().model()->rowCount() == 1);
}

} // namespace test_ledger_page

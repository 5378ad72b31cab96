// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/window_fixture.h"

#include "ui/scales/patient_choice.h"
#include "ui/scales/patient_closing.h"
#include "ui/scales/patient_form.h"
#include "ui/scales/rating_page.h"
#include "ui/scales/risk_page.h"
#include "ui/scales/score_card.h"
#include "ui/shell/go_to_box.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/kiosk_screen.h"
#include "ui/shell/rail_button.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/risk_lane.h"

#include <QAbstractItemView>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_kiosk {
using namespace kairos;
using namespace kairos::test;
using record::AnswerState;
using support::required;

namespace {

using Chord = std::pair<Qt::Key, Qt::KeyboardModifiers>;

/// Alder House with a PHQ-9 of Elena Marsh handed to her by F7.
class Handed final {
public:
    explicit Handed(const QString& crisisText = {}, ui::ThemeId theme = ui::ThemeId::Light)
        : m_alder(theme), m_elena(m_alder.alder().addElena()) {
        if (!crisisText.isEmpty()) {
            auto practice = m_alder.alder().practice().practice();
            practice.crisisText = crisisText;
            required(workflow::ClinicCare(m_alder.alder().practice()).savePractice(practice));
        }
        m_alder.unlock();
        m_alder.window().work()->open(ui::RatingPlace{m_elena, QStringLiteral("phq-9")});
        m_alder.press(Qt::Key_F7);
    }

    [[nodiscard]] WindowFixture& alder() { return m_alder; }
    [[nodiscard]] ui::MainWindow& window() { return m_alder.window(); }
    [[nodiscard]] const record::PatientId& elena() const { return m_elena; }
    [[nodiscard]] workflow::OpenPractice& practice() { return m_alder.window().work()->practice(); }
    [[nodiscard]] ui::PatientForm& form() {
        return dynamic_cast<ui::PatientForm&>(m_alder.window().kiosk()->form());
    }
    /// Each key goes to the question that is shown then.
    void answer(const char* digits) {
        for (const char* digit = digits; *digit != 0; ++digit) {
            m_alder.type(QString(QLatin1Char(*digit)));
        }
    }
    /// Clinician, password, Enter.
    void unlock(const QString& password = support::OpenPracticeFixture::password()) {
        m_alder.window().kiosk()->findChild<QPushButton*>(QStringLiteral("kioskClinician"))->click();
        m_alder.type(password);
        m_alder.press(Qt::Key_Return);
    }
    [[nodiscard]] QList<record::Rating> saved() {
        return required(workflow::RatingQuery(practice()).series(m_elena, QStringLiteral("phq-9"))).ratings;
    }
    [[nodiscard]] std::optional<record::RiskItem> openRisk() {
        return required(workflow::RiskLane(practice()).openItem(m_elena));
    }
    [[nodiscard]] QString closingWords() {
        return m_alder.window().kiosk()->findChild<ui::PatientClosing*>()->words();
    }

private:
    WindowFixture m_alder;
    record::PatientId m_elena;
};

} // namespace

TEST_CASE("F7 hands the whole window over: no rail, no header, no menu, no title", "[shell][kiosk]") {
    Handed handed;
    REQUIRE(handed.window().kiosk() != nullptr);
    REQUIRE(handed.window().kiosk()->isVisible());
    REQUIRE_FALSE(handed.window().work()->isVisible());
    REQUIRE_FALSE(handed.window().findChild<ui::RailButton*>()->isVisible());
    REQUIRE_FALSE(handed.window().menuBar()->isVisible());
    REQUIRE(handed.window().kiosk()->size() == handed.window().size());
    REQUIRE(handed.window().windowTitle() == QStringLiteral("Kairos"));
    REQUIRE(handed.form().step() == ui::PatientForm::Step::One);
    REQUIRE(handed.form().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("The window fills the screen while a patient holds it, and is as before after", "[shell][kiosk]") {
    Handed handed;
    REQUIRE(handed.window().windowState().testFlag(Qt::WindowFullScreen));
    handed.unlock();
    REQUIRE(handed.window().kiosk() == nullptr);
    REQUIRE(handed.window().windowState() == Qt::WindowNoState);
}

TEST_CASE("No key leads out of the patient's form", "[shell][kiosk]") {
    Handed handed;
    const auto key =
        GENERATE(Chord{Qt::Key_Escape, Qt::NoModifier}, Chord{Qt::Key_K, Qt::ControlModifier},
                 Chord{Qt::Key_L, Qt::ControlModifier}, Chord{Qt::Key_Q, Qt::ControlModifier},
                 Chord{Qt::Key_N, Qt::ControlModifier}, Chord{Qt::Key_Left, Qt::AltModifier},
                 Chord{Qt::Key_F1, Qt::NoModifier}, Chord{Qt::Key_F6, Qt::NoModifier},
                 Chord{Qt::Key_F7, Qt::NoModifier}, Chord{Qt::Key_Z, Qt::ControlModifier},
                 Chord{Qt::Key_1, Qt::ControlModifier | Qt::AltModifier},
                 Chord{Qt::Key_2, Qt::ControlModifier | Qt::AltModifier},
                 Chord{Qt::Key_Return, Qt::ControlModifier}, Chord{Qt::Key_Backspace, Qt::NoModifier});
    handed.alder().press(key.first, key.second);
    layOut();
    REQUIRE(handed.window().isVisible());
    REQUIRE(handed.window().work() != nullptr);
    REQUIRE(handed.window().kiosk() != nullptr);
    REQUIRE_FALSE(handed.window().work()->isVisible());
    REQUIRE(handed.window().findChild<ui::GoToBox*>() == nullptr);
    REQUIRE(handed.window().findChild<ui::KeySheet*>() == nullptr);
    REQUIRE(QApplication::activePopupWidget() == nullptr);
    REQUIRE(handed.form().currentPlace() == 0);
    REQUIRE(handed.saved().isEmpty());
}

TEST_CASE("Alt shows no menu while a patient holds the screen, and does again after", "[shell][kiosk]") {
    Handed handed;
    const auto tapAlt = [&handed] {
        QTest::keyPress(handed.alder().focused(), Qt::Key_Alt);
        QTest::keyRelease(handed.alder().focused(), Qt::Key_Alt, Qt::AltModifier);
    };
    tapAlt();
    REQUIRE_FALSE(handed.window().menuBar()->isVisible());
    handed.unlock();
    tapAlt();
    REQUIRE(handed.window().menuBar()->isVisible());
}

TEST_CASE("Tab never leaves the patient's screen", "[shell][kiosk]") {
    Handed handed;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(handed.alder().focused(), Qt::Key_Tab);
        REQUIRE(handed.window().kiosk()->isAncestorOf(QApplication::focusWidget()));
    }
}

TEST_CASE("Closing the window asks for the password instead", "[shell][kiosk]") {
    Handed handed;
    handed.answer("1");
    REQUIRE_FALSE(handed.window().close());
    REQUIRE(handed.window().isVisible());
    REQUIRE(handed.alder().visibleEdit("kioskPassword") != nullptr);
    handed.alder().press(Qt::Key_Escape);
    REQUIRE(handed.alder().visibleEdit("kioskPassword") == nullptr);
    REQUIRE(handed.form().entry().answer(0) == record::Answer::given(1));
}

TEST_CASE("A wrong password keeps the screen with the patient", "[shell][kiosk]") {
    Handed handed;
    handed.unlock(QStringLiteral("not the password"));
    REQUIRE(handed.window().kiosk() != nullptr);
    REQUIRE_FALSE(handed.window().work()->isVisible());
    handed.alder().type(support::OpenPracticeFixture::password());
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.window().kiosk() == nullptr);
    REQUIRE(handed.alder().page<ui::RatingPage>().isVisible());
}

TEST_CASE("A clinician who takes the screen back in between finds the answers", "[shell][kiosk]") {
    Handed handed;
    handed.answer("21");
    handed.unlock();
    auto& page = handed.alder().page<ui::RatingPage>();
    REQUIRE(page.grid().entry().answer(0) == record::Answer::given(2));
    REQUIRE(page.grid().entry().answer(1) == record::Answer::given(1));
    REQUIRE(handed.saved().isEmpty());
    REQUIRE(page.isVisible());
}

TEST_CASE("A form without a sign of danger ends neutrally, and the clinician sees the rating first",
          "[shell][kiosk]") {
    Handed handed(QStringLiteral("Stay with us."));
    handed.answer("1111111101");
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.form().step() == ui::PatientForm::Step::Closed);
    REQUIRE(handed.saved().size() == 1);
    REQUIRE(handed.saved().first().mode == record::RatingMode::SelfOnScreen);
    REQUIRE(handed.saved().first().total == 8.0);
    REQUIRE(handed.closingWords().contains(QStringLiteral("give the device back to your clinician")));
    REQUIRE_FALSE(handed.closingWords().contains(QStringLiteral("Stay with us.")));
    REQUIRE_FALSE(handed.openRisk().has_value());
    handed.unlock();
    REQUIRE(handed.alder().page<ui::RatingPage>().scoreCard().isVisible());
    REQUIRE(handed.window().work()->place().get<ui::RatingPlace>().rating == handed.saved().first().id);
}

TEST_CASE("A positive suicide item shows the clinic's text, and the risk page comes before all else",
          "[shell][kiosk][risk]") {
    const bool isWritten = GENERATE(true, false);
    Handed handed(isWritten ? QStringLiteral("Please stay. Somebody comes to you now.") : QString());
    handed.answer("1111111120");
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.form().step() == ui::PatientForm::Step::Closed);
    REQUIRE(handed.closingWords().contains(QStringLiteral("Somebody comes to you now.")) == isWritten);
    REQUIRE(handed.closingWords().contains(QStringLiteral("give the device back to your clinician")));
    // The screen is still the patient's, and the item is open already.
    REQUIRE(handed.window().kiosk() != nullptr);
    REQUIRE(handed.openRisk().has_value());
    REQUIRE(handed.openRisk()->evidence.first().rating == handed.saved().first().id);
    handed.unlock();
    REQUIRE(handed.window().kiosk() == nullptr);
    REQUIRE(handed.alder().page<ui::RiskPage>().isVisible());
}

TEST_CASE("The idle lock falls on the patient's screen, and the answers stay", "[shell][kiosk][lock]") {
    Handed handed;
    handed.answer("21");
    handed.alder().alder().clock().advanceMs(qint64{60'000} * handed.practice().practice().idleLockMinutes);
    handed.window().work()->tick(handed.window().idleLock().leftMs());
    handed.window().idleLock().tick();
    REQUIRE(handed.window().work() == nullptr);
    REQUIRE(handed.window().kiosk() == nullptr);
    REQUIRE(handed.alder().visibleEdit("passwordEdit") != nullptr);
    handed.alder().type(support::OpenPracticeFixture::password());
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.alder().page<ui::RatingPage>().grid().entry().answer(1) == record::Answer::given(1));
}

TEST_CASE("After the idle lock the risk page comes first, whoever signs in", "[shell][kiosk][lock][risk]") {
    Handed handed;
    auto& practice = handed.practice();
    required(workflow::ClinicCare(practice).addClinician(
        QStringLiteral("Zoe Hart"), {record::Role::Therapist}, QStringLiteral("a second long password")));
    handed.answer("0000000030");
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.openRisk().has_value());
    handed.window().lock();
    const auto people = handed.window().findChildren<QAbstractItemView*>(QStringLiteral("peopleTable"));
    REQUIRE(people.size() == 1);
    people.first()->setFocus();
    people.first()->setCurrentIndex(people.first()->model()->index(1, 0));
    handed.alder().visibleEdit("passwordEdit")->setFocus();
    handed.alder().type(QStringLiteral("a second long password"));
    handed.alder().press(Qt::Key_Return);
    REQUIRE(handed.window().work() != nullptr);
    REQUIRE(handed.practice().signedIn()->name == QStringLiteral("Zoe Hart"));
    REQUIRE(handed.alder().page<ui::RiskPage>().isVisible());
}

TEST_CASE("A killed program starts at the unlock page with the answers kept", "[shell][kiosk][draft]") {
    Handed handed;
    handed.answer("21");
    // What a kill leaves: the draft that was written by itself, and a file to be unlocked.
    REQUIRE(
        QTest::qWaitFor([&] { return !required(workflow::DraftDesk(handed.practice()).mine()).isEmpty(); }));
    const QString path = handed.practice().path();
    handed.window().askToUnlock(path);
    REQUIRE(handed.window().kiosk() == nullptr);
    REQUIRE(handed.window().work() == nullptr);
    REQUIRE(handed.alder().visibleEdit("passphraseEdit") != nullptr);
    handed.alder().type(support::OpenPracticeFixture::passphrase());
    handed.alder().press(Qt::Key_Return);
    handed.alder().waitFor([&] { return handed.alder().visibleEdit("passwordEdit") != nullptr; });
    handed.alder().type(support::OpenPracticeFixture::password());
    handed.alder().press(Qt::Key_Return);
    handed.alder().waitFor([&] { return handed.window().work() != nullptr; });
    REQUIRE_FALSE(handed.window().work()->place().is<ui::RatingPlace>());
    handed.window().work()->open(ui::RatingPlace{handed.elena(), QStringLiteral("phq-9")});
    REQUIRE(handed.alder().page<ui::RatingPage>().grid().entry().answer(0) == record::Answer::given(2));
}

TEST_CASE("Every word of the patient's screen fits, in light and dark", "[shell][kiosk][fit]") {
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    Handed handed(QStringLiteral("Please stay. Somebody comes to you now."), theme);
    REQUIRE(clippedTexts(*handed.window().kiosk()) == QStringList());
    handed.answer("11111111");
    REQUIRE(clippedTexts(*handed.window().kiosk()) == QStringList());
    handed.answer("1");
    handed.alder().press(Qt::Key_Return);
    REQUIRE(clippedTexts(*handed.window().kiosk()) == QStringList());
    handed.window().kiosk()->askPassword();
    REQUIRE(clippedTexts(*handed.window().kiosk()) == QStringList());
}

} // namespace test_kiosk

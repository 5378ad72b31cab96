// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/private_stage.h"

#include "tests/support/both_themes.h"

#include "core/workflow/clinic_care.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace test_private_notes {
using namespace kairos;
using test::PrivateStage;
using test::TherapyStage;
using workflow::PrivateAccess;

namespace {

const QString kWords = QStringLiteral("My own doubt about the dose.");

/// All that stands on the page to be read.
QString seenOn(const QWidget& page) {
    QStringList seen;
    for (const auto* label : page.findChildren<QLabel*>()) {
        seen.append(label->isVisibleTo(&page) ? label->text() : QString());
    }
    for (const auto* edit : page.findChildren<QPlainTextEdit*>()) {
        seen.append(edit->toPlainText());
    }
    for (const auto* edit : page.findChildren<QLineEdit*>()) {
        seen.append(edit->text());
    }
    return seen.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("Private notes are set up by keyboard, and the code is shown once", "[therapy][private]") {
    PrivateStage stage(test::WallState::None);
    auto& gate = stage.pane().gate();
    REQUIRE(QApplication::focusWidget() == &gate.passwordEdit());
    TherapyStage::enter(QStringLiteral("not it at all"));
    REQUIRE(gate.shownError().contains(QStringLiteral("does not fit")));
    TherapyStage::enter(TherapyStage::password());
    auto& sheet = stage.pane().codeSheet();
    REQUIRE(sheet.isVisible());
    REQUIRE(seenOn(sheet).count(QLatin1Char('\n')) > 12);
    auto* tick = sheet.findChild<QCheckBox*>();
    REQUIRE(QApplication::focusWidget() == tick);
    REQUIRE(!PrivateStage::button(sheet, QStringLiteral("Go to my private notes"))->isEnabled());
    TherapyStage::press(Qt::Key_Space);
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::press(Qt::Key_Space);
    REQUIRE(stage.book().isVisible());
    REQUIRE(QApplication::focusWidget() == &stage.text());
    REQUIRE(PrivateAccess(stage.desk.practice()).isOpen());
    for (const auto* label : sheet.findChildren<QLabel*>()) {
        REQUIRE(!label->text().contains(QRegularExpression(QStringLiteral("^[0-9A-Z]{5}$"))));
    }
}

TEST_CASE("A private note is written, read and amended by keyboard", "[therapy][private]") {
    PrivateStage stage;
    stage.write(kWords);
    REQUIRE(stage.notes().size() == 1);
    REQUIRE(stage.notes().first().text == kWords);
    REQUIRE(stage.notes().first().session == stage.session);
    REQUIRE(QApplication::focusWidget() == &stage.book().table());
    REQUIRE(stage.text().isReadOnly());
    REQUIRE(stage.text().toPlainText() == kWords);
    PrivateStage::button(stage.book(), QStringLiteral("Amend"))->click();
    REQUIRE(QApplication::focusWidget() == &stage.text());
    stage.write(QStringLiteral(" Less now."));
    REQUIRE(stage.notes().size() == 1);
    REQUIRE(stage.notes().first().text == kWords + QStringLiteral(" Less now."));
    REQUIRE(stage.text().toPlainText().contains(QStringLiteral("earlier version")));
    REQUIRE(stage.text().toPlainText().endsWith(kWords));
    PrivateStage::button(stage.book(), QStringLiteral("New note"))->click();
    REQUIRE(stage.text().toPlainText().isEmpty());
    stage.write(QStringLiteral("Another."));
    REQUIRE(stage.notes().size() == 2);
}

TEST_CASE("An empty private note is refused on the page", "[therapy][private]") {
    PrivateStage stage;
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(stage.book().message().contains(QStringLiteral("t is empty")));
    REQUIRE(stage.notes().isEmpty());
}

TEST_CASE("What is typed behind the wall is kept within a second, and comes back", "[therapy][private]") {
    PrivateStage stage;
    QSignalSpy kept(stage.page, &ui::Page::draftKept);
    TherapyStage::type(QStringLiteral("Half a sent"));
    REQUIRE(QTest::qWaitFor([&] { return kept.count() == 1; }, 3000));
    TherapyStage::type(QStringLiteral("ence"));
    stage.desk.close();
    stage.show();
    REQUIRE(stage.text().toPlainText() == QStringLiteral("Half a sentence"));
    REQUIRE(QApplication::focusWidget() == &stage.text());
}

TEST_CASE("A draft is discarded only when that is confirmed", "[therapy][private]") {
    PrivateStage stage;
    TherapyStage::type(kWords);
    auto& questions = stage.desk.stage().questions();
    questions.leaveNext();
    PrivateStage::button(stage.book(), QStringLiteral("Discard draft"))->click();
    REQUIRE(stage.text().toPlainText() == kWords);
    questions.answerNext({});
    PrivateStage::button(stage.book(), QStringLiteral("Discard draft"))->click();
    REQUIRE(stage.text().toPlainText().isEmpty());
    stage.desk.close();
    stage.show();
    REQUIRE(stage.text().toPlainText().isEmpty());
}

TEST_CASE("Sealing takes every word off the page, and the password brings them back", "[therapy][private]") {
    PrivateStage stage;
    stage.write(kWords);
    PrivateStage::button(stage.book(), QStringLiteral("New note"))->click();
    TherapyStage::type(QStringLiteral("Half"));
    PrivateStage::button(stage.book(), QStringLiteral("Seal"))->click();
    REQUIRE(!PrivateAccess(stage.desk.practice()).isOpen());
    REQUIRE(!seenOn(*stage.page).contains(kWords));
    REQUIRE(!seenOn(*stage.page).contains(QStringLiteral("Half")));
    REQUIRE(QApplication::focusWidget() == &stage.pane().gate().passwordEdit());
    TherapyStage::enter(TherapyStage::password());
    REQUIRE(stage.text().toPlainText() == QStringLiteral("Half"));
    REQUIRE(stage.notes().size() == 1);
}

TEST_CASE("After a reset the page opens private notes with the own code alone", "[therapy][private]") {
    PrivateStage stage;
    stage.write(kWords);
    auto& practice = stage.desk.practice();
    const auto ruth = practice.signedIn()->id;
    const QString fresh = QStringLiteral("snow on a slate roof");
    PrivateAccess(practice).close();
    support::required(workflow::ClinicCare(practice).setPassword(ruth, fresh));
    stage.desk.close();
    stage.show();
    TherapyStage::enter(fresh);
    auto& gate = stage.pane().gate();
    REQUIRE(gate.shownError().contains(QStringLiteral("set anew by an administrator")));
    gate.otherWayButton().click();
    gate.codeEdit().setFocus(Qt::OtherFocusReason);
    TherapyStage::type(stage.code);
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::enter(fresh);
    REQUIRE(stage.book().isVisible());
    REQUIRE(stage.notes().first().text == kWords);
}

TEST_CASE("A private note is destroyed after two questions, the second with the password",
          "[therapy][private]") {
    PrivateStage stage;
    stage.write(kWords);
    auto& questions = stage.desk.stage().questions();
    questions.answerNext({});
    questions.leaveNext();
    PrivateStage::button(stage.book(), QStringLiteral("Destroy"))->click();
    REQUIRE(questions.asked().size() == 2);
    REQUIRE(questions.asked().last().needs == ui::QuestionNeeds::Password);
    REQUIRE(stage.notes().size() == 1);
    questions.answerNext({});
    questions.answerNext({{}, TherapyStage::password()});
    PrivateStage::button(stage.book(), QStringLiteral("Destroy"))->click();
    REQUIRE(stage.notes().isEmpty());
    REQUIRE(!seenOn(*stage.page).contains(kWords));
}

TEST_CASE("What is cut or copied behind the wall stays there", "[therapy][private]") {
    PrivateStage stage;
    QApplication::clipboard()->setText(QStringLiteral("from outside"));
    TherapyStage::type(kWords);
    TherapyStage::ctrl(Qt::Key_A);
    for (const auto key : {Qt::Key_C, Qt::Key_X}) {
        TherapyStage::ctrl(key);
        const auto* clip = QApplication::clipboard()->mimeData();
        REQUIRE(!clip->hasText());
        for (const QString& format : clip->formats()) {
            REQUIRE(!clip->data(format).contains(kWords.toUtf8()));
        }
    }
    REQUIRE(stage.text().toPlainText().isEmpty());
    TherapyStage::ctrl(Qt::Key_V);
    REQUIRE(stage.text().toPlainText() == kWords);
    QApplication::clipboard()->setText(QStringLiteral(" And from outside."));
    TherapyStage::ctrl(Qt::Key_V);
    REQUIRE(stage.text().toPlainText() == kWords + QStringLiteral(" And from outside."));
}

TEST_CASE("Another clinician's page of the same session shows nothing of it", "[therapy][private][wall]") {
    PrivateStage stage;
    stage.write(kWords);
    TherapyStage::ctrl(Qt::Key_1);
    stage.desk.close();
    auto& fixture = stage.desk.stage().fixture();
    fixture.signInAs(QStringLiteral("Jonas Lind"), record::Role::Therapist);
    stage.show();
    // A therapist has a wall of his own, not set up yet.
    REQUIRE(PrivateStage::button(stage.pane(), QStringLiteral("Set up my private notes"))->isVisible());
    REQUIRE(!seenOn(*stage.page).contains(kWords));
    stage.desk.close();
    fixture.reopen();
    fixture.signInAs(QStringLiteral("Mo Field"), record::Role::Monitor);
    auto& page = stage.desk.open(stage.session);
    REQUIRE(page.tabs()->tabs() == nullptr);
    REQUIRE(page.tabs()->privatePane() == nullptr);
    REQUIRE(!seenOn(page).contains(kWords));
    REQUIRE(!seenOn(page).contains(QStringLiteral("rivate")));
}

TEST_CASE("Neither the title nor the list of private notes has their words", "[therapy][private][wall]") {
    PrivateStage stage;
    stage.write(kWords);
    REQUIRE(!stage.page->title().contains(kWords));
    REQUIRE(!stage.page->window()->windowTitle().contains(kWords));
    const auto& model = *stage.book().table().model();
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
            REQUIRE(!model.index(0, column).data(role).toString().contains(QStringLiteral("doubt")));
        }
    }
}

TEST_CASE("The page of private notes holds its words in both themes", "[therapy][private]") {
    PrivateStage stage(test::WallState::None);
    auto& themes = stage.desk.themes();
    REQUIRE(test::clippedInBothThemes(themes, *stage.page, QStringLiteral("private-set-up")) == "");
    TherapyStage::enter(TherapyStage::password());
    REQUIRE(test::clippedInBothThemes(themes, *stage.page, QStringLiteral("private-code")) == "");
    TherapyStage::press(Qt::Key_Space);
    TherapyStage::press(Qt::Key_Tab);
    TherapyStage::press(Qt::Key_Space);
    TherapyStage::type(kWords);
    REQUIRE(test::clippedInBothThemes(themes, *stage.page, QStringLiteral("private-write")) == "");
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(test::clippedInBothThemes(themes, *stage.page, QStringLiteral("private-read")) == "");
    PrivateStage::button(stage.book(), QStringLiteral("Seal"))->click();
    stage.pane().gate().otherWayButton().click();
    REQUIRE(test::clippedInBothThemes(themes, *stage.page, QStringLiteral("private-sealed")) == "");
}

} // namespace test_private_notes

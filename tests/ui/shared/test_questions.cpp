// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/question_dialog.h"

#include "ui/shared/password_field.h"
#include "ui/shared/theme_manager.h"

#include "tests/support/scripted_questions.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_questions {
using namespace kairos;

namespace {

const ui::Question kOverride{.title = QStringLiteral("Override this stop?"),
                             .text = QStringLiteral("BP 184/112 is above 180/110."),
                             .verb = QStringLiteral("Override"),
                             .kind = ui::ButtonKind::Danger,
                             .needs = ui::QuestionNeeds::ReasonAndPassword};

} // namespace

TEST_CASE("An override needs a reason and a password before it is tried", "[shared][questions]") {
    const ui::ThemeManager themes(*qApp);
    int tried = 0;
    ui::QuestionDialog dialog(kOverride, [&tried](const ui::Answer&) -> base::Outcome {
        ++tried;
        return {};
    });
    dialog.open();
    dialog.verbButton().click();
    REQUIRE(tried == 0);
    REQUIRE(dialog.isVisible());
    dialog.reasonEdit()->setPlainText(QStringLiteral("Known white-coat reading; repeated by hand"));
    dialog.verbButton().click();
    REQUIRE(tried == 0);
    dialog.passwordEdit()->setText(QStringLiteral("correct horse"));
    dialog.verbButton().click();
    REQUIRE(tried == 1);
    REQUIRE_FALSE(dialog.isVisible());
}

TEST_CASE("A failed attempt stays in the dialog with its error", "[shared][questions]") {
    const ui::ThemeManager themes(*qApp);
    ui::Question question = kOverride;
    question.needs = ui::QuestionNeeds::Password;
    ui::QuestionDialog dialog(question, [](const ui::Answer& answer) -> base::Outcome {
        if (answer.password == QStringLiteral("right")) {
            return {};
        }
        return base::fail(base::ErrorCode::WrongPassphrase, QStringLiteral("Nothing was signed"),
                          QStringLiteral("the password does not fit"), QStringLiteral("type it again"));
    });
    dialog.open();
    dialog.passwordEdit()->setText(QStringLiteral("wrong"));
    dialog.accept();
    REQUIRE(dialog.isVisible());
    REQUIRE(dialog.shownError().contains(QStringLiteral("the password does not fit")));
    dialog.passwordEdit()->setText(QStringLiteral("right"));
    dialog.accept();
    REQUIRE(dialog.result() == QDialog::Accepted);
}

TEST_CASE("Escape always leaves, and Enter never runs what loses something", "[shared][questions]") {
    const ui::ThemeManager themes(*qApp);
    int tried = 0;
    ui::Question question = kOverride;
    question.needs = ui::QuestionNeeds::Nothing;
    const auto attempt = [&tried](const ui::Answer&) -> base::Outcome {
        ++tried;
        return {};
    };
    ui::QuestionDialog danger(question, attempt);
    danger.open();
    QTest::keyClick(&danger, Qt::Key_Return);
    REQUIRE(tried == 0);
    REQUIRE(danger.result() == QDialog::Rejected);
    question.kind = ui::ButtonKind::Primary;
    ui::QuestionDialog plain(question, attempt);
    plain.open();
    QTest::keyClick(&plain, Qt::Key_Escape);
    REQUIRE(tried == 0);
    plain.open();
    QTest::keyClick(&plain, Qt::Key_Return);
    REQUIRE(tried == 1);
}

TEST_CASE("Enter in the password of an override tries it, and a reason is never thrown away by Enter",
          "[shared][questions]") {
    const ui::ThemeManager themes(*qApp);
    ui::Answer got;
    int tried = 0;
    const auto attempt = [&](const ui::Answer& answer) -> base::Outcome {
        got = answer;
        ++tried;
        return {};
    };
    ui::QuestionDialog override(kOverride, attempt);
    override.open();
    REQUIRE(QTest::qWaitForWindowActive(&override));
    QTest::keyClicks(override.reasonEdit(), QStringLiteral("repeated by hand"));
    QTest::keyClick(override.reasonEdit(), Qt::Key_Return);
    REQUIRE(tried == 0);
    REQUIRE(override.isVisible());
    QTest::keyClicks(override.passwordEdit(), QStringLiteral("secret"));
    QTest::keyClick(override.passwordEdit(), Qt::Key_Return);
    REQUIRE(tried == 1);
    REQUIRE(got == ui::Answer{QStringLiteral("repeated by hand"), QStringLiteral("secret")});
}

TEST_CASE("A reason is given by Ctrl+Enter, which the button shows", "[shared][questions]") {
    const ui::ThemeManager themes(*qApp);
    ui::Question question = kOverride;
    question.needs = ui::QuestionNeeds::Reason;
    QString reason;
    ui::QuestionDialog dialog(question, [&reason](const ui::Answer& answer) -> base::Outcome {
        reason = answer.reason;
        return {};
    });
    dialog.open();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    REQUIRE(ui::buttonKeyText(&dialog.verbButton()).contains(QStringLiteral("Ctrl")));
    QTest::keyClicks(dialog.reasonEdit(), QStringLiteral("moves away"));
    QTest::keyClick(dialog.reasonEdit(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return reason == QStringLiteral("moves away"); }));
    REQUIRE_FALSE(dialog.isVisible());
}

TEST_CASE("Questions put the words of overrides and signatures", "[shared][questions]") {
    test::ScriptedQuestions questions;
    QWidget page;
    questions.answerNext({QStringLiteral("repeated by hand"), QStringLiteral("secret")});
    ui::Answer got;
    questions.askOverride(QStringLiteral("BP 184/112"), page,
                          [&got](const ui::Answer& answer) -> base::Outcome {
                              got = answer;
                              return {};
                          });
    REQUIRE(got.reason == QStringLiteral("repeated by hand"));
    REQUIRE(questions.asked().first().needs == ui::QuestionNeeds::ReasonAndPassword);
    questions.leaveNext();
    bool confirmed = false;
    questions.confirm({.title = QStringLiteral("End the course?"), .text = {}, .verb = QStringLiteral("End")},
                      page, [&confirmed] { confirmed = true; });
    REQUIRE_FALSE(confirmed);
    REQUIRE(questions.asked().size() == 2);
}

} // namespace test_questions

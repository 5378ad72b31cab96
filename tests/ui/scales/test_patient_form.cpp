// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page_stage.h"

#include "ui/scales/patient_choice.h"
#include "ui/scales/patient_form.h"
#include "ui/scales/patient_question.h"
#include "ui/shared/segments.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/rating_query.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_patient_form {
using namespace kairos;
using record::Answer;
using record::AnswerState;
using support::required;
using Step = ui::PatientForm::Step;

namespace {

std::unique_ptr<ui::PatientForm> openForm(test::PageStage& stage, const char* id = "phq-9") {
    auto form = required(
        ui::RatingForm::open(stage.practice(), ui::RatingPlace{stage.patient(), QString::fromLatin1(id)}));
    auto page = std::make_unique<ui::PatientForm>(form, QList<Answer>(), stage.practice());
    REQUIRE(test::present(*page, {1366, 690}));
    page->setFocus();
    return page;
}

QList<record::Rating> saved(test::PageStage& stage) {
    return required(workflow::RatingQuery(stage.practice()).series(stage.patient(), QStringLiteral("phq-9")))
        .ratings;
}

void type(const char* keys) {
    for (const char* key = keys; *key != 0; ++key) {
        QTest::keyClick(QApplication::focusWidget(), *key);
    }
}

void press(Qt::Key key) {
    QTest::keyClick(QApplication::focusWidget(), key);
}

QAbstractButton* visibleButton(QWidget& page, const QString& text) {
    for (auto* button : page.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

const QString kDecline = QStringLiteral("I would rather not answer this");

} // namespace

TEST_CASE("A digit answers and goes on, Enter goes on, and the last Enter finishes", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    const QSignalSpy ended(page.get(), &ui::PatientForm::ended);
    REQUIRE(page->currentPlace() == 0);
    type("2");
    REQUIRE(page->currentPlace() == 1);
    press(Qt::Key_Space);
    REQUIRE(page->entry().answer(1) == Answer::given(0));
    press(Qt::Key_Return);
    REQUIRE(page->currentPlace() == 2);
    type("11111001");
    press(Qt::Key_Return);
    REQUIRE(page->step() == Step::Closed);
    REQUIRE(ended.size() == 1);
    REQUIRE(saved(stage).size() == 1);
    REQUIRE(saved(stage).first().total == 7.0);
    REQUIRE(required(workflow::DraftDesk(stage.practice()).mine()).isEmpty());
}

TEST_CASE("What all items are asked with does not stand over the question beside them", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    const auto isShown = [&] {
        const auto stems = page->findChildren<QWidget*>(QStringLiteral("patientStem"));
        return std::any_of(stems.begin(), stems.end(), [](const QWidget* stem) { return stem->isVisible(); });
    };
    REQUIRE(isShown());
    type("11111111");
    REQUIRE(isShown());
    type("0");
    REQUIRE(page->currentPlace() == 9); // how difficult the problems made it
    REQUIRE_FALSE(isShown());
    visibleButton(*page, QStringLiteral("Back"))->click();
    REQUIRE(isShown());
}

TEST_CASE("The arrows choose, and Back shows the question before with its answer", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    REQUIRE(page->entry().answer(0) == Answer::given(2));
    press(Qt::Key_Return);
    QTest::mouseClick(visibleButton(*page, QStringLiteral("Back")), Qt::LeftButton);
    REQUIRE(page->currentPlace() == 0);
    auto* chosen = qobject_cast<ui::PatientChoice*>(QApplication::focusWidget());
    REQUIRE(chosen != nullptr);
    REQUIRE(chosen->isChecked());
    REQUIRE(chosen->text() == QStringLiteral("More than half the days"));
}

TEST_CASE("Declining a question is recorded as declined", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    QTest::mouseClick(visibleButton(*page, kDecline), Qt::LeftButton);
    REQUIRE(page->entry().answer(0).state == AnswerState::Declined);
    press(Qt::Key_Return);
    type("111111101");
    press(Qt::Key_Return);
    REQUIRE(page->step() == Step::Closed); // declined is settled: nothing is asked for again
    REQUIRE(saved(stage).first().answers.first().state == AnswerState::Declined);
}

TEST_CASE("What stays open is asked for once, and stays unanswered", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    type("11");
    press(Qt::Key_Return); // question 3 is left open
    type("1111101");
    press(Qt::Key_Return);
    REQUIRE(page->step() == Step::Asking);
    REQUIRE(saved(stage).isEmpty());
    bool isNamed = false;
    for (const auto* label : page->findChildren<QLabel*>()) {
        isNamed = isNamed || (label->isVisible() && label->text().contains(QStringLiteral("Question 3")));
    }
    REQUIRE(isNamed);
    press(Qt::Key_Return);
    REQUIRE(page->currentPlace() == 2);
    for (int i = 0; i < 8; ++i) {
        press(Qt::Key_Return);
    }
    REQUIRE(page->step() == Step::Closed);
    REQUIRE(saved(stage).first().answers.at(2).state == AnswerState::Unanswered);
    REQUIRE(saved(stage).first().prorated);
}

TEST_CASE("All questions stand on one page by choice, with the same answers", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    type("3");
    visibleButton(*page, QStringLiteral("All together"))->click();
    REQUIRE(page->step() == Step::All);
    int shown = 0;
    for (const auto* question : page->findChildren<ui::PatientQuestion*>()) {
        shown += question->isVisible() ? 1 : 0;
    }
    REQUIRE(shown == 10);
    REQUIRE(page->currentPlace() == 1);
    type("111111101");
    visibleButton(*page, QStringLiteral("Finish"))->click();
    REQUIRE(page->step() == Step::Closed);
    REQUIRE(saved(stage).first().total == 10.0);
}

TEST_CASE("The patient sees no score, no points and no band", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    type("33333333");
    for (const auto* label : page->findChildren<QLabel*>()) {
        INFO(label->text().toStdString());
        REQUIRE_FALSE(label->text().contains(QStringLiteral("24")));
        REQUIRE_FALSE(label->text().contains(QStringLiteral("severe")));
    }
    for (const auto* choice : page->findChildren<ui::PatientChoice*>()) {
        REQUIRE_FALSE(choice->text().contains(QLatin1Char('3')));
    }
    REQUIRE(page->findChildren<ui::Banner*>().isEmpty());
}

TEST_CASE("Every answer is large enough for a thumb", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    for (const auto* choice : page->findChildren<ui::PatientChoice*>()) {
        if (choice->isVisible()) {
            REQUIRE(choice->height() >= 40);
        }
    }
    auto* first = page->findChild<ui::PatientQuestion*>();
    REQUIRE(first != nullptr);
    QTest::mouseClick(visibleButton(*page, QStringLiteral("Nearly every day")), Qt::LeftButton);
    REQUIRE(page->entry().answer(0) == Answer::given(3));
}

TEST_CASE("A form nobody answered is not saved", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    for (int i = 0; i < 10; ++i) {
        press(Qt::Key_Return);
    }
    REQUIRE(page->step() == Step::Asking);
    visibleButton(*page, QStringLiteral("Leave it open and finish"))->click();
    REQUIRE(page->step() == Step::Closed);
    REQUIRE(saved(stage).isEmpty());
    REQUIRE(page->next() == ui::Place(ui::RatingPlace{stage.patient(), QStringLiteral("phq-9")}));
    REQUIRE_FALSE(page->isUrgent());
}

TEST_CASE("Backspace takes an answer away", "[scales][patient]") {
    test::PageStage stage;
    const auto page = openForm(stage);
    press(Qt::Key_Space);
    REQUIRE(page->entry().answer(0).isGiven());
    press(Qt::Key_Backspace);
    REQUIRE(page->entry().answer(0).state == AnswerState::Unanswered);
}

} // namespace test_patient_form

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/ui/scales/rating_stage.h"

#include "ui/scales/carries_card.h"
#include "ui/scales/rating_page.h"
#include "ui/scales/scales_pages.h"
#include "ui/scales/score_card.h"
#include "ui/shared/form.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/clinic_care.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/risk_lane.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_rating_page {
using namespace kairos;
using namespace kairos::test;
using record::Answer;
using record::AnswerState;
using support::required;

TEST_CASE("A PHQ-9 is filled in and saved by the keyboard alone", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("1120111002"));
    REQUIRE(page->scoreCard().words() == QStringLiteral("7 of 27, mild, 9 of 9 answered"));
    finish(*page);
    const auto ratings = saved(stage);
    REQUIRE(ratings.size() == 1);
    REQUIRE(ratings.first().total == 7.0);
    REQUIRE(ratings.first().answers.last() == Answer::given(2));
    REQUIRE(ratings.first().rater == stage.fixture().clinician());
    REQUIRE(stage.navigator().backs() == 1);
    REQUIRE(stage.undo().offers().size() == 1);
}

TEST_CASE("A rating just saved can be taken back", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("111111100"));
    finish(*page);
    REQUIRE(saved(stage).size() == 1);
    required(stage.undo().offers().first().undo());
    REQUIRE(saved(stage).isEmpty());
}

TEST_CASE("Item 9 above 0 is named with its score at once and opens a risk item", "[scales][page][risk]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("11011110"));
    REQUIRE(visibleBanner(*page, base::FindingLevel::Stop) == nullptr);
    QTest::keyClick(&page->grid(), Qt::Key_1);
    const auto* banner = visibleBanner(*page, base::FindingLevel::Stop);
    REQUIRE(banner != nullptr);
    REQUIRE(
        banner->bannerText().title.startsWith(QStringLiteral("Item 9 answered 1, Several days: Thoughts")));
    REQUIRE(banner->bannerText().text.contains(QStringLiteral("Finishing opens a risk item")));
    QTest::keyClick(&page->grid(), Qt::Key_0);
    finish(*page);
    const auto risk = required(workflow::RiskLane(stage.practice()).openItem(stage.patient()));
    REQUIRE(risk.has_value());
    REQUIRE(stage.navigator().backs() == 0);
    auto* assess = button(*page, QStringLiteral("Open assessment"));
    REQUIRE(assess != nullptr);
    assess->click();
    REQUIRE(stage.navigator().opened() == QList<ui::Place>{ui::RiskPlace{stage.patient()}});
}

TEST_CASE("The risk banner shows the clinic's crisis text, or that there is none", "[scales][page][risk]") {
    test::PageStage stage;
    const bool isWritten = GENERATE(true, false);
    if (isWritten) {
        auto practice = stage.practice().practice();
        practice.crisisText = QStringLiteral("Stay with the patient and call the doctor on duty.");
        required(workflow::ClinicCare(stage.practice()).savePractice(practice));
    }
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("000000001"));
    const auto* banner = visibleBanner(*page, base::FindingLevel::Stop);
    REQUIRE(banner != nullptr);
    const QString expected = isWritten ? QStringLiteral("call the doctor on duty")
                                       : QStringLiteral("no crisis text yet: an administrator writes it");
    REQUIRE(banner->bannerText().text.contains(expected));
}

TEST_CASE("Escape keeps the draft, and coming back restores it", "[scales][page][draft]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("21"));
        QTest::keyClick(&page->grid(), Qt::Key_Minus);
        QTest::keyClick(&page->grid(), Qt::Key_Escape);
        REQUIRE(stage.navigator().backs() == 1);
    }
    const auto page = openPage(stage);
    REQUIRE(page->grid().entry().answer(0) == Answer::given(2));
    REQUIRE(page->grid().entry().answer(2).state == AnswerState::Declined);
    REQUIRE(page->grid().currentPlace() == 3);
    const auto* banner = visibleBanner(*page, base::FindingLevel::Information);
    REQUIRE(banner != nullptr);
    REQUIRE(banner->bannerText().title == QStringLiteral("Restored from draft"));
    REQUIRE(saved(stage).isEmpty());
}

TEST_CASE("Starting afresh drops the draft", "[scales][page][draft]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("3"));
        REQUIRE(page->mayLeave());
    }
    const auto page = openPage(stage);
    button(*page, QStringLiteral("Start afresh"))->click();
    REQUIRE(page->grid().entry().isEmpty());
    REQUIRE(required(workflow::DraftDesk(stage.practice()).mine()).isEmpty());
}

TEST_CASE("A draft is on disk within a second of typing, and saving takes it away", "[scales][page][draft]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QSignalSpy kept(page.get(), &ui::Page::draftKept);
    QTest::keyClicks(&page->grid(), QStringLiteral("000000000"));
    REQUIRE((kept.count() > 0 || kept.wait(1000)));
    REQUIRE(required(workflow::DraftDesk(stage.practice()).mine()).size() == 1);
    finish(*page);
    REQUIRE(saved(stage).size() == 1);
    REQUIRE(required(workflow::DraftDesk(stage.practice()).mine()).isEmpty());
}

TEST_CASE("Finishing with gaps says what follows before it saves", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("22222222"));
    stage.questions().leaveNext();
    finish(*page);
    REQUIRE(saved(stage).isEmpty());
    REQUIRE(stage.questions().asked().size() == 1);
    const QString text = stage.questions().asked().first().text;
    REQUIRE(text.contains(QStringLiteral("No answer to item 9")));
    REQUIRE(text.contains(QStringLiteral("prorated")));
    REQUIRE(text.contains(QStringLiteral("The suicide item has no answer")));
    stage.questions().answerNext({});
    finish(*page);
    const auto ratings = saved(stage);
    REQUIRE(ratings.size() == 1);
    REQUIRE(ratings.first().prorated);
    REQUIRE(ratings.first().total == 18.0);
}

TEST_CASE("Too many gaps leave no total, and that is said", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("222222"));
    finish(*page);
    REQUIRE(stage.questions().asked().first().text.contains(
        QStringLiteral("no total: at most 2 may be missing")));
}

TEST_CASE("An empty form is not saved", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    finish(*page);
    REQUIRE(saved(stage).isEmpty());
    REQUIRE(visibleBanner(*page, base::FindingLevel::Caution) != nullptr);
}

TEST_CASE("A total beyond the scale is refused at its field, and Enter goes on to the extra question",
          "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage, "bdi-ii");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("301"));
    button(*page, QStringLiteral("Finish"))->click();
    REQUIRE(saved(stage, "bdi-ii").isEmpty());
    const auto fields = page->findChildren<ui::Field*>();
    REQUIRE(std::any_of(fields.begin(), fields.end(), [](const ui::Field* field) {
        return field->error().contains(QStringLiteral("63"));
    }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1); // item 9 above 0
    REQUIRE(page->state().total == 30.0);
    REQUIRE(page->state().answers.last() == record::Answer::given(1));
}

TEST_CASE("A first rating that opened a risk item is not compared with itself", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage);
    QTest::keyClicks(&page->grid(), QStringLiteral("111111111"));
    finish(*page);
    REQUIRE(saved(stage).size() == 1);
    bool isFirst = false;
    for (const auto* label : page->carries().findChildren<QLabel*>()) {
        REQUIRE_FALSE(label->text().contains(QStringLiteral("no change")));
        isFirst = isFirst || label->text() == QStringLiteral("the first rating");
    }
    REQUIRE(isFirst);
}

TEST_CASE("A stored rating is read without the keys that answer", "[scales][page]") {
    test::PageStage stage;
    const auto isSaid = [](const QWidget& page) {
        const auto labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("answer, next");
        });
    };
    const auto page = openPage(stage);
    REQUIRE(isSaid(*page));
    QTest::keyClicks(&page->grid(), QStringLiteral("111111110"));
    finish(*page);
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    const std::unique_ptr<ui::Page> stored(ui::makeRatingPage(place, stage.context(), nullptr));
    REQUIRE(test::present(*stored, {1290, 690}));
    REQUIRE_FALSE(isSaid(*stored));
}

TEST_CASE("A total alone is typed where the form is licensed", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage, "bdi-ii");
    ui::RatingState state = page->state();
    REQUIRE(state.totalAlone);
    QTest::keyClicks(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : page.get(),
                     QStringLiteral("21"));
    REQUIRE(page->state().total == 21.0);
    button(*page, QStringLiteral("Finish"))->click();
    const auto ratings = saved(stage, "bdi-ii");
    REQUIRE(ratings.size() == 1);
    REQUIRE(ratings.first().total == 21.0);
    REQUIRE(ratings.first().mode == record::RatingMode::TotalOnly);
}

TEST_CASE("A stored rating is corrected with a reason", "[scales][page]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("111111100"));
        finish(*page);
    }
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    std::unique_ptr<ui::RatingPage> page(
        qobject_cast<ui::RatingPage*>(ui::makeRatingPage(place, stage.context(), nullptr)));
    REQUIRE(test::present(*page, {1290, 690}));
    QTest::keyClick(&page->grid(), Qt::Key_3);
    REQUIRE(page->grid().entry().answer(0) == Answer::given(1));
    button(*page, QStringLiteral("Correct"))->click();
    page->grid().setCurrentPlace(0);
    QTest::keyClick(&page->grid(), Qt::Key_3);
    stage.questions().answerNext({QStringLiteral("read off the wrong line"), {}});
    button(*page, QStringLiteral("Save correction"))->click();
    REQUIRE(saved(stage).size() == 1);
    REQUIRE(saved(stage).first().total == 9.0);
}

TEST_CASE("Entered in error takes a reason and the rating leaves the chart", "[scales][page]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("111111100"));
        finish(*page);
    }
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    std::unique_ptr<ui::Page> page(ui::makeRatingPage(place, stage.context(), nullptr));
    test::showAt(*page, {1290, 690});
    stage.questions().answerNext({QStringLiteral("another patient's form"), {}});
    button(*page, QStringLiteral("Entered in error"))->click();
    REQUIRE(saved(stage).isEmpty());
}

TEST_CASE("A stored rating with a suicide item does not speak of finishing", "[scales][page][risk]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("110111101"));
        finish(*page);
    }
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    std::unique_ptr<ui::Page> page(ui::makeRatingPage(place, stage.context(), nullptr));
    REQUIRE(test::present(*page, {1290, 690}));
    const auto* banner = visibleBanner(*page, base::FindingLevel::Stop);
    REQUIRE(banner != nullptr);
    REQUIRE(banner->bannerText().text.contains(QStringLiteral("is open. It closes only by an assessment")));
    REQUIRE_FALSE(banner->bannerText().text.contains(QStringLiteral("Finishing")));
}

TEST_CASE("A stored rating whose risk item is closed says what was decided, by whom and when",
          "[scales][page][risk]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("110111101"));
        finish(*page);
    }
    workflow::RiskLane lane(stage.practice());
    const auto item = required(lane.openItem(stage.patient()));
    REQUIRE(item.has_value());
    required(lane.close(item->id, {QStringLiteral("passive wish, no plan"), QStringLiteral("call on Friday."),
                                   QDate(2026, 11, 6), record::RiskLevel::Note}));
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    std::unique_ptr<ui::Page> page(ui::makeRatingPage(place, stage.context(), nullptr));
    REQUIRE(test::present(*page, {1290, 690}));
    REQUIRE(visibleBanner(*page, base::FindingLevel::Stop) == nullptr);
    const auto* banner = visibleBanner(*page, base::FindingLevel::Caution);
    REQUIRE(banner != nullptr);
    const QString text = banner->bannerText().text;
    INFO(text.toStdString());
    REQUIRE(text.startsWith(QStringLiteral("Risk item 1 was closed on 2 Nov 2026 by %1: risk low. "
                                           "Assessment: passive wish, no plan. Plan: call on Friday. "
                                           "Next look: Fri 6 Nov 2026.")
                                .arg(stage.practice().clinicianName(stage.fixture().clinician()))));
    REQUIRE_FALSE(text.contains(QStringLiteral("C-SSRS")));
    REQUIRE_FALSE(text.contains(QStringLiteral("is open")));
}

TEST_CASE("Beside a total out of range no empty line stands above the mode", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage, "bdi-ii");
    const auto* mode = page->findChild<ui::CarriesCard*>()->findChild<QComboBox*>();
    const auto top = [&] {
        for (int round = 0; round < 8; ++round) {
            QCoreApplication::processEvents();
        }
        return mode->mapTo(page->findChild<ui::CarriesCard*>(), QPoint()).y();
    };
    const int withNothing = top();
    // Right under the title: the card's head is 20 px of words and its margins.
    REQUIRE(withNothing < 44);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("30"));
    REQUIRE(top() > withNothing); // the change stands above it
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1"));
    REQUIRE(top() == withNothing);
}

TEST_CASE("The answers of the last rating stand beside the new ones", "[scales][page]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("2211111001"));
        finish(*page);
    }
    stage.fixture().clock().advanceMs(7LL * 24 * 3600 * 1000);
    const auto form = required(
        ui::RatingForm::open(stage.practice(), ui::RatingPlace{stage.patient(), QStringLiteral("phq-9")}));
    const auto earlier = form.earlierAnswers(QLocale::c());
    REQUIRE(earlier.head == QStringLiteral("2 Nov"));
    REQUIRE(earlier.answers.first() == Answer::given(2));
}

TEST_CASE("Nothing on the rating page is clipped, in light and dark", "[scales][page][look]") {
    test::PageStage stage;
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    const char* id =
        GENERATE("phq-9", "qids-sr16", "madrs", "hamd-17", "c-ssrs", "wsas", "ebi", "bdi-ii", "rass");
    const ui::ThemeManager manager(*qApp, theme);
    const auto page = openPage(stage, id);
    QTest::keyClicks(&page->grid(), QStringLiteral("110111101"));
    INFO(id << ": " << test::clippedTexts(*page).join(QLatin1Char('\n')).toStdString());
    REQUIRE(test::clippedTexts(*page).isEmpty());
}

} // namespace test_rating_page

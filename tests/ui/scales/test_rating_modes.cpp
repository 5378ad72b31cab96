// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scales/rating_stage.h"

#include "ui/scales/patient_form.h"
#include "ui/scales/rating_page.h"
#include "ui/scales/scales_pages.h"
#include "ui/shared/banner.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_query.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_rating_modes {
using namespace kairos;
using namespace kairos::test;
using record::Answer;
using support::required;

// Modes, hand-over and correction of the rating page; filling in stands in test_rating_page.cpp.
namespace {

/// Holds what was handed to the patient.
class RecordingKiosk final : public ui::KioskDesk {
public:
    void handOver(std::unique_ptr<ui::KioskForm> form) override { m_form = std::move(form); }
    [[nodiscard]] const ui::KioskForm* form() const { return m_form.get(); }

private:
    std::unique_ptr<ui::KioskForm> m_form;
};

} // namespace

TEST_CASE("A licensed self-rating is copied from paper, and the page says so", "[scales][page]") {
    test::PageStage stage;
    const auto page = openPage(stage, "qids-sr16");
    REQUIRE(page->carries().mode() == record::RatingMode::Paper);
    bool isSaid = false;
    for (const auto* label : page->findChildren<QLabel*>()) {
        isSaid = isSaid || label->text().contains(QStringLiteral("copied from the licensed paper form"));
    }
    REQUIRE(isSaid);
    REQUIRE(button(*page, QStringLiteral("Hand to patient")) == nullptr);
}

TEST_CASE("The screen is handed over only with the owner's wording, for a new form", "[scales][page]") {
    test::PageStage stage;
    RecordingKiosk kiosk;
    auto context = stage.context();
    context.kiosk = &kiosk;
    const auto hand = [&](const ui::RatingPlace& place) {
        const std::unique_ptr<ui::Page> page(ui::makeRatingPage(place, context, nullptr));
        REQUIRE(test::present(*page, {1290, 690}));
        return button(*page, QStringLiteral("Hand to patient")) != nullptr;
    };
    REQUIRE(hand({stage.patient(), QStringLiteral("phq-9")}));
    for (const char* id : {"qids-sr16", "madrs", "c-ssrs", "bdi-ii"}) {
        INFO(id);
        REQUIRE_FALSE(hand({stage.patient(), QString::fromLatin1(id)}));
    }
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("111111100"));
        finish(*page);
    }
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    REQUIRE_FALSE(hand(place));
}

TEST_CASE("F7 hands over what is answered so far", "[scales][page]") {
    test::PageStage stage;
    RecordingKiosk kiosk;
    auto context = stage.context();
    context.kiosk = &kiosk;
    const std::unique_ptr<ui::RatingPage> page(qobject_cast<ui::RatingPage*>(
        ui::makeRatingPage(ui::RatingPlace{stage.patient(), QStringLiteral("phq-9")}, context, nullptr)));
    REQUIRE(test::present(*page, {1290, 690}));
    QTest::keyClicks(&page->grid(), QStringLiteral("21"));
    auto* hand = button(*page, QStringLiteral("Hand to patient"));
    QTest::keyClick(&page->grid(), Qt::Key_F7);
    REQUIRE(QTest::qWaitFor([&] { return !hand->isDown(); }));
    REQUIRE(kiosk.form() != nullptr);
    const auto& form = dynamic_cast<const ui::PatientForm&>(*kiosk.form());
    REQUIRE(form.entry().answer(0) == Answer::given(2));
    REQUIRE(form.currentPlace() == 2);
    REQUIRE(required(workflow::DraftDesk(stage.practice()).mine()).size() == 1);
}

TEST_CASE("A correction shows the saved answers beside the new ones, and after it the former ones",
          "[scales][page]") {
    test::PageStage stage;
    {
        const auto page = openPage(stage);
        QTest::keyClicks(&page->grid(), QStringLiteral("111111100"));
        finish(*page);
    }
    ui::RatingPlace place{stage.patient(), {}};
    place.rating = saved(stage).first().id;
    auto form = required(ui::RatingForm::open(stage.practice(), place));
    REQUIRE(form.savedAnswers().answers.first() == Answer::given(1));
    REQUIRE(form.former() == nullptr);
    REQUIRE_FALSE(form.correctionBanner().has_value());
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QStringLiteral("phq-9");
    draft.assessedAt = saved(stage).first().assessedAt;
    draft.answers = saved(stage).first().answers;
    draft.answers[0] = Answer::given(3);
    required(workflow::RatingCare(stage.practice())
                 .correct(*place.rating, draft, QStringLiteral("read off the wrong line")));
    form = required(ui::RatingForm::open(stage.practice(), place));
    REQUIRE(form.formerAnswers().answers.first() == Answer::given(1));
    const auto banner = form.correctionBanner();
    REQUIRE(banner.has_value());
    REQUIRE(banner->title == QStringLiteral("Corrected: 7, mild → 9, mild"));
    REQUIRE(banner->text.contains(QStringLiteral("read off the wrong line")));
    const std::unique_ptr<ui::Page> page(ui::makeRatingPage(place, stage.context(), nullptr));
    REQUIRE(test::present(*page, {1290, 690}));
    REQUIRE(visibleBanner(*page, base::FindingLevel::Information)->bannerText() == *banner);
}

TEST_CASE("A draft of another version of the form is refused in a sentence", "[scales][page][draft]") {
    test::PageStage stage;
    const auto form = required(
        ui::RatingForm::open(stage.practice(), ui::RatingPlace{stage.patient(), QStringLiteral("phq-9")}));
    ui::RatingState state;
    state.answers = QList<Answer>(10, Answer::given(1));
    state.version = QStringLiteral("0.9.0");
    required(form.keepDraft(state));
    const auto page = openPage(stage);
    finish(*page);
    REQUIRE(saved(stage).isEmpty());
    const auto banners = page->findChildren<ui::Banner*>();
    REQUIRE(std::any_of(banners.begin(), banners.end(), [](const ui::Banner* banner) {
        return banner->bannerText().text.contains(QStringLiteral("0.9.0")) ||
               banner->bannerText().title.contains(QStringLiteral("0.9.0"));
    }));
}

} // namespace test_rating_modes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page_stage.h"

#include "ui/scales/rating_page.h"
#include "ui/scales/scales_pages.h"
#include "ui/shared/banner.h"

#include "core/workflow/rating_query.h"

#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

// What the tests of the rating page share: opening it, finding its parts, finishing by keyboard.
namespace kairos::test {

inline std::unique_ptr<ui::RatingPage> openPage(PageStage& stage, const char* id = "phq-9") {
    const ui::RatingPlace place{stage.patient(), QString::fromLatin1(id)};
    std::unique_ptr<ui::RatingPage> page(
        qobject_cast<ui::RatingPage*>(ui::makeRatingPage(place, stage.context(), nullptr)));
    REQUIRE(page != nullptr);
    REQUIRE(present(*page, {1290, 690}));
    return page;
}

inline QList<record::Rating> saved(PageStage& stage, const char* id = "phq-9") {
    return support::required(
               workflow::RatingQuery(stage.practice()).series(stage.patient(), QString::fromLatin1(id)))
        .ratings;
}

inline ui::Banner* visibleBanner(const ui::Page& page, base::FindingLevel level) {
    const auto banners = page.findChildren<ui::Banner*>();
    for (ui::Banner* banner : banners) {
        if (banner->isVisibleTo(&page) && banner->bannerText().level == level) {
            return banner;
        }
    }
    return nullptr;
}

inline QPushButton* button(const QWidget& page, const QString& text) {
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* candidate : buttons) {
        if (candidate->text() == text && candidate->isVisibleTo(&page)) {
            return candidate;
        }
    }
    return nullptr;
}

inline void finish(ui::RatingPage& page) {
    auto* done = button(page, QStringLiteral("Finish"));
    REQUIRE(done != nullptr);
    QTest::keyClick(&page.grid(), Qt::Key_Return, Qt::ControlModifier);
    // A shortcut presses the button for a tenth of a second, then clicks it.
    REQUIRE(QTest::qWaitFor([done] { return !done->isDown(); }));
}

} // namespace kairos::test

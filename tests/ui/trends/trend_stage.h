// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page_stage.h"

#include "ui/shared/segments.h"
#include "ui/trends/ratings_tab.h"
#include "ui/trends/trend_tools.h"
#include "ui/trends/trends_pages.h"

#include "core/workflow/rating_care.h"
#include "core/workflow/writing_door.h"

#include <QTest>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

namespace kairos::test {

inline record::RatingId rate(PageStage& stage, const char* id, int daysAgo, double total) {
    workflow::RatingDraft draft;
    draft.patient = stage.patient();
    draft.instrument = QString::fromLatin1(id);
    draft.assessedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * daysAgo);
    draft.total = total;
    return support::required(workflow::RatingCare(stage.practice()).save(draft)).id;
}

/// Doses so many days ago, an hour after that day's rating.
inline void dose(PageStage& stage, std::initializer_list<int> daysAgo) {
    QList<storage::Change> changes;
    int number = 0;
    for (const int days : daysAgo) {
        record::DosingSession session;
        session.id = stage.practice().ids().next<record::SessionId>();
        session.patient = stage.patient();
        session.number = ++number;
        session.state = record::SessionState::Held;
        session.startedAt = stage.practice().now().plusMinutes(-qint64{24} * 60 * days + 60);
        session.booked = {session.startedAt->local(stage.practice().zone()).date(), QTime(10, 0),
                          QStringLiteral("Europe/Oslo")};
        changes.append({record::Action::Created, session, {}});
    }
    support::required(workflow::WritingDoor(stage.practice()).save(changes));
}

inline std::unique_ptr<ui::RatingsTab> openTab(PageStage& stage) {
    std::unique_ptr<ui::RatingsTab> tab(
        qobject_cast<ui::RatingsTab*>(ui::makeRatingsTab(stage.patient(), stage.context(), nullptr)));
    REQUIRE(tab != nullptr);
    REQUIRE(present(*tab, {1290, 654}));
    return tab;
}

/// As a person does it: the view's segments are reached by Tab, the arrows choose.
inline void chooseView(ui::RatingsTab& tab, ui::TrendTools::View view) {
    auto* segments = tab.findChild<ui::Segments*>();
    const auto choices = segments->findChildren<QToolButton*>();
    choices.at(segments->current())->setFocus();
    while (segments->current() != view) {
        QTest::keyClick(QApplication::focusWidget(),
                        segments->current() < view ? Qt::Key_Right : Qt::Key_Left);
    }
}

/// The trajectory of the published vector: days 0, 2, 4, 7, 9, 11, 14.
inline void trajectory(PageStage& stage) {
    dose(stage, {14, 11, 7, 4});
    struct Row {
        int day;
        double total;
    };
    for (const Row& row :
         {Row{0, 21}, Row{2, 16}, Row{4, 12}, Row{7, 9}, Row{9, 8}, Row{11, 7}, Row{14, 9}}) {
        rate(stage, "phq-9", 14 - row.day, row.total);
    }
}

} // namespace kairos::test

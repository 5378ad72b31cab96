// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyboard.h"
#include "tests/support/label_fit.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_pages.h"
#include "ui/chart/thread_tab.h"
#include "ui/shared/theme_manager.h"

#include "core/workflow/therapy_care.h"
#include "core/workflow/thread_care.h"

#include <QComboBox>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

namespace test_thread_tab {
using namespace kairos;
using support::required;

namespace {

/// Elena Marsh with a preparation, an integration of today, and what they brought to the thread.
struct Thread {
    test::PageStage stage;
    std::unique_ptr<ui::Page> tab;

    record::SessionId session(record::TherapyType type, QTime time) {
        record::TherapySession session;
        session.patient = stage.patient();
        session.type = type;
        session.booked = {stage.practice().today(), time, stage.practice().practice().zone};
        return required(workflow::TherapyCare(stage.practice()).book(session));
    }
    void fill() {
        workflow::ThreadCare care(stage.practice());
        const auto preparation = session(record::TherapyType::Preparation, QTime(8, 0));
        const auto integration = session(record::TherapyType::Integration, QTime(12, 0));
        record::ThreadLine line;
        line.session = preparation;
        line.part = record::ThreadPart::Intention;
        line.words = QStringLiteral("to put it down");
        required(care.saveLine(line));
        line.session = integration;
        line.part = record::ThreadPart::Meaning;
        line.words = QStringLiteral("I may rest");
        required(care.saveLine(line));
        record::Commitment commitment;
        commitment.session = integration;
        commitment.words = QStringLiteral("walk to the lake");
        commitment.due = stage.practice().today().addDays(4);
        required(care.commit(commitment));
        record::Theme theme;
        theme.session = preparation;
        theme.words = QStringLiteral("weight");
        required(care.addTheme(theme));
    }
    ui::ThreadTab& open() {
        auto context = stage.context();
        tab.reset(ui::makeThreadTab(stage.patient(), context, nullptr));
        REQUIRE(test::present(*tab, {1290, 654}));
        return *qobject_cast<ui::ThreadTab*>(tab.get());
    }
};

bool isShown(const ui::ThreadTab& tab, const QString& words) {
    return tab.shownWords().join(QLatin1Char('\n')).contains(words);
}

} // namespace

TEST_CASE("A course without a thread says where one is written", "[chart][thread]") {
    Thread thread;
    const auto& tab = thread.open();
    REQUIRE(tab.shownWords().isEmpty());
    REQUIRE(test::clippedTexts(tab).join(QLatin1Char('\n')).toStdString() == "");
}

TEST_CASE("The thread stands dose by dose and is followed by a theme", "[chart][thread]") {
    Thread thread;
    thread.fill();
    auto& tab = thread.open();
    for (const char* words : {"Before the first dose", "I may rest", "walk to the lake", "Dose 1",
                              "not booked yet", "to put it down"}) {
        INFO(words << "\n" << tab.shownWords().join(QLatin1Char('\n')).toStdString());
        REQUIRE(isShown(tab, QString::fromLatin1(words)));
    }
    auto& themes = tab.themeChoice();
    REQUIRE(themes.count() == 2);
    REQUIRE(themes.itemText(1) == QStringLiteral("weight (1)"));
    themes.setFocus();
    QTest::keyClick(&themes, Qt::Key_Down);
    REQUIRE(isShown(tab, QStringLiteral("to put it down")));
    REQUIRE_FALSE(isShown(tab, QStringLiteral("I may rest")));
    tab.refresh();
    REQUIRE(themes.currentIndex() == 1);
    QTest::keyClick(&themes, Qt::Key_Up);
    REQUIRE(isShown(tab, QStringLiteral("I may rest")));
}

TEST_CASE("Ctrl+P opens the page the patient takes home", "[chart][thread]") {
    Thread thread;
    thread.fill();
    thread.open().setFocus(Qt::OtherFocusReason);
    test::Keyboard::ctrl(Qt::Key_P);
    REQUIRE(thread.stage.navigator().opened().size() == 1);
    REQUIRE(thread.stage.navigator().opened().last() == ui::Place(ui::TakeHomePlace{thread.stage.patient()}));
}

TEST_CASE("Every word of the thread fits in both themes", "[chart][thread][look]") {
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        const ui::ThemeManager manager(*qApp, theme);
        Thread thread;
        thread.fill();
        const auto& tab = thread.open();
        REQUIRE(test::clippedTexts(tab).join(QLatin1Char('\n')).toStdString() == "");
    }
}

} // namespace test_thread_tab

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/patients/find_stage.h"

#include "core/workflow/find_query.h"

#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

namespace test_find_desk {
using namespace kairos;
using test::FindStage;
using State = ui::FindDesk::State;

TEST_CASE("An index in the making stops when nobody looks and goes on when somebody does", "[find]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    support::required(workflow::FindQuery(desk.practice()).startAnew());
    ui::FindDesk search(desk.practice(), std::nullopt);
    QSignalSpy news(&search, &ui::FindDesk::changed);
    search.find(QStringLiteral("garden"));
    REQUIRE(search.state() == State::Preparing);
    REQUIRE(search.progress() == 0.0);
    REQUIRE(QTest::qWaitFor([&] { return search.progress() > 0.0 || search.state() == State::Found; }));
    search.pause();
    const auto told = news.count();
    const auto made = search.progress();
    QCoreApplication::processEvents();
    REQUIRE(news.count() == told);
    REQUIRE(search.progress() == made);
    search.resume();
    REQUIRE(QTest::qWaitFor([&] { return search.state() == State::Found; }));
    REQUIRE(search.answer().records.size() == 1);
    // More than one step: between them the window goes on.
    REQUIRE(news.count() > 3);
}

TEST_CASE("What is typed meanwhile is what is looked for when the index is made", "[find]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    support::required(workflow::FindQuery(desk.practice()).startAnew());
    ui::FindDesk search(desk.practice(), std::nullopt);
    search.find(QStringLiteral("orchid"));
    search.find(QStringLiteral("garden"));
    REQUIRE(search.state() == State::Preparing);
    REQUIRE(QTest::qWaitFor([&] { return search.state() == State::Found; }));
    search.find(QStringLiteral("g"));
    REQUIRE(search.state() == State::TooShort);
    REQUIRE(search.answer().records.isEmpty());
    search.resume();
    REQUIRE(search.state() == State::TooShort);
}

TEST_CASE("A damaged index is made anew by itself", "[find][fault]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    desk.damage("UPDATE search_text_data SET block = x'FFFFFFFFFFFFFFFF'");
    ui::FindDesk search(desk.practice(), std::nullopt);
    search.find(QStringLiteral("garden"));
    REQUIRE(search.state() == State::Preparing);
    REQUIRE(QTest::qWaitFor([&] { return search.state() == State::Found; }));
    REQUIRE_FALSE(search.error().has_value());
}

TEST_CASE("A practice that cannot be read says so, and the words can be tried again", "[find][fault]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    ui::FindDesk search(desk.practice(), std::nullopt);
    desk.tamper("ALTER TABLE meta RENAME TO gone");
    search.find(QStringLiteral("garden"));
    REQUIRE(QTest::qWaitFor([&] { return search.state() == State::Failed; }));
    REQUIRE(search.error().has_value());
    REQUIRE(search.answer().records.isEmpty());
    desk.tamper("ALTER TABLE gone RENAME TO meta");
    search.find(QStringLiteral("garden"));
    REQUIRE(QTest::qWaitFor([&] { return search.state() == State::Found; }));
    REQUIRE_FALSE(search.error().has_value());
}

} // namespace test_find_desk

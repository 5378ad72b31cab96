// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/page_bench.h"

#include "ui/therapy/new_session_page.h"

#include "ui/shared/date_field.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/time_field.h"

#include "core/workflow/session_desk.h"

#include <QComboBox>

#include <catch2/catch_test_macros.hpp>

using namespace kairos;
using namespace kairos::test;

namespace {

std::unique_ptr<ui::NewSessionPage> show(PageBench& bench, const ui::NewSessionPlace& place) {
    auto page = std::make_unique<ui::NewSessionPage>(place, bench.context());
    page->resize(1290, 690);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(page.get()));
    return page;
}

} // namespace

TEST_CASE("A dose is booked against the step that waits for it", "[therapy][booking]") {
    PageBench bench;
    bench.plan();
    auto page = show(bench, {bench.patient(), {}});
    REQUIRE(page->stepChoice().count() > 1);
    page->timeEdit().setFocus();
    PageBench::type(QStringLiteral("1000"));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(bench.navigator.opened().size() == 1);
    const auto place = std::get<ui::DosingPlace>(bench.navigator.opened().first());
    const auto content = support::required(workflow::SessionDesk(bench.practice()).load(place.session));
    REQUIRE(content.dosing->step);
    REQUIRE(content.dosing->number == 1);
    REQUIRE(content.dosing->order);
    REQUIRE(content.dosing->booked.time == QTime(10, 0));
}

TEST_CASE("A session without day or time is not booked", "[therapy][booking]") {
    PageBench bench;
    auto page = show(bench, {bench.patient(), {}});
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(bench.navigator.opened().isEmpty());
    page->timeEdit().setFocus();
    PageBench::type(QStringLiteral("25:00"));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(bench.navigator.opened().isEmpty());
}

TEST_CASE("A therapy session without a step is numbered on", "[therapy][booking]") {
    PageBench bench;
    REQUIRE_FALSE(bench.bookTherapy(record::TherapyType::Preparation).isNull());
    auto page = show(bench, {bench.patient(), {}});
    page->kindChoice().setFocus();
    page->kindChoice().findChildren<QWidget*>().first()->setFocus();
    PageBench::press(Qt::Key_Right);
    REQUIRE(page->kindChoice().current() == 1);
    page->timeEdit().setFocus();
    PageBench::type(QStringLiteral("0915"));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    const auto place = std::get<ui::TherapyPlace>(bench.navigator.opened().first());
    const auto content = support::required(workflow::SessionDesk(bench.practice()).load(place.session));
    REQUIRE(content.therapy->type == record::TherapyType::Preparation);
    REQUIRE(content.therapy->number == 4);
}

TEST_CASE("Without a patient the page looks for one", "[therapy][booking]") {
    PageBench bench;
    auto page = show(bench, {});
    page->book();
    REQUIRE(bench.navigator.opened().isEmpty());
    page->searchEdit().setFocus();
    PageBench::type(QStringLiteral("mar"));
    PageBench::press(Qt::Key_Return);
    REQUIRE_FALSE(page->searchEdit().isVisible());
    page->timeEdit().setFocus();
    PageBench::enter(QStringLiteral("1100"));
    PageBench::press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(bench.navigator.opened().size() == 1);
}

TEST_CASE("Every word of the booking page fits", "[therapy][fit]") {
    PageBench bench;
    bench.plan();
    auto page = show(bench, {bench.patient(), {}});
    REQUIRE(clippedTexts(*page) == QStringList());
}

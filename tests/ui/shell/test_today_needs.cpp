// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/chart/chart_page.h"
#include "ui/chart/consent_table.h"
#include "ui/chart/consents_part.h"
#include "ui/chart/screening_part.h"
#include "ui/chart/screening_table.h"
#include "ui/plan/order_card.h"
#include "ui/plan/plan_axis.h"
#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/today/need_list.h"

#include "core/workflow/dosing_care.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>

#include <catch2/catch_test_macros.hpp>

namespace test_today_needs {
using namespace kairos;
using support::required;
using test::WindowFixture;
using workflow::NeedKind;

namespace {

/// The window on Friday 6 November: a signed course begins on Monday with its first dose booked, and neither
/// consent, screening nor order is there.
struct NeedyDay {
    WindowFixture alder;
    record::PatientId patient = alder.alder().addElena();

    NeedyDay() {
        auto& fixture = alder.alder();
        workflow::PlanCare plans(fixture.practice());
        const auto plan =
            required(plans.start({patient, QStringLiteral("iv-cbt"), QDate(2026, 11, 9), {6, 7}, {}, {}}));
        required(plans.sign(plan, support::OpenPracticeFixture::password()));
        record::DosingSession session;
        session.patient = patient;
        for (const auto& step : required(plans.steps(plan))) {
            session.step = step.key == QLatin1String("dose-1") ? std::optional(step.id) : session.step;
        }
        session.booked = {QDate(2026, 11, 9), QTime(10, 0), fixture.practice().practice().zone};
        required(workflow::DosingCare(fixture.practice()).book(session));
        fixture.clock().advanceMs(
            fixture.at(QDate(2026, 11, 6), QTime(12, 0)).msSince(fixture.practice().now()));
        alder.unlock();
    }
    /// From Today by the keyboard alone: to the list, down to the line of this kind, Enter.
    void open(NeedKind kind) {
        alder.window().work()->open(ui::TodayPlace{});
        auto* list = alder.window().findChild<ui::NeedList*>();
        REQUIRE(list != nullptr);
        WindowFixture::waitFor([&] { return list->needs().rowCount() > 0; });
        constexpr int kMostTabs = 40;
        for (int i = 0; i < kMostTabs && alder.focused() != list; ++i) {
            alder.press(Qt::Key_Tab);
        }
        REQUIRE(alder.focused() == list);
        alder.press(Qt::Key_Home);
        for (int row = 0; row < list->needs().rowCount(); ++row) {
            if (list->needs().rowAt(list->currentIndex().row()).need.kind == kind) {
                alder.press(Qt::Key_Return);
                return;
            }
            alder.press(Qt::Key_Down);
        }
        QStringList seen;
        for (const ui::NeedLine& line : list->needs().rows()) {
            seen.append(line.title);
        }
        FAIL("no such need among " << seen.join(QStringLiteral("; ")).toStdString());
    }
    template <class Part>
    Part& shown() {
        auto* part = alder.page<ui::ChartPage>().findChild<Part*>();
        REQUIRE(part != nullptr);
        REQUIRE(part->isVisible());
        return *part;
    }
};

} // namespace

TEST_CASE("A missing consent leads to the form that was signed, with the hand on it", "[shell][needs]") {
    NeedyDay day;
    day.open(NeedKind::ConsentMissing);
    auto& consents = day.shown<ui::ConsentsPart>();
    REQUIRE(day.alder.focused() == &consents.formBox());
    REQUIRE(consents.formBox().currentData().toString() == QStringLiteral("ketamine-treatment"));
    // The hand goes on: version, day, Enter; no mouse, no search.
    day.alder.press(Qt::Key_Tab);
    REQUIRE(day.alder.focused() == &consents.versionEdit());
    day.alder.type(QStringLiteral("4"));
    day.alder.press(Qt::Key_Tab);
    REQUIRE(day.alder.focused() == &consents.dateField());
    day.alder.type(QStringLiteral("5 Nov 2026"));
    day.alder.press(Qt::Key_Return);
    REQUIRE(consents.shownProblem().toStdString() == "");
    REQUIRE(consents.model().rowCount() == 1);
}

TEST_CASE("A screening that holds a dose leads to the first question that holds it", "[shell][needs]") {
    NeedyDay day;
    day.open(NeedKind::ScreeningHolds);
    auto& screening = day.shown<ui::ScreeningPart>();
    REQUIRE(day.alder.focused() == &screening.table());
    const int row = screening.table().currentIndex().row();
    REQUIRE(screening.model().rowAt(row).holds());
    for (int before = 0; before < row; ++before) {
        const auto& line = screening.model().rowAt(before);
        REQUIRE((line.isReckoned || !line.holds()));
    }
    day.alder.press(Qt::Key_C);
    REQUIRE(screening.model().rowAt(row).state == record::ScreeningState::Clear);
}

TEST_CASE("A missing order leads to the orders of the plan, in sight, with the hand on them",
          "[shell][needs]") {
    NeedyDay day;
    day.open(NeedKind::OrderMissing);
    auto& orders = day.shown<ui::OrderCard>();
    auto* button = qobject_cast<QPushButton*>(day.alder.focused());
    REQUIRE(button != nullptr);
    REQUIRE(orders.isAncestorOf(button));
    REQUIRE(button->text() == QStringLiteral("Propose an order"));
    WindowFixture::waitFor([&] { return !button->visibleRegion().isEmpty(); });
    day.alder.press(Qt::Key_Space);
    // The dose has the focus; what is typed next is it.
    day.alder.press(Qt::Key_A, Qt::ControlModifier);
    day.alder.type(QStringLiteral("0.4"));
    day.alder.questions().answerNext({{}, support::OpenPracticeFixture::password()});
    for (auto* candidate : orders.findChildren<QPushButton*>()) {
        if (candidate->text() == QStringLiteral("Sign the order")) {
            candidate->setFocus();
        }
    }
    day.alder.press(Qt::Key_Space);
    const auto view =
        required(workflow::PlanQuery(day.alder.window().work()->practice()).current(day.patient));
    REQUIRE(view->orders.size() == 1);
    REQUIRE(view->orders.first().order.mgPerKg->value == 0.4);
}

TEST_CASE("A step that needs a person is the chosen one on the plan page", "[shell][needs]") {
    NeedyDay day;
    // The window of the integration session after the first dose is over by the end of that week.
    day.alder.alder().clock().advanceMs(qint64{7} * 86'400'000);
    day.open(NeedKind::IntegrationLate);
    auto& axis = day.shown<ui::PlanAxis>();
    REQUIRE(day.alder.focused() == &axis);
    REQUIRE(axis.currentKey() == QStringLiteral("integration-1"));
}

} // namespace test_today_needs

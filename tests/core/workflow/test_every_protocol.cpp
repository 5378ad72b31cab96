// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/calendar_care.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/plan_query.h"
#include "core/workflow/plan_revision.h"
#include "core/workflow/plan_sheet_query.h"

#include "tests/support/open_practice_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace test_every_protocol {
using namespace kairos;
using record::PlanStep;
using record::StepKind;
using support::OpenPracticeFixture;
using support::required;

namespace {

/// A patient who lives through one shipped protocol.
struct Life {
    OpenPracticeFixture fixture;
    const protocols::Protocol* protocol;
    record::PlanId plan;

    explicit Life(const QString& id) {
        protocol = fixture.practice().catalog().protocols.find(id);
        workflow::PlanWish wish;
        wish.patient = fixture.addElena();
        wish.protocol = id;
        wish.start = fixture.practice().today().addDays(28);
        wish.clinicians = {fixture.clinician()};
        workflow::PlanCare care(fixture.practice());
        plan = required(care.start(wish));
        required(care.sign(plan, OpenPracticeFixture::password()));
    }
    [[nodiscard]] QList<PlanStep> doses() {
        auto steps = required(workflow::PlanCare(fixture.practice()).steps(plan));
        steps.removeIf([](const PlanStep& step) { return step.kind != StepKind::Dosing; });
        return steps;
    }
    [[nodiscard]] workflow::PlanView view() {
        return required(workflow::PlanQuery(fixture.practice()).view(plan));
    }
    void accept(const char* why) {
        required(workflow::PlanRevision(fixture.practice()).accept(plan, {}, QString::fromLatin1(why)));
    }
    void sleepUntil(QDate day) {
        fixture.clock().advanceMs(fixture.practice().today().daysTo(day) * 86'400'000);
    }
    /// Every dose has a day, keeps the gap to the one before, and none stands on a closed day.
    void requireKeptRules(const QList<QDate>& closed) {
        std::optional<QDate> before;
        for (const PlanStep& dose : doses()) {
            INFO(protocol->id.toStdString() << " " << dose.key.toStdString());
            REQUIRE(dose.window.has_value());
            const QDate day = dose.window->target.date;
            REQUIRE(day.dayOfWeek() <= Qt::Friday);
            REQUIRE_FALSE(closed.contains(day));
            if (before) {
                REQUIRE(before->daysTo(day) >= protocol->regimen.blockOf(dose.number).minGapDays);
            }
            before = day;
        }
    }
    /// What is next, late and blocked can be read, and stands on paper too.
    void requireReadable() {
        const auto shown = view();
        INFO(protocol->id.toStdString());
        const auto count = shown.next.next.size() + shown.next.late.size() + shown.next.blocked.size();
        REQUIRE(count > 0);
        const auto sheet =
            required(workflow::PlanSheetQuery(fixture.practice(), QLocale(QLocale::English)).sheet(plan));
        REQUIRE_FALSE(sheet.next.isEmpty());
        qsizetype printed = 0;
        for (const auto& strand : sheet.strands) {
            printed += strand.steps.size();
        }
        REQUIRE(printed == shown.steps.size());
        REQUIRE_FALSE(sheet.sources.isEmpty());
        for (const auto& status : shown.next.late) {
            const auto& title = shown.row(status.key)->step.title;
            REQUIRE(std::any_of(sheet.next.begin(), sheet.next.end(), [&](const auto& line) {
                return line.lead == QStringLiteral("LATE") && line.text.startsWith(title);
            }));
        }
    }
};

} // namespace

TEST_CASE("Every shipped protocol is fitted to a patient and lived through a missed dose and a holiday",
          "[workflow][plan][life]") {
    QStringList ids;
    {
        OpenPracticeFixture fixture;
        for (const auto& protocol : fixture.practice().catalog().protocols.protocols()) {
            ids.append(protocol.id);
        }
    }
    REQUIRE(ids.size() >= 15);
    for (const QString& id : std::as_const(ids)) {
        INFO(id.toStdString());
        Life life(id);
        REQUIRE(life.view().plan.state == record::PlanState::Active);
        life.requireKeptRules({});
        life.requireReadable();

        // The patient does not come: two days later the plan says what would move, and moves on once it may.
        const QDate first = life.doses().first().window->target.date;
        life.sleepUntil(first.addDays(2));
        REQUIRE(life.view().movedByReplanning() > 0);
        REQUIRE(life.doses().first().window->target.date == first);
        life.requireReadable();
        life.accept("she did not come");
        REQUIRE(life.doses().first().window->target.date >= first.addDays(2));
        life.requireKeptRules({});
        REQUIRE(life.view().movedByReplanning() == 0);

        // The clinic closes on the day of the next dose.
        const QDate closed = life.doses().first().window->target.date;
        required(workflow::CalendarCare(life.fixture.practice())
                     .saveHoliday({closed, QStringLiteral("Staff day")}));
        REQUIRE(life.view().movedByReplanning() > 0);
        life.accept("staff day");
        life.requireKeptRules({closed});
        REQUIRE(life.view().movedByReplanning() == 0);
        REQUIRE(life.view().plan.revision == 3);
        life.requireReadable();
    }
}

} // namespace test_every_protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyboard.h"
#include "tests/ui/plan/plan_stage.h"

#include "ui/plan/plan_alerts.h"
#include "ui/shared/banner.h"

#include "core/protocols/protocol_library.h"
#include "core/workflow/calendar_care.h"
#include "core/workflow/catalog.h"
#include "core/workflow/plan_sheet_query.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QSet>

namespace test_living_plan {
using namespace kairos;
using support::required;
using test::EmptyChart;
using test::Keyboard;

namespace {

/// The ids of the protocol files that the program ships.
QStringList shippedIds() {
    const QDir folder(QStringLiteral(KAIROS_TEST_DATA) + QStringLiteral("/../../resources/protocols"));
    QStringList ids;
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files)) {
        ids.append(file.completeBaseName());
    }
    return ids;
}

/// A patient whose course is fitted, signed and lived through by the keyboard alone.
struct LivingChart : EmptyChart {
    void tabAndPress(const QString& text) {
        Keyboard::tabTo(test::button(*page, text));
        Keyboard::press(Qt::Key_Space);
    }
    void fitProtocol(const QString& id, const QString& goal) {
        page->setFocus();
        tabAndPress(QStringLiteral("Fit a protocol"));
        auto* protocols = qobject_cast<QComboBox*>(QApplication::focusWidget());
        REQUIRE(protocols != nullptr);
        // Nothing is proposed, and nothing can be saved before a protocol is chosen.
        REQUIRE(protocols->currentIndex() == -1);
        REQUIRE_FALSE(test::button(*page, QStringLiteral("Save as draft")).isEnabled());
        Keyboard::press(Qt::Key_Home);
        for (int i = 0; i < protocols->count() && protocols->currentData().toString() != id; ++i) {
            Keyboard::press(Qt::Key_Down);
        }
        REQUIRE(protocols->currentData().toString() == id);
        Keyboard::tabTo(*page->findChild<ui::FitPanel*>()->findChild<QPlainTextEdit*>());
        Keyboard::type(goal);
        tabAndPress(QStringLiteral("Save as draft"));
    }
    void sign() {
        answer();
        pressSign();
        REQUIRE(questions.lastOutcome()->has_value());
    }
    void moveTo(QDate day, QTime time = QTime(9, 0)) {
        auto& practice = fixture.practice();
        fixture.clock().advanceMs(fixture.at(day, time).msSince(practice.now()));
        page->refresh();
    }
    reports::PlanSheet sheet() {
        return required(workflow::PlanSheetQuery(fixture.practice(), QLocale::c()).sheet(view().plan.id));
    }
    /// The lines of "Next, late, blocked" on the page: the state's word and the words of the step.
    QList<std::pair<QString, QString>> lines() {
        QList<std::pair<QString, QString>> found;
        for (auto* table : page->findChildren<ui::TableView*>()) {
            if (table->accessibleName() == QStringLiteral("Next, late, blocked") && table->isVisible()) {
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    found.append({table->model()->index(row, 0).data().toString(),
                                  table->model()->index(row, 1).data().toString()});
                }
            }
        }
        return found;
    }
    /// The line of the page about a step; both parts empty where there is none.
    std::pair<QString, QString> line(const QString& title) {
        for (const auto& line : lines()) {
            if (line.second.startsWith(title)) {
                return line;
            }
        }
        return {};
    }
    /// The line of the printed plan about a step.
    reports::LeadLine printed(const QString& title) {
        for (const auto& line : sheet().next) {
            if (line.text.startsWith(title)) {
                return line;
            }
        }
        return {};
    }
    QStringList banners() {
        QStringList said;
        for (const auto* banner : page->findChildren<ui::Banner*>()) {
            if (banner->isVisible()) {
                said.append(banner->bannerText().title + QLatin1Char(' ') + banner->bannerText().text);
            }
        }
        return said;
    }
    /// Tries what planning on from today would move, and accepts it with a reason.
    void planOn(const QString& reason) {
        tabAndPress(QStringLiteral("Show what would move"));
        REQUIRE(page->findChild<ui::ReviseCard*>()->isVisible());
        questions.answerNext({reason, {}});
        Keyboard::press(Qt::Key_Space); // the button that accepts has the focus
        REQUIRE_FALSE(page->findChild<ui::ReviseCard*>()->isVisible());
    }
    QDate target(const QString& key) { return step(key).window->target.date; }
};

} // namespace

TEST_CASE("Every shipped protocol is fitted to a patient by keyboard, signed, and read on screen and paper",
          "[plan][living]") {
    const QStringList ids = shippedIds();
    REQUIRE(ids.size() >= 25);
    QSet<QString> fitted;
    for (const QString& id : ids) {
        INFO(id.toStdString());
        LivingChart chart;
        const auto* protocol = chart.fixture.practice().catalog().protocols.find(id);
        REQUIRE(protocol != nullptr);
        chart.fitProtocol(id, QStringLiteral("Swim weekly"));
        const auto view = chart.view();
        REQUIRE(view.plan.protocol == id);
        REQUIRE(view.steps.size() >= protocol->steps.size());
        for (const workflow::StepRow& row : view.steps) {
            INFO(row.step.key.toStdString());
            REQUIRE(row.step.window.has_value());
            REQUIRE(row.step.window->earliest.date <= row.step.window->target.date);
            REQUIRE(row.step.window->target.date <= row.step.window->latest.date);
        }
        chart.sign();
        // On screen: something is next, and each line says what it is and when, or what it waits for.
        const auto lines = chart.lines();
        REQUIRE_FALSE(lines.isEmpty());
        for (const auto& [state, words] : lines) {
            REQUIRE_FALSE(state.isEmpty());
            REQUIRE(words.size() > 5);
        }
        // On paper: the same steps in the same order, and every step of the course stands in a strand.
        const auto sheet = chart.sheet();
        REQUIRE_FALSE(sheet.identity.isDraft);
        REQUIRE_FALSE(sheet.next.isEmpty());
        REQUIRE_FALSE(sheet.sources.isEmpty());
        qsizetype printed = 0;
        for (const auto& strand : sheet.strands) {
            printed += strand.steps.size();
        }
        REQUIRE(printed == view.steps.size());
        for (const auto& line : sheet.next) {
            INFO(line.text.toStdString());
            REQUIRE_FALSE(line.lead.isEmpty());
        }
        fitted.insert(id);
    }
    REQUIRE(fitted.size() == ids.size());
}

TEST_CASE("A holiday on a dose day is said with what would move, and planned around", "[plan][living]") {
    LivingChart chart;
    chart.fitProtocol(QStringLiteral("iv-cbt"), QStringLiteral("Swim weekly"));
    chart.sign();
    const QString key = QStringLiteral("dose-2");
    const QDate before = chart.target(key);
    record::Holiday holiday;
    holiday.day = before;
    holiday.name = QStringLiteral("Staff day");
    required(workflow::CalendarCare(chart.fixture.practice()).saveHoliday(holiday));
    chart.page->refresh();
    REQUIRE(chart.banners().join(QLatin1Char('\n')).contains(QStringLiteral("The dates no longer fit")));
    REQUIRE(chart.target(key) == before); // nothing moves before a person accepts it
    chart.planOn(QStringLiteral("the clinic is closed"));
    REQUIRE(chart.target(key) != before);
    REQUIRE(chart.view().plan.revision == 2);
    REQUIRE(chart.view().plan.revisionReason == QStringLiteral("the clinic is closed"));
    REQUIRE_FALSE(chart.banners().join(QLatin1Char('\n')).contains(QStringLiteral("no longer fit")));
    const auto revisions = chart.sheet().revisions;
    REQUIRE(std::any_of(revisions.begin(), revisions.end(), [](const reports::LeadLine& line) {
        return line.text.contains(QStringLiteral("the clinic is closed"));
    }));
}

TEST_CASE("A missed dose reads late, what waits for it reads blocked, and the course is planned on",
          "[plan][living]") {
    LivingChart chart;
    chart.fitProtocol(QStringLiteral("iv-cbt"), QStringLiteral("Swim weekly"));
    chart.sign();
    const auto dose = chart.step(QStringLiteral("dose-1"));
    // What comes first is next. On its day the dose waits and says for what, on the page and on paper.
    REQUIRE_FALSE(chart.lines().isEmpty());
    REQUIRE(chart.line(dose.title).first.isEmpty());
    chart.moveTo(dose.window->earliest.date);
    REQUIRE(chart.line(dose.title).first == QStringLiteral("blocked"));
    REQUIRE(chart.line(dose.title).second.contains(QStringLiteral("Waits for ")));
    REQUIRE(chart.printed(dose.title).lead.contains(QStringLiteral("blocked"), Qt::CaseInsensitive));
    // What comes before the dose is done; the dose's day passes without it.
    workflow::PlanCare plans(chart.fixture.practice());
    chart.fixture.clearScreening(chart.patient);
    required(plans.signOrder(required(plans.proposedOrder(chart.view().plan.id)),
                             support::OpenPracticeFixture::password()));
    for (const auto& step : required(plans.steps(chart.view().plan.id))) {
        if (dose.dependsOn.contains(step.key) || step.key.startsWith(QLatin1String("preparation")) ||
            step.key.startsWith(QLatin1String("consent")) ||
            step.key.startsWith(QLatin1String("screening"))) {
            required(plans.complete(step.id, chart.fixture.practice().now()));
        }
    }
    chart.moveTo(dose.window->latest.date.addDays(3));
    const auto late = chart.line(dose.title);
    for (const auto& [state, words] : chart.lines()) {
        UNSCOPED_INFO(state.toStdString() << " | " << words.toStdString());
    }
    REQUIRE(late.first.contains(QStringLiteral("late")));
    REQUIRE(chart.printed(dose.title).lead.contains(QStringLiteral("late"), Qt::CaseInsensitive));
    const auto integration = chart.step(QStringLiteral("integration-1"));
    const auto view = chart.view();
    const auto* waiting = view.row(QStringLiteral("integration-1"));
    REQUIRE(waiting != nullptr);
    REQUIRE(waiting->status.state == record::StepState::Blocked);
    const auto sheet = chart.sheet();
    bool isPrintedBlocked = false;
    for (const auto& strand : sheet.strands) {
        for (const auto& step : strand.steps) {
            isPrintedBlocked = isPrintedBlocked || (step.title == integration.title &&
                                                    step.state.contains(QStringLiteral("waits for ")) &&
                                                    step.level == base::FindingLevel::Stop);
        }
    }
    REQUIRE(isPrintedBlocked);
    // The clinician sees what would move before accepting, and then the dose is due again.
    const QDate second = chart.target(QStringLiteral("dose-2"));
    chart.planOn(QStringLiteral("she had a fever"));
    REQUIRE(chart.target(QStringLiteral("dose-1")) >= chart.fixture.practice().today());
    REQUIRE(chart.target(QStringLiteral("dose-2")) > second);
    REQUIRE_FALSE(chart.line(dose.title).first.contains(QStringLiteral("late")));
    REQUIRE_FALSE(chart.printed(dose.title).lead.contains(QStringLiteral("late"), Qt::CaseInsensitive));
    // What was done stays done, and the gap between doses is kept.
    REQUIRE(chart.step(QStringLiteral("preparation-1")).doneBy.has_value());
    const auto* protocol = chart.fixture.practice().catalog().protocols.find(QStringLiteral("iv-cbt"));
    QDate last;
    for (const auto& row : chart.view().steps) {
        if (row.step.kind == record::StepKind::Dosing) {
            if (last.isValid()) {
                REQUIRE(last.daysTo(row.step.window->target.date) >=
                        protocol->regimen.blocks.first().minGapDays);
            }
            last = row.step.window->target.date;
        }
    }
}

} // namespace test_living_plan

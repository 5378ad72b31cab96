// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adverse_events.h"
#include "tests/support/page_stage.h"

#include "ui/chart/chart_pages.h"
#include "ui/chart/dose_course.h"
#include "ui/chart/history_tab.h"
#include "ui/chart/medication_tab.h"
#include "ui/chart/medicines_part.h"
#include "ui/chart/session_table.h"
#include "ui/chart/sessions_tab.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/table_view.h"

#include "core/workflow/patient_care.h"
#include "core/workflow/writing_door.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace test_chart_lists {
using namespace kairos;
using support::required;

namespace {

constexpr int kMany = 500;

/// A chart of which one tab is shown.
struct Chart {
    test::PageStage stage;
    ui::PageContext context{stage.context()};

    using Maker = ui::Page* (*)(const record::PatientId&, ui::PageContext&, QWidget*);
    template <class Tab>
    std::unique_ptr<Tab> show(Maker make, const record::PatientId& patient) {
        std::unique_ptr<Tab> tab(qobject_cast<Tab*>(make(patient, context, nullptr)));
        REQUIRE(tab != nullptr);
        REQUIRE(test::present(*tab, {1290, 654}));
        return tab;
    }
    std::unique_ptr<ui::SessionsTab> sessions() {
        return show<ui::SessionsTab>(ui::makeSessionsTab, stage.patient());
    }
    std::unique_ptr<ui::HistoryTab> history() {
        return show<ui::HistoryTab>(ui::makeHistoryTab, stage.patient());
    }
    std::unique_ptr<ui::MedicationTab> medication() {
        return show<ui::MedicationTab>(ui::makeMedicationTab, stage.patient());
    }
};

/// Held therapy sessions, one a day into the past, in one transaction.
void addSessions(test::PageStage& stage, int count) {
    QList<storage::Change> changes;
    for (int i = 0; i < count; ++i) {
        record::TherapySession session;
        session.id = stage.practice().ids().next<record::SessionId>();
        session.patient = stage.patient();
        session.type = record::TherapyType::Therapy;
        session.modality = QStringLiteral("CBT");
        session.number = count - i;
        session.booked = {stage.practice().today().addDays(-i - 1), QTime(16, 0),
                          QStringLiteral("Europe/Oslo")};
        session.state = record::SessionState::Held;
        session.therapist = stage.fixture().clinician();
        changes.append({record::Action::Created, session, {}});
    }
    required(workflow::WritingDoor(stage.practice()).save(changes));
}

void addMedicines(test::PageStage& stage, int count) {
    workflow::PatientCare care(stage.practice());
    auto draft = required(care.load(stage.patient()));
    for (int i = 0; i < count; ++i) {
        record::Medication drug;
        drug.name = QStringLiteral("Medicine %1").arg(i + 1);
        drug.dose = QStringLiteral("10 mg");
        draft.medications.append(drug);
    }
    required(care.save(draft));
}

bool shows(const QWidget& page, const QString& words) {
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(&page) && label->text() == words;
    });
}

QPushButton& button(const QWidget& page, const QString& text) {
    for (auto* candidate : page.findChildren<QPushButton*>()) {
        if (candidate->text() == text && candidate->isVisibleTo(&page)) {
            return *candidate;
        }
    }
    throw std::runtime_error("no such button: " + text.toStdString());
}

/// The last row is reached by one key and is in view.
void reachLast(ui::TableView& view) {
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    REQUIRE(view.currentIndex().row() == view.model()->rowCount() - 1);
    REQUIRE(view.viewport()->rect().contains(view.visualRect(view.currentIndex()).center()));
}

} // namespace

TEST_CASE("Without a session the tab says so and offers to book one", "[chart][sessions][many]") {
    Chart chart;
    auto& stage = chart.stage;
    const auto tab = chart.sessions();
    auto* empty = tab->findChild<ui::EmptyState*>();
    REQUIRE(empty->isVisible());
    REQUIRE(empty->accessibleName() == QStringLiteral("No session yet"));
    REQUIRE(shows(*tab, QStringLiteral("0 sessions")));
    QTest::keyClick(&button(*tab, QStringLiteral("New session")), Qt::Key_Space);
    REQUIRE(stage.navigator().opened().last() ==
            ui::Place(ui::NewSessionPlace{stage.patient(), std::nullopt}));
}

TEST_CASE("One session is one row", "[chart][sessions][many]") {
    Chart chart;
    auto& stage = chart.stage;
    addSessions(stage, 1);
    const auto tab = chart.sessions();
    REQUIRE(tab->table().rowCount() == 1);
    REQUIRE(shows(*tab, QStringLiteral("1 session")));
    REQUIRE_FALSE(tab->findChild<ui::EmptyState*>()->isVisible());
}

TEST_CASE("500 sessions scroll, and the oldest is opened by keyboard", "[chart][sessions][many]") {
    Chart chart;
    auto& stage = chart.stage;
    addSessions(stage, kMany);
    const auto tab = chart.sessions();
    REQUIRE(tab->table().rowCount() == kMany);
    REQUIRE(shows(*tab, QStringLiteral("500 sessions")));
    auto& view = *tab->findChild<ui::TableView*>();
    REQUIRE(view.verticalScrollBar()->maximum() > 0);
    reachLast(view);
    QTest::keyClick(&view, Qt::Key_Return);
    const auto oldest = tab->table().rowAt(kMany - 1).session;
    REQUIRE(stage.navigator().opened() == QList<ui::Place>{ui::TherapyPlace{stage.patient(), oldest}});
}

TEST_CASE("Without a dose the comparison says so", "[chart][doses]") {
    Chart chart;
    const auto tab = chart.sessions();
    QTest::keyClick(tab.get(), Qt::Key_F7);
    REQUIRE(tab->doses().isVisible());
    REQUIRE_FALSE(tab->doses().table().isVisible());
    REQUIRE(tab->doses().findChild<ui::EmptyState*>()->isVisible());
}

TEST_CASE("The doses of all plans are compared by keyboard, and Enter opens the session of one",
          "[chart][doses]") {
    Chart chart;
    auto& stage = chart.stage;
    test::AdverseDesk desk(stage.fixture());
    const auto first = desk.dose(stage.patient(), 1, QDate(2026, 6, 1));
    const auto second = desk.dose(stage.patient(), 1, QDate(2026, 10, 19), record::SessionState::Held);
    desk.event(first, QStringLiteral("Nausea"), 31, 2);
    desk.sign();
    const auto tab = chart.sessions();
    REQUIRE(tab->doses().isHidden());
    QTest::keyClick(tab.get(), Qt::Key_F7);
    auto& table = tab->doses().table();
    REQUIRE(table.hasFocus());
    REQUIRE(table.model()->rowCount() == 2);
    REQUIRE(table.model()->index(0, ui::DoseCourseTable::Adverse).data().toString() ==
            QStringLiteral("! Nausea 2"));
    REQUIRE(table.model()->index(1, ui::DoseCourseTable::Pressure).data().toString() == QStringLiteral("–"));
    REQUIRE(tab->doses().exposure().contains(QStringLiteral("2 doses")));
    REQUIRE(tab->doses().exposure().contains(QStringLiteral("1 in the last 30 days")));
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&table, Qt::Key_Return);
    REQUIRE(stage.navigator().opened().last() == ui::Place(ui::DosingPlace{stage.patient(), first.id}));
    QTest::keyClick(&table, Qt::Key_P, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor(
        [&] { return stage.navigator().opened().last() == ui::Place(ui::DoseSheetPlace{stage.patient()}); }));
    QTest::keyClick(&table, Qt::Key_F7);
    REQUIRE(tab->doses().isHidden());
    Q_UNUSED(second)
}

TEST_CASE("A chart that was only opened has one line of history", "[chart][history][many]") {
    Chart chart;
    const auto tab = chart.history();
    REQUIRE(tab->table().rowCount() == 1);
    REQUIRE(shows(*tab, QStringLiteral("1 journal entry about this patient, newest first")));
}

TEST_CASE("A chart without any history says that it has none", "[chart][history][many]") {
    Chart chart;
    auto& stage = chart.stage;
    const auto nobody = stage.practice().ids().next<record::PatientId>();
    const auto tab = chart.show<ui::HistoryTab>(ui::makeHistoryTab, nobody);
    REQUIRE(tab->table().rowCount() == 0);
    REQUIRE(shows(*tab, QStringLiteral("0 journal entries about this patient, newest first")));
}

TEST_CASE("A long history comes in parts, to its very first entry", "[chart][history][many]") {
    Chart chart;
    auto& stage = chart.stage;
    addSessions(stage, kMany);
    const auto tab = chart.history();
    REQUIRE(tab->table().rowCount() == 200);
    REQUIRE(shows(*tab, QStringLiteral("the newest 200 journal entries about this patient")));
    QTest::keyClick(&button(*tab, QStringLiteral("Show earlier entries")), Qt::Key_Space);
    QTest::keyClick(&button(*tab, QStringLiteral("Show earlier entries")), Qt::Key_Space);
    REQUIRE(tab->table().rowCount() == kMany + 1);
    REQUIRE(shows(*tab, QStringLiteral("501 journal entries about this patient, newest first")));
    reachLast(*tab->findChild<ui::TableView*>());
    REQUIRE(tab->table().index(kMany, ui::HistoryTable::Did).data().toString() ==
            QStringLiteral("added a patient"));
}

TEST_CASE("Empty lists of the medication tab each say what is not known, and the form is one key away",
          "[chart][medication][many]") {
    Chart chart;
    auto& stage = chart.stage;
    const auto tab = chart.medication();
    for (const char* words :
         {"Not asked.", "None written down.", "No medicine is written down.", "Not weighed yet."}) {
        CAPTURE(words);
        REQUIRE(shows(*tab, QLatin1String(words)));
    }
    QTest::keyClick(&button(*tab, QStringLiteral("Edit the patient form")), Qt::Key_Space);
    REQUIRE(stage.navigator().opened() == QList<ui::Place>{ui::PatientFormPlace{stage.patient()}});
}

TEST_CASE("1 and 40 medicines are listed, and the keyboard scrolls to the last",
          "[chart][medication][many]") {
    Chart chart;
    auto& stage = chart.stage;
    const int count = GENERATE(1, 40);
    addMedicines(stage, count);
    const auto tab = chart.medication();
    auto& view = tab->medicines().table();
    REQUIRE(view.model()->rowCount() == count);
    for (QWidget* at = &button(*tab, QStringLiteral("Edit the patient form")); at != &view;) {
        at->setFocus();
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
        REQUIRE(at != &button(*tab, QStringLiteral("Edit the patient form")));
    }
    reachLast(view);
}

} // namespace test_chart_lists

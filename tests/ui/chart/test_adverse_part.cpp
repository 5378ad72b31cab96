// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adverse_events.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "ui/chart/adverse_part.h"
#include "ui/chart/chart_pages.h"
#include "ui/chart/outside_event_form.h"
#include "ui/chart/sessions_tab.h"
#include "ui/shared/adverse_fields.h"
#include "ui/shared/adverse_model.h"
#include "ui/shared/date_field.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/table_view.h"
#include "ui/shared/time_field.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/adverse_register.h"
#include "core/workflow/draft_desk.h"
#include "core/workflow/history_query.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_adverse_part {
using namespace kairos;
using namespace record;
using support::required;

namespace {

const QDate kDoseDay(2026, 10, 26);
const QDate kCallDay(2026, 10, 28);

/// The sessions of Elena's chart at nine on 2 November 2026, driven by keys; her fourth dose is a week ago.
struct Chart : test::Keyboard {
    test::PageStage stage;
    ui::PageContext context{stage.context()};
    test::AdverseDesk desk{stage.fixture()};
    DosingSession dose{desk.dose(stage.patient(), 4, kDoseDay)};
    std::unique_ptr<ui::SessionsTab> tab;

    void show(const QString& part = {}) {
        tab.reset(qobject_cast<ui::SessionsTab*>(ui::makeSessionsTab(stage.patient(), context, nullptr)));
        tab->showPart(part);
        REQUIRE(test::present(*tab, {1290, 754}));
        tab->setFocus(Qt::OtherFocusReason);
    }
    ui::OutsideEventForm& form() const { return tab->adverse().form(); }
    /// Types day and time of the onset behind the term.
    void typeOnset(const QString& day, const QString& time) {
        form().onsetDay().setFocus();
        form().onsetDay().selectAll();
        type(day);
        press(Qt::Key_Tab);
        form().onsetTime().selectAll();
        type(time);
    }
    static void save() { press(Qt::Key_Return, Qt::ControlModifier); }
    QList<workflow::AdverseRow> rows() {
        return required(workflow::AdverseRegisterQuery(stage.practice()).ofPatient(stage.patient())).rows;
    }
    AdverseEvent cystitis() {
        AdverseEvent event;
        event.patient = stage.patient();
        event.term = QStringLiteral("Cystitis");
        event.onset = stage.fixture().at(kCallDay, QTime(7, 30)).plusMs(20'000);
        event.grade = 2;
        event.dose = dose.id;
        event.id = required(workflow::AdverseCare(stage.practice()).add(event));
        return event;
    }
    [[nodiscard]] QString cell(int row, int column) const {
        return tab->adverse().table().model()->index(row, column).data().toString();
    }
    bool hasDraft() { return !required(workflow::DraftDesk(stage.practice()).mine()).isEmpty(); }
};

} // namespace

TEST_CASE("A chart without an adverse event says how one is written", "[chart][adverse]") {
    Chart chart;
    chart.show(ui::kPartAdverse);
    REQUIRE(chart.tab->adverse().isVisible());
    REQUIRE_FALSE(chart.tab->adverse().table().isVisible());
    REQUIRE_FALSE(chart.form().isVisible());
    Chart::press(Qt::Key_F8);
    REQUIRE_FALSE(chart.tab->adverse().followUp().isVisible());
    Chart::press(Qt::Key_F7);
    REQUIRE_FALSE(chart.tab->adverse().isVisible());
}

TEST_CASE("What a patient tells on the telephone is written by keyboard, with every field",
          "[chart][adverse]") {
    Chart chart;
    chart.show();
    Chart::press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(QApplication::focusWidget() == &chart.form().fields().term());
    Chart::type(QStringLiteral("burning in the bladder"));
    Chart::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &chart.form().onsetDay());
    Chart::type(QStringLiteral("28 Oct 2026"));
    Chart::press(Qt::Key_Tab);
    Chart::type(QStringLiteral("730"));
    Chart::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &chart.form().endDay());
    Chart::type(QStringLiteral("31 Oct 2026"));
    Chart::press(Qt::Key_Tab);
    Chart::type(QStringLiteral("1200"));
    for (int choice = 0; choice < 4; ++choice) {
        Chart::press(Qt::Key_Tab);
        Chart::press(Qt::Key_Right);
    }
    Chart::press(Qt::Key_Tab);
    Chart::type(QStringLiteral("urine sent in"));
    Chart::press(Qt::Key_Tab);
    Chart::type(QStringLiteral("better"));
    Chart::press(Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == &chart.form().doseBox());
    Chart::press(Qt::Key_Down);
    Chart::save();
    INFO(chart.form().trouble().toStdString());
    REQUIRE_FALSE(chart.form().isVisible());
    const auto rows = chart.rows();
    REQUIRE(rows.size() == 1);
    const AdverseEvent& event = rows.first().event;
    REQUIRE(event.term == QStringLiteral("burning in the bladder"));
    REQUIRE_FALSE(event.session.has_value());
    REQUIRE(event.onset == chart.stage.fixture().at(kCallDay, QTime(7, 30)));
    REQUIRE(event.resolvedAt == chart.stage.fixture().at(QDate(2026, 10, 31), QTime(12, 0)));
    REQUIRE(event.grade == 1);
    REQUIRE(event.serious == Asked::Yes);
    REQUIRE(event.expected == Asked::Yes);
    REQUIRE(event.related == Relatedness::Unrelated);
    REQUIRE(event.action == QStringLiteral("urine sent in"));
    REQUIRE(event.outcome == QStringLiteral("better"));
    REQUIRE(event.dose == chart.dose.id);
    REQUIRE(chart.tab->adverse().table().hasFocus());
    REQUIRE(chart.cell(0, ui::AdverseModel::Began) == QStringLiteral("28 Oct 2026"));
    REQUIRE(chart.cell(0, ui::AdverseModel::Dose) == QStringLiteral("after 4, ketamine"));
    REQUIRE_FALSE(chart.hasDraft());
    required(chart.stage.undo().offers().last().undo());
    REQUIRE(chart.rows().isEmpty());
}

TEST_CASE("A word is taken from the list, and no dose is assumed", "[chart][adverse]") {
    Chart chart;
    chart.show(ui::kPartNewAdverse);
    REQUIRE(QApplication::focusWidget() == &chart.form().fields().term());
    Chart::type(QStringLiteral("feeling sick"));
    Chart::press(Qt::Key_Return);
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Nausea"));
    chart.typeOnset(QStringLiteral("1 Nov 2026"), QStringLiteral("2000"));
    Chart::save();
    REQUIRE(chart.rows().size() == 1);
    REQUIRE_FALSE(chart.rows().first().event.dose.has_value());
    REQUIRE_FALSE(chart.rows().first().event.resolvedAt.has_value());
}

TEST_CASE("What is missing or cannot be is said at its line, and what is typed stays", "[chart][adverse]") {
    Chart chart;
    chart.show(ui::kPartNewAdverse);
    Chart::save();
    REQUIRE(QApplication::focusWidget() == &chart.form().fields().term());
    Chart::type(QStringLiteral("Cystitis"));
    Chart::save();
    REQUIRE(chart.form().trouble() == QStringLiteral("Type the day it began"));
    REQUIRE(QApplication::focusWidget() == &chart.form().onsetDay());
    Chart::type(QStringLiteral("2 Nov 2026"));
    Chart::save();
    REQUIRE(chart.form().trouble() == QStringLiteral("Type about when it began"));
    Chart::type(QStringLiteral("0901"));
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("still to come")));
    chart.typeOnset(QStringLiteral("11 Mar 1984"), QStringLiteral("0900"));
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("before the patient was born")));
    chart.typeOnset(QStringLiteral("2 Nov 2026"), QStringLiteral("0900"));
    chart.form().endDay().setFocus();
    Chart::type(QStringLiteral("2 Nov 2026"));
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("or neither")));
    REQUIRE(QApplication::focusWidget() == &chart.form().endTime());
    Chart::type(QStringLiteral("0859"));
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("ended before it began")));
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Cystitis"));
    REQUIRE(chart.rows().isEmpty());
    chart.form().endTime().setFocus();
    chart.form().endTime().selectAll();
    Chart::type(QStringLiteral("0900"));
    Chart::save();
    REQUIRE(chart.rows().size() == 1);
}

TEST_CASE("A dose that began after the event is refused at its line", "[chart][adverse]") {
    Chart chart;
    chart.show(ui::kPartNewAdverse);
    Chart::type(QStringLiteral("Cystitis"));
    chart.typeOnset(QStringLiteral("26 Oct 2026"), QStringLiteral("0859"));
    chart.form().doseBox().setFocus();
    Chart::press(Qt::Key_Down);
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("before its dose")));
    chart.typeOnset(QStringLiteral("26 Oct 2026"), QStringLiteral("0900"));
    Chart::save();
    REQUIRE(chart.rows().first().event.dose == chart.dose.id);
}

TEST_CASE("Escape keeps what is typed of an event, also after the program was closed", "[chart][adverse]") {
    Chart chart;
    chart.show(ui::kPartNewAdverse);
    Chart::type(QStringLiteral("Cystitis"));
    chart.typeOnset(QStringLiteral("28 Oct 2026"), QStringLiteral("730"));
    chart.form().doseBox().setFocus();
    Chart::press(Qt::Key_Down);
    Chart::press(Qt::Key_Escape);
    REQUIRE_FALSE(chart.form().isVisible());
    REQUIRE(chart.hasDraft());
    chart.show(ui::kPartNewAdverse);
    REQUIRE(chart.form().restored().contains(QStringLiteral("Restored from your draft")));
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Cystitis"));
    REQUIRE(chart.form().onsetDay().date() == kCallDay);
    Chart::save();
    REQUIRE(chart.rows().first().event.dose == chart.dose.id);
    REQUIRE_FALSE(chart.hasDraft());
}

TEST_CASE("A draft of an event that was written anew since says so, and is thrown away when confirmed",
          "[chart][adverse]") {
    Chart chart;
    AdverseEvent event = chart.cystitis();
    chart.show(event.id.toString());
    Chart::press(Qt::Key_Return);
    chart.form().fields().term().setFocus();
    Chart::press(Qt::Key_End);
    Chart::type(QStringLiteral(" again"));
    Chart::press(Qt::Key_Escape);
    event.grade = 3;
    REQUIRE(
        workflow::AdverseCare(chart.stage.practice()).amend(event, QStringLiteral("told later")).has_value());
    chart.show(event.id.toString());
    Chart::press(Qt::Key_Return);
    REQUIRE(chart.form().restored().contains(QStringLiteral("was changed after it was begun")));
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Cystitis again"));
    Chart::tabTo(chart.form().afreshButton());
    Chart::press(Qt::Key_Space);
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Cystitis again"));
    chart.stage.questions().answerNext({});
    Chart::press(Qt::Key_Space);
    REQUIRE(chart.form().fields().term().text() == QStringLiteral("Cystitis"));
    REQUIRE(chart.form().restored().isEmpty());
    REQUIRE(QApplication::focusWidget() == &chart.form().onsetDay());
    REQUIRE_FALSE(chart.hasDraft());
}

TEST_CASE("An event is written anew with a reason, to the same second, and the former version stays",
          "[chart][adverse]") {
    Chart chart;
    const AdverseEvent cystitis = chart.cystitis();
    chart.show(cystitis.id.toString());
    REQUIRE(chart.tab->adverse().table().hasFocus());
    Chart::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &chart.form().onsetDay());
    REQUIRE(chart.form().doseBox().currentIndex() == 1);
    chart.form().fields().term().setFocus();
    chart.form().fields().term().selectAll();
    Chart::type(QStringLiteral("Bladder pain"));
    Chart::save();
    REQUIRE(chart.form().trouble().contains(QStringLiteral("former version")));
    REQUIRE(QApplication::focusWidget() == &chart.form().reason());
    Chart::type(QStringLiteral("no germs found"));
    Chart::save();
    REQUIRE_FALSE(chart.form().isVisible());
    AdverseEvent expected = cystitis;
    expected.term = QStringLiteral("Bladder pain");
    REQUIRE(chart.rows().first().event == expected);
    const auto history =
        required(workflow::HistoryQuery(chart.stage.practice()).of(chart.stage.patient(), 9, QLocale::c()));
    REQUIRE(history.first().before.contains(QStringLiteral("Cystitis")));
    REQUIRE(history.first().reason == QStringLiteral("no germs found"));
}

TEST_CASE("How an event went on is added on the chart; from then on Enter adds too", "[chart][adverse]") {
    Chart chart;
    const AdverseEvent cystitis = chart.cystitis();
    chart.show(cystitis.id.toString());
    Chart::press(Qt::Key_F8);
    auto& followUp = chart.tab->adverse().followUp();
    REQUIRE(followUp.isVisible());
    Chart::press(Qt::Key_Right);
    followUp.outcome().setFocus();
    Chart::type(QStringLiteral("antibiotics from the family doctor"));
    Chart::save();
    REQUIRE_FALSE(followUp.isVisible());
    REQUIRE(chart.cell(0, ui::AdverseModel::Outcome) == QStringLiteral("antibiotics from the family doctor"));
    REQUIRE(chart.tab->adverse().table().hasFocus());
    Chart::press(Qt::Key_Return);
    REQUIRE(followUp.isVisible());
    REQUIRE_FALSE(chart.form().isVisible());
    Chart::press(Qt::Key_Escape);
    REQUIRE_FALSE(followUp.isVisible());
}

TEST_CASE("An event of a session opens there, and one between sessions is marked as an error here",
          "[chart][adverse]") {
    Chart chart;
    const auto nausea = chart.desk.event(chart.dose, QStringLiteral("Nausea"), 31, 2);
    chart.cystitis();
    chart.show(ui::kPartAdverse);
    const ui::Place session =
        ui::DosingPlace{chart.stage.patient(), chart.dose.id, false, nausea.id.toString()};
    Chart::press(Qt::Key_Down);
    Chart::press(Qt::Key_Return);
    REQUIRE(chart.stage.navigator().opened() == QList<ui::Place>{session});
    Chart::press(Qt::Key_Delete);
    REQUIRE(chart.stage.navigator().opened() == QList<ui::Place>{session, session});
    REQUIRE(chart.stage.questions().asked().isEmpty());
    Chart::press(Qt::Key_Up);
    chart.stage.questions().answerNext({QStringLiteral("wrong patient"), {}});
    Chart::press(Qt::Key_Delete);
    REQUIRE(chart.rows().size() == 1);
    REQUIRE(chart.rows().first().event.id == nausea.id);
}

TEST_CASE("Who may not record an adverse event is told so on the chart", "[chart][adverse]") {
    Chart chart;
    chart.stage.fixture().signInAs(QStringLiteral("Ida Berg"), Role::Administrator);
    chart.show();
    Chart::press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE_FALSE(chart.tab->adverse().isVisible());
}

} // namespace test_adverse_part

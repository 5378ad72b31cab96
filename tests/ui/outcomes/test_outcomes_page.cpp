// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outcomes/outcomes_page.h"

#include "tests/support/adverse_events.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"

#include "ui/outcomes/adverse_filter_bar.h"
#include "ui/shared/adverse_model.h"
#include "ui/shared/banner.h"
#include "ui/shared/date_field.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/follow_up_form.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/password_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"

#include "core/workflow/adverse_care.h"
#include "core/workflow/draft_desk.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_outcomes_page {
using namespace kairos;
using namespace record;
using support::required;
using test::PageStage;

namespace {
const QDate kFirst(2026, 10, 12);
const QDate kSecond(2026, 10, 19);

/// The register over Elena and Tom, driven by keys.
struct RegisterDesk : test::Keyboard {
    PageStage stage;
    test::AdverseDesk desk{stage.fixture()};
    PatientId tom{
        stage.fixture().addPatient(QStringLiteral("K-0002"), QStringLiteral("Tom"), QStringLiteral("Field"))};
    AdverseEvent nausea;
    AdverseEvent pressure;
    AdverseEvent headache;
    std::unique_ptr<ui::OutcomesPage> page;

    void fill() {
        const auto first = desk.dose(stage.patient(), 3, kFirst);
        const auto second = desk.dose(tom, 1, kSecond, SessionState::Held);
        nausea = desk.event(first, QStringLiteral("Nausea"), 31, 2);
        pressure = desk.event(first, QStringLiteral("Blood pressure increased"), 40, 3);
        headache = desk.event(second, QStringLiteral("Headache"), 55);
        desk.sign();
    }
    void show() {
        page = std::make_unique<ui::OutcomesPage>(stage.context());
        REQUIRE(test::present(*page, QSize(1280, 700)));
        page->setFocus(Qt::OtherFocusReason);
    }
    [[nodiscard]] QStringList column(int column) const {
        QStringList cells;
        const auto* model = page->table().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            cells.append(model->index(row, column).data().toString());
        }
        return cells;
    }
    [[nodiscard]] QStringList events() const { return column(ui::AdverseModel::Event); }
};

} // namespace

TEST_CASE("A register without an event says what to do", "[outcomes]") {
    RegisterDesk desk;
    desk.show();
    REQUIRE(desk.page->empty().isVisible());
    REQUIRE(desk.page->empty().accessibleName().contains(QStringLiteral("No adverse event")));
    REQUIRE_FALSE(desk.page->table().isVisible());
    REQUIRE_FALSE(desk.page->filterBar().isVisible());
    desk.press(Qt::Key_F6);
    REQUIRE_FALSE(desk.page->followUp().isVisible());
}

TEST_CASE("The register lists all patients' events, the latest first", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    REQUIRE(desk.events() == QStringList{QStringLiteral("Headache"),
                                         QStringLiteral("Blood pressure increased"),
                                         QStringLiteral("Nausea")});
    REQUIRE(desk.column(ui::AdverseModel::Patient) == QStringList{QStringLiteral("Tom Field"),
                                                                  QStringLiteral("Elena Marsh"),
                                                                  QStringLiteral("Elena Marsh")});
    REQUIRE(desk.column(ui::AdverseModel::Minute) ==
            QStringList{QStringLiteral("55"), QStringLiteral("40"), QStringLiteral("31")});
    REQUIRE(desk.column(ui::AdverseModel::Grade) == QStringList{QStringLiteral("not graded"),
                                                                QStringLiteral("3 severe"),
                                                                QStringLiteral("2 moderate")});
    REQUIRE(desk.column(ui::AdverseModel::Dose).first() == QStringLiteral("1, ketamine"));
    REQUIRE(desk.column(ui::AdverseModel::Over).first() == QStringLiteral("goes on"));
}

TEST_CASE("Enter opens the session at the event", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    REQUIRE(desk.page->table().hasFocus());
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.stage.navigator().opened() ==
            QList<ui::Place>{ui::DosingPlace{desk.stage.patient(), *desk.pressure.session, false,
                                             desk.pressure.id.toString()}});
}

TEST_CASE("An event outside of a session opens the chart at the event, and takes a follow-up here",
          "[outcomes]") {
    RegisterDesk desk;
    AdverseEvent rash;
    rash.id = desk.stage.practice().ids().next<AdverseEventId>();
    rash.patient = desk.tom;
    rash.term = QStringLiteral("Rash");
    rash.onset = desk.stage.fixture().at(kFirst, QTime(20, 0));
    desk.desk.save(rash);
    desk.show();
    REQUIRE(desk.column(ui::AdverseModel::Dose) == QStringList{QStringLiteral("no session")});
    desk.press(Qt::Key_Return);
    REQUIRE(desk.stage.navigator().opened() ==
            QList<ui::Place>{ui::ChartPlace{desk.tom, ui::kTabSessions, rash.id.toString()}});
    desk.press(Qt::Key_F6);
    REQUIRE(desk.page->followUp().isVisible());
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(required(workflow::AdverseCare(desk.stage.practice()).followUps(rash.id)).size() == 1);
}

TEST_CASE("The dose an event may come from is named as the one it followed", "[outcomes]") {
    RegisterDesk desk;
    const auto dose = desk.desk.dose(desk.tom, 1, kFirst);
    AdverseEvent cystitis;
    cystitis.patient = desk.tom;
    cystitis.term = QStringLiteral("Cystitis");
    cystitis.onset = desk.stage.fixture().at(kSecond, QTime(7, 0));
    cystitis.dose = dose.id;
    required(workflow::AdverseCare(desk.stage.practice()).add(cystitis));
    desk.show();
    REQUIRE(desk.column(ui::AdverseModel::Began) == QStringList{QStringLiteral("19 Oct 2026")});
    REQUIRE(desk.column(ui::AdverseModel::Dose) == QStringList{QStringLiteral("after 1, ketamine")});
    REQUIRE(desk.column(ui::AdverseModel::Minute) == QStringList{QString()});
}

TEST_CASE("The filter is typed: term, grade, open and period", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type(QStringLiteral("press"));
    REQUIRE(desk.events() == QStringList{QStringLiteral("Blood pressure increased")});
    desk.press(Qt::Key_Return);
    REQUIRE(desk.page->table().hasFocus());
    desk.page->filterBar().clear();
    REQUIRE(desk.events().size() == 3);
    desk.page->filterBar().grade().setFocus();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    REQUIRE(desk.page->filterBar().filter().gradeAtLeast == 3);
    REQUIRE(desk.events() == QStringList{QStringLiteral("Blood pressure increased")});
    desk.press(Qt::Key_Tab);
    REQUIRE(desk.page->filterBar().serious().hasFocus());
    desk.press(Qt::Key_Space);
    REQUIRE(desk.events().isEmpty());
    REQUIRE(desk.page->empty().accessibleName().contains(QStringLiteral("fits the filter")));
    desk.page->filterBar().clear();
    desk.page->filterBar().from().setFocus();
    desk.type(QStringLiteral("13 Oct 2026"));
    desk.press(Qt::Key_Tab);
    REQUIRE(desk.events() == QStringList{QStringLiteral("Headache")});
    desk.type(QStringLiteral("1 Oct 2026"));
    desk.press(Qt::Key_Tab);
    REQUIRE(desk.events() == QStringList{QStringLiteral("Headache")});
    REQUIRE(desk.page->filterBar().filter().to == QDate(2026, 10, 1));
}

TEST_CASE("The terms of the practice are the list to choose from", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    const auto& term = desk.page->filterBar().term();
    REQUIRE(term.count() == 3);
    REQUIRE(term.findText(QStringLiteral("Nausea")) >= 0);
    REQUIRE(term.currentText().isEmpty());
}

TEST_CASE("What is shown is printed and exported as it was narrowed", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type(QStringLiteral("nausea"));
    desk.press(Qt::Key_P, Qt::ControlModifier);
    workflow::AdverseFilter filter;
    filter.term = QStringLiteral("nausea");
    REQUIRE(desk.stage.navigator().opened() == QList<ui::Place>{ui::AdverseSheetPlace{filter}});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("register.csv"));
    desk.stage.files().chooseNext(path);
    desk.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.stage.files().asked().first().suffix == QStringLiteral("csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 2);
    REQUIRE(lines.last().contains("Nausea"));
}

TEST_CASE("Who may not export is told so and keeps the register", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.stage.fixture().signInAs(QStringLiteral("Ida Berg"), Role::Therapist);
    desk.show();
    REQUIRE(desk.events().size() == 3);
    desk.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.stage.files().asked().isEmpty());
}

TEST_CASE("A signed event is followed up by keyboard; a line with who and when is added", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    auto& form = desk.page->followUp();
    REQUIRE(form.isVisible());
    REQUIRE(form.history() == QStringLiteral("Nothing was added yet."));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(form.trouble().contains(QStringLiteral("nothing is said")));
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Right);
    REQUIRE(form.course().current() == 2);
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type(QStringLiteral("12 Oct 2026"));
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("1130"));
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("settled by itself"));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    INFO(form.trouble().toStdString());
    REQUIRE_FALSE(form.isVisible());
    REQUIRE(desk.page->table().hasFocus());
    REQUIRE(desk.column(ui::AdverseModel::Over).at(1) == QStringLiteral("12 Oct 2026"));
    REQUIRE(desk.column(ui::AdverseModel::Outcome).at(1) == QStringLiteral("settled by itself"));
    const auto lines = required(workflow::AdverseCare(desk.stage.practice()).followUps(desk.pressure.id));
    REQUIRE(lines.size() == 1);
    REQUIRE(lines.first().by == desk.stage.fixture().clinician());
    desk.press(Qt::Key_F6);
    REQUIRE(form.history().contains(QStringLiteral("Ruth Adeyemi: over since 12 Oct 2026 11:30")));
    desk.press(Qt::Key_Escape);
    REQUIRE_FALSE(form.isVisible());
}

TEST_CASE("A correction of a signed event wants a reason and the password", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    auto& form = desk.page->followUp();
    form.purpose().setFocus();
    desk.press(Qt::Key_Right);
    REQUIRE(form.password().isVisible());
    form.outcome().setFocus();
    desk.press(Qt::Key_Tab); // to the grade
    desk.press(Qt::Key_Right);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(form.trouble().contains(QStringLiteral("reason")));
    form.reason().setFocus();
    desk.type(QStringLiteral("graded too high"));
    desk.press(Qt::Key_Tab);
    desk.type(support::OpenPracticeFixture::password());
    desk.press(Qt::Key_Return);
    INFO(form.trouble().toStdString());
    REQUIRE_FALSE(form.isVisible());
    REQUIRE(desk.column(ui::AdverseModel::Grade).last() == QStringLiteral("1 mild"));
}

TEST_CASE("A follow-up that is left by Escape comes back with its event, and with no other", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    auto& form = desk.page->followUp();
    REQUIRE(form.restored().isEmpty());
    desk.press(Qt::Key_Right);
    form.outcome().setFocus();
    desk.type(QStringLiteral("called, still dizzy"));
    desk.press(Qt::Key_Escape);
    REQUIRE_FALSE(form.isVisible());
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    REQUIRE(form.outcome().text().isEmpty());
    REQUIRE(form.restored().isEmpty());
    desk.press(Qt::Key_Escape);
    // Also after the program was closed.
    desk.page.reset();
    desk.show();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    auto& again = desk.page->followUp();
    REQUIRE(again.outcome().text() == QStringLiteral("called, still dizzy"));
    REQUIRE(again.course().current() == 1);
    REQUIRE(again.restored().contains(QStringLiteral("Restored from your draft")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE_FALSE(again.isVisible());
    REQUIRE(required(workflow::DraftDesk(desk.stage.practice()).mine()).isEmpty());
    desk.press(Qt::Key_F6);
    REQUIRE(again.outcome().text().isEmpty());
}

TEST_CASE("The password of a follow-up is in no draft", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_F6);
    auto& form = desk.page->followUp();
    form.purpose().setFocus();
    desk.press(Qt::Key_Right);
    form.password().setFocus();
    desk.type(QStringLiteral("never to disk"));
    REQUIRE(desk.page->mayLeave());
    const auto drafts = required(workflow::DraftDesk(desk.stage.practice()).mine());
    REQUIRE(drafts.size() == 1);
    REQUIRE_FALSE(drafts.first().content.contains("never to disk"));
}

TEST_CASE("An event whose session is not signed is changed in the session", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    desk.press(Qt::Key_F6);
    REQUIRE_FALSE(desk.page->followUp().isVisible());
    REQUIRE(desk.stage.navigator().opened().size() == 1);
    REQUIRE(desk.stage.navigator().opened().first().get<ui::DosingPlace>().part ==
            desk.headache.id.toString());
}

TEST_CASE("Five hundred events stand in the register and the last is reached by a key", "[outcomes][many]") {
    RegisterDesk desk;
    const auto dose = desk.desk.dose(desk.tom, 1, kSecond, SessionState::Held);
    QList<storage::Change> changes;
    for (int i = 0; i < 500; ++i) {
        AdverseEvent one;
        one.id = desk.stage.practice().ids().next<AdverseEventId>();
        one.patient = desk.tom;
        one.session = dose.id;
        one.term = QStringLiteral("Headache");
        one.onset = dose.startedAt->plusMs(i * 1000);
        changes.append({Action::Created, one, {}});
    }
    required(workflow::WritingDoor(desk.stage.practice()).save(changes));
    desk.show();
    REQUIRE(desk.page->table().model()->rowCount() == 500);
    desk.press(Qt::Key_End, Qt::ControlModifier);
    const auto last = desk.page->table().currentIndex();
    REQUIRE(last.row() == 499);
    REQUIRE(desk.page->table().viewport()->rect().contains(
        desk.page->table().visualRect(last.siblingAtColumn(0)).center()));
}

TEST_CASE("A damaged record is named and the others stay", "[outcomes]") {
    RegisterDesk desk;
    desk.fill();
    desk.show();
    for (const auto* banner : desk.page->findChildren<ui::Banner*>()) {
        REQUIRE_FALSE(banner->isVisible());
    }
    desk.desk.tamper(
        "UPDATE adverse_event SET content = CAST(content || x'00' AS BLOB) WHERE code = 'Nausea'");
    desk.page->refresh();
    REQUIRE(desk.events().size() == 2);
    QStringList said;
    for (const auto* banner : desk.page->findChildren<ui::Banner*>()) {
        if (banner->isVisible()) {
            said.append(banner->bannerText().title + banner->bannerText().source);
        }
    }
    REQUIRE(said.size() == 1);
    REQUIRE(said.first().contains(QStringLiteral("1 damaged record")));
    REQUIRE(said.first().contains(desk.nausea.id.toString()));
}

} // namespace test_outcomes_page

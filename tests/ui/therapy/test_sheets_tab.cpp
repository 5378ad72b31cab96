// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheets_tab.h"

#include "ui/therapy/sheet_list.h"
#include "ui/therapy/sheet_table.h"
#include "ui/therapy/sheet_words.h"
#include "ui/therapy/sheet_writer.h"
#include "ui/therapy/therapy_pages.h"

#include "ui/shared/date_field.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/table_view.h"

#include "tests/support/label_fit.h"
#include "tests/support/sheet_course.h"
#include "tests/ui/therapy/therapy_stage.h"

#include <catch2/catch_test_macros.hpp>

namespace test_sheets_tab {
using namespace kairos;
using support::kSheetDay;
using support::required;
using test::Keyboard;

namespace {

/// The sheets of Elena Marsh on the screen.
struct Stage {
    ui::ThemeManager themes{*qApp};
    test::PageStage stage;
    std::unique_ptr<ui::SheetsTab> tab;

    void open(QSize size = {1290, 620}) {
        auto* made =
            qobject_cast<ui::SheetsTab*>(ui::makeSheetsTab(stage.patient(), stage.context(), nullptr));
        tab.reset(made);
        REQUIRE(test::present(*tab, size));
        tab->setFocus(Qt::OtherFocusReason);
    }
    ui::SheetWriter& writer() { return tab->writer(); }
    ui::SheetList& list() { return tab->list(); }
    bool isWriting() { return tab->shown() == &tab->writer(); }
    QPlainTextEdit& part(const char* id) {
        auto* edit = writer().partEdit(QLatin1String(id));
        REQUIRE(edit != nullptr);
        return *edit;
    }
    QList<record::TherapySheet> sheets() {
        return required(workflow::SheetQuery(stage.practice()).ofPatient(stage.patient())).sheets;
    }
    record::TherapySheetId keep(const record::TherapySheet& sheet) {
        return required(workflow::SheetCare(stage.practice()).save(sheet));
    }
    QString cell(int row, int column) {
        const auto& model = list().model();
        return model.index(row, column).data().toString();
    }
    QString cutWords() { return test::clippedTexts(*tab).join(QLatin1Char('\n')); }
};

} // namespace

TEST_CASE("A thought record is filled in by keyboard and printed", "[therapy][sheets]") {
    Stage stage;
    stage.open();
    REQUIRE(stage.list().formBox().hasFocus());
    Keyboard::type(QStringLiteral("T"));
    Keyboard::ctrl(Qt::Key_N);
    REQUIRE(stage.isWriting());
    REQUIRE(stage.writer().shownTitle() == QStringLiteral("Thought record"));
    REQUIRE(stage.part("situation").hasFocus());
    Keyboard::type(QStringLiteral("Sunday evening"));
    Keyboard::press(Qt::Key_Tab);
    REQUIRE(stage.part("thought").hasFocus());
    Keyboard::type(QStringLiteral("I shall not manage, 85"));
    Keyboard::ctrl(Qt::Key_P);
    REQUIRE(stage.sheets().size() == 1);
    const auto sheet = stage.sheets().first();
    REQUIRE(sheet.form == QStringLiteral("thought-record"));
    REQUIRE(sheet.date == kSheetDay);
    REQUIRE(sheet.parts ==
            QList<record::SheetField>{{QStringLiteral("situation"), QStringLiteral("Sunday evening")},
                                      {QStringLiteral("thought"), QStringLiteral("I shall not manage, 85")}});
    REQUIRE(stage.stage.navigator().opened() ==
            QList<ui::Place>{ui::TherapySheetPlace{stage.stage.patient(), sheet.id}});
    REQUIRE_FALSE(stage.isWriting());
    REQUIRE(stage.list().table().hasFocus());
    REQUIRE(stage.cell(0, ui::SheetTable::Begins) == QStringLiteral("Sunday evening"));
    REQUIRE(stage.cell(0, ui::SheetTable::By) == QStringLiteral("Ruth Adeyemi"));
    Keyboard::ctrl(Qt::Key_P);
    REQUIRE(stage.stage.navigator().opened().size() == 2);
}

TEST_CASE("Tab leads through every part to the buttons, and round through the day", "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(therapy::kSafetyPlan);
    for (const auto& part : therapy::SheetForms::builtIn().find(therapy::kSafetyPlan)->parts) {
        REQUIRE(stage.writer().partEdit(part.id)->hasFocus());
        Keyboard::press(Qt::Key_Tab);
    }
    REQUIRE(qobject_cast<QPushButton*>(QApplication::focusWidget()) != nullptr);
    Keyboard::tabTo(stage.writer().dayField());
    Keyboard::press(Qt::Key_Tab);
    REQUIRE(stage.writer().reviewField().hasFocus());
    Keyboard::press(Qt::Key_Tab);
    REQUIRE(stage.part("warning-signs").hasFocus());
}

TEST_CASE("Escape keeps what was typed, and it comes back; so does leaving the page", "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(QStringLiteral("values-card"));
    Keyboard::type(QStringLiteral("to ask first"));
    Keyboard::press(Qt::Key_Escape);
    REQUIRE_FALSE(stage.isWriting());
    REQUIRE(stage.sheets().isEmpty());
    stage.open();
    stage.tab->showPart(QStringLiteral("values-card"));
    REQUIRE(stage.part("value").toPlainText() == QStringLiteral("to ask first"));
    REQUIRE(stage.writer().restored().startsWith(QStringLiteral("Restored from your draft")));
    stage.part("value").moveCursor(QTextCursor::End);
    Keyboard::type(QStringLiteral(", and listen"));
    REQUIRE(stage.tab->mayLeave());
    stage.open();
    stage.tab->showPart(QStringLiteral("values-card"));
    REQUIRE(stage.part("value").toPlainText() == QStringLiteral("to ask first, and listen"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.sheets().size() == 1);
    // The draft ended with the sheet.
    stage.tab->showPart(QStringLiteral("values-card"));
    REQUIRE(stage.part("value").toPlainText().isEmpty());
}

TEST_CASE("A second sheet that is opened keeps what stands in the first", "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(QStringLiteral("values-card"));
    Keyboard::type(QStringLiteral("to ask first"));
    stage.tab->showPart(QStringLiteral("parts-map"));
    REQUIRE(stage.writer().partEdit(QStringLiteral("value")) == nullptr);
    stage.tab->showPart(QStringLiteral("values-card"));
    REQUIRE(stage.part("value").toPlainText() == QStringLiteral("to ask first"));
}

TEST_CASE("A safety plan has its review within thirty days; a later one is refused at its field",
          "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(therapy::kSafetyPlan);
    REQUIRE(stage.writer().reviewField().date() == kSheetDay.addDays(30));
    REQUIRE(stage.writer().againButton().isHidden());
    Keyboard::type(QStringLiteral("awake at four"));
    stage.writer().reviewField().setText(QStringLiteral("3.12.2026"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.isWriting());
    REQUIRE(stage.writer().reviewField().hasFocus());
    REQUIRE(stage.sheets().isEmpty());
    stage.writer().reviewField().setText(QStringLiteral("2.12.2026"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE_FALSE(stage.isWriting());
    REQUIRE(stage.sheets().first().reviewOn == QDate(2026, 12, 2));
    REQUIRE(stage.cell(0, ui::SheetTable::Review) == QStringLiteral("review by Wed 2 Dec"));
}

TEST_CASE("A sheet without a word is refused with what to do", "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(QStringLiteral("parts-map"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.isWriting());
    REQUIRE(
        stage.writer().trouble().contains(QStringLiteral("nothing is written in it"), Qt::CaseInsensitive));
    REQUIRE(stage.sheets().isEmpty());
}

TEST_CASE("The one safety plan is opened, gone through again and taken back", "[therapy][sheets]") {
    Stage stage;
    const auto id = stage.keep(support::safetyPlan(stage.stage.patient(), kSheetDay.addDays(7)));
    const auto former = stage.sheets().first();
    stage.stage.fixture().clock().advanceMs(8LL * 86'400'000);
    const QDate today = stage.stage.practice().today();
    stage.open();
    REQUIRE(stage.cell(0, ui::SheetTable::Review) == QStringLiteral("review was due Mon 9 Nov"));
    stage.list().begin(therapy::kSafetyPlan);
    REQUIRE(stage.part("warning-signs").toPlainText() == QStringLiteral("awake at four"));
    Keyboard::tabTo(stage.writer().againButton());
    Keyboard::press(Qt::Key_Space);
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.sheets().size() == 1);
    REQUIRE(stage.sheets().first().id == id);
    REQUIRE(stage.sheets().first().date == today);
    REQUIRE(stage.sheets().first().reviewOn == today.addDays(30));
    REQUIRE(stage.stage.undo().offers().size() == 1);
    required(stage.stage.undo().offers().first().undo());
    REQUIRE(stage.sheets() == QList{former});
}

TEST_CASE("A new sheet is taken back right after saving, an old one marked as an error with a reason",
          "[therapy][sheets]") {
    Stage stage;
    stage.open();
    stage.tab->showPart(QStringLiteral("thought-record"));
    Keyboard::type(QStringLiteral("Sunday"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.sheets().size() == 1);
    required(stage.stage.undo().offers().first().undo());
    REQUIRE(stage.sheets().isEmpty());
    stage.keep(support::thoughtRecord(stage.stage.patient()));
    stage.open();
    REQUIRE(stage.list().table().hasFocus());
    stage.stage.questions().answerNext({QStringLiteral("of another patient"), {}});
    Keyboard::press(Qt::Key_Delete);
    REQUIRE(stage.stage.questions().asked().last().needs == ui::QuestionNeeds::Reason);
    REQUIRE(stage.sheets().isEmpty());
    REQUIRE(stage.list().model().rowCount() == 0);
}

TEST_CASE("A row is opened by Enter, a sheet by its id, and a session is the one of a new sheet",
          "[therapy][sheets]") {
    Stage stage;
    const auto id = stage.keep(support::thoughtRecord(stage.stage.patient()));
    record::TherapySession session;
    session.patient = stage.stage.patient();
    session.type = record::TherapyType::Therapy;
    session.booked = {kSheetDay, QTime(9, 0), stage.stage.practice().practice().zone};
    session.modality = QStringLiteral("IFS");
    const auto held = required(workflow::TherapyCare(stage.stage.practice()).book(session));
    stage.open();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(stage.isWriting());
    REQUIRE(stage.part("situation").toPlainText() == QStringLiteral("Sunday evening, alone"));
    Keyboard::press(Qt::Key_Escape);
    stage.tab->showPart(id.toString());
    REQUIRE(stage.isWriting());
    Keyboard::press(Qt::Key_Escape);
    stage.tab->showPart(held.toString());
    REQUIRE_FALSE(stage.isWriting());
    REQUIRE(stage.list().formBox().hasFocus());
    Keyboard::ctrl(Qt::Key_N); // the sheet of the session's modality is chosen
    REQUIRE(stage.writer().shownTitle() == QStringLiteral("Parts map"));
    Keyboard::type(QStringLiteral("the watchman"));
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(stage.sheets().last().session == held);
    stage.tab->showPart({});
    REQUIRE_FALSE(stage.list().session().has_value());
    stage.tab->showPart(stage.stage.practice().ids().nextUuid().toString()); // of nobody
    REQUIRE_FALSE(stage.list().session().has_value());
}

TEST_CASE("The therapy page leads to the sheets of its session", "[therapy][sheets]") {
    test::TherapyStage stage;
    const auto session = stage.book(record::TherapyType::Therapy);
    stage.open(session);
    test::TherapyStage::press(Qt::Key_S, Qt::AltModifier);
    REQUIRE(stage.stage().navigator().opened() ==
            QList<ui::Place>{
                ui::ChartPlace{stage.stage().patient(), QString(ui::kTabSheets), session.toString()}});
}

TEST_CASE("No word of a sheet is cut, empty or filled, with a grid or without", "[therapy][sheets][look]") {
    Stage stage;
    stage.open();
    REQUIRE(stage.cutWords().toStdString() == "");
    for (const auto& form : therapy::SheetForms::builtIn().forms) {
        stage.tab->showPart(form.id);
        REQUIRE(QTest::qWaitFor([&] { return stage.cutWords().isEmpty(); }, 2000));
    }
    stage.part("protectors").setPlainText(QStringLiteral("the watchman"));
    Keyboard::ctrl(Qt::Key_Return);
    stage.keep(support::safetyPlan(stage.stage.patient(), kSheetDay.addDays(7)));
    stage.tab->refresh();
    REQUIRE(QTest::qWaitFor([&] { return stage.cutWords().isEmpty(); }, 2000));
}

TEST_CASE("A review says in words how it stands, on each side of its day", "[therapy][sheets]") {
    const auto plan = support::safetyPlan({}, kSheetDay.addDays(7));
    const auto chipOn = [&](int days) { return *ui::SheetWords::reviewChip(plan, kSheetDay.addDays(days)); };
    REQUIRE(chipOn(6).word == QStringLiteral("review by Mon 9 Nov"));
    REQUIRE(chipOn(6).kind == ui::ChipKind::Planned);
    REQUIRE(chipOn(7).word == QStringLiteral("review today"));
    REQUIRE(chipOn(7).kind == ui::ChipKind::Due);
    REQUIRE(chipOn(8).word == QStringLiteral("review was due Mon 9 Nov"));
    REQUIRE(chipOn(8).kind == ui::ChipKind::Late);
    REQUIRE(chipOn(8).object == QStringLiteral("Safety plan"));
    REQUIRE_FALSE(ui::SheetWords::reviewChip(support::thoughtRecord({}), kSheetDay).has_value());
}

} // namespace test_sheets_tab

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documents/documents_stage.h"

#include "tests/support/adverse_events.h"
#include "tests/support/label_fit.h"

#include "ui/documents/document_table.h"
#include "ui/documents/paper_form.h"
#include "ui/shared/date_field.h"
#include "ui/shared/table_view.h"
#include "ui/shared/theme_manager.h"

#include "core/record/therapy_session.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/writing_door.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace test_document_list {
using namespace kairos;
using support::required;
using test::Keyboard;

namespace {

QString cell(const QAbstractItemModel& model, int column) {
    return model.index(0, column).data().toString();
}

record::ConsentId consentOf(test::DocumentsStage& stage) {
    record::Consent consent;
    consent.patient = stage.stage.patient();
    consent.form = QStringLiteral("ketamine-treatment");
    consent.version = QStringLiteral("4");
    consent.given = QDate(2026, 10, 30);
    workflow::PatientCare care(stage.stage.practice());
    required(care.giveConsent(consent));
    return required(care.consents(stage.stage.patient())).first().id;
}

} // namespace

TEST_CASE("A scan is added by keys: chosen, named, dated, saved", "[documents]") {
    test::DocumentsStage stage;
    stage.open();
    REQUIRE(stage.tab->list().model().rowCount() == 0);
    stage.choose(stage.write(QStringLiteral("consent of october.pdf"), support::pdfSample()));
    REQUIRE(stage.stage.files().asked().first().title.contains(QStringLiteral("20 MB")));
    auto& form = stage.tab->list().form();
    REQUIRE(stage.tab->list().isFormShown());
    REQUIRE(form.titleEdit().text() == QStringLiteral("consent of october"));
    REQUIRE(form.kindBox().hasFocus());
    Keyboard::type(QStringLiteral("C"));
    Keyboard::press(Qt::Key_Tab);
    form.titleEdit().selectAll();
    Keyboard::enter(QStringLiteral("Consent to treatment"));
    // The day is asked for: it is on the paper, not in the file.
    REQUIRE(form.shownProblem() == QStringLiteral("Type the day that stands on the paper"));
    REQUIRE(form.dayField().hasFocus());
    REQUIRE(stage.documents().isEmpty());
    Keyboard::enter(QStringLiteral("30.10.2026"));
    REQUIRE(stage.documents().size() == 1);
    const record::Document kept = stage.documents().first();
    REQUIRE(kept.kind == record::DocumentKind::Consent);
    REQUIRE(kept.title == QStringLiteral("Consent to treatment"));
    REQUIRE(kept.dated == QDate(2026, 10, 30));
    REQUIRE(kept.scan->fileName == QStringLiteral("consent of october.pdf"));
    REQUIRE(!stage.tab->list().isFormShown());
    REQUIRE(stage.tab->list().table().hasFocus());
    const auto& model = stage.tab->list().model();
    REQUIRE(cell(model, ui::DocumentTable::Day) == QStringLiteral("30 Oct 2026"));
    REQUIRE(cell(model, ui::DocumentTable::Kind) == QStringLiteral("Consent"));
    REQUIRE(cell(model, ui::DocumentTable::Content).startsWith(QStringLiteral("PDF, 1")));
    REQUIRE(cell(model, ui::DocumentTable::By) == QStringLiteral("Ruth Adeyemi"));
}

TEST_CASE("A damaged file is refused with its reason and nothing is added", "[documents]") {
    test::DocumentsStage stage;
    stage.open();
    const QByteArray png = support::pngSample();
    stage.choose(stage.write(QStringLiteral("cut.png"), png.first(png.size() - 5)));
    REQUIRE(stage.tab->list().shownNotice().contains(QStringLiteral("cut short: its end is missing")));
    REQUIRE(!stage.tab->list().isFormShown());
    stage.choose(stage.write(QStringLiteral("letter.pdf"), "a letter of a word processor"));
    REQUIRE(stage.tab->list().shownNotice().contains(QStringLiteral("neither PDF, PNG nor JPEG")));
    stage.choose(stage.stage.fixture().folder() + QStringLiteral("/none.pdf"));
    REQUIRE(stage.tab->list().shownNotice().contains(QStringLiteral("cannot be read")));
    REQUIRE(stage.documents().isEmpty());
    REQUIRE(stage.tab->mayLeave());
}

TEST_CASE("A scan that is not saved keeps the page until it is decided", "[documents]") {
    test::DocumentsStage stage;
    stage.open();
    stage.choose(stage.write(QStringLiteral("report.png"), support::pngSample()));
    REQUIRE(!stage.tab->mayLeave());
    REQUIRE(stage.tab->list().shownNotice().contains(QStringLiteral("not added yet")));
    Keyboard::tabTo(stage.tab->list().form().leaveButton());
    Keyboard::press(Qt::Key_Space);
    REQUIRE(!stage.tab->list().isFormShown());
    REQUIRE(stage.documents().isEmpty());
    REQUIRE(stage.tab->mayLeave());
}

TEST_CASE("F2 corrects what a paper is, Delete marks it as an error with a reason", "[documents]") {
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample());
    stage.open();
    Keyboard::press(Qt::Key_F2);
    auto& form = stage.tab->list().form();
    REQUIRE(form.kindBox().hasFocus());
    Keyboard::press(Qt::Key_Tab);
    form.titleEdit().selectAll();
    Keyboard::enter(QStringLiteral("Report of the ward"));
    REQUIRE(stage.documents().first().title == QStringLiteral("Report of the ward"));
    stage.stage.questions().answerNext({QStringLiteral("of another patient"), {}});
    Keyboard::press(Qt::Key_Delete);
    REQUIRE(stage.stage.questions().asked().last().needs == ui::QuestionNeeds::Reason);
    REQUIRE(stage.documents().isEmpty());
    REQUIRE(stage.tab->list().model().rowCount() == 0);
}

TEST_CASE("A consent asks for its paper, which then stands for it", "[documents]") {
    test::DocumentsStage stage;
    const auto consent = consentOf(stage);
    stage.open();
    stage.stage.files().chooseNext(stage.write(QStringLiteral("c.pdf"), support::pdfSample()));
    QSignalSpy settled(&stage.tab->list(), &ui::DocumentListPane::fileSettled);
    stage.tab->showPart(consent.toString());
    REQUIRE(QTest::qWaitFor([&] { return !settled.isEmpty(); }, 10'000));
    auto& form = stage.tab->list().form();
    REQUIRE(form.consentBox().currentText() ==
            QStringLiteral("Treatment with ketamine or esketamine, version 4, 30 Oct 2026"));
    form.dayField().setFocus();
    Keyboard::enter(QStringLiteral("30.10.2026"));
    REQUIRE(stage.documents().size() == 1);
    REQUIRE(stage.documents().first().consent == consent);
    REQUIRE(stage.documents().first().kind == record::DocumentKind::Consent);
}

TEST_CASE("A scan is linked to a session by keys: none first, then the newest", "[documents]") {
    test::DocumentsStage stage;
    test::AdverseDesk desk(stage.stage.fixture());
    const auto older = desk.dose(stage.stage.patient(), 3, QDate(2026, 10, 12), record::SessionState::Held);
    const auto newer = desk.dose(stage.stage.patient(), 4, QDate(2026, 10, 26), record::SessionState::Held);
    stage.open();
    stage.choose(stage.write(QStringLiteral("consent.pdf"), support::pdfSample()));
    auto& form = stage.tab->list().form();
    const auto& box = form.sessionBox();
    REQUIRE(box.count() == 3);
    REQUIRE(box.currentText() == QStringLiteral("None"));
    REQUIRE(box.itemText(1) == QStringLiteral("26 Oct 2026, Dose 4"));
    REQUIRE(box.itemText(2) == QStringLiteral("12 Oct 2026, Dose 3"));
    Keyboard::tabTo(form.sessionBox());
    Keyboard::press(Qt::Key_Down);
    form.dayField().setFocus();
    Keyboard::enter(QStringLiteral("26.10.2026"));
    REQUIRE(stage.documents().first().session == newer.id);
    const auto& model = stage.tab->list().model();
    REQUIRE(cell(model, ui::DocumentTable::Session) == QStringLiteral("26 Oct 2026, Dose 4"));
    Keyboard::press(Qt::Key_F2);
    REQUIRE(box.currentIndex() == 1);
    form.sessionBox().setFocus();
    Keyboard::press(Qt::Key_Down);
    form.titleEdit().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE(stage.documents().first().session == older.id);
    REQUIRE(cell(model, ui::DocumentTable::Session) == QStringLiteral("12 Oct 2026, Dose 3"));
    Keyboard::press(Qt::Key_F2);
    form.sessionBox().setFocus();
    Keyboard::press(Qt::Key_Home);
    form.titleEdit().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE_FALSE(stage.documents().first().session.has_value());
    REQUIRE(cell(model, ui::DocumentTable::Session).isEmpty());
}

TEST_CASE("Without a session there is none to choose, and the paper belongs to none", "[documents]") {
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample());
    stage.open();
    Keyboard::press(Qt::Key_F2);
    REQUIRE_FALSE(stage.tab->list().form().sessionBox().isEnabled());
    stage.tab->list().form().titleEdit().setFocus();
    Keyboard::press(Qt::Key_Return);
    REQUIRE_FALSE(stage.documents().first().session.has_value());
}

TEST_CASE("Therapy sessions are offered by kind and number beside doses", "[documents]") {
    test::DocumentsStage stage;
    record::TherapySession session;
    session.id = stage.stage.practice().ids().next<record::SessionId>();
    session.patient = stage.stage.patient();
    session.type = record::TherapyType::Integration;
    session.number = 2;
    session.booked = {QDate(2026, 10, 28), QTime(16, 0), stage.stage.practice().practice().zone};
    session.state = record::SessionState::Held;
    required(workflow::WritingDoor(stage.stage.practice()).save({{record::Action::Created, session, {}}}));
    stage.addScan(support::pdfSample());
    stage.open();
    Keyboard::press(Qt::Key_F2);
    REQUIRE(stage.tab->list().form().sessionBox().itemText(1) ==
            QStringLiteral("28 Oct 2026, Integration 2"));
}

TEST_CASE("The empty list says what to do and how large a file may be, and no word is cut",
          "[documents][look]") {
    ui::ThemeManager themes(*qApp);
    test::DocumentsStage stage;
    stage.open({1126, 560});
    stage.picture(QStringLiteral("documents-empty"));
    REQUIRE(test::clippedTexts(*stage.tab).join(QLatin1Char('\n')).toStdString() == std::string());
    stage.choose(stage.write(QStringLiteral("report.png"), support::pngSample()));
    stage.picture(QStringLiteral("documents-add"));
    // The words of the button are new: its place is laid out with the next events.
    REQUIRE(QTest::qWaitFor([&] { return test::clippedTexts(*stage.tab).isEmpty(); }, 5000));
}

} // namespace test_document_list

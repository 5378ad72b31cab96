// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/adverse_events.h"
#include "tests/support/window_fixture.h"

#include "ui/shared/empty_state.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/table_view.h"
#include "ui/shell/go_to_box.h"

#include "core/workflow/patient_list.h"

#include <QLabel>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_go_to_box {
using namespace kairos;
using namespace kairos::test;

namespace {

/// The box of Ctrl+K over the patients.
class OpenBox final {
public:
    explicit OpenBox(WindowFixture& alder) {
        alder.press(Qt::Key_K, Qt::ControlModifier);
        m_box = alder.window().findChild<ui::GoToBox*>();
        alder.waitFor(
            [this] { return m_box->isVisible() && m_box->isAncestorOf(QApplication::focusWidget()); });
    }
    [[nodiscard]] ui::TableView& table() const { return *m_box->findChild<ui::TableView*>(); }
    [[nodiscard]] ui::EmptyState& nothing() const { return *m_box->findChild<ui::EmptyState*>(); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] bool shows(const QString& words) const {
        for (const auto* label : m_box->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == words) {
                return true;
            }
        }
        return false;
    }

private:
    ui::GoToBox* m_box = nullptr;
};

} // namespace

TEST_CASE("Words that fit nothing are named, and one button clears them", "[shell][goto][many]") {
    WindowFixture alder;
    alder.unlock();
    const OpenBox box(alder);
    const int places = box.rows();
    REQUIRE(places > 0);
    REQUIRE_FALSE(box.nothing().isVisible());
    // Two letters could be looked for in the notes.
    alder.type(QStringLiteral("z"));
    alder.waitFor([&] { return box.nothing().isVisible(); });
    REQUIRE(box.nothing().accessibleName() == QStringLiteral("No patient and no place fits \"z\""));
    REQUIRE_FALSE(box.table().isVisible());
    alder.press(Qt::Key_Tab);
    while (qobject_cast<QPushButton*>(alder.focused()) == nullptr) {
        alder.press(Qt::Key_Tab);
    }
    alder.press(Qt::Key_Space);
    alder.waitFor([&] { return box.rows() == places; });
    REQUIRE_FALSE(box.nothing().isVisible());
}

TEST_CASE("Of 500 patients the first thirty are listed before the search, and the others counted",
          "[shell][goto][many]") {
    WindowFixture alder;
    for (int i = 1; i <= 500; ++i) {
        alder.alder().addPatient(QStringLiteral("M-%1").arg(i, 4, 10, QLatin1Char('0')),
                                 QStringLiteral("Given"),
                                 QStringLiteral("Family %1").arg(i, 3, 10, QLatin1Char('0')));
    }
    alder.unlock();
    const OpenBox box(alder);
    alder.type(QStringLiteral("family"));
    alder.waitFor([&] { return box.rows() == 30 + 1; });
    REQUIRE(box.shows(QStringLiteral("470 more patients: type more letters")));
    for (int i = 0; i < 40; ++i) {
        alder.press(Qt::Key_Down);
    }
    REQUIRE(box.table().currentIndex().row() == 30);
    REQUIRE(
        box.table().viewport()->rect().contains(box.table().visualRect(box.table().currentIndex()).center()));
    alder.type(QStringLiteral(" 500"));
    alder.waitFor([&] { return box.rows() == 1 + 1; });
    alder.press(Qt::Key_Return);
    const auto opened = ui::patientOf(alder.window().work()->place());
    REQUIRE(opened.has_value());
    const auto line = workflow::PatientList(alder.window().work()->practice()).summary(*opened);
    REQUIRE(line->patient.familyName == QStringLiteral("Family 500"));
}

TEST_CASE("Ctrl+K reaches the register, the ledger and their prints by their own words", "[shell][goto]") {
    for (const auto& [words, place] :
         QList<QPair<QString, ui::Place>>{{QStringLiteral("register adv"), ui::OutcomesPlace{}},
                                          {QStringLiteral("print adverse"), ui::AdverseSheetPlace{}},
                                          {QStringLiteral("ledger"), ui::LedgerPlace{}},
                                          {QStringLiteral("print drug"), ui::LedgerSheetPlace{}}}) {
        WindowFixture alder;
        alder.unlock();
        const OpenBox box(alder);
        const int all = box.rows();
        alder.type(words);
        alder.waitFor([&] { return box.rows() < all; });
        alder.press(Qt::Key_Return);
        INFO(words.toStdString());
        REQUIRE(alder.window().work()->place() == place);
    }
}

TEST_CASE("Ctrl+K takes a monitor's file into a dose of today", "[shell][goto]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    test::AdverseDesk desk(alder.alder());
    const auto dose = desk.dose(elena, 1, QDate(2026, 11, 2), record::SessionState::Held);
    desk.dose(elena, 2, QDate(2026, 11, 2), record::SessionState::Planned);
    alder.unlock();
    {
        const OpenBox box(alder);
        const int all = box.rows();
        alder.type(QStringLiteral("import monitor"));
        alder.waitFor([&] { return box.rows() < all; });
        REQUIRE(box.rows() == 1 + 1);
        alder.press(Qt::Key_Return);
    }
    alder.waitFor([&] { return !alder.files().asked().isEmpty(); });
    const auto place = alder.window().work()->place().get<ui::DosingPlace>();
    REQUIRE(place.session == dose.id);
    REQUIRE(alder.files().asked().first().title.contains(QStringLiteral("monitor")));
}

TEST_CASE("Ctrl+K writes an adverse event of the patient whose page is open", "[shell][goto]") {
    WindowFixture alder;
    const auto elena = alder.alder().addElena();
    alder.unlock();
    alder.window().work()->open(ui::ChartPlace{elena, {}});
    const OpenBox box(alder);
    alder.type(QStringLiteral("write an adverse"));
    alder.waitFor([&] { return box.rows() == 1 + 1; });
    alder.press(Qt::Key_Return);
    REQUIRE(alder.window().work()->place() ==
            ui::Place(ui::ChartPlace{elena, QString(ui::kTabSessions), QString(ui::kPartNewAdverse)}));
    alder.waitFor([&alder] {
        // Offscreen, no window is active once the dialog has closed.
        const QWidget* focused = alder.window().focusWidget();
        return focused != nullptr && focused->accessibleName().startsWith(QStringLiteral("What happened"));
    });
}

TEST_CASE("Without an open patient Ctrl+K offers no adverse event to write", "[shell][goto]") {
    WindowFixture alder;
    alder.alder().addElena();
    alder.unlock();
    const OpenBox box(alder);
    alder.type(QStringLiteral("write an adverse"));
    alder.waitFor([&] { return box.rows() == 1; });
    REQUIRE(box.table().model()->index(0, 0).data().toString().contains(QStringLiteral("Find")));
}

} // namespace test_go_to_box

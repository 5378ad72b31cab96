// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/patients/find_stage.h"

#include "ui/patients/found_model.h"

#include "tests/support/both_themes.h"

#include "core/workflow/find_query.h"

#include <catch2/catch_test_macros.hpp>

namespace test_find_page {
using namespace kairos;
using test::FindStage;
using Column = ui::FoundModel::Column;
using State = ui::FindDesk::State;

namespace {

const QString kWall = QStringLiteral("Private notes are never searched.");

ui::TherapyPlace placeOfNote(const FindStage& desk, const record::Note& note, qsizetype start,
                             qsizetype length) {
    return {desk.elena(), desk.session.id,
            ui::NotePassage{note.id, QStringLiteral("assessment"), start, length}};
}

} // namespace

TEST_CASE("Words find a note as they are typed, and Enter opens it at the passage", "[find]") {
    FindStage desk;
    const auto note = desk.note(QStringLiteral("She met her father in the garden."));
    auto& page = desk.open();
    REQUIRE(QApplication::focusWidget() == &page.search());
    desk.search(QStringLiteral("gard"));
    REQUIRE(desk.state() == State::Found);
    REQUIRE(desk.rows() == 1);
    REQUIRE(page.table().currentIndex().row() == 0);
    FindStage::press(Qt::Key_Return);
    REQUIRE(desk.stage().navigator().opened() == QList<ui::Place>{placeOfNote(desk, note, 26, 6)});
}

TEST_CASE("Enter does not wait for the words to rest", "[find]") {
    FindStage desk;
    const auto note = desk.note(QStringLiteral("A garden."));
    desk.open();
    FindStage::enter(QStringLiteral("garden"));
    REQUIRE(desk.stage().navigator().opened() == QList<ui::Place>{placeOfNote(desk, note, 2, 6)});
}

TEST_CASE("Down goes into the list, Escape and Up back to the field, Escape there back", "[find]") {
    FindStage desk;
    const auto first = desk.note(QStringLiteral("garden garden"));
    const auto second = desk.note(QStringLiteral("a longer text about one garden and much else"));
    auto& page = desk.open({QStringLiteral("garden")});
    REQUIRE(desk.rows() == 2);
    FindStage::press(Qt::Key_Up);
    REQUIRE(QApplication::focusWidget() == &page.search());
    FindStage::press(Qt::Key_Down);
    REQUIRE(QApplication::focusWidget() == &page.table());
    REQUIRE(page.table().currentIndex().row() == 0);
    FindStage::press(Qt::Key_Up);
    REQUIRE(QApplication::focusWidget() == &page.search());
    FindStage::press(Qt::Key_Down);
    FindStage::press(Qt::Key_Down);
    REQUIRE(page.table().currentIndex().row() == 1);
    FindStage::press(Qt::Key_Return);
    const auto opened = desk.stage().navigator().opened().first().get<ui::TherapyPlace>();
    REQUIRE((opened.passage->note == first.id || opened.passage->note == second.id));
    FindStage::press(Qt::Key_Escape);
    REQUIRE(QApplication::focusWidget() == &page.search());
    REQUIRE(page.search().selectedText() == QStringLiteral("garden"));
    REQUIRE(desk.stage().navigator().backs() == 0);
    FindStage::press(Qt::Key_Escape);
    REQUIRE(desk.stage().navigator().backs() == 1);
    REQUIRE(page.search().text() == QStringLiteral("garden"));
}

TEST_CASE("Down and Enter do nothing while there is no list", "[find]") {
    FindStage desk;
    auto& page = desk.open();
    FindStage::press(Qt::Key_Down);
    FindStage::press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == &page.search());
    REQUIRE(desk.stage().navigator().opened().isEmpty());
}

TEST_CASE("Nothing typed, one letter and no hit say what to do, and that private notes are out", "[find]") {
    FindStage desk;
    desk.note(QStringLiteral("garden"));
    auto& page = desk.open();
    REQUIRE(desk.state() == State::NothingTyped);
    REQUIRE(page.nothing().isVisible());
    REQUIRE(page.nothing().accessibleName() == QStringLiteral("Type a word of what you look for"));
    REQUIRE(page.nothing().accessibleDescription().contains(kWall));
    desk.search(QStringLiteral("g"));
    REQUIRE(desk.state() == State::TooShort);
    REQUIRE(page.nothing().accessibleName().contains(QStringLiteral("at least two")));
    desk.search(QStringLiteral("orchid"));
    REQUIRE(desk.state() == State::Nothing);
    REQUIRE(page.nothing().accessibleName() == QStringLiteral("Nothing fits \"orchid\""));
    REQUIRE(page.nothing().accessibleDescription().contains(kWall));
    REQUIRE_FALSE(page.table().isVisible());
    auto* other = page.nothing().findChild<QPushButton*>();
    REQUIRE(QTest::qWaitFor([&] { return other->isVisible(); }));
    FindStage::tabTo(*other);
    FindStage::press(Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == &page.search(); }));
    REQUIRE(page.search().selectedText() == QStringLiteral("orchid"));
    desk.search(QStringLiteral("garden"));
    REQUIRE(page.table().isVisible());
    REQUIRE_FALSE(page.nothing().isVisible());
}

TEST_CASE("In one chart the others are left out, and one key widens the search", "[find]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    const auto other = desk.stage().fixture().addPatient(QStringLiteral("K-0176"), QStringLiteral("Marcus"),
                                                         QStringLiteral("Garden"));
    auto& page = desk.open({QStringLiteral("garden"), desk.elena()});
    REQUIRE(page.scope().isVisible());
    REQUIRE(desk.rows() == 1);
    REQUIRE(desk.cell(0, Column::Patient).startsWith(QStringLiteral("Elena Marsh")));
    page.scope().setFocus(Qt::TabFocusReason);
    FindStage::press(Qt::Key_Right);
    REQUIRE(QTest::qWaitFor([&] { return !desk.stage().navigator().opened().isEmpty(); }));
    REQUIRE(desk.stage().navigator().opened() == QList<ui::Place>{ui::FindPlace{QStringLiteral("garden")}});
    REQUIRE_FALSE(desk.open({QStringLiteral("garden")}).scope().isVisible());
    REQUIRE(desk.rows() == 2);
    REQUIRE(desk.cell(0, Column::Patient).startsWith(QStringLiteral("Marcus Garden")));
    FindStage::press(Qt::Key_Return);
    REQUIRE(desk.stage().navigator().opened().last() == ui::Place(ui::ChartPlace{other, {}}));
}

TEST_CASE("Nothing in one chart offers to search all patients", "[find]") {
    FindStage desk;
    auto& page = desk.open({QStringLiteral("orchid"), desk.elena()});
    REQUIRE(page.nothing().accessibleName().contains(QStringLiteral("this patient")));
    FindStage::tabTo(*page.nothing().findChild<QPushButton*>());
    FindStage::press(Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return !desk.stage().navigator().opened().isEmpty(); }));
    REQUIRE(desk.stage().navigator().opened().first() == ui::Place(ui::FindPlace{QStringLiteral("orchid")}));
}

TEST_CASE("More hits than a page are shown on demand, each once", "[find][many]") {
    FindStage desk;
    for (int i = 0; i < 60; ++i) {
        desk.note(QStringLiteral("tulip %1").arg(i));
    }
    auto& page = desk.open({QStringLiteral("tulip")});
    REQUIRE(desk.rows() == 25);
    REQUIRE(page.moreButton().isVisible());
    FindStage::tabTo(page.moreButton());
    FindStage::press(Qt::Key_Space);
    REQUIRE(desk.rows() == 50);
    REQUIRE(QApplication::focusWidget() == &page.table());
    REQUIRE(page.table().currentIndex().row() == 25);
    FindStage::tabTo(page.moreButton());
    FindStage::press(Qt::Key_Space);
    REQUIRE(desk.rows() == 60);
    REQUIRE_FALSE(page.moreButton().isVisible());
    QSet<QString> seen;
    for (int row = 0; row < desk.rows(); ++row) {
        seen.insert(page.table().model()->index(row, 0).data(ui::IdRole).toString());
    }
    REQUIRE(seen.size() == 60);
    page.table().setCurrentIndex(page.table().model()->index(40, 0));
    const auto chosen = page.table().currentIndex().data(ui::IdRole).toString();
    desk.note(QStringLiteral("tulip tulip tulip"));
    page.refresh();
    REQUIRE(desk.rows() == 61);
    REQUIRE(page.table().currentIndex().data(ui::IdRole).toString() == chosen);
    desk.search(QStringLiteral("tul"));
    REQUIRE(desk.rows() == 25);
    REQUIRE(page.table().currentIndex().row() == 0);
}

TEST_CASE("A missing index is made in steps with its progress shown, then the words are found", "[find]") {
    FindStage desk;
    desk.note(QStringLiteral("a garden"));
    support::required(workflow::FindQuery(desk.practice()).startAnew());
    auto& page = desk.open();
    page.search().setText(QStringLiteral("garden"));
    FindStage::press(Qt::Key_Return);
    REQUIRE(desk.state() == State::Preparing);
    REQUIRE(page.progress().isVisible());
    REQUIRE(page.nothing().isVisible());
    REQUIRE(QTest::qWaitFor([&] { return desk.state() == State::Found; }));
    REQUIRE(desk.rows() == 1);
    REQUIRE_FALSE(page.progress().isVisible());
}

TEST_CASE("A damaged hit is named and the others are shown", "[find][fault]") {
    FindStage desk;
    const auto good = desk.note(QStringLiteral("garden one"));
    const auto bad = desk.note(QStringLiteral("garden two, and more words than the other"));
    const QByteArray sql =
        "UPDATE note SET content = x'00' WHERE id = x'" + bad.id.uuid.toBytes().toHex() + "'";
    desk.damage(sql.constData());
    auto& page = desk.open({QStringLiteral("garden")});
    REQUIRE(desk.rows() == 1);
    REQUIRE(page.table().model()->index(0, 0).data(ui::IdRole).toString() == good.id.toString());
    REQUIRE(page.trouble().isVisible());
    REQUIRE(page.trouble().bannerText().title.contains(QStringLiteral("1 hit could not be read")));
    REQUIRE(page.trouble().bannerText().text.contains(bad.id.toString()));
    desk.search(QStringLiteral("orchid"));
    REQUIRE_FALSE(page.trouble().isVisible());
}

TEST_CASE("The page fits in both themes with hits, without, and while the index is made", "[find][fit]") {
    FindStage desk;
    desk.note(
        QStringLiteral("She met her father in the garden, and later the gardener, who said that a garden "
                       "wants patience: nothing of it grows faster because somebody looks at it."));
    auto& page = desk.open({QStringLiteral("garden"), desk.elena()});
    REQUIRE(test::clippedInBothThemes(desk.themes(), page, QStringLiteral("find")) == std::string());
    desk.search(QStringLiteral("orchid"));
    REQUIRE(test::clippedInBothThemes(desk.themes(), page, QStringLiteral("find-none")) == std::string());
    page.progress().showNow();
    REQUIRE(test::clippedInBothThemes(desk.themes(), page, QStringLiteral("find-making")) == std::string());
}

} // namespace test_find_page

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/table_view.h"

#include "tests/support/label_fit.h"

#include "ui/shared/row_delegate.h"
#include "ui/shared/row_model.h"
#include "ui/shared/theme_manager.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch_test_macros.hpp>

namespace test_table {
using namespace kairos;

namespace {

struct Dose {
    QString name;
    double mg;
};

class DoseModel final : public ui::RowModel<Dose> {
public:
    DoseModel() : RowModel({{QStringLiteral("Patient")}, {QStringLiteral("mg"), ui::ColumnSide::Right}}) {}

protected:
    QString display(const Dose& dose, int column) const override {
        return column == 0 ? dose.name : QString::number(dose.mg, 'f', 1);
    }
    QVariant sortValue(const Dose& dose, int column) const override {
        return column == 0 ? QVariant(dose.name) : QVariant(dose.mg);
    }
    std::optional<ui::Chip> chip(const Dose& dose, int column) const override {
        const bool late = column == 0 && dose.mg > 100;
        return late ? std::optional(ui::Chip{ui::ChipKind::Late, QStringLiteral("late"), dose.name})
                    : std::nullopt;
    }
};

using Event = QStringList;

class EventModel final : public ui::RowModel<Event> {
public:
    EventModel()
        : RowModel({{QStringLiteral("Event")}, {QStringLiteral("Action")}, {QStringLiteral("Outcome")}}) {}

protected:
    QString display(const Event& event, int column) const override { return event.at(column); }
};

QList<Dose> someDoses() {
    return {
        {QStringLiteral("Marsh"), 34.2}, {QStringLiteral("Okafor"), 9.5}, {QStringLiteral("Calder"), 120}};
}

} // namespace

TEST_CASE("A row model keeps the rules of item models through every change", "[shared][table]") {
    DoseModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows(someDoses());
    model.appendRow({QStringLiteral("Chow"), 30});
    model.replaceRow(1, {QStringLiteral("Okafor"), 41});
    model.removeRowAt(0);
    REQUIRE(model.rowCount() == 3);
    REQUIRE(changed.count() == 1);
    REQUIRE(model.index(0, 1).data().toString() == QStringLiteral("41.0"));
    REQUIRE(model.rowCount(model.index(0, 0)) == 0);
    REQUIRE_FALSE(model.index(9, 0).isValid());
}

TEST_CASE("Numbers stand right and sort as numbers", "[shared][table]") {
    DoseModel model;
    model.setRows(someDoses());
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(ui::SortRole);
    sorted.sort(1);
    REQUIRE(sorted.index(0, 0).data().toString() == QStringLiteral("Okafor"));
    REQUIRE(sorted.index(2, 0).data().toString() == QStringLiteral("Calder"));
    REQUIRE(Qt::Alignment(model.index(0, 1).data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight));
    REQUIRE(Qt::Alignment(model.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
                .testFlag(Qt::AlignRight));
}

TEST_CASE("A cell that is a chip is read out with its word and object", "[shared][table]") {
    DoseModel model;
    model.setRows(someDoses());
    REQUIRE(model.index(2, 0).data(Qt::AccessibleTextRole).toString() == QStringLiteral("late, Calder"));
    REQUIRE(model.index(0, 0).data(Qt::AccessibleTextRole).toString() == QStringLiteral("Marsh"));
    REQUIRE(model.index(2, 0).data(ui::ChipRole).value<ui::Chip>().kind == ui::ChipKind::Late);
    REQUIRE_FALSE(model.index(0, 0).data(ui::ChipRole).isValid());
}

TEST_CASE("Rows have the heights of the look", "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    const ui::TableView table;
    const ui::TableView dense(ui::RowHeight::Dense);
    const ui::TableView patients(ui::RowHeight::Patients);
    REQUIRE(table.verticalHeader()->defaultSectionSize() == 34);
    REQUIRE(dense.verticalHeader()->defaultSectionSize() == 29);
    REQUIRE(patients.verticalHeader()->defaultSectionSize() == 42);
    REQUIRE(table.horizontalHeader()->height() >= 28);
    REQUIRE_FALSE(table.showGrid());
}

TEST_CASE("Tab leaves a table and Enter opens its row", "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    QWidget page;
    QVBoxLayout layout(&page);
    auto* table = new ui::TableView;
    auto* after = new QLineEdit;
    layout.addWidget(table);
    layout.addWidget(after);
    DoseModel model;
    model.setRows(someDoses());
    table->setModel(&model);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    table->setFocus();
    table->selectRow(0);
    QSignalSpy opened(table, &ui::TableView::rowOpened);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    REQUIRE(opened.first().first().toModelIndex().row() == 1);
    QTest::keyClick(table, Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == after);
    table->setModel(nullptr);
}

TEST_CASE("Columns of long texts give way, the others keep what stands in them", "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    EventModel model;
    const QString words =
        QStringLiteral("lay still with a cool cloth until it had passed, then home by taxi");
    model.setRows({Event{QStringLiteral("Headache"), words, QStringLiteral("watched")}});
    ui::TableView table;
    table.setModel(&model);
    table.setYieldingColumns({1, 2});
    const auto wanted = [&table](int column) {
        return qMax(table.sizeHintForIndex(table.model()->index(0, column)).width(),
                    table.horizontalHeader()->sectionSizeHint(column));
    };
    const auto widths = [&table] {
        return table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2);
    };
    test::showAt(table, QSize(420, 200));
    REQUIRE(wanted(1) > 420);
    REQUIRE(table.columnWidth(0) == wanted(0));
    REQUIRE(table.columnWidth(2) == wanted(2));
    REQUIRE(table.columnWidth(1) < wanted(1));
    REQUIRE(widths() == table.viewport()->width());
    table.resize(1400, 200);
    REQUIRE(table.columnWidth(2) == wanted(2));
    REQUIRE(table.columnWidth(1) >= wanted(1));
    REQUIRE(widths() == table.viewport()->width());
    // Words that come later are looked at anew.
    model.setRows({Event{QStringLiteral("Rash"), QStringLiteral("watched"), words}});
    REQUIRE(table.columnWidth(1) == wanted(1));
    REQUIRE(table.columnWidth(2) >= wanted(2));
    REQUIRE(wanted(0) + table.columnWidth(1) + table.columnWidth(2) == table.viewport()->width());
}

TEST_CASE("A table too narrow for all keeps the heads of its long texts, and is scrolled",
          "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    EventModel model;
    const QString words = QStringLiteral("lay still with a cool cloth until it had passed, then home");
    model.setRows({Event{words, words, words}});
    ui::TableView table;
    table.setModel(&model);
    table.setYieldingColumns({1, 2});
    test::showAt(table, QSize(300, 200));
    REQUIRE(table.columnWidth(0) == table.sizeHintForIndex(model.index(0, 0)).width());
    for (const int column : {1, 2}) {
        REQUIRE(table.columnWidth(column) == table.horizontalHeader()->sectionSizeHint(column));
    }
}

TEST_CASE("A table that fits its rows is as high as they are", "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    DoseModel model;
    ui::TableView table;
    table.setModel(&model);
    table.setFitsRows();
    model.setRows(someDoses());
    const int head = table.horizontalHeader()->height();
    REQUIRE(table.sizeHint().height() == head + 3 * 34);
    model.appendRow({QStringLiteral("Chow"), 30});
    REQUIRE(table.sizeHint().height() == head + 4 * 34);
}

TEST_CASE("A table without rows keeps the room of those that are expected, until they come",
          "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    DoseModel model;
    ui::TableView table;
    table.setModel(&model);
    table.setFitsRows();
    table.setExpectedRows(5);
    const int head = table.horizontalHeader()->height();
    REQUIRE(table.sizeHint().height() == head + 5 * 34);
    model.setRows(someDoses());
    REQUIRE(table.sizeHint().height() == head + 3 * 34);
}

TEST_CASE("The page around a table that fits 500 rows follows the chosen one", "[shared][table][many]") {
    const ui::ThemeManager themes(*qApp);
    DoseModel model;
    QList<Dose> doses;
    for (int i = 0; i < 500; ++i) {
        doses.append({QStringLiteral("Patient %1").arg(i), 1.0 * i});
    }
    model.setRows(doses);
    QScrollArea page;
    auto* ground = new QWidget;
    auto* column = new QVBoxLayout(ground);
    auto* table = new ui::TableView(ui::RowHeight::Table, ground);
    table->setFitsRows();
    table->setModel(&model);
    column->addWidget(table);
    page.setWidgetResizable(true);
    page.setWidget(ground);
    page.resize(400, 300);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    table->setFocus();
    for (const auto& [key, row] : {std::pair(Qt::Key_End, 499), std::pair(Qt::Key_Home, 0)}) {
        QTest::keyClick(table, key, Qt::ControlModifier);
        REQUIRE(table->currentIndex().row() == row);
        REQUIRE(
            table->viewport()->visibleRegion().contains(table->visualRect(table->currentIndex()).center()));
    }
}

TEST_CASE("The chosen row is drawn with its ground and its bar", "[shared][table]") {
    const ui::ThemeManager themes(*qApp);
    DoseModel model;
    model.setRows(someDoses());
    ui::TableView table;
    table.setModel(&model);
    table.resize(400, 200);
    table.selectRow(1);
    const QImage image = table.viewport()->grab().toImage();
    const ui::Theme theme = ui::loadTheme(ui::ThemeId::Light);
    REQUIRE(image.pixelColor(1, 34 + 17).name() == theme.color(ui::Token::Accent).name());
    REQUIRE(image.pixelColor(8, 34 + 8).name() == theme.color(ui::Token::Select).name());
    REQUIRE(image.pixelColor(8, 33).name() == theme.color(ui::Token::Line).name());
    REQUIRE(image.pixelColor(8, 8).name() == theme.color(ui::Token::Surface).name());
}

} // namespace test_table

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheet_writer.h"
#include "ui/therapy/sheets_tab.h"

#include "ui/shared/theme_manager.h"

#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

#include "tests/support/file_size_limit.h"
#include "tests/support/keyboard.h"
#include "tests/support/page_stage.h"
#include "tests/support/sheet_course.h"

#include <QPlainTextEdit>

#include <catch2/catch_test_macros.hpp>

namespace test_sheet_disk {
using namespace kairos;
using support::kSheetDay;
using support::required;
using test::FileSizeLimit;
using test::Keyboard;

namespace {

const QString kWords = QStringLiteral("Sunday evening, alone in the kitchen");

/// The sheets of Elena Marsh on the screen, one of them being filled in.
struct Writing {
    ui::ThemeManager themes{*qApp};
    test::PageStage stage;
    std::unique_ptr<ui::SheetsTab> tab;

    void open(const QString& form) {
        tab = std::make_unique<ui::SheetsTab>(stage.patient(), stage.context());
        REQUIRE(test::present(*tab, {1290, 620}));
        tab->showPart(form);
    }
    [[nodiscard]] QString text(const QString& part) const {
        return tab->writer().partEdit(part)->toPlainText();
    }
    [[nodiscard]] QList<record::TherapySheet> sheets() {
        return required(workflow::SheetQuery(stage.practice()).ofPatient(stage.patient())).sheets;
    }
    /// Saves by its key while the log takes only so many bytes more; the writer says why that failed.
    void saveInVain(qint64 room) {
        // The draft is kept, so that nothing but the saving writes.
        REQUIRE(tab->mayLeave());
        const FileSizeLimit limit(test::logSize(stage.fixture().path()) + room);
        Keyboard::ctrl(Qt::Key_Return);
        REQUIRE(tab->shown() == &tab->writer());
        const QString said = tab->writer().trouble();
        INFO(said.toStdString());
        REQUIRE(said.startsWith(QStringLiteral("The change was not saved")));
        REQUIRE(said.contains(QStringLiteral("what was saved before is safe")));
    }
    /// The file holds as it did at this head: nothing of what failed stands in it.
    void requireUntouched(const storage::JournalHead& head) {
        auto& file = stage.practice().file();
        REQUIRE(required(file.head()) == head);
        const auto report =
            required(storage::verifyPractice(stage.fixture().path(), file.key(), storage::VerifyDepth::Deep));
        REQUIRE(report.findings == QList<storage::VerifyFinding>());
        REQUIRE(report.head == head);
    }
};

} // namespace

TEST_CASE("A sheet that does not fit on the disk is refused, and its text stays to be saved",
          "[fault][disk][sheets]") {
    Writing sheet;
    sheet.open(QStringLiteral("thought-record"));
    Keyboard::type(kWords);
    const auto head = required(sheet.stage.practice().file().head());
    for (const qint64 room : {0, 1, 5'000}) {
        INFO(room);
        sheet.saveInVain(room);
        REQUIRE(sheet.text(QStringLiteral("situation")) == kWords);
        REQUIRE(sheet.sheets().isEmpty());
        sheet.requireUntouched(head);
    }
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(sheet.sheets().size() == 1);
    REQUIRE(sheet.sheets().first().textOf(QStringLiteral("situation")) == kWords);
    REQUIRE(required(sheet.stage.practice().file().head()).count == head.count + 1);
}

TEST_CASE("A change of a safety plan that does not fit on the disk leaves the plan as it was",
          "[fault][disk][sheets]") {
    Writing plan;
    required(workflow::SheetCare(plan.stage.practice())
                 .save(support::safetyPlan(plan.stage.patient(), kSheetDay.addDays(7))));
    const auto former = plan.sheets();
    const auto head = required(plan.stage.practice().file().head());
    plan.open(therapy::kSafetyPlan);
    const QString part = QStringLiteral("warning-signs");
    plan.tab->writer().partEdit(part)->moveCursor(QTextCursor::End);
    Keyboard::type(QStringLiteral(", and no appetite"));
    const QString typed = QStringLiteral("awake at four, and no appetite");
    plan.saveInVain(0);
    REQUIRE(plan.text(part) == typed);
    REQUIRE(plan.sheets() == former);
    plan.requireUntouched(head);
    Keyboard::ctrl(Qt::Key_Return);
    REQUIRE(plan.sheets().first().textOf(part) == typed);
}

TEST_CASE("A sheet whose draft does not fit on the disk is not left", "[fault][disk][sheets]") {
    Writing sheet;
    sheet.open(QStringLiteral("thought-record"));
    Keyboard::type(kWords);
    {
        const FileSizeLimit limit(test::logSize(sheet.stage.fixture().path()));
        Keyboard::press(Qt::Key_Escape);
        REQUIRE(sheet.tab->shown() == &sheet.tab->writer());
        REQUIRE(sheet.tab->writer().trouble().contains(QStringLiteral("what was saved before is safe")));
        REQUIRE_FALSE(sheet.tab->mayLeave());
    }
    REQUIRE(sheet.text(QStringLiteral("situation")) == kWords);
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(sheet.tab->shown() != &sheet.tab->writer());
    sheet.open(QStringLiteral("thought-record"));
    REQUIRE(sheet.text(QStringLiteral("situation")) == kWords);
}

} // namespace test_sheet_disk

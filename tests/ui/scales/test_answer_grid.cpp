// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"

#include "ui/scales/answer_grid.h"

#include "core/scales/instrument_library.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_answer_grid {
using namespace kairos;
using record::Answer;
using record::AnswerState;

namespace {

const scales::InstrumentLibrary& library() {
    static const auto installed = scales::InstrumentLibrary::builtIn();
    return installed;
}

const scales::Instrument& instrument(const char* id) {
    return *library().find(QString::fromLatin1(id));
}

void show(ui::AnswerGrid& grid) {
    test::showAt(grid, {930, 500});
}

} // namespace

TEST_CASE("A digit answers the line and moves on to the next", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    const QSignalSpy answered(&grid, &ui::AnswerGrid::answered);
    QTest::keyClicks(&grid, QStringLiteral("21"));
    REQUIRE(answered.count() == 2);
    REQUIRE(grid.entry().answer(0) == Answer::given(2));
    REQUIRE(grid.entry().answer(1) == Answer::given(1));
    REQUIRE(grid.currentPlace() == 2);
}

TEST_CASE("A digit without an option is passed over", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    QTest::keyClick(&grid, Qt::Key_4);
    REQUIRE(grid.entry().answer(0).state == AnswerState::Unanswered);
    REQUIRE(grid.currentPlace() == 0);
}

TEST_CASE("Declined, not applicable and cleared are three states", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    QTest::keyClick(&grid, Qt::Key_Minus);
    QTest::keyClick(&grid, Qt::Key_N);
    QTest::keyClick(&grid, Qt::Key_3);
    REQUIRE(grid.entry().answer(0).state == AnswerState::Declined);
    REQUIRE(grid.entry().answer(1).state == AnswerState::NotApplicable);
    QTest::keyClick(&grid, Qt::Key_Up);
    QTest::keyClick(&grid, Qt::Key_Backspace);
    REQUIRE(grid.entry().answer(2).state == AnswerState::Unanswered);
    REQUIRE(grid.currentPlace() == 2);
    REQUIRE(grid.answerText(0) == QStringLiteral("declined"));
    REQUIRE(grid.answerText(1) == QStringLiteral("not applicable"));
    REQUIRE(grid.answerText(2) == QStringLiteral("no answer"));
}

TEST_CASE("The three states look different", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    const auto picture = [&grid] {
        const QRect line = grid.lineRect(0);
        return grid.viewport()
            ->grab(QRect(line.width() / 2, line.top(), line.width() / 2, line.height()))
            .toImage();
    };
    const QImage blank = picture();
    QList<Answer> answers(10);
    answers[0] = {AnswerState::Declined, 0};
    grid.setAnswers(answers);
    const QImage declined = picture();
    answers[0] = {AnswerState::NotApplicable, 0};
    grid.setAnswers(answers);
    REQUIRE(picture() != declined);
    REQUIRE(picture() != blank);
    REQUIRE(declined != blank);
}

TEST_CASE("Left and right move over the options, Space chooses", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Right);
    REQUIRE(grid.entry().answer(0).state == AnswerState::Unanswered);
    QTest::keyClick(&grid, Qt::Key_Space);
    REQUIRE(grid.entry().answer(0) == Answer::given(1));
}

TEST_CASE("The mouse answers where it clicks", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.cellRect(4, 3).center());
    REQUIRE(grid.entry().answer(4) == Answer::given(3));
    REQUIRE(grid.currentPlace() == 4);
}

TEST_CASE("A form that is read takes no answer", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    grid.setMode(ui::GridMode::Reading);
    QTest::keyClick(&grid, Qt::Key_1);
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.cellRect(4, 3).center());
    REQUIRE(grid.entry().isEmpty());
}

TEST_CASE("A number from 0 to 100 is typed digit by digit and ends with Enter", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("ebi"));
    show(grid);
    QTest::keyClicks(&grid, QStringLiteral("68"));
    REQUIRE(grid.entry().answer(0) == Answer::given(68));
    REQUIRE(grid.currentPlace() == 0);
    QTest::keyClick(&grid, Qt::Key_Return);
    QTest::keyClicks(&grid, QStringLiteral("1009"));
    REQUIRE(grid.entry().answer(1) == Answer::given(100));
    REQUIRE(grid.currentPlace() == 1);
    QTest::keyClick(&grid, Qt::Key_Backspace);
    QTest::keyClicks(&grid, QStringLiteral("0"));
    REQUIRE(grid.entry().answer(1) == Answer::given(0));
}

TEST_CASE("A number of one digit moves on by itself, one of two waits", "[scales][grid]") {
    ui::AnswerGrid icsi(instrument("icsi"));
    show(icsi);
    QTest::keyClicks(&icsi, QStringLiteral("53"));
    REQUIRE(icsi.entry().answer(0) == Answer::given(5));
    REQUIRE(icsi.entry().answer(1) == Answer::given(3));
    ui::AnswerGrid sds(instrument("sds"));
    show(sds);
    QTest::keyClicks(&sds, QStringLiteral("10"));
    REQUIRE(sds.entry().answer(0) == Answer::given(10));
    REQUIRE(sds.currentPlace() == 0);
}

TEST_CASE("A negative option is typed with its sign", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("rass"));
    show(grid);
    QTest::keyClick(&grid, Qt::Key_Minus);
    QTest::keyClick(&grid, Qt::Key_3);
    REQUIRE(grid.entry().answer(0) == Answer::given(-3));
    QTest::keyClick(&grid, Qt::Key_Minus);
    QTest::keyClick(&grid, Qt::Key_Minus);
    REQUIRE(grid.entry().answer(0).state == AnswerState::Declined);
}

TEST_CASE("Lines the form does not ask are passed over", "[scales][grid]") {
    ui::AnswerGrid grid(instrument("c-ssrs"));
    show(grid);
    QTest::keyClicks(&grid, QStringLiteral("00"));
    REQUIRE(grid.currentPlace() == 5);
    REQUIRE(grid.answerText(2) == QStringLiteral("not asked"));
}

TEST_CASE("Screen readers hear item, wording and answer of each line", "[scales][grid][access]") {
    ui::AnswerGrid grid(instrument("phq-9"));
    show(grid);
    QTest::keyClick(&grid, Qt::Key_2);
    auto* access = QAccessible::queryAccessibleInterface(&grid);
    REQUIRE(access != nullptr);
    REQUIRE(access->childCount() == 10);
    auto* line = access->child(0);
    REQUIRE(line != nullptr);
    REQUIRE(line->role() == QAccessible::ListItem);
    REQUIRE(line->text(QAccessible::Name) ==
            QStringLiteral(
                "Item 1 of 10, Little interest or pleasure in doing things: 2, More than half the days"));
    REQUIRE(access->indexOfChild(line) == 0);
}

TEST_CASE("Every wording of every instrument fits its line in full", "[scales][grid]") {
    const int width = GENERATE(620, 930, 1500);
    for (const scales::Instrument& form : library().all()) {
        const ui::RatingEntry entry(form);
        const auto layout = ui::layOutAnswers(entry, {width, form.stem, QStringLiteral("26 Oct")});
        REQUIRE(layout.lines.size() == entry.placeCount());
        const QFontMetrics metrics(QApplication::font());
        for (int place = 0; place < entry.placeCount(); ++place) {
            const auto& line = layout.lines.at(place);
            const QRect needed = metrics.boundingRect(QRect(0, 0, line.text.width(), 10'000),
                                                      Qt::TextWordWrap, entry.item(place).text);
            INFO(form.id.toStdString() << " item " << entry.item(place).number << " at " << width);
            REQUIRE(needed.height() <= line.text.height());
            REQUIRE(needed.width() <= line.text.width());
            REQUIRE(line.answers.right() < width);
            REQUIRE((line.cells.isEmpty() || line.cells.last().right() <= line.answers.right()));
        }
    }
}

} // namespace test_answer_grid

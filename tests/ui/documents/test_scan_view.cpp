// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documents/documents_stage.h"

#include "tests/support/label_fit.h"

#include "ui/documents/scan_canvas.h"
#include "ui/shared/theme_manager.h"

#include "core/storage/connection.h"
#include "core/storage/practice_file.h"

#include <QBuffer>
#include <QDir>
#include <QPushButton>
#include <QScrollBar>

namespace test_scan_view {
using namespace kairos;
using support::required;
using test::Keyboard;

namespace {

/// A red picture as a real encoder writes it.
QByteArray encoded(const char* format) {
    QImage picture(600, 800, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(picture.save(&buffer, format));
    return bytes;
}

} // namespace

TEST_CASE("PNG and JPEG are shown as wide as there is room", "[documents][view]") {
    for (const char* format : {"PNG", "JPEG"}) {
        INFO(format);
        test::DocumentsStage stage;
        stage.addScan(encoded(format));
        stage.open();
        stage.openRow();
        REQUIRE(stage.tab->scan().shownNotice().isEmpty());
        auto& canvas = stage.tab->scan().canvas();
        REQUIRE(canvas.picture().size() == QSize(600, 800));
        REQUIRE(canvas.picture().pixelColor(150, 200).red() > 250);
        REQUIRE(canvas.widget()->width() <= canvas.viewport()->width());
        REQUIRE(canvas.widget()->width() >= canvas.viewport()->width() - 1);
    }
}

TEST_CASE("A picture is made larger and smaller and fitted again by keys", "[documents][view]") {
    test::DocumentsStage stage;
    stage.addScan(encoded("PNG"));
    stage.open();
    stage.openRow();
    auto& canvas = stage.tab->scan().canvas();
    const double fitted = canvas.scale();
    Keyboard::press(Qt::Key_Minus);
    REQUIRE(canvas.scale() < fitted);
    REQUIRE(!canvas.fitsWidth());
    for (int i = 0; i < 40; ++i) {
        Keyboard::press(Qt::Key_Plus);
    }
    REQUIRE(canvas.scale() == 4);
    for (int i = 0; i < 40; ++i) {
        Keyboard::press(Qt::Key_Minus);
    }
    REQUIRE(canvas.scale() == 0.05);
    Keyboard::press(Qt::Key_W);
    REQUIRE(canvas.scale() == fitted);
    Keyboard::press(Qt::Key_PageDown);
    REQUIRE(canvas.verticalScrollBar()->value() > 0);
    Keyboard::press(Qt::Key_Escape);
    REQUIRE(stage.tab->shown() == &stage.tab->list());
    REQUIRE(canvas.picture().isNull());
}

TEST_CASE("A PDF is leafed through by N and P", "[documents][view][pdf]") {
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample(3));
    stage.open();
    stage.openRow();
    auto& view = stage.tab->scan();
    REQUIRE(view.shownNotice().isEmpty());
    REQUIRE(view.pageText() == QStringLiteral("Page 1 of 3"));
    const QImage first = view.canvas().picture();
    REQUIRE(first.width() == 556); // 200 points at 200 dots per inch
    stage.nextPage(Qt::Key_N);
    REQUIRE(view.pageText() == QStringLiteral("Page 2 of 3"));
    REQUIRE(view.canvas().picture() != first);
    stage.nextPage(Qt::Key_N);
    Keyboard::press(Qt::Key_N); // There is no further one.
    REQUIRE(view.pageText() == QStringLiteral("Page 3 of 3"));
    stage.nextPage(Qt::Key_P);
    stage.nextPage(Qt::Key_P);
    REQUIRE(view.canvas().picture() == first);
}

TEST_CASE("A PDF page that is damaged or blank is said to be", "[documents][view][pdf]") {
    QByteArray damaged = support::pdfSample();
    damaged.replace("(Page 1) Tj ET", "(Page 1 Tj ET ");
    QByteArray blank = support::pdfSample();
    blank.replace("(Page 1)", "(      )");
    QByteArray none = support::pdfSample();
    none.replace("/Type /Pages", "/Type /Nopes").replace("/Kids", "/Kinds");
    for (const auto& [pdf, notice] :
         {std::pair(damaged, QStringLiteral("A part of this page could not be read")),
          std::pair(blank, QStringLiteral("This page is blank")),
          std::pair(none, QStringLiteral("The paper is not shown"))}) {
        const std::string said = notice.toStdString();
        INFO(said);
        test::DocumentsStage stage;
        stage.addScan(pdf);
        stage.open();
        stage.openRow();
        REQUIRE(stage.tab->scan().shownNotice() == notice);
    }
}

TEST_CASE("A picture that cannot be drawn is said to be", "[documents][view]") {
    test::DocumentsStage stage;
    stage.addScan(support::jpegSample());
    stage.open();
    stage.openRow();
    REQUIRE(stage.tab->scan().shownNotice() == QStringLiteral("The paper is not shown"));
}

TEST_CASE("A scan that was damaged in the file is refused with its reason", "[documents][view]") {
    test::DocumentsStage stage;
    stage.addScan(encoded("PNG"));
    {
        const auto& key = stage.stage.practice().file().key();
        storage::Connection other(stage.stage.fixture().path(), storage::OpenMode::Write, &key);
        other.execute("UPDATE attachment SET bytes = zeroblob(size)");
    }
    stage.open();
    stage.openRow();
    REQUIRE(stage.tab->scan().shownNotice() == QStringLiteral("The scan was not read"));
    REQUIRE(stage.tab->scan().canvas().picture().isNull());
}

TEST_CASE("Looking at a paper writes no file", "[documents][view]") {
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample());
    stage.open();
    const auto files = [&] {
        return QDir(stage.stage.fixture().folder()).entryList(QDir::Files) +
               QDir::temp().entryList({QStringLiteral("*.pdf"), QStringLiteral("*.png")}, QDir::Files);
    };
    const QStringList before = files();
    stage.openRow();
    REQUIRE(files() == before);
}

TEST_CASE("A copy is exported after it was said that it lies outside", "[documents][view]") {
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample());
    stage.open();
    stage.openRow();
    const QString path = stage.stage.fixture().folder() + QStringLiteral("/copy.pdf");
    stage.stage.questions().leaveNext();
    Keyboard::tabTo(stage.tab->scan().exportButton());
    Keyboard::press(Qt::Key_Space);
    REQUIRE(stage.stage.questions().asked().last().text.contains(QStringLiteral("outside the encrypted")));
    REQUIRE(stage.stage.files().asked().isEmpty());
    stage.stage.questions().answerNext({});
    stage.stage.files().chooseNext(path);
    Keyboard::press(Qt::Key_Space);
    QFile copy(path);
    REQUIRE(copy.open(QIODevice::ReadOnly));
    REQUIRE(copy.readAll() == support::pdfSample());
    stage.stage.fixture().signInAs(QStringLiteral("Ida Holm"), record::Role::Monitor);
    stage.stage.questions().answerNext({});
    stage.stage.files().chooseNext(path);
    Keyboard::press(Qt::Key_Space);
    REQUIRE(stage.tab->scan().shownNotice() == QStringLiteral("Nothing was exported"));
}

TEST_CASE("An answer that is no page is none", "[documents][pdf]") {
    using ui::PdfProgram;
    const QByteArray good = "pages 2 width 1 height 2 damaged 0 blank 1\nabcdefgh";
    REQUIRE(PdfProgram::pageIn(good)->pages == 2);
    REQUIRE(PdfProgram::pageIn(good)->isBlank);
    REQUIRE(!PdfProgram::pageIn(good)->isDamaged);
    REQUIRE(PdfProgram::pageIn(good)->picture.size() == QSize(1, 2));
    for (const char* bad : {"", "\n", "pages 2 width 1 height 2 damaged 0 blank 1\nabcdefg",
                            "pages 2 width 0 height 2 damaged 0 blank 1\n",
                            "pages 0 width 1 height 2 damaged 0 blank 1\nabcdefgh",
                            "pages 2 width 70000 height 70000 damaged 0 blank 1\nabcdefgh",
                            "sides 2 width 1 height 2 damaged 0 blank 1\nabcdefgh", "pages 2\nabcdefgh"}) {
        INFO(bad);
        REQUIRE(!PdfProgram::pageIn(bad));
    }
}

TEST_CASE("No word of the view is cut in a small window", "[documents][look]") {
    ui::ThemeManager themes(*qApp);
    test::DocumentsStage stage;
    stage.addScan(support::pdfSample(3));
    stage.open({1126, 560});
    stage.openRow();
    stage.picture(QStringLiteral("document-scan"));
    REQUIRE(test::clippedTexts(*stage.tab).join(QLatin1Char('\n')).toStdString() == std::string());
}

} // namespace test_scan_view

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/print_table.h"

#include <QImage>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_print_table {
using namespace kairos::ui;

namespace {

constexpr int kCanvas = 600;

const QList<PrintColumn> kFigures = {{QStringLiteral("min"), 1, Qt::AlignRight, PrintFont::Body},
                                     {QStringLiteral("BP"), 1, Qt::AlignRight, PrintFont::Strong},
                                     {{}, 1, Qt::AlignRight, PrintFont::Body}};
const QList<PrintColumn> kWords = {{QStringLiteral("Instrument"), 1, Qt::AlignLeft, PrintFont::Body},
                                   {QStringLiteral("change"), 1, Qt::AlignRight, PrintFont::Body},
                                   {QStringLiteral("means"), 1, Qt::AlignLeft, PrintFont::Body, true}};

/// The rightmost dark pixel of a table laid out at this width, in points, and its height.
struct Ink {
    double right = 0;
    double height = 0;
};

QImage canvas() {
    QImage image(kCanvas, kCanvas, QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(72 / 0.0254));
    image.setDotsPerMeterY(qRound(72 / 0.0254));
    image.fill(Qt::white);
    return image;
}

Ink inkOf(const QList<PrintColumn>& columns, const QList<PrintRow>& rows, double width) {
    QImage image = canvas();
    QPainter painter(&image);
    PagePen pen(painter);
    const Block table = printTable(columns, rows);
    Ink ink{0, table.height(pen, width)};
    table.paint(pen, QRectF(0, 0, width, ink.height));
    painter.end();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128) {
                ink.right = std::max(ink.right, x / pen.dots(1));
            }
        }
    }
    return ink;
}

/// How much black the table has below its head, whatever the place of its words: a letter that is cut is
/// less.
double darknessOf(const QList<PrintColumn>& columns, const QList<PrintRow>& rows, double width) {
    QImage image = canvas();
    QPainter painter(&image);
    PagePen pen(painter);
    const double head = printTable(columns, {}).height(pen, width);
    const Block table = printTable(columns, rows);
    const double height = table.height(pen, width);
    table.paint(pen, QRectF(0, 0, width, height));
    painter.end();
    double sum = 0;
    // Above the hairline that ends the row.
    for (int y = qRound(pen.dots(head)); y < qRound(pen.dots(height)) - 4; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            sum += 255 - qGray(image.pixel(x, y));
        }
    }
    return sum;
}

/// As wide as the titles and words of the columns, with nothing between them.
double naturalWidth(const QList<PrintColumn>& columns, const QList<PrintRow>& rows) {
    QImage image = canvas();
    QPainter painter(&image);
    PagePen pen(painter);
    double sum = 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        double widest = pen.textWidth(columns.at(i).title, PrintFont::Small);
        for (const PrintRow& row : rows) {
            widest = std::max(widest, pen.textWidth(row.cells.at(i), columns.at(i).font));
        }
        sum += widest;
    }
    return sum;
}

} // namespace

TEST_CASE("A printed table stays within its width, marks too", "[printing][table]") {
    const QList<PrintRow> rows = {
        {{QStringLiteral("120"), QStringLiteral("199/111"), {}}, QStringLiteral("! caution")}};
    const double width = GENERATE(130.0, 160.0, 400.0);
    const Ink ink = inkOf(kFigures, rows, width);
    REQUIRE(ink.right > 0);
    REQUIRE(ink.right <= width + 1);
}

TEST_CASE("Words that do not fit go on in another line, figures stay whole", "[printing][table]") {
    const QList<PrintRow> rows = {
        {{QStringLiteral("QIDS-SR16"), QStringLiteral("−10 (56 %)"), QStringLiteral("partial response")},
         {}}};
    const Ink wide = inkOf(kWords, rows, 400);
    const Ink narrow = inkOf(kWords, rows, 170);
    REQUIRE(narrow.height > wide.height);
    REQUIRE(narrow.right <= 171);
}

TEST_CASE("A word is never cut: the gaps between the columns give way to it", "[printing][table]") {
    const QList<PrintRow> rows = {{{{}, {}, QStringLiteral("response")}, {}}};
    const double wide = darknessOf(kWords, rows, 400);
    REQUIRE(wide > 0);
    const double tight = GENERATE(0.0, 3.0, 6.0, 9.0);
    REQUIRE(darknessOf(kWords, rows, naturalWidth(kWords, rows) + tight) > 0.98 * wide);
}

TEST_CASE("A table without rows is its head", "[printing][table]") {
    REQUIRE(inkOf(kFigures, {}, 200).height > 0);
}

} // namespace test_print_table

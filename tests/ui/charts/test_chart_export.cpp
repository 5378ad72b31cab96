// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "ui/charts/session_curve_painter.h"

#include "core/outcomes/trend_words.h"
#include "tests/ui/charts/elena.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace test_chart_export {
using namespace kairos;
using namespace kairos::ui;
using namespace kairos::testing;

namespace {

ChartFile elenaFile() {
    ChartFile file;
    file.model = elenaModel();
    file.options.caption = outcomes::changeInWords(elenaTrend(), zone(), QLocale::c());
    return file;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a tool prints about a file; empty when the tool is not on this machine.
QString printed(const QString& tool, const QStringList& arguments) {
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

bool hasTool(const QString& tool) {
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

/// pdfimages prints two lines of heading and one line an image.
qsizetype imagesIn(const QString& pdf) {
    const QString list = printed(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf});
    return list.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size() - 2;
}

} // namespace

TEST_CASE("A chart becomes a picture of the size asked for", "[charts][export]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("trend.PNG"));
    REQUIRE(exportChart(elenaFile(), path).has_value());
    const QImage image(path);
    REQUIRE(image.size() == QSize(1920, 1080));
    REQUIRE(image.pixelColor(2, 2) == QColor(Qt::white));
    REQUIRE(image.text(QStringLiteral("Title")) == QStringLiteral("QIDS-SR16, 13 ratings"));
}

TEST_CASE("A chart becomes an SVG of lines and letters", "[charts][export]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("trend.svg"));
    REQUIRE(exportChart(elenaFile(), path).has_value());
    const QByteArray svg = contents(path);
    REQUIRE(QSvgRenderer(svg).isValid());
    REQUIRE(svg.contains("QIDS-SR16"));
    REQUIRE(svg.contains("response"));
    REQUIRE_FALSE(svg.contains("<image"));
}

TEST_CASE("A chart becomes a PDF whose text can be selected", "[charts][export]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("trend.pdf"));
    REQUIRE(exportChart(elenaFile(), path).has_value());
    REQUIRE(contents(path).startsWith("%PDF-"));
    REQUIRE_FALSE(contents(path).contains("/Subtype /Image"));
    if (hasTool(QStringLiteral("pdftotext")) && hasTool(QStringLiteral("pdfimages"))) {
        const QString text = printed(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        REQUIRE(text.contains(QStringLiteral("QIDS-SR16")));
        REQUIRE(text.contains(QStringLiteral("remission ≤ 5")));
        REQUIRE(imagesIn(path) == 0);
    }
}

TEST_CASE("Charts of no, one and five hundred ratings are written", "[charts][export]") {
    const QTemporaryDir folder;
    const auto course = courseOf({0});
    for (const int count : {0, 1, 500}) {
        QList<record::Rating> series;
        for (int i = 0; i < count; ++i) {
            series.append(rating("phq-9", dayAt(i, QTime(9, 0)), i % 28));
        }
        ChartFile file;
        file.model = makeTrendChartModel(instrument("phq-9"),
                                         outcomes::trendOf(instrument("phq-9"), series, course), course, {});
        const QString path = folder.filePath(QStringLiteral("%1.svg").arg(count));
        REQUIRE(exportChart(file, path).has_value());
        REQUIRE(contents(path).contains("PHQ-9"));
        REQUIRE(contents(path).contains("No rating with a total yet") == (count == 0));
    }
}

TEST_CASE("Another ending and a folder that is not there are refused", "[charts][export]") {
    const QTemporaryDir folder;
    const auto ending = exportChart(elenaFile(), folder.filePath(QStringLiteral("trend.gif")));
    REQUIRE(ending.error().code == base::ErrorCode::InvalidInput);
    REQUIRE(ending.error().why.contains(QStringLiteral("gif")));
    const auto place = exportChart(elenaFile(), folder.filePath(QStringLiteral("none/trend.svg")));
    REQUIRE(place.error().code == base::ErrorCode::Storage);
}

TEST_CASE("Trend and session curve stay vector on a page laid out in points", "[charts][export]") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    {
        QPdfWriter writer(path);
        writer.setResolution(300);
        QPainter painter(&writer);
        painter.scale(300 / 72.0, 300 / 72.0);
        paintTrend(painter, PaperPlace{QRectF(40, 40, 240, 150), 72, 8}, elenaModel(), {});
        SessionCurve curve = elenaCurve();
        curve.namesPeak = true;
        paintSessionCurve(painter, PaperPlace{QRectF(40, 220, 240, 160), 72, 8}, curve);
        REQUIRE(painter.transform().m11() > 4);
    }
    REQUIRE_FALSE(contents(path).contains("/Subtype /Image"));
    if (hasTool(QStringLiteral("pdftotext")) && hasTool(QStringLiteral("pdfimages"))) {
        const QString text = printed(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        REQUIRE(text.contains(QStringLiteral("baseline 18")));
        REQUIRE(text.contains(QStringLiteral("158/96 peak, 40 min")));
        REQUIRE(imagesIn(path) == 0);
    }
}

TEST_CASE("A page drawing stays inside its place", "[charts][export]") {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(QRectF(50, 50, 300, 200), Qt::white);
    paintTrend(painter, PaperPlace{QRectF(50, 50, 300, 200), 96, 8}, elenaModel(), {});
    painter.end();
    for (int x = 0; x < image.width(); ++x) {
        for (const int y : {10, 44, 256, 290}) {
            REQUIRE(image.pixelColor(x, y) == QColor(Qt::red));
        }
    }
}

} // namespace test_chart_export

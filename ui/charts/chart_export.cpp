// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "core/base/whole_file.h"

#include "ui/charts/trend_chart.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGraphicsScene>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace kairos::ui {
namespace {

constexpr qreal kPaperDpi = 96.0;
constexpr qreal kPointsPerInch = 72.0;
constexpr int kPdfDpi = 1200;
constexpr int kPngScale = 2;
constexpr qreal kFileMargin = 16;
constexpr qreal kFileLabelPoints = 9;

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::ChartExport)
};

QString titleOf(const ChartFile& file) {
    return QStringLiteral("%1, %2").arg(file.model.title, file.model.subtitle);
}

void paintFile(QPainter& painter, const ChartFile& file, qreal unitsPerInch) {
    const qreal scale = unitsPerInch / kPaperDpi;
    const QRectF whole(QPointF(0, 0), file.pixels * scale);
    const qreal margin = kFileMargin * scale;
    painter.fillRect(whole, file.theme.color(Token::Surface));
    QList<ChartSheet> sheets{{file.model, file.options}};
    sheets.append(file.below);
    const QRectF inside = whole.adjusted(margin, margin, -margin, -margin);
    const qreal height = inside.height() / double(sheets.size());
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        TrendChartOptions options = sheets.at(i).options;
        options.showTitle = true;
        options.showReadOut = false;
        const QRectF rect(inside.left(), inside.top() + double(i) * height, inside.width(), height);
        paintTrend(painter, PaperPlace{rect, unitsPerInch, kFileLabelPoints}, sheets.at(i).model, options,
                   file.theme);
    }
}

QByteArray pngOf(const ChartFile& file) {
    QImage image((file.pixels * kPngScale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kPngScale * kPaperDpi / 0.0254));
    image.setDotsPerMeterY(qRound(kPngScale * kPaperDpi / 0.0254));
    image.setText(QStringLiteral("Title"), titleOf(file));
    QPainter painter(&image);
    paintFile(painter, file, kPngScale * kPaperDpi);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const ChartFile& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(kPaperDpi));
    generator.setSize(file.pixels.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), file.pixels));
    generator.setTitle(titleOf(file));
    generator.setDescription(file.options.caption);
    QPainter painter(&generator);
    paintFile(painter, file, kPaperDpi);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const ChartFile& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setTitle(titleOf(file));
    writer.setCreator(QStringLiteral("Kairos"));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setPageSize(QPageSize(file.pixels / kPaperDpi * kPointsPerInch, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    QPainter painter(&writer);
    paintFile(painter, file, kPdfDpi);
    painter.end();
    return bytes;
}

base::Outcome writeFile(const QByteArray& bytes, const QString& path) {
    return base::writeWhole(path, bytes,
                            {ExportWords::tr("The chart was not written"),
                             ExportWords::tr("choose a folder you may write to, with space on its disk")});
}

} // namespace

void paintTrend(QPainter& painter, const PaperPlace& place, const TrendChartModel& model,
                const TrendChartOptions& options, const Theme& theme) {
    const PaperScope scope(painter, place);
    QGraphicsScene scene;
    auto* chart = new TrendChart(theme, paperFace(place.labelPoints));
    scene.addItem(chart); // the scene owns it from here
    scene.setSceneRect(scope.rect());
    chart->setModel(model);
    chart->setOptions(options);
    chart->resize(scope.rect().size());
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, scope.rect(), scope.rect(), Qt::IgnoreAspectRatio);
}

ChartFace fileFace() {
    return paperFace(kFileLabelPoints);
}

base::Outcome exportChart(const ChartFile& file, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png")) {
        return writeFile(pngOf(file), path);
    }
    if (ending == QLatin1String("svg")) {
        return writeFile(svgOf(file), path);
    }
    if (ending == QLatin1String("pdf")) {
        return writeFile(pdfOf(file), path);
    }
    return base::fail(base::ErrorCode::InvalidInput, ExportWords::tr("The chart was not written"),
                      ExportWords::tr("“%1” is no picture format of Kairos").arg(ending),
                      ExportWords::tr("let the name end in .png, .svg or .pdf"));
}

} // namespace kairos::ui

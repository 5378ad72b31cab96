// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"

#include "ui/printing/paper_painter.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace kairos::ui {
namespace {

const QString kNotPrinted = QStringLiteral("The pages were not printed");
constexpr int kDotsPerInch = 1200;

} // namespace

base::Outcome printPaper(PaperPainter& paper, QPagedPaintDevice& device) {
    QPainter painter(&device);
    if (!painter.isActive()) {
        return base::fail(base::ErrorCode::Storage, kNotPrinted,
                          QStringLiteral("the printer or the file refused the page"),
                          QStringLiteral("check the printer, or save a PDF instead"));
    }
    const int pages = paper.pageCount(painter);
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device.newPage()) {
            return base::fail(base::ErrorCode::Storage, kNotPrinted,
                              QStringLiteral("page %1 of %2 was refused").arg(page + 1).arg(pages),
                              QStringLiteral("check the printer and print again"));
        }
        paper.paintPage(painter, page);
    }
    return {};
}

base::Outcome writePdf(PaperPainter& paper, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageLayout(
            QPageLayout(pageSizeOf(paper.paper()), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(paper.documentTitle());
        writer.setCreator(QStringLiteral("Kairos " KAIROS_VERSION));
        if (const auto printed = printPaper(paper, writer); !printed) {
            return printed;
        }
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::fail(base::ErrorCode::Storage, QStringLiteral("The PDF was not written"),
                          file.errorString(),
                          QStringLiteral("choose a folder you may write to, with space on its disk"));
    }
    return {};
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/paper_pdf.h"

#include "ui/printing/paper_painter.h"

#include "core/base/whole_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace kairos::ui {
namespace {

class PdfWords {
    Q_DECLARE_TR_FUNCTIONS(PdfWords)
};

constexpr int kDotsPerInch = 1200;

} // namespace

base::Outcome printPaper(PaperPainter& document, QPagedPaintDevice& device) {
    QPainter painter(&device);
    if (!painter.isActive()) {
        return base::fail(base::ErrorCode::Storage, PdfWords::tr("The document was not printed"),
                          PdfWords::tr("the printer or the file refused the page"),
                          PdfWords::tr("check the printer, or save a PDF instead"));
    }
    const int pages = document.pageCount(painter);
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device.newPage()) {
            return base::fail(base::ErrorCode::Storage, PdfWords::tr("The document was not printed"),
                              PdfWords::tr("page %1 of %2 was refused").arg(page + 1).arg(pages),
                              PdfWords::tr("check the printer and print again"));
        }
        document.paintPage(painter, page);
    }
    return {};
}

base::Outcome writePdf(PaperPainter& document, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageLayout(
            QPageLayout(pageSizeOf(document.paper()), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(document.title());
        writer.setCreator(QStringLiteral("Kairos " KAIROS_VERSION));
        if (const auto printed = printPaper(document, writer); !printed) {
            return printed;
        }
    }
    return base::writeWhole(path, bytes,
                            {PdfWords::tr("The PDF was not written"),
                             PdfWords::tr("choose a folder you may write to, with space on its disk")});
}

} // namespace kairos::ui

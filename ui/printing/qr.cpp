// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/qr.h"

#include <qrencode.h>

#include <QPainterPath>

#include <memory>

namespace kairos::ui {

void paintQr(PagePen& pen, const QRectF& square, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (code == nullptr) {
        return;
    }
    const double module = square.width() / code->width;
    QPainterPath path;
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            if ((code->data[row * code->width + column] & 1) != 0) {
                path.addRect(pen.dots(
                    QRectF(square.left() + column * module, square.top() + row * module, module, module)));
            }
        }
    }
    pen.painter().fillPath(path, Qt::black);
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/key_cap.h"

#include "ui/shared/text_label.h"
#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kairos::ui {
namespace {

QFont capFont() {
    return fontFor(TextRole::Caption);
}

} // namespace

QString keyText(const QKeySequence& key) {
    QString text = key.toString(QKeySequence::NativeText);
    if (key.isEmpty()) {
        return text;
    }
    const auto rename = [&text](QLatin1String name, const QString& shown) {
        // Some platforms show a sign of their own already.
        if (text.endsWith(name)) {
            text = text.chopped(name.size()) + shown;
        }
    };
    // The key is engraved "Enter" on most keyboards; Qt calls the main one Return.
    switch (key[0].key()) {
    case Qt::Key_Return:
        rename(QLatin1String("Return"), KeyCap::tr("Enter", "the key"));
        break;
    case Qt::Key_Up:
        rename(QLatin1String("Up"), QStringLiteral("↑"));
        break;
    case Qt::Key_Down:
        rename(QLatin1String("Down"), QStringLiteral("↓"));
        break;
    default: // Qt's own names fit.
        break;
    }
    return text;
}

QSize keyCapSize(const QString& text) {
    const QFontMetrics metrics(capFont());
    return {qMax(metrics.horizontalAdvance(text) + px(11), px(18)), qMax(metrics.height() + px(1), px(18))};
}

void paintKeyCap(QPainter& painter, const QRect& rect, const QString& text, const QColor& ink,
                 const QColor& fill) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(capFont());
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

KeyCap::KeyCap(const QKeySequence& key, QWidget* parent) : KeyCap(keyText(key), parent) {}

KeyCap::KeyCap(const QString& words, QWidget* parent) : QLabel(words, parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const {
    return keyCapSize(text());
}

void KeyCap::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    const Theme& theme = themeOf(*this);
    paintKeyCap(painter, rect(), text(), theme.color(Token::Text2), theme.color(Token::Surface));
}

QWidget* makeKeyHints(const QList<KeyHint>& hints, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(6));
    for (const KeyHint& hint : hints) {
        if (layout->count() > 0) {
            layout->addSpacing(px(10));
        }
        layout->addWidget(new KeyCap(hint.key, row));
        layout->addWidget(new TextLabel(hint.words, TextRole::Caption, Token::Text2, row));
    }
    row->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return row;
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/undo_bar.h"

#include "ui/shared/icons.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace kairos::ui {
namespace {

constexpr int kLifetimeMs = 20'000;

/// A button on the dark ground of the bar: words and key in the colour of the rail's text.
class UndoButton final : public QPushButton {
public:
    UndoButton(const QString& text, const QKeySequence& key, QWidget* parent)
        : QPushButton(text, parent), m_key(keyText(key)) {
        setShortcut(key);
        setFlat(true);
    }
    QSize sizeHint() const override {
        const QFontMetrics metrics(fontFor(TextRole::Strong));
        return {metrics.horizontalAdvance(text()) + keyCapSize(m_key).width() + px(28),
                qMax(metrics.height(), keyCapSize(m_key).height()) + px(4)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        const Theme& theme = themeOf(*this);
        QPainter painter(this);
        const QColor ink = theme.color(Token::RailText);
        if (underMouse() || isDown()) {
            paintBox(painter, rect(), theme.color(Token::RailSel), Qt::transparent, 0);
        }
        painter.setFont(fontFor(TextRole::Strong));
        painter.setPen(ink);
        painter.drawText(rect().adjusted(px(8), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        const QSize cap = keyCapSize(m_key);
        paintKeyCap(painter, QRect(QPoint(width() - px(8) - cap.width(), (height() - cap.height()) / 2), cap),
                    m_key, ink, Qt::transparent);
    }

private:
    QString m_key;
};

} // namespace

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent),
      m_message(new TextLabel({}, TextRole::Body, Token::RailText, this)),
      m_undo(new UndoButton(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(42), px(4), px(6), px(4));
    row->addWidget(m_message, 1);
    row->addWidget(m_undo);
    m_message->setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kLifetimeMs);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::withdraw);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        withdraw();
        Q_EMIT undoRequested();
    });
    hide();
}

void UndoBar::offer(const QString& what) {
    m_message->setText(what);
    setAccessibleName(what);
    show();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoBar::withdraw() {
    if (isHidden()) {
        return;
    }
    m_timer.stop();
    hide();
    Q_EMIT withdrawn();
}

QString UndoBar::message() const {
    return m_message->text();
}

void UndoBar::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.color(Token::Rail), theme.color(Token::RailSel));
    const int side = px(14);
    paintIcon(painter, Icon::Undo, QRectF(px(16), (height() - side) / 2, side, side),
              theme.color(Token::RailText));
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/search_field.h"

#include "ui/shared/buttons.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

namespace kairos::ui {
namespace {

constexpr int kTypingRestMs = 80;
constexpr int kIconLeft = 11;
constexpr int kIconSide = 16;

} // namespace

SearchField::SearchField(const QString& name, const QKeySequence& key, QWidget* parent)
    : QLineEdit(parent), m_clear(makeIconButton(Icon::Close, tr("Clear the search"), this)) {
    setPlaceholderText(name);
    setAccessibleName(name);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kTypingRestMs);
    connect(&m_rest, &QTimer::timeout, this, &SearchField::flush);
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_rest.start();
        placeCap();
    });
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    if (!key.isEmpty()) {
        m_cap = new KeyCap(key, this);
        m_cap->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, [this] {
            setFocus(Qt::ShortcutFocusReason);
            selectAll();
        });
    }
    placeCap();
}

QSize SearchField::sizeHint() const {
    return {px(270), QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty() || m_escape == SearchEscape::Leaves) {
            Q_EMIT left();
        } else {
            clear();
            flush();
        }
        event->accept();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        flush();
        Q_EMIT opened();
        event->accept();
        return;
    case Qt::Key_Down:
        flush();
        Q_EMIT choiceMoved(1);
        event->accept();
        return;
    case Qt::Key_Up:
        flush();
        Q_EMIT choiceMoved(-1);
        event->accept();
        return;
    default: // All other keys edit the words.
        QLineEdit::keyPressEvent(event);
        return;
    }
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = px(kIconSide);
    paintIcon(painter, Icon::Search, QRectF(px(kIconLeft), (height() - side) / 2, side, side),
              themeOf(*this).color(Token::Text2));
}

void SearchField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    placeCap();
}

void SearchField::flush() {
    m_rest.stop();
    if (text() != m_sent) {
        m_sent = text();
        Q_EMIT searched(m_sent);
    }
}

void SearchField::setWords(const QString& words) {
    setText(words);
    m_rest.stop();
    m_sent = words;
}

void SearchField::placeCap() {
    const bool empty = text().isEmpty();
    QWidget* shown = m_clear;
    QWidget* hidden = m_cap;
    if (empty) {
        std::swap(shown, hidden);
    }
    if (hidden != nullptr) {
        hidden->hide();
    }
    int room = 0;
    if (shown != nullptr) {
        const QSize size = shown->sizeHint();
        shown->setGeometry(width() - size.width() - px(empty ? 8 : 3), (height() - size.height()) / 2,
                           size.width(), size.height());
        shown->show();
        room = size.width() + px(4);
    }
    setTextMargins(px(kIconSide + 8), 0, room, 0);
}

} // namespace kairos::ui

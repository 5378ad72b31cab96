// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/password_field.h"

#include "ui/shared/buttons.h"
#include "ui/shared/type_scale.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

namespace kairos::ui {
namespace {

QString eyeName(bool isRevealed) {
    const QString keys = PasswordField::revealKey().toString(QKeySequence::NativeText);
    return isRevealed ? PasswordField::tr("Hide the password (%1)").arg(keys)
                      : PasswordField::tr("Show the password (%1)").arg(keys);
}

} // namespace

PasswordField::PasswordField(QWidget* parent)
    : QLineEdit(parent), m_eye(makeIconButton(Icon::Eye, eyeName(false), this)) {
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_eye->setCursor(Qt::ArrowCursor);
    // Tab leads from the passphrase to the next field: on the eye, a space typed blindly would show it.
    m_eye->setFocusPolicy(Qt::NoFocus);
    auto* key = new QShortcut(revealKey(), this);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &PasswordField::toggleReveal);
    connect(m_eye, &QToolButton::clicked, this, &PasswordField::toggleReveal);
    place();
}

QKeySequence PasswordField::revealKey() {
    return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
}

void PasswordField::keyPressEvent(QKeyEvent* event) {
    const bool before = m_capsLocked;
    const QString typed = event->text();
    if (event->key() == Qt::Key_CapsLock) {
        m_capsLocked = !m_capsLocked;
    } else if (typed.size() == 1 && typed.at(0).isLetter() && typed.toUpper() != typed.toLower()) {
        const bool shifted = event->modifiers().testFlag(Qt::ShiftModifier);
        m_capsLocked = typed.at(0).isUpper() != shifted;
    }
    if (m_capsLocked != before) {
        setAccessibleDescription(m_capsLocked ? tr("Caps Lock is on") : QString());
        place();
        update();
    }
    QLineEdit::keyPressEvent(event);
}

void PasswordField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!m_capsLocked) {
        return;
    }
    QPainter painter(this);
    const QColor ink = themeOf(*this).color(Token::Caution);
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(ink);
    const QString words = tr("Caps Lock is on");
    const int right = m_eye->x() - px(6);
    const int left = right - QFontMetrics(painter.font()).horizontalAdvance(words);
    painter.drawText(QRect(left, 0, right - left + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, words);
    const int side = px(14);
    paintIcon(painter, Icon::Caution, QRectF(left - side - px(5), (height() - side) / 2, side, side), ink);
}

void PasswordField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    place();
}

void PasswordField::toggleReveal() {
    const bool reveal = !isRevealed();
    setEchoMode(reveal ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(icon(reveal ? Icon::EyeOff : Icon::Eye, Token::Text2));
    const QString name = eyeName(reveal);
    m_eye->setToolTip(name);
    m_eye->setAccessibleName(name);
}

void PasswordField::place() {
    const QSize size = m_eye->sizeHint();
    m_eye->setGeometry(width() - size.width() - px(3), (height() - size.height()) / 2, size.width(),
                       size.height());
    const int hint =
        m_capsLocked
            ? QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(tr("Caps Lock is on")) + px(26)
            : 0;
    setTextMargins(0, 0, size.width() + hint, 0);
}

} // namespace kairos::ui

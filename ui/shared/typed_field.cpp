// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/typed_field.h"

#include "ui/shared/theme.h"
#include "ui/shared/type_scale.h"

#include <QFocusEvent>
#include <QPainter>

namespace kairos::ui {
namespace {

constexpr int kTypedPadding = 10;

} // namespace

TypedField::TypedField(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textChanged, this, [this] {
        updateTrailing();
        Q_EMIT valueChanged();
    });
    connect(this, &QLineEdit::returnPressed, this, &TypedField::settle);
}

void TypedField::updateTrailing() {
    const QString wanted = trailingText();
    const QFontMetrics small(fontFor(TextRole::Caption));
    const int room = small.horizontalAdvance(wanted) + px(8);
    // A hint that would push the typed text out of sight is not shown.
    const bool fits = fontMetrics().horizontalAdvance(text()) + room + 2 * px(kTypedPadding) <= width();
    m_trailing = fits ? wanted : QString();
    setTextMargins(0, 0, m_trailing.isEmpty() ? 0 : room, 0);
    update();
}

void TypedField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_trailing.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(themeOf(*this).color(Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -px(kTypedPadding), 0), Qt::AlignVCenter | Qt::AlignRight,
                     m_trailing);
}

void TypedField::focusOutEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        settle();
    }
    QLineEdit::focusOutEvent(event);
}

void TypedField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    updateTrailing();
}

void TypedField::settle() {
    if (reading() == FieldReading::Valid && text() != settledText()) {
        setText(settledText());
    }
}

} // namespace kairos::ui

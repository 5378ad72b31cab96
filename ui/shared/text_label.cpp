// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/text_label.h"

#include <QEvent>

namespace kairos::ui {

TextLabel::TextLabel(const QString& text, TextRole role, Token token, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_token(token) {
    setTextFormat(Qt::PlainText);
    applyFont();
    applyColor();
}

void TextLabel::setTextRole(TextRole role) {
    m_role = role;
    applyFont();
}

void TextLabel::setToken(Token token) {
    m_token = token;
    applyColor();
}

void TextLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    switch (event->type()) {
    case QEvent::ApplicationFontChange:
        applyFont();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::ParentChange:
        applyColor();
        break;
    default: // QEvent has some two hundred kinds; the others do not touch a label's looks.
        break;
    }
}

void TextLabel::applyColor() {
    const QColor color = themeOf(*this).color(m_token);
    // Setting the palette sends PaletteChange again: without this test it would never end.
    if (palette().color(QPalette::WindowText) == color) {
        return;
    }
    QPalette own;
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

void TextLabel::applyFont() {
    setFont(fontFor(m_role));
}

TextLabel* makeWrapped(const QString& text, TextRole role, Token token, QWidget* parent) {
    auto* label = new TextLabel(text, role, token, parent);
    label->setWordWrap(true);
    return label;
}

TextLabel* makeParagraph(const QString& text, TextRole role, Token token, QWidget* parent) {
    TextLabel* label = makeWrapped(text, role, token, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace kairos::ui

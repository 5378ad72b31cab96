// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/buttons.h"

#include "ui/shared/key_cap.h"

#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace kairos::ui {
namespace {

constexpr const char* kKind = "kind";
constexpr const char* kGlyphProperty = "glyph";
constexpr const char* kKey = "keyCap";

QString kindName(ButtonKind kind) {
    switch (kind) {
    case ButtonKind::Secondary:
        return QStringLiteral("secondary");
    case ButtonKind::Primary:
        return QStringLiteral("primary");
    case ButtonKind::Danger:
        return QStringLiteral("danger");
    case ButtonKind::Quiet:
        return QStringLiteral("quiet");
    }
    return QStringLiteral("secondary");
}

void redraw(QAbstractButton& button) {
    button.updateGeometry();
    button.update();
}

} // namespace

QPushButton* makeButton(const ButtonSpec& spec, QWidget* parent) {
    auto* button = new QPushButton(spec.text, parent);
    button->setAutoDefault(false);
    setButtonKind(*button, spec.kind);
    if (spec.icon) {
        setButtonIcon(*button, *spec.icon);
    }
    if (!spec.key.isEmpty()) {
        setButtonKeyCap(*button, spec.key);
        button->setShortcut(spec.key);
    }
    return button;
}

QToolButton* makeIconButton(Icon sign, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(sign, Token::Text2));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void setButtonKind(QAbstractButton& button, ButtonKind kind) {
    button.setProperty(kKind, kindName(kind));
    redraw(button);
}

void setButtonIcon(QAbstractButton& button, Icon icon) {
    button.setProperty(kGlyphProperty, static_cast<int>(icon));
    redraw(button);
}

void setButtonKeyCap(QAbstractButton& button, const QKeySequence& key) {
    button.setProperty(kKey, keyText(key));
    redraw(button);
}

ButtonKind buttonKind(const QWidget* button) {
    const QString name = button != nullptr ? button->property(kKind).toString() : QString();
    for (const auto kind : {ButtonKind::Primary, ButtonKind::Danger, ButtonKind::Quiet}) {
        if (name == kindName(kind)) {
            return kind;
        }
    }
    return ButtonKind::Secondary;
}

std::optional<Icon> buttonIcon(const QWidget* button) {
    const QVariant value = button != nullptr ? button->property(kGlyphProperty) : QVariant();
    return value.isValid() ? std::optional(static_cast<Icon>(value.toInt())) : std::nullopt;
}

QString buttonKeyText(const QWidget* button) {
    return button != nullptr ? button->property(kKey).toString() : QString();
}

void setButtonBlockedBy(QAbstractButton& button, const QString& reason) {
    button.setEnabled(reason.isEmpty());
    button.setToolTip(reason);
    button.setAccessibleDescription(reason);
}

} // namespace kairos::ui

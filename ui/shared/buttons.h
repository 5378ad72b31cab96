// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QKeySequence>
#include <QString>

#include <optional>

class QAbstractButton;
class QPushButton;
class QToolButton;
class QWidget;

namespace kairos::ui {

/// One primary a page. Danger is outlined, never filled, never the default. Quiet reads as a link.
enum class ButtonKind { Secondary, Primary, Danger, Quiet };

/// What a button says: a verb and a thing, its sign, and its key, which is also made to work.
struct ButtonSpec {
    QString text;
    ButtonKind kind = ButtonKind::Secondary;
    std::optional<Icon> icon = {};
    QKeySequence key = {}; ///< shown as a key cap and set as the button's shortcut
};

/// A push button as the look draws it.
[[nodiscard]] QPushButton* makeButton(const ButtonSpec& spec, QWidget* parent = nullptr);

/// A flat button of one sign; `name` is its tooltip and accessible name.
[[nodiscard]] QToolButton* makeIconButton(Icon icon, const QString& name, QWidget* parent = nullptr);

/// The parts of an existing button, e.g. one of a QDialogButtonBox.
void setButtonKind(QAbstractButton& button, ButtonKind kind);
void setButtonIcon(QAbstractButton& button, Icon icon);
/// Shows a key cap inside the button without making the key work.
void setButtonKeyCap(QAbstractButton& button, const QKeySequence& key);

[[nodiscard]] ButtonKind buttonKind(const QWidget* button);
[[nodiscard]] std::optional<Icon> buttonIcon(const QWidget* button);
/// The words of the key cap; empty without one.
[[nodiscard]] QString buttonKeyText(const QWidget* button);

/// Says why a button is off, in its tooltip; the page shows the same words beside it. Empty words switch it
/// on.
void setButtonBlockedBy(QAbstractButton& button, const QString& reason);

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QString>

namespace kairos::ui {

/// Which theme a person wants; System follows the lightness of the desktop's own palette.
enum class ThemeChoice { System, Light, Dark };

/// How the program looks on this PC. It belongs to the PC, not to the practice.
struct Appearance {
    ThemeChoice theme = ThemeChoice::System;
    double points = 10; ///< size of body text, 8 to 16

    bool operator==(const Appearance&) const = default;
};

/// The stable word of a choice in the settings file.
[[nodiscard]] QString themeChoiceName(ThemeChoice choice);
/// System for an unknown word.
[[nodiscard]] ThemeChoice themeChoiceFromName(const QString& name);

/// Keeps and applies the appearance; the shell implements it.
class AppearanceDesk {
public:
    AppearanceDesk() = default;
    virtual ~AppearanceDesk() = default;
    Q_DISABLE_COPY_MOVE(AppearanceDesk)

    [[nodiscard]] virtual Appearance appearance() const = 0;
    virtual void setAppearance(const Appearance& appearance) = 0;
};

} // namespace kairos::ui

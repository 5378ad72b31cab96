// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/label_fit.h"

#include "ui/shared/theme_manager.h"

#include <QTest>

#include <string>

namespace kairos::test {

/// The words of a widget that do not fit, in the light theme and then in the dark one; empty when all do. A
/// widget that is laid out late is no clipped one: its last layout counts. Draws "<picture>-light.png" and
/// "<picture>-dark.png" into the folder KAIROS_PICTURES where that is set.
inline std::string clippedInBothThemes(ui::ThemeManager& themes, QWidget& widget, const QString& picture) {
    constexpr int kSettleMs = 2'000;
    QStringList clipped;
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        themes.setTheme(theme);
        static_cast<void>(QTest::qWaitFor([&] { return clippedTexts(widget).isEmpty(); }, kSettleMs));
        for (const QString& words : clippedTexts(widget)) {
            clipped.append(ui::themeName(theme) + QStringLiteral(": ") + words);
        }
        if (qEnvironmentVariableIsSet("KAIROS_PICTURES")) {
            widget.grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(qEnvironmentVariable("KAIROS_PICTURES"), picture, ui::themeName(theme)));
        }
    }
    return clipped.join(QLatin1Char('\n')).toStdString();
}

} // namespace kairos::test

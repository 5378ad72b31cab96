// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QApplication;
class QFocusFrame;

namespace kairos::ui {

class KairosStyle;

/// Dresses the application: style, palette, font and the ring around what has the focus.
/// One is made by the program after its QApplication; widgets read the theme by themeOf() and need no
/// manager.
class ThemeManager final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeManager)

public:
    /// Installs the style. The text starts at 10 points of the system font.
    explicit ThemeManager(QApplication& application, ThemeId id = ThemeId::Light, QObject* parent = nullptr);
    ~ThemeManager() override;

    [[nodiscard]] ThemeId themeId() const;
    [[nodiscard]] qreal basePoints() const { return m_basePoints; }

    /// Changes every colour at once; all widgets repaint.
    void setTheme(ThemeId id);
    /// The size of body text in points, 8 to 20; all type and every length grows with it.
    void setBasePoints(qreal points);

Q_SIGNALS:
    void themeChanged(kairos::ui::ThemeId id);

private:
    void applyPalette();
    void ringAround(QWidget* widget);

    QApplication& m_application;
    QPointer<KairosStyle> m_style; ///< owned by the application
    QPointer<QFocusFrame> m_ring;  ///< lives in the window of the focused widget
    qreal m_basePoints = 10.0;
};

} // namespace kairos::ui

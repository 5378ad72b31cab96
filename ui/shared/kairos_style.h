// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QProxyStyle>

namespace kairos::ui {

/// Draws every control of Kairos over Fusion and carries the theme of the application.
/// Dynamic properties a widget may carry (set them by the helpers of buttons.h, form.h and segments.h):
/// `kind` (button), `glyph`, `keyCap`, `fieldError` (bool), `segment` ("first", "middle", "last", "only").
class KairosStyle final : public QProxyStyle {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KairosStyle)

public:
    explicit KairosStyle(Theme theme);

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// The caller sets the application's palette afterwards, which repaints every widget.
    void setTheme(const Theme& theme) { m_theme = theme; }

    [[nodiscard]] QPalette standardPalette() const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl subControl, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    /// Our own sign where a bar hides what does not fit. Fusion's is a picture, and for its sake every menu
    /// bar would load the reader of every picture format there is.
    [[nodiscard]] QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                                     const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;

private:
    Theme m_theme;
};

} // namespace kairos::ui

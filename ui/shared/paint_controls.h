// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QRect>
#include <QSize>

class QPainter;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOption;

// The painters behind KairosStyle: each takes the theme and the option and knows nothing of the style.
namespace kairos::ui {

/// Fills and edges a rounded box on whole pixels.
void paintBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge,
              qreal edgeWidth = 1.0, qreal radius = 4.0);

void paintPushButton(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget);
[[nodiscard]] QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget);

void paintToolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                     const QWidget* widget);
[[nodiscard]] QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget);

void paintField(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget);
void paintTextFrame(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget);
void paintComboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
                   const QWidget* widget);
void paintCheckIndicator(QPainter& painter, const Theme& theme, const QStyleOption& option);
void paintRadioIndicator(QPainter& painter, const Theme& theme, const QStyleOption& option);
void paintFocusRing(QPainter& painter, const Theme& theme, const QRect& rect);
/// The ring of a view or a cell: inside its own edge.
void paintInnerFocus(QPainter& painter, const Theme& theme, const QRect& rect);

void paintTab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option);
[[nodiscard]] QSize tabSize(const QStyleOptionTab& option);
void paintHeader(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option,
                 const QWidget* widget);
[[nodiscard]] QSize headerSize(const QStyleOptionHeader& option);
void paintProgress(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option);
void paintScrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option,
                    const QRect& handle);
/// The handle of a scroll bar that has no arrow buttons.
[[nodiscard]] QRect scrollHandle(const QStyleOptionSlider& option);

} // namespace kairos::ui

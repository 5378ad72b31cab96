// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/kairos_style.h"

#include "ui/shared/icons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

#include <optional>

namespace kairos::ui {
namespace {

bool isTextEdit(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr;
}

/// These wear the ring outside their edge, drawn by FocusRing.
bool hasOuterRing(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr;
}

void paintFrame(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget) {
    if (isTextEdit(widget)) {
        paintTextFrame(painter, theme, option, widget);
    } else {
        paintBox(painter, option.rect, Qt::transparent, theme.color(Token::Line));
    }
}

void paintHeaderGround(QPainter& painter, const Theme& theme, const QRect& rect) {
    painter.fillRect(rect, theme.color(Token::Sunken));
    painter.setPen(theme.color(Token::Line));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

/// The lengths that layouts ask for; none where Fusion's are kept.
std::optional<int> layoutMetric(QStyle::PixelMetric metric) {
    switch (metric) {
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return px(12);
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return px(8);
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarBaseHeight:
    case QStyle::PM_TabBarBaseOverlap:
        return 0;
    default: // No length of a layout.
        return std::nullopt;
    }
}

constexpr int kFieldHeight = 32;
constexpr int kFieldPadding = 10;
constexpr int kArrowRoom = 32;
constexpr int kTextMargin = 7;

} // namespace

KairosStyle::KairosStyle(Theme theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(std::move(theme)) {
    setObjectName(QStringLiteral("kairos"));
}

QPalette KairosStyle::standardPalette() const {
    return m_theme.palette();
}

void KairosStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (hasOuterRing(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
        text->document()->setDocumentMargin(pxF(kTextMargin));
    }
}

void KairosStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
            if (frame->lineWidth > 0) {
                paintField(*painter, m_theme, *option, widget);
            }
            return;
        }
        break;
    case PE_Frame:
        return paintFrame(*painter, m_theme, *option, widget);
    case PE_FrameFocusRect:
        if (!hasOuterRing(widget)) {
            paintInnerFocus(*painter, m_theme, option->rect);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckIndicator(*painter, m_theme, *option);
    case PE_IndicatorRadioButton:
        return paintRadioIndicator(*painter, m_theme, *option);
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    default: // Fusion draws the rest from the palette.
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void KairosStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paintPushButton(*painter, m_theme, *button, widget);
            return;
        }
        break;
    case CE_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            paintTab(*painter, m_theme, *tab);
            return;
        }
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            paintHeader(*painter, m_theme, *header, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        return paintHeaderGround(*painter, m_theme, option->rect);
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            paintProgress(*painter, m_theme, *bar);
            return;
        }
        break;
    case CE_FocusFrame:
        return paintFocusRing(*painter, m_theme, option->rect);
    case CE_Splitter:
        return;
    default: // Fusion draws the rest from the palette.
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KairosStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const {
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        control == CC_ComboBox && combo != nullptr) {
        paintComboBox(*painter, m_theme, *combo, widget);
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        control == CC_ToolButton && button != nullptr) {
        paintToolButton(*painter, m_theme, *button, widget);
        return;
    }
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        control == CC_ScrollBar && bar != nullptr) {
        paintScrollBar(*painter, m_theme, *bar, scrollHandle(*bar));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect KairosStyle::subElementRect(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const bool framed = frame != nullptr && frame->lineWidth > 0;
        return framed ? option->rect.adjusted(px(kFieldPadding) - 2, 1, -px(kFieldPadding) + 2, -1)
                      : option->rect;
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect KairosStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                  SubControl subControl, const QWidget* widget) const {
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        return option->rect.adjusted(px(kFieldPadding), 1, -px(kArrowRoom) + 3, -1);
    }
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && bar != nullptr) {
        const QRect handle = scrollHandle(*bar);
        const bool across = bar->orientation == Qt::Horizontal;
        QRect rect = option->rect;
        switch (subControl) {
        case SC_ScrollBarSlider:
            return handle;
        case SC_ScrollBarGroove:
            return rect;
        case SC_ScrollBarSubPage:
            across ? rect.setRight(handle.left() - 1) : rect.setBottom(handle.top() - 1);
            return rect;
        case SC_ScrollBarAddPage:
            across ? rect.setLeft(handle.right() + 1) : rect.setTop(handle.bottom() + 1);
            return rect;
        default: // The bar has no arrows.
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize KairosStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        type == CT_PushButton && button != nullptr) {
        return pushButtonSize(*button, widget);
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        type == CT_ToolButton && tool != nullptr) {
        return toolButtonSize(*tool, widget);
    }
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        type == CT_TabBarTab && tab != nullptr) {
        return tabSize(*tab);
    }
    if (type == CT_LineEdit) {
        return {size.width() + 2 * px(kFieldPadding), qMax(px(kFieldHeight), size.height() + px(8))};
    }
    if (type == CT_ComboBox) {
        return {size.width() + px(kFieldPadding) + px(kArrowRoom),
                qMax(px(kFieldHeight), size.height() + px(8))};
    }
    if (const auto* head = qstyleoption_cast<const QStyleOptionHeader*>(option);
        type == CT_HeaderSection && head != nullptr) {
        return headerSize(*head);
    }
    if (type == CT_ProgressBar) {
        return {qMax(size.width(), px(80)), px(6)};
    }
    const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (type == CT_MenuItem && item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator) {
        return {fusion.width() + px(16), qMax(fusion.height(), px(28))};
    }
    return fusion;
}

int KairosStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 4; // 2 px gap and 2 px ring
    case PM_DefaultFrameWidth:
        return isTextEdit(widget) ? 2 : 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(18);
    case PM_ScrollBarExtent:
        return px(12);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return px(16);
    default: // Fusion's measures fit.
        break;
    }
    const auto length = layoutMetric(metric);
    return length ? *length : QProxyStyle::pixelMetric(metric, option, widget);
}

QIcon KairosStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                                const QWidget* widget) const {
    const bool isMore =
        pixmap == SP_ToolBarHorizontalExtensionButton || pixmap == SP_ToolBarVerticalExtensionButton;
    return isMore ? icon(Icon::More, Token::Text) : QProxyStyle::standardIcon(pixmap, option, widget);
}

int KairosStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default: // Fusion's habits fit.
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace kairos::ui

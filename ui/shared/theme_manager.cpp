// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme_manager.h"

#include "ui/shared/kairos_style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QFontDatabase>
#include <QLineEdit>
#include <QToolTip>

namespace kairos::ui {
namespace {

bool wearsRing(const QWidget* widget) {
    if (widget == nullptr || widget->isWindow() || widget->property("ownFocus").toBool()) {
        return false;
    }
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr;
}

} // namespace

ThemeManager::ThemeManager(QApplication& application, ThemeId id, QObject* parent)
    : QObject(parent), m_application(application), m_style(new KairosStyle(loadTheme(id))) {
    QApplication::setStyle(m_style);
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(m_basePoints);
    QApplication::setFont(font);
    applyPalette();
    connect(&m_application, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { ringAround(now); });
}

ThemeManager::~ThemeManager() {
    delete m_ring;
}

ThemeId ThemeManager::themeId() const {
    return m_style != nullptr ? m_style->theme().id() : ThemeId::Light;
}

void ThemeManager::setTheme(ThemeId id) {
    if (m_style == nullptr || id == themeId()) {
        return;
    }
    m_style->setTheme(loadTheme(id));
    applyPalette();
    Q_EMIT themeChanged(id);
}

void ThemeManager::setBasePoints(qreal points) {
    m_basePoints = qBound(8.0, points, 20.0);
    QFont font = QApplication::font();
    font.setPointSizeF(m_basePoints);
    QApplication::setFont(font);
}

void ThemeManager::applyPalette() {
    const QPalette palette = m_style->theme().palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void ThemeManager::ringAround(QWidget* widget) {
    if (!wearsRing(widget)) {
        if (m_ring != nullptr) {
            m_ring->setWidget(nullptr);
        }
        return;
    }
    if (m_ring == nullptr) {
        m_ring = new QFocusFrame(widget->window());
    }
    m_ring->setWidget(widget);
}

} // namespace kairos::ui

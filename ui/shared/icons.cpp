// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/icons.h"

#include "core/base/check.h"

#include <QFile>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kairos::ui {
namespace {

constexpr std::array<const char*, kIconCount> kIconNames{
    "today",  "patients",     "session",    "outcomes",     "ledger",        "settings", "lock",
    "search", "print",        "plus",       "check",        "close",         "done",     "signed",
    "next",   "due",          "caution",    "stop",         "info",          "blocked",  "draft",
    "dose",   "therapy",      "rating",     "plan",         "note",          "doc",      "consent",
    "escort", "fasting",      "bp",         "stock",        "med",           "risk",     "backup",
    "seal",   "user",         "phone",      "eye",          "eye-off",       "wall",     "handover",
    "folder", "demo",         "undo",       "history",      "compare",       "kiosk",    "link",
    "target", "chevron-down", "chevron-up", "chevron-left", "chevron-right", "more",     "mark"};

/// Below this size a thinner stroke would fall between the pixels.
constexpr qreal kSmall = 16.0;

QByteArray svgOf(Icon icon, const QColor& color, qreal size) {
    QFile file(QStringLiteral(":/kairos/icons/%1.svg").arg(iconName(icon)));
    KAIROS_CHECK(file.open(QIODevice::ReadOnly));
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    if (size < kSmall) {
        svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2\"");
    }
    return svg;
}

bool isVector(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && (engine->type() == QPaintEngine::Pdf || engine->type() == QPaintEngine::SVG ||
                                 engine->type() == QPaintEngine::Picture);
}

QPixmap pixmapOf(Icon icon, const QColor& color, const QSizeF& size, qreal ratio) {
    const QSize pixels(qCeil(size.width() * ratio), qCeil(size.height() * ratio));
    const QString key = QStringLiteral("kairos-icon/%1/%2/%3x%4@%5")
                            .arg(iconName(icon), color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    QSvgRenderer(svgOf(icon, color, size.width())).render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Looks its colour up when it is painted, so that a change of theme needs no new icons.
class TokenIconEngine final : public QIconEngine {
public:
    TokenIconEngine(Icon icon, Token token) : m_icon(icon), m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        Q_UNUSED(state)
        paintIcon(*painter, m_icon, rect, colorFor(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        Q_UNUSED(state)
        return pixmapOf(m_icon, colorFor(mode), QSizeF(size) / scale, scale);
    }
    QIconEngine* clone() const override { return new TokenIconEngine(m_icon, m_token); }

private:
    QColor colorFor(QIcon::Mode mode) const {
        return applicationTheme().color(mode == QIcon::Disabled ? Token::Text3 : m_token);
    }

    Icon m_icon;
    Token m_token;
};

} // namespace

QString iconName(Icon icon) {
    return QLatin1String(kIconNames[static_cast<size_t>(icon)]);
}

QIcon icon(Icon icon, Token token) {
    return QIcon(new TokenIconEngine(icon, token));
}

void paintIcon(QPainter& painter, Icon icon, const QRectF& rect, const QColor& color) {
    if (isVector(painter)) {
        QSvgRenderer(svgOf(icon, color, rect.width())).render(&painter, rect);
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.topLeft(), pixmapOf(icon, color, rect.size(), ratio));
}

QIcon applicationIcon() {
    return QIcon(QStringLiteral(":/kairos/icons/app-icon.svg"));
}

} // namespace kairos::ui

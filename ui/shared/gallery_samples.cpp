// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/gallery_parts.h"

#include "ui/shared/chip.h"
#include "ui/shared/glyphs.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/type_scale.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

namespace kairos::ui {
namespace {

class SampleText {
    Q_DECLARE_TR_FUNCTIONS(gallery)
};

class SeriesSample final : public QWidget {
public:
    explicit SeriesSample(QWidget* parent) : QWidget(parent) { setFixedHeight(px(kRow) * kSeriesCount); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        const Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(fontFor(TextRole::Body));
        for (int number = 1; number <= kSeriesCount; ++number) {
            paintRow(painter, theme, number, px(kRow) * (number - 1));
        }
    }

private:
    static constexpr int kRow = 22;

    void paintRow(QPainter& painter, const Theme& theme, int number, int top) const {
        static constexpr std::array kNames{"QIDS-SR16", "PHQ-9", "GAD-7", "MADRS", "WSAS"};
        const SeriesStyle& style = theme.series(number);
        const qreal middle = top + px(kRow) / 2.0;
        QPen pen(style.color, 2.5);
        pen.setCapStyle(Qt::FlatCap);
        if (!style.dash.isEmpty()) {
            pen.setDashPattern(style.dash);
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(px(4), middle), QPointF(px(100), middle));
        paintMarker(painter, markerPath(style.marker, QPointF(px(30), middle), 10), GlyphFill::Filled,
                    style.color, theme.color(Token::Surface));
        paintMarker(painter, markerPath(style.marker, QPointF(px(74), middle), 10), GlyphFill::Outlined,
                    style.color, theme.color(Token::Surface));
        const QString name = number <= static_cast<int>(kNames.size())
                                 ? QString(QLatin1String(kNames[static_cast<size_t>(number - 1)]))
                                 : SampleText::tr("earlier");
        painter.setPen(theme.color(Token::Text));
        const QRect row(px(112), top, width() - px(112), px(kRow));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, name);
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(row.adjusted(px(102), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         QStringLiteral("%1 %2").arg(style.color.name(), dashText(style)));
    }

    static QString dashText(const SeriesStyle& style) {
        if (style.dash.isEmpty()) {
            return SampleText::tr("solid");
        }
        QStringList lengths;
        for (const qreal length : style.dash) {
            lengths.append(QString::number(length));
        }
        return lengths.join(QLatin1Char(' '));
    }
};

class BandsSample final : public QWidget {
public:
    explicit BandsSample(QWidget* parent) : QWidget(parent) { setFixedHeight(px(94)); }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter painter(this);
        const Theme& theme = themeOf(*this);
        paintBands(painter, theme, QRect(0, 0, width(), px(30)), theme.color(Token::BandText));
        paintBands(painter, loadTheme(ThemeId::Print), QRect(0, px(36), width(), px(18)), Qt::transparent);
        paintGlyphs(painter, theme);
    }

private:
    static void paintBands(QPainter& painter, const Theme& theme, const QRect& rect, const QColor& ink) {
        static constexpr std::array kWords{
            QT_TRANSLATE_NOOP("gallery", "none"), QT_TRANSLATE_NOOP("ui.gallery", "mild"),
            QT_TRANSLATE_NOOP("gallery", "moderate"), QT_TRANSLATE_NOOP("ui.gallery", "severe"),
            QT_TRANSLATE_NOOP("gallery", "very severe")};
        painter.setFont(fontFor(TextRole::Caption));
        for (int step = 0; step < kBandCount; ++step) {
            const int left = rect.left() + rect.width() * step / kBandCount;
            const int right = rect.left() + rect.width() * (step + 1) / kBandCount;
            const QRect cell(left, rect.top(), right - left - 1, rect.height() - 1);
            QColor edge = theme.color(Token::BandText);
            edge.setAlphaF(0.28F);
            painter.setPen(edge);
            painter.setBrush(theme.band(step));
            painter.drawRect(cell);
            if (ink.alpha() > 0) {
                painter.setPen(ink);
                painter.drawText(cell, Qt::AlignCenter, SampleText::tr(kWords[static_cast<size_t>(step)]));
            }
        }
    }

    void paintGlyphs(QPainter& painter, const Theme& theme) const {
        struct Glyph {
            Marker marker;
            QColor color;
            QString word;
        };
        const QList<Glyph> glyphs{{Marker::TriangleDown, theme.color(Token::Text), SampleText::tr("dose")},
                                  {Marker::Diamond, theme.series(4).color, SampleText::tr("integration")},
                                  {Marker::Square, theme.series(3).color, SampleText::tr("therapy")},
                                  {Marker::Circle, theme.series(1).color, SampleText::tr("rating")}};
        painter.setFont(fontFor(TextRole::Body));
        const qreal middle = height() - px(14);
        qreal left = px(8);
        for (const Glyph& glyph : glyphs) {
            for (const auto fill : {GlyphFill::Filled, GlyphFill::Outlined}) {
                paintMarker(painter, markerPath(glyph.marker, QPointF(left, middle), 11), fill, glyph.color,
                            theme.color(Token::Surface));
                left += px(18);
            }
            painter.setPen(theme.color(Token::Text));
            const int wide = painter.fontMetrics().horizontalAdvance(glyph.word);
            painter.drawText(QRectF(left - px(4), middle - px(12), wide + 2, px(24)), Qt::AlignVCenter,
                             glyph.word);
            left += wide + px(14);
        }
    }
};

class ThemeSample final : public QWidget {
public:
    ThemeSample(ThemeId id, QWidget* parent) : QWidget(parent), m_theme(loadTheme(id)) {
        setFixedHeight(px(84));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        QPainter painter(this);
        paintBox(painter, rect(), m_theme.color(Token::Surface), m_theme.color(Token::Line), 1, 6);
        painter.setFont(fontFor(TextRole::CaptionStrong));
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(QRect(px(10), px(4), width(), px(22)), Qt::AlignVCenter, title());
        paintSwatches(painter);
        int left = px(10);
        for (const auto kind : {ChipKind::Done, ChipKind::Next, ChipKind::Due, ChipKind::Late,
                                ChipKind::Blocked, ChipKind::Draft}) {
            const Chip chip{kind, chipWord(kind), {}};
            paintChip(painter, m_theme, QRect(QPoint(left, px(56)), chipSize(chip)), chip);
            left += chipSize(chip).width() + px(6);
        }
    }

private:
    QString title() const {
        switch (m_theme.id()) {
        case ThemeId::Light:
            return SampleText::tr("Light");
        case ThemeId::Dark:
            return SampleText::tr("Dark");
        case ThemeId::Dim:
            return SampleText::tr("Dim room");
        case ThemeId::Print:
            return SampleText::tr("Print");
        }
        return {};
    }

    void paintSwatches(QPainter& painter) const {
        constexpr std::array kShown{Token::Window, Token::Surface, Token::Raised,  Token::Select,
                                    Token::Line,   Token::Text,    Token::Text2,   Token::Accent,
                                    Token::Ok,     Token::Info,    Token::Caution, Token::Stop};
        int left = px(10);
        for (const Token token : kShown) {
            paintBox(painter, QRect(left, px(28), px(28), px(20)), m_theme.color(token),
                     m_theme.color(Token::LineStrong), 1, 3);
            left += px(33);
        }
    }

    Theme m_theme;
};

class IconSample final : public QWidget {
public:
    explicit IconSample(QWidget* parent) : QWidget(parent) {
        setFixedHeight(px(kRow) * ((kIconCount + kColumns - 1) / kColumns));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        const Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.setFont(fontFor(TextRole::Caption));
        for (int i = 0; i < kIconCount; ++i) {
            const auto icon = static_cast<Icon>(i);
            const int left = width() * (i % kColumns) / kColumns;
            const int wide = width() / kColumns;
            const int top = px(kRow) * (i / kColumns);
            const int side = px(22);
            paintIcon(painter, icon, QRectF(left + (wide - side) / 2, top + px(2), side, side),
                      theme.color(Token::Text));
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(QRect(left - px(6), top + px(24), wide + px(12), px(18)),
                             Qt::AlignHCenter | Qt::AlignTop, shortName(icon));
        }
    }

private:
    static constexpr int kColumns = 7;
    static constexpr int kRow = 46;

    static QString shortName(Icon icon) {
        return iconName(icon).replace(QLatin1String("chevron-"), QLatin1String("chv "));
    }
};

} // namespace

QWidget* makeSeriesSample(QWidget* parent) {
    return new SeriesSample(parent);
}

QWidget* makeBandsSample(QWidget* parent) {
    return new BandsSample(parent);
}

QWidget* makeThemeSample(int theme, QWidget* parent) {
    return new ThemeSample(static_cast<ThemeId>(theme), parent);
}

QWidget* makeIconSample(QWidget* parent) {
    return new IconSample(parent);
}

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme.h"

#include "ui/shared/kairos_style.h"

#include "core/base/check.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

namespace kairos::ui {
namespace {

constexpr std::array<const char*, kTokenCount> kTokenNames{
    "window",      "surface",     "sunken",    "raised",      "line",       "lineStrong", "text",
    "text2",       "text3",       "accent",    "accentHover", "accentText", "accentSoft", "select",
    "focus",       "ok",          "info",      "caution",     "stop",       "okSoft",     "infoSoft",
    "cautionSoft", "cautionMark", "stopSoft",  "neutralSoft", "rail",       "railText",   "railSel",
    "railMark",    "badge",       "badgeText", "bandText"};

constexpr std::array<const char*, kSeriesCount> kMarkerNames{"circle",  "square",        "triangle-up",
                                                             "diamond", "triangle-down", "dot"};

constexpr std::array<const char*, 4> kThemeNames{"light", "dark", "dim", "print"};

tl::unexpected<base::Error> unreadable(const QString& part) {
    return base::fail(
        base::ErrorCode::InvalidInput, QCoreApplication::translate("ui.shared", "The theme was not read"),
        QCoreApplication::translate("ui.shared", "its part \"%1\" is missing or malformed").arg(part),
        QCoreApplication::translate("ui.shared", "install Kairos again"));
}

/// "#RRGGBB" alone is a colour in a theme file: names would hide a slip of the pen.
std::optional<QColor> readColor(const QJsonValue& value) {
    const QString text = value.toString();
    const QColor color(text);
    if (text.size() != 7 || !text.startsWith(QLatin1Char('#')) || !color.isValid()) {
        return std::nullopt;
    }
    return color;
}

std::optional<SeriesStyle> readSeries(const QJsonObject& object) {
    const auto color = readColor(object.value(QLatin1String("color")));
    const QString name = object.value(QLatin1String("marker")).toString();
    const auto found = std::find_if(kMarkerNames.begin(), kMarkerNames.end(),
                                    [&name](const char* known) { return name == QLatin1String(known); });
    if (!color || found == kMarkerNames.end()) {
        return std::nullopt;
    }
    SeriesStyle style{*color, static_cast<Marker>(found - kMarkerNames.begin()), {}};
    const QJsonArray dash = object.value(QLatin1String("dash")).toArray();
    for (const QJsonValue& length : dash) {
        style.dash.append(length.toDouble());
    }
    return style;
}

std::optional<HeatCell> readHeat(const QJsonObject& object) {
    const auto fill = readColor(object.value(QLatin1String("fill")));
    const auto text = readColor(object.value(QLatin1String("text")));
    return fill && text ? std::optional(HeatCell{*fill, *text}) : std::nullopt;
}

} // namespace

base::Result<Theme> Theme::fromJson(ThemeId id, const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Theme theme;
    theme.m_id = id;
    const QJsonObject tokens = root.value(QLatin1String("tokens")).toObject();
    for (size_t i = 0; i < kTokenCount; ++i) {
        const auto color = readColor(tokens.value(QLatin1String(kTokenNames[i])));
        if (!color) {
            return unreadable(QLatin1String(kTokenNames[i]));
        }
        theme.m_tokens[i] = *color;
    }
    const QJsonArray series = root.value(QLatin1String("series")).toArray();
    for (int i = 0; i < kSeriesCount; ++i) {
        const auto style = readSeries(series.at(i).toObject());
        if (!style) {
            return unreadable(QStringLiteral("series %1").arg(i + 1));
        }
        theme.m_series[static_cast<size_t>(i)] = *style;
    }
    const QJsonArray bands = root.value(QLatin1String("bands")).toArray();
    for (int i = 0; i < kBandCount; ++i) {
        const auto color = readColor(bands.at(i));
        if (!color) {
            return unreadable(QStringLiteral("band %1").arg(i));
        }
        theme.m_bands[static_cast<size_t>(i)] = *color;
    }
    const QJsonArray heat = root.value(QLatin1String("heat")).toArray();
    for (int i = 0; i < kHeatCount; ++i) {
        const auto cell = readHeat(heat.at(i).toObject());
        if (!cell) {
            return unreadable(QStringLiteral("heat %1").arg(i));
        }
        theme.m_heat[static_cast<size_t>(i)] = *cell;
    }
    return theme;
}

const SeriesStyle& Theme::series(int number) const {
    KAIROS_CHECK(number >= 1 && number <= kSeriesCount);
    return m_series[static_cast<size_t>(number - 1)];
}

QColor Theme::band(int step) const {
    KAIROS_CHECK(step >= 0 && step < kBandCount);
    return m_bands[static_cast<size_t>(step)];
}

const HeatCell& Theme::heat(int score) const {
    KAIROS_CHECK(score >= 0 && score < kHeatCount);
    return m_heat[static_cast<size_t>(score)];
}

QPalette Theme::palette() const {
    struct Entry {
        QPalette::ColorRole role;
        Token token;
    };
    static constexpr std::array kEntries{Entry{QPalette::Window, Token::Window},
                                         Entry{QPalette::WindowText, Token::Text},
                                         Entry{QPalette::Base, Token::Surface},
                                         Entry{QPalette::AlternateBase, Token::Sunken},
                                         Entry{QPalette::Text, Token::Text},
                                         Entry{QPalette::PlaceholderText, Token::Text3},
                                         Entry{QPalette::Button, Token::Surface},
                                         Entry{QPalette::ButtonText, Token::Text},
                                         Entry{QPalette::BrightText, Token::AccentText},
                                         Entry{QPalette::Highlight, Token::Select},
                                         Entry{QPalette::HighlightedText, Token::Text},
                                         Entry{QPalette::Link, Token::Accent},
                                         Entry{QPalette::LinkVisited, Token::Accent},
                                         Entry{QPalette::ToolTipBase, Token::Raised},
                                         Entry{QPalette::ToolTipText, Token::Text},
                                         Entry{QPalette::Light, Token::Raised},
                                         Entry{QPalette::Midlight, Token::Line},
                                         Entry{QPalette::Mid, Token::Line},
                                         Entry{QPalette::Dark, Token::LineStrong},
                                         Entry{QPalette::Shadow, Token::LineStrong}};
    QPalette palette;
    for (const Entry& entry : kEntries) {
        palette.setColor(QPalette::All, entry.role, color(entry.token));
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    }
    return palette;
}

bool Theme::isDark() const {
    return color(Token::Surface).lightness() < 128;
}

Theme loadTheme(ThemeId id) {
    QFile file(QStringLiteral(":/kairos/themes/%1.json").arg(themeName(id)));
    KAIROS_CHECK(file.open(QIODevice::ReadOnly));
    const auto theme = Theme::fromJson(id, file.readAll());
    KAIROS_CHECK(theme.has_value());
    return *theme;
}

QString themeName(ThemeId id) {
    return QLatin1String(kThemeNames[static_cast<size_t>(id)]);
}

std::optional<ThemeId> themeFromName(QStringView name) {
    for (size_t i = 0; i < kThemeNames.size(); ++i) {
        if (name == QLatin1String(kThemeNames[i])) {
            return static_cast<ThemeId>(i);
        }
    }
    return std::nullopt;
}

QString tokenName(Token token) {
    return QLatin1String(kTokenNames[static_cast<size_t>(token)]);
}

const Theme& applicationTheme() {
    static const Theme kFallback = loadTheme(ThemeId::Light);
    const auto* style = qobject_cast<const KairosStyle*>(QApplication::style());
    return style != nullptr ? style->theme() : kFallback;
}

const Theme& themeOf(const QWidget& widget) {
    const auto* style = qobject_cast<const KairosStyle*>(widget.style());
    return style != nullptr ? style->theme() : applicationTheme();
}

} // namespace kairos::ui

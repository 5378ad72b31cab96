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

std::optional<SeriesStyle> readSeries(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
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

std::optional<HeatCell> readHeat(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    const auto fill = readColor(object.value(QLatin1String("fill")));
    const auto text = readColor(object.value(QLatin1String("text")));
    return fill && text ? std::optional(HeatCell{*fill, *text}) : std::nullopt;
}

/// Reads a list of exactly `Count` entries; none when one is missing, malformed or too many.
template <int Count, class Read>
auto readAll(const QJsonObject& root, QLatin1String name, Read read) {
    using Entry = typename std::invoke_result_t<Read, const QJsonValue&>::value_type;
    const QJsonArray entries = root.value(name).toArray();
    std::optional<std::array<Entry, Count>> all;
    if (entries.size() != Count) {
        return all;
    }
    all.emplace();
    for (int i = 0; i < Count; ++i) {
        const auto entry = read(entries.at(i));
        if (!entry) {
            all.reset();
            return all;
        }
        (*all)[static_cast<size_t>(i)] = *entry;
    }
    return all;
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
    const auto series = readAll<kSeriesCount>(root, QLatin1String("series"), readSeries);
    const auto bands = readAll<kBandCount>(root, QLatin1String("bands"), readColor);
    const auto heat = readAll<kHeatCount>(root, QLatin1String("heat"), readHeat);
    if (!series || !bands || !heat) {
        return unreadable(!series ? QStringLiteral("series")
                                  : (!bands ? QStringLiteral("bands") : QStringLiteral("heat")));
    }
    theme.m_series = *series;
    theme.m_bands = *bands;
    theme.m_heat = *heat;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QList>
#include <QPalette>
#include <QString>

#include <array>
#include <optional>

class QWidget;

namespace kairos::ui {

/// The appearances. Dim is the dosing room; Print is black on white for paper.
enum class ThemeId { Light, Dark, Dim, Print };

/// Every colour of the interface by its meaning. The values live in resources/themes.
enum class Token {
    Window,
    Surface,
    Sunken,
    Raised,
    Line,
    LineStrong,
    Text,
    Text2,
    Text3,
    Accent,
    AccentHover,
    AccentText,
    AccentSoft,
    Select,
    Focus,
    Ok,
    Info,
    Caution,
    Stop,
    OkSoft,
    InfoSoft,
    CautionSoft,
    CautionMark,
    StopSoft,
    NeutralSoft,
    Rail,
    RailText,
    RailSel,
    RailMark,
    Badge,
    BadgeText,
    BandText
};

inline constexpr int kTokenCount = static_cast<int>(Token::BandText) + 1;
inline constexpr int kSeriesCount = 6;
inline constexpr int kBandCount = 5;
inline constexpr int kHeatCount = 4;

/// The point of a series: shape tells series apart where colour cannot.
enum class Marker { Circle, Square, TriangleUp, Diamond, TriangleDown, Dot };

/// How one series is drawn. An instrument keeps its number everywhere.
struct SeriesStyle {
    QColor color;
    Marker marker = Marker::Circle;
    QList<qreal> dash; ///< in pen widths; empty means solid

    bool operator==(const SeriesStyle&) const = default;
};

/// One step of the item heat map.
struct HeatCell {
    QColor fill;
    QColor text;

    bool operator==(const HeatCell&) const = default;
};

/// The colours of one appearance, read from its file. A value: copy it freely.
class Theme final {
public:
    /// Reads a theme file. Errors: InvalidInput names the missing or malformed part.
    [[nodiscard]] static base::Result<Theme> fromJson(ThemeId id, const QByteArray& json);

    [[nodiscard]] ThemeId id() const { return m_id; }
    [[nodiscard]] QColor color(Token token) const { return m_tokens[static_cast<size_t>(token)]; }
    /// \pre number is 1 to 6
    [[nodiscard]] const SeriesStyle& series(int number) const;
    /// \pre step is 0 (none) to 4 (very severe)
    [[nodiscard]] QColor band(int step) const;
    /// \pre score is 0 to 3
    [[nodiscard]] const HeatCell& heat(int score) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] bool isDark() const;

    bool operator==(const Theme&) const = default;

private:
    ThemeId m_id = ThemeId::Light;
    std::array<QColor, kTokenCount> m_tokens;
    std::array<SeriesStyle, kSeriesCount> m_series;
    std::array<QColor, kBandCount> m_bands;
    std::array<HeatCell, kHeatCount> m_heat;
};

/// A theme of the program's own resources.
[[nodiscard]] Theme loadTheme(ThemeId id);

/// The stable word of a theme in settings and file names: "light", "dark", "dim", "print".
[[nodiscard]] QString themeName(ThemeId id);
[[nodiscard]] std::optional<ThemeId> themeFromName(QStringView name);

/// The name of a token in a theme file, e.g. "lineStrong".
[[nodiscard]] QString tokenName(Token token);

/// The theme a widget is drawn with: that of the application's KairosStyle, or light where there is none.
[[nodiscard]] const Theme& themeOf(const QWidget& widget);
/// The theme of the application.
[[nodiscard]] const Theme& applicationTheme();

} // namespace kairos::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme.h"

#include "ui/shared/kairos_style.h"
#include "ui/shared/theme_manager.h"
#include "ui/shared/type_scale.h"

#include "tests/support/contrast.h"

#include <QApplication>
#include <QFile>
#include <QLabel>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

namespace test_theme {
using namespace kairos;
using kairos::test::contrastCut;
using kairos::ui::ThemeId;
using kairos::ui::Token;

namespace {

/// A ratio the look promises, in hundredths and cut: 4.86 is 486.
struct Promise {
    ThemeId theme;
    Token ink;
    Token ground;
    int ratio;
};

const std::vector<Promise> kPromises{
    {ThemeId::Light, Token::LineStrong, Token::Surface, 354},
    {ThemeId::Light, Token::LineStrong, Token::Window, 314},
    {ThemeId::Dark, Token::LineStrong, Token::Surface, 485},
    {ThemeId::Dark, Token::LineStrong, Token::Window, 532},
    {ThemeId::Dim, Token::LineStrong, Token::Surface, 412},
    {ThemeId::Dim, Token::LineStrong, Token::Window, 433},
    {ThemeId::Light, Token::Text, Token::Surface, 1596},
    {ThemeId::Light, Token::Text, Token::Window, 1415},
    {ThemeId::Dark, Token::Text, Token::Surface, 1380},
    {ThemeId::Dark, Token::Text, Token::Window, 1513},
    {ThemeId::Dim, Token::Text, Token::Surface, 1259},
    {ThemeId::Dim, Token::Text, Token::Window, 1322},
    {ThemeId::Light, Token::Text2, Token::Surface, 781},
    {ThemeId::Light, Token::Text2, Token::Window, 693},
    {ThemeId::Dark, Token::Text2, Token::Surface, 903},
    {ThemeId::Dark, Token::Text2, Token::Window, 990},
    {ThemeId::Dim, Token::Text2, Token::Surface, 794},
    {ThemeId::Dim, Token::Text2, Token::Window, 834},
    {ThemeId::Light, Token::Text3, Token::Surface, 548},
    {ThemeId::Light, Token::Text3, Token::Window, 486},
    {ThemeId::Dark, Token::Text3, Token::Surface, 648},
    {ThemeId::Dark, Token::Text3, Token::Window, 710},
    {ThemeId::Dim, Token::Text3, Token::Surface, 567},
    {ThemeId::Dim, Token::Text3, Token::Window, 595},
    {ThemeId::Light, Token::Accent, Token::Surface, 699},
    {ThemeId::Light, Token::Accent, Token::Window, 619},
    {ThemeId::Dark, Token::Accent, Token::Surface, 823},
    {ThemeId::Dark, Token::Accent, Token::Window, 902},
    {ThemeId::Dim, Token::Accent, Token::Surface, 879},
    {ThemeId::Dim, Token::Accent, Token::Window, 923},
    {ThemeId::Light, Token::AccentText, Token::Accent, 699},
    {ThemeId::Dark, Token::AccentText, Token::Accent, 798},
    {ThemeId::Dim, Token::AccentText, Token::Accent, 857},
    {ThemeId::Light, Token::Accent, Token::AccentSoft, 592},
    {ThemeId::Dark, Token::Accent, Token::AccentSoft, 627},
    {ThemeId::Dim, Token::Accent, Token::AccentSoft, 697},
    {ThemeId::Light, Token::Text, Token::Select, 1265},
    {ThemeId::Dark, Token::Text, Token::Select, 872},
    {ThemeId::Dim, Token::Text, Token::Select, 998},
    {ThemeId::Light, Token::Focus, Token::Surface, 699},
    {ThemeId::Light, Token::Focus, Token::Window, 619},
    {ThemeId::Dark, Token::Focus, Token::Surface, 988},
    {ThemeId::Dark, Token::Focus, Token::Window, 1083},
    {ThemeId::Dim, Token::Focus, Token::Surface, 1056},
    {ThemeId::Dim, Token::Focus, Token::Window, 1108},
    {ThemeId::Light, Token::Ok, Token::Surface, 693},
    {ThemeId::Light, Token::Ok, Token::Window, 614},
    {ThemeId::Dark, Token::Ok, Token::Surface, 892},
    {ThemeId::Dark, Token::Ok, Token::Window, 978},
    {ThemeId::Dim, Token::Ok, Token::Surface, 986},
    {ThemeId::Dim, Token::Ok, Token::Window, 1036},
    {ThemeId::Light, Token::Info, Token::Surface, 762},
    {ThemeId::Light, Token::Info, Token::Window, 676},
    {ThemeId::Dark, Token::Info, Token::Surface, 858},
    {ThemeId::Dark, Token::Info, Token::Window, 941},
    {ThemeId::Dim, Token::Info, Token::Surface, 978},
    {ThemeId::Dim, Token::Info, Token::Window, 1027},
    {ThemeId::Light, Token::Caution, Token::Surface, 748},
    {ThemeId::Light, Token::Caution, Token::Window, 663},
    {ThemeId::Dark, Token::Caution, Token::Surface, 1001},
    {ThemeId::Dark, Token::Caution, Token::Window, 1097},
    {ThemeId::Dim, Token::Caution, Token::Surface, 1059},
    {ThemeId::Dim, Token::Caution, Token::Window, 1112},
    {ThemeId::Light, Token::Stop, Token::Surface, 781},
    {ThemeId::Light, Token::Stop, Token::Window, 693},
    {ThemeId::Dark, Token::Stop, Token::Surface, 817},
    {ThemeId::Dark, Token::Stop, Token::Window, 896},
    {ThemeId::Dim, Token::Stop, Token::Surface, 852},
    {ThemeId::Dim, Token::Stop, Token::Window, 895},
    {ThemeId::Light, Token::Ok, Token::OkSoft, 599},
    {ThemeId::Dark, Token::Ok, Token::OkSoft, 742},
    {ThemeId::Dim, Token::Ok, Token::OkSoft, 832},
    {ThemeId::Light, Token::Info, Token::InfoSoft, 653},
    {ThemeId::Dark, Token::Info, Token::InfoSoft, 720},
    {ThemeId::Dim, Token::Info, Token::InfoSoft, 860},
    {ThemeId::Light, Token::Caution, Token::CautionSoft, 673},
    {ThemeId::Dark, Token::Caution, Token::CautionSoft, 821},
    {ThemeId::Dim, Token::Caution, Token::CautionSoft, 804},
    {ThemeId::Light, Token::Stop, Token::StopSoft, 664},
    {ThemeId::Dark, Token::Stop, Token::StopSoft, 742},
    {ThemeId::Dim, Token::Stop, Token::StopSoft, 710},
    {ThemeId::Light, Token::Text2, Token::NeutralSoft, 668},
    {ThemeId::Dark, Token::Text2, Token::NeutralSoft, 705},
    {ThemeId::Dim, Token::Text2, Token::NeutralSoft, 698},
    {ThemeId::Light, Token::RailText, Token::Rail, 1006},
    {ThemeId::Dark, Token::RailText, Token::Rail, 1375},
    {ThemeId::Dim, Token::RailText, Token::Rail, 1027},
    {ThemeId::Light, Token::RailText, Token::RailSel, 704},
    {ThemeId::Dark, Token::RailText, Token::RailSel, 971},
    {ThemeId::Dim, Token::RailText, Token::RailSel, 867},
};

/// A series on the lightest and on the darkest band.
struct SeriesPromise {
    ThemeId theme;
    int number;
    int onLightest;
    int onDarkest;
};

const std::vector<SeriesPromise> kSeriesPromises{
    {ThemeId::Light, 1, 657, 410},  {ThemeId::Dark, 1, 757, 494},  {ThemeId::Dim, 1, 1378, 1060},
    {ThemeId::Light, 2, 571, 356},  {ThemeId::Dark, 2, 735, 479},  {ThemeId::Dim, 2, 821, 631},
    {ThemeId::Light, 3, 531, 331},  {ThemeId::Dark, 3, 803, 523},  {ThemeId::Dim, 3, 986, 759},
    {ThemeId::Light, 4, 658, 411},  {ThemeId::Dark, 4, 625, 408},  {ThemeId::Dim, 4, 888, 683},
    {ThemeId::Light, 5, 1095, 684}, {ThemeId::Dark, 5, 1396, 910}, {ThemeId::Dim, 5, 596, 458},
    {ThemeId::Light, 6, 739, 461},  {ThemeId::Dark, 6, 782, 510},  {ThemeId::Dim, 6, 567, 436},
};

QByteArray themeFile(const QString& name) {
    QFile file(QStringLiteral(":/kairos/themes/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("Every token keeps the contrast the look promises", "[shared][theme]") {
    const Promise promise = GENERATE(from_range(kPromises));
    const ui::Theme theme = ui::loadTheme(promise.theme);
    CAPTURE(ui::themeName(promise.theme).toStdString(), ui::tokenName(promise.ink).toStdString(),
            ui::tokenName(promise.ground).toStdString());
    REQUIRE(contrastCut(theme.color(promise.ink), theme.color(promise.ground)) == promise.ratio);
}

TEST_CASE("Every series keeps its contrast on the lightest and the darkest band", "[shared][theme]") {
    const SeriesPromise promise = GENERATE(from_range(kSeriesPromises));
    const ui::Theme theme = ui::loadTheme(promise.theme);
    const QColor ink = theme.series(promise.number).color;
    CAPTURE(ui::themeName(promise.theme).toStdString(), promise.number);
    REQUIRE(contrastCut(ink, theme.band(0)) == promise.onLightest);
    REQUIRE(contrastCut(ink, theme.band(4)) == promise.onDarkest);
}

TEST_CASE("Words on the darkest band and on the caution edge can be read", "[shared][theme]") {
    struct Row {
        ThemeId theme;
        int bandText;
    };
    const auto row = GENERATE(Row{ThemeId::Light, 496}, Row{ThemeId::Dark, 573}, Row{ThemeId::Dim, 611});
    const ui::Theme theme = ui::loadTheme(row.theme);
    REQUIRE(contrastCut(theme.color(Token::BandText), theme.band(4)) == row.bandText);
    REQUIRE(contrastCut(theme.color(Token::CautionMark), theme.color(Token::CautionSoft)) >= 300);
    REQUIRE(contrastCut(theme.color(Token::BadgeText), theme.color(Token::Badge)) >= 450);
    REQUIRE(contrastCut(theme.color(Token::AccentText), theme.color(Token::AccentHover)) >= 450);
}

TEST_CASE("The digit of every heat map cell can be read", "[shared][theme]") {
    const auto id = GENERATE(ThemeId::Light, ThemeId::Dark, ThemeId::Dim, ThemeId::Print);
    const ui::Theme theme = ui::loadTheme(id);
    for (int score = 0; score < ui::kHeatCount; ++score) {
        REQUIRE(contrastCut(theme.heat(score).text, theme.heat(score).fill) >= 450);
    }
}

TEST_CASE("Bands get darker on paper and step evenly away from the ground", "[shared][theme]") {
    const ui::Theme paper = ui::loadTheme(ThemeId::Print);
    for (int step = 1; step < ui::kBandCount; ++step) {
        REQUIRE(paper.band(step).lightness() < paper.band(step - 1).lightness());
    }
    REQUIRE(paper.color(Token::Text) == QColor(Qt::black));
}

TEST_CASE("Markers and dashes tell series apart without colour", "[shared][theme]") {
    const ui::Theme theme = ui::loadTheme(ThemeId::Light);
    REQUIRE(theme.series(1).dash.isEmpty());
    for (int one = 1; one <= ui::kSeriesCount; ++one) {
        for (int other = one + 1; other <= ui::kSeriesCount; ++other) {
            REQUIRE(theme.series(one).marker != theme.series(other).marker);
            REQUIRE(theme.series(one).dash != theme.series(other).dash);
        }
    }
}

TEST_CASE("A theme file with a part missing is refused by the name of the part", "[shared][theme]") {
    QByteArray json = themeFile(QStringLiteral("light"));
    REQUIRE(ui::Theme::fromJson(ThemeId::Light, json).has_value());
    QByteArray noAccent = json;
    noAccent.replace("\"accentSoft\"", "\"accentsoft\"");
    const auto refused = ui::Theme::fromJson(ThemeId::Light, noAccent);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().why.contains(QLatin1String("accentSoft")));
    QByteArray badColor = json;
    badColor.replace("#EEF2F2", "#EEF2");
    REQUIRE_FALSE(ui::Theme::fromJson(ThemeId::Light, badColor).has_value());
    REQUIRE_FALSE(ui::Theme::fromJson(ThemeId::Light, "{").has_value());
}

TEST_CASE("A theme is known by its stable word", "[shared][theme]") {
    for (const auto id : {ThemeId::Light, ThemeId::Dark, ThemeId::Dim, ThemeId::Print}) {
        REQUIRE(ui::themeFromName(ui::themeName(id)) == id);
    }
    REQUIRE_FALSE(ui::themeFromName(u"sepia").has_value());
}

TEST_CASE("A widget reads the theme of the style it is drawn with", "[shared][theme]") {
    ui::ThemeManager themes(*qApp, ThemeId::Dim);
    const QLabel label;
    REQUIRE(ui::themeOf(label).id() == ThemeId::Dim);
    themes.setTheme(ThemeId::Dark);
    REQUIRE(ui::themeOf(label).id() == ThemeId::Dark);
    REQUIRE(QApplication::palette().color(QPalette::Window) ==
            ui::loadTheme(ThemeId::Dark).color(Token::Window));
}

TEST_CASE("Type and lengths grow with the base size and stay in bounds", "[shared][theme]") {
    ui::ThemeManager themes(*qApp);
    themes.setBasePoints(20);
    REQUIRE(ui::px(34) == 68);
    REQUIRE(ui::fontFor(ui::TextRole::Caption).pointSizeF() == 18.0);
    themes.setBasePoints(400);
    REQUIRE(themes.basePoints() == 20.0);
    themes.setBasePoints(10);
    REQUIRE(ui::fontFor(ui::TextRole::PageTitle).pointSizeF() == 17.0);
}

} // namespace test_theme

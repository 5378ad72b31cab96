// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/status_chip.h"

#include "ui/shared/icons.h"
#include "ui/shared/risk_text.h"
#include "ui/shared/theme_manager.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <set>

namespace test_chip {
using namespace kairos;
using kairos::ui::ChipKind;

namespace {

bool isBlank(const QImage& image) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("An open risk item says for how long in hours, from two days on in days", "[shared][chip]") {
    constexpr qint64 kHourMs = 3'600'000;
    REQUIRE(ui::riskOpenText() == QStringLiteral("risk open"));
    REQUIRE(ui::riskOpenText(0) == QStringLiteral("risk open 0 h"));
    REQUIRE(ui::riskOpenText(48 * kHourMs - 1) == QStringLiteral("risk open 47 h"));
    REQUIRE(ui::riskOpenText(48 * kHourMs) == QStringLiteral("risk open 2 d"));
}

TEST_CASE("A chip says its word and what it is about", "[shared][chip]") {
    const ui::StatusChip chip({ChipKind::Late, QStringLiteral("late"), QStringLiteral("liver enzymes")});
    REQUIRE(chip.accessibleName() == QStringLiteral("late, liver enzymes"));
    REQUIRE(ui::Chip{ChipKind::Done, QStringLiteral("done"), {}}.accessibleText() == QStringLiteral("done"));
}

TEST_CASE("A chip that changes tells its new name", "[shared][chip]") {
    ui::StatusChip chip({ChipKind::Due, QStringLiteral("due"), QStringLiteral("PHQ-9")});
    chip.setChip({ChipKind::Done, QStringLiteral("done"), QStringLiteral("PHQ-9")});
    REQUIRE(chip.accessibleName() == QStringLiteral("done, PHQ-9"));
    REQUIRE(chip.chip().kind == ChipKind::Done);
}

TEST_CASE("Every kind of chip has its own word, and a sign unless it is only planned", "[shared][chip]") {
    std::set<QString> words;
    std::set<int> signs;
    for (int i = 0; i < ui::kChipKindCount; ++i) {
        const auto kind = static_cast<ChipKind>(i);
        words.insert(ui::chipWord(kind));
        if (const auto sign = ui::chipIcon(kind)) {
            signs.insert(static_cast<int>(*sign));
        }
    }
    REQUIRE(words.size() == ui::kChipKindCount);
    REQUIRE(signs.size() == ui::kChipKindCount - 1);
    REQUIRE_FALSE(ui::chipIcon(ChipKind::Planned).has_value());
}

TEST_CASE("A chip is 22 pixels high at 10 points", "[shared][chip]") {
    const ui::ThemeManager themes(*qApp);
    const ui::Chip chip{ChipKind::Blocked, QStringLiteral("blocked"), {}};
    REQUIRE(ui::chipSize(chip).height() == 22);
    ui::Chip longer = chip;
    longer.word = QStringLiteral("blocked by an open risk item");
    REQUIRE(ui::chipSize(longer).width() > ui::chipSize(chip).width());
}

TEST_CASE("Every icon draws something in every theme and keeps a clear edge", "[shared][icons]") {
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark, ui::ThemeId::Dim, ui::ThemeId::Print);
    const QColor ink = ui::loadTheme(theme).color(ui::Token::Text);
    for (int i = 0; i < ui::kIconCount; ++i) {
        const auto icon = static_cast<ui::Icon>(i);
        CAPTURE(ui::iconName(icon).toStdString());
        QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        ui::paintIcon(painter, icon, QRectF(0, 0, 24, 24), ink);
        painter.end();
        REQUIRE_FALSE(isBlank(image));
        REQUIRE(isBlank(image.copy(0, 0, 24, 1)));
        REQUIRE(isBlank(image.copy(0, 23, 24, 1)));
        REQUIRE(isBlank(image.copy(0, 0, 1, 24)));
        REQUIRE(isBlank(image.copy(23, 0, 1, 24)));
    }
}

TEST_CASE("Icons have names of their own", "[shared][icons]") {
    std::set<QString> names;
    for (int i = 0; i < ui::kIconCount; ++i) {
        names.insert(ui::iconName(static_cast<ui::Icon>(i)));
    }
    REQUIRE(names.size() == ui::kIconCount);
    REQUIRE(ui::iconName(ui::Icon::Mark) == QStringLiteral("mark"));
}

TEST_CASE("An action's icon takes the colour of the theme of the moment", "[shared][icons]") {
    ui::ThemeManager themes(*qApp, ui::ThemeId::Light);
    const QIcon icon = ui::icon(ui::Icon::Plus, ui::Token::Accent);
    const QImage light = icon.pixmap(18, 18).toImage();
    themes.setTheme(ui::ThemeId::Dark);
    const QImage dark = icon.pixmap(18, 18).toImage();
    REQUIRE(light != dark);
    const QColor middle = dark.pixelColor(dark.width() / 2, dark.height() / 2);
    REQUIRE(middle.name() == ui::loadTheme(ui::ThemeId::Dark).color(ui::Token::Accent).name());
}

TEST_CASE("The program has an icon", "[shared][icons]") {
    REQUIRE_FALSE(isBlank(ui::applicationIcon().pixmap(64, 64).toImage()));
}

} // namespace test_chip

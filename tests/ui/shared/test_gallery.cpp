// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/gallery.h"

#include "ui/shared/theme_manager.h"

#include "tests/support/label_fit.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <memory>

namespace test_gallery {
using namespace kairos;

namespace {

constexpr QSize kSmallestScreen(1366, 768);

} // namespace

TEST_CASE("No label of the gallery is clipped at 1366 by 768", "[shared][gallery]") {
    ui::ThemeManager themes(*qApp);
    const int page = GENERATE(0, 1);
    const std::unique_ptr<QWidget> gallery(ui::makeGallery());
    gallery->findChild<QTabBar*>()->setCurrentIndex(page);
    test::showAt(*gallery, kSmallestScreen);
    const QStringList clipped = test::clippedTexts(*gallery);
    CAPTURE(clipped.join(QLatin1Char('\n')).toStdString());
    REQUIRE(clipped.isEmpty());
    REQUIRE(gallery->size() == kSmallestScreen);
}

TEST_CASE("The helper sees a label that is too narrow", "[shared][gallery]") {
    ui::ThemeManager themes(*qApp);
    QWidget page;
    auto* label = new QLabel(QStringLiteral("Integration window closes at 14:40"), &page);
    test::showAt(page, QSize(300, 100));
    label->resize(label->sizeHint());
    REQUIRE(test::clippedTexts(page).isEmpty());
    label->resize(label->sizeHint().width() - 1, label->height());
    REQUIRE(test::clippedTexts(page).size() == 1);
}

TEST_CASE("A change of theme repaints the whole gallery", "[shared][gallery]") {
    ui::ThemeManager themes(*qApp, ui::ThemeId::Light);
    const std::unique_ptr<QWidget> gallery(ui::makeGallery());
    test::showAt(*gallery, kSmallestScreen);
    const QImage light = gallery->grab().toImage();
    themes.setTheme(ui::ThemeId::Dark);
    QCoreApplication::processEvents();
    const QImage dark = gallery->grab().toImage();
    themes.setTheme(ui::ThemeId::Light);
    QCoreApplication::processEvents();
    REQUIRE(light != dark);
    REQUIRE(light == gallery->grab().toImage());
    REQUIRE(dark.pixelColor(4, 400) == ui::loadTheme(ui::ThemeId::Dark).color(ui::Token::Window));
}

TEST_CASE("The gallery is drawn in every theme, into KAIROS_PICTURES where that is set",
          "[shared][gallery]") {
    const QTemporaryDir own;
    const QDir folder(qEnvironmentVariable("KAIROS_PICTURES", own.path()));
    REQUIRE(folder.exists());
    const auto id = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark, ui::ThemeId::Dim);
    ui::ThemeManager themes(*qApp, id);
    const std::unique_ptr<QWidget> gallery(ui::makeGallery());
    test::showAt(*gallery, kSmallestScreen);
    for (const int page : {0, 1}) {
        gallery->findChild<QTabBar*>()->setCurrentIndex(page);
        REQUIRE(gallery->grab().save(
            folder.filePath(QStringLiteral("gallery-%1-%2.png").arg(ui::themeName(id)).arg(page + 1))));
    }
}

} // namespace test_gallery

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"

#include "ui/settings/instruments_model.h"
#include "ui/settings/instruments_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shared/banner.h"

#include "core/workflow/catalog.h"
#include "core/workflow/own_instruments.h"

#include <QDir>
#include <QFile>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

namespace test_instruments_panel {
using namespace kairos;
using namespace kairos::test;

namespace {

QString packPath(const char* name) {
    return QStringLiteral(KAIROS_TEST_DATA "/packs/") + QLatin1String(name);
}

ui::InstrumentsPanel& openPanel(WindowFixture& alder) {
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionInstruments});
    return *alder.page<ui::SettingsPage>().findChild<ui::InstrumentsPanel*>();
}

/// What the table reads in the row of this instrument.
QString cellOf(const ui::InstrumentsPanel& panel, const char* id, int column) {
    const auto* model = panel.findChild<ui::InstrumentsModel*>();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->rowAt(row).id == QLatin1String(id)) {
            return model->data(model->index(row, column), Qt::DisplayRole).toString();
        }
    }
    return {};
}

void addByKeyboard(WindowFixture& alder, ui::InstrumentsPanel& panel, const QString& file) {
    alder.files().chooseNext(file);
    auto* button = panel.findChild<QPushButton*>();
    button->setFocus();
    alder.press(Qt::Key_Space);
}

/// The visible banner of this level; none when it is not shown.
const ui::Banner* bannerOf(const ui::InstrumentsPanel& panel, base::FindingLevel level) {
    for (const auto* banner : panel.findChildren<ui::Banner*>()) {
        if (banner->isVisible() && banner->bannerText().level == level) {
            return banner;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("The settings list every instrument with version, wording and licence", "[settings][instruments]") {
    WindowFixture alder;
    alder.unlock();
    const auto& panel = openPanel(alder);
    REQUIRE(panel.findChild<ui::InstrumentsModel*>()->rowCount() == 29);
    REQUIRE(cellOf(panel, "phq-9", ui::InstrumentsModel::Wording) == QStringLiteral("official, en"));
    REQUIRE(cellOf(panel, "madrs", ui::InstrumentsModel::Wording) == QStringLiteral("our labels"));
    REQUIRE(cellOf(panel, "bdi-ii", ui::InstrumentsModel::Wording) == QStringLiteral("total alone"));
    REQUIRE(cellOf(panel, "madrs", ui::InstrumentsModel::Version) == QStringLiteral("1.0.0"));
    REQUIRE(cellOf(panel, "madrs", ui::InstrumentsModel::Licence).contains(QStringLiteral("permission")));
    REQUIRE(bannerOf(panel, base::FindingLevel::Caution) == nullptr);
}

TEST_CASE("A wording pack is added by keyboard and is in use at once", "[settings][instruments]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    addByKeyboard(alder, panel, packPath("phq-9-nb.json"));
    REQUIRE(alder.files().asked().size() == 1);
    const auto* told = bannerOf(panel, base::FindingLevel::Information);
    REQUIRE(told != nullptr);
    REQUIRE(told->bannerText().title == QStringLiteral("phq-9-nb.json was added"));
    REQUIRE(cellOf(panel, "phq-9", ui::InstrumentsModel::Wording) == QStringLiteral("official, nb"));
    const auto& practice = alder.window().work()->practice();
    REQUIRE(practice.catalog().instruments.find(u"phq-9")->language == QStringLiteral("nb"));
}

TEST_CASE("A file that is refused is told with the item, and nothing changes", "[settings][instruments]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    addByKeyboard(alder, panel, packPath("phq-9-item-missing.json"));
    const auto* told = bannerOf(panel, base::FindingLevel::Caution);
    REQUIRE(told != nullptr);
    REQUIRE(told->bannerText().text.contains(QStringLiteral("Item 5 (Appetite) is missing.")));
    REQUIRE(cellOf(panel, "phq-9", ui::InstrumentsModel::Wording) == QStringLiteral("official, en"));
    REQUIRE_FALSE(QDir(workflow::ownInstrumentsFolder(alder.alder().path())).exists());
}

TEST_CASE("Bad files that lie beside the practice are listed with their reasons", "[settings][instruments]") {
    WindowFixture alder;
    const QString folder = workflow::ownInstrumentsFolder(alder.alder().path());
    REQUIRE(QDir().mkpath(folder));
    REQUIRE(QFile::copy(packPath("phq-9-other-points.json"), folder + QStringLiteral("/bad.json")));
    alder.unlock();
    const auto* told = bannerOf(openPanel(alder), base::FindingLevel::Caution);
    REQUIRE(told != nullptr);
    REQUIRE(told->bannerText().text.startsWith(QStringLiteral("bad.json: item 3 (Sleep)")));
}

} // namespace test_instruments_panel

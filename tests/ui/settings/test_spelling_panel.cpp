// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dictionary_samples.h"
#include "tests/support/window_fixture.h"

#include "ui/settings/own_words_list.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/spelling_panel.h"
#include "ui/shared/banner.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/spelling_desk.h"

#include <QCheckBox>

#include <catch2/catch_test_macros.hpp>

namespace test_spelling_panel {
using namespace kairos;
using namespace kairos::test;

namespace {

QString folderOf(WindowFixture& alder) {
    return alder.alder().folder() + QStringLiteral("/dictionaries");
}

ui::SpellingPanel& openPanel(WindowFixture& alder) {
    alder.window().work()->open(ui::SettingsPlace{ui::kSectionSpelling});
    return *alder.page<ui::SettingsPage>().findChild<ui::SpellingPanel*>();
}

workflow::SpellingDesk desk(WindowFixture& alder) {
    return workflow::SpellingDesk(alder.window().work()->practice());
}

bool says(const QWidget& panel, const QString& words) {
    for (const auto* label : panel.findChildren<ui::TextLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("Two languages are chosen by keyboard, at once and for good", "[settings][spelling]") {
    WindowFixture alder;
    copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folderOf(alder));
    alder.unlock();
    auto& panel = openPanel(alder);
    REQUIRE(panel.languages().size() == 2);
    REQUIRE_FALSE(says(panel, QStringLiteral("no dictionary")));
    for (QCheckBox* box : panel.languages()) {
        REQUIRE_FALSE(box->isChecked());
        box->setFocus();
        alder.press(Qt::Key_Space);
    }
    REQUIRE(desk(alder).languages() == QStringList{QStringLiteral("de_XA"), QStringLiteral("en_XA")});
    panel.languages().first()->setFocus();
    alder.press(Qt::Key_Space);
    REQUIRE(desk(alder).languages() == QStringList{QStringLiteral("en_XA")});
}

TEST_CASE("Without a dictionary the settings say how to install one", "[settings][spelling]") {
    WindowFixture alder;
    alder.unlock();
    auto& panel = openPanel(alder);
    REQUIRE(panel.languages().isEmpty());
    REQUIRE(says(panel, QStringLiteral("hunspell-en-us")));
    REQUIRE(says(panel, QDir::toNativeSeparators(folderOf(alder))));
}

TEST_CASE("A chosen language of another PC is shown as such until it is left", "[settings][spelling]") {
    WindowFixture alder;
    copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folderOf(alder));
    REQUIRE(workflow::SpellingDesk(alder.alder().practice()).choose({QStringLiteral("nb_NO")}).has_value());
    alder.unlock();
    auto& panel = openPanel(alder);
    REQUIRE(panel.languages().size() == 3);
    QCheckBox* other = panel.languages().last();
    REQUIRE(other->isChecked());
    REQUIRE(other->text().contains(QStringLiteral("not on this PC")));
    other->setFocus();
    alder.press(Qt::Key_Space);
    REQUIRE(desk(alder).languages().isEmpty());
    panel.refresh();
    REQUIRE(panel.languages().size() == 2);
}

TEST_CASE("A damaged dictionary is refused with its reason and stays unchosen", "[settings][spelling]") {
    WindowFixture alder;
    copyDictionaries(QStringLiteral(KAIROS_TEST_DATA), folderOf(alder));
    writeBytes(folderOf(alder) + QStringLiteral("/de_XA.dic"), "no count\n");
    alder.unlock();
    auto& panel = openPanel(alder);
    panel.languages().first()->setFocus();
    alder.press(Qt::Key_Space);
    REQUIRE(panel.result().isVisible());
    REQUIRE(panel.result().bannerText().title.contains(QStringLiteral("de_XA")));
    REQUIRE_FALSE(panel.languages().first()->isChecked());
    REQUIRE(desk(alder).languages().isEmpty());
}

TEST_CASE("Own words are added and taken back by keyboard", "[settings][spelling]") {
    WindowFixture alder;
    alder.unlock();
    auto& words = openPanel(alder).words();
    REQUIRE(says(words, QStringLiteral("no words of your own")));
    words.wordEdit().setFocus();
    alder.type(QStringLiteral("ayni"));
    alder.press(Qt::Key_Return);
    alder.type(QStringLiteral("two words"));
    alder.press(Qt::Key_Return);
    REQUIRE(desk(alder).words() == QStringList{QStringLiteral("ayni")});
    REQUIRE(words.wordEdit().text() == QStringLiteral("two words"));
    REQUIRE(says(words, QStringLiteral("not one word")));
    words.table().setFocus();
    alder.press(Qt::Key_Delete);
    REQUIRE(desk(alder).words().isEmpty());
    REQUIRE(says(words, QStringLiteral("no words of your own")));
}

} // namespace test_spelling_panel

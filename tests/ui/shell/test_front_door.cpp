// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/label_fit.h"
#include "tests/support/window_fixture.h"

#include "ui/shared/form.h"
#include "ui/shared/password_field.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace test_front_door {
using namespace kairos;
using namespace kairos::test;

namespace {

/// The button that reads like this and is on the screen.
QPushButton* button(WindowFixture& alder, const QString& text) {
    for (auto* found : alder.window().findChildren<QPushButton*>()) {
        if (found->isVisible() && found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

/// What the labels of the window read, hidden ones too.
QStringList allWords(WindowFixture& alder) {
    QStringList words;
    for (const auto* label : alder.window().findChildren<QLabel*>()) {
        words.append(label->text());
    }
    return words;
}

QStringList visibleWords(WindowFixture& alder) {
    QStringList words;
    for (const auto* label : alder.window().findChildren<QLabel*>()) {
        if (label->isVisible()) {
            words.append(label->text());
        }
    }
    return words;
}

QString errorAt(QWidget& edit) {
    for (QWidget* widget = edit.parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (auto* field = qobject_cast<ui::Field*>(widget)) {
            return field->error();
        }
    }
    return {};
}

void fillCreateForm(WindowFixture& alder, const QString& passphrase) {
    alder.type(QStringLiteral("Birch Lane"));
    alder.visibleEdit("passphraseEdit")->setFocus();
    alder.type(passphrase);
    alder.press(Qt::Key_Tab);
    alder.type(passphrase);
    alder.visibleEdit("clinicianNameEdit")->setFocus();
    alder.type(QStringLiteral("Jonas Lindqvist"));
}

} // namespace

TEST_CASE("A practice is created, locked and unlocked by keyboard", "[shell][door]") {
    WindowFixture alder;
    alder.show();
    alder.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(alder.focused() == alder.visibleEdit("practiceNameEdit"));
    fillCreateForm(alder, support::OpenPracticeFixture::passphrase());
    REQUIRE(alder.visibleEdit("practicePathEdit")->text().endsWith(QStringLiteral("birch-lane.kairos")));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    alder.waitFor([&] { return button(alder, QStringLiteral("Go to the practice")) != nullptr; });
    auto* go = button(alder, QStringLiteral("Go to the practice"));
    REQUIRE_FALSE(go->isEnabled());
    const QStringList shown = visibleWords(alder);
    alder.press(Qt::Key_Space);
    REQUIRE(go->isEnabled());
    while (alder.focused() != go) {
        alder.press(Qt::Key_Tab);
    }
    alder.press(Qt::Key_Space);
    REQUIRE(alder.window().work() != nullptr);
    // The code was there to be read, and is nowhere in the window any more.
    const QStringList code = alder.window().work()->practice().recoveryCode().split(QLatin1Char('-'));
    REQUIRE(code.size() > 1);
    for (const QString& group : code) {
        REQUIRE(shown.contains(group));
        REQUIRE_FALSE(allWords(alder).contains(group));
    }
    REQUIRE(alder.window().work()->practice().practice().name == QStringLiteral("Birch Lane"));
    REQUIRE(alder.window().work()->practice().signedIn()->has(record::Role::Administrator));

    alder.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(alder.window().work() == nullptr);
    alder.type(QStringLiteral("not the password"));
    alder.press(Qt::Key_Return);
    REQUIRE(errorAt(*alder.visibleEdit("passwordEdit")) ==
            QStringLiteral("The password does not fit. Type it again, or ask an administrator to set a new "
                           "one."));
    alder.type(support::OpenPracticeFixture::passphrase());
    alder.press(Qt::Key_Return);
    REQUIRE(alder.window().work() != nullptr);
}

TEST_CASE("Who works alone opens with one secret", "[shell][door]") {
    WindowFixture alder;
    alder.show();
    alder.window().door().showCreate();
    fillCreateForm(alder, support::OpenPracticeFixture::passphrase());
    const QString path = alder.visibleEdit("practicePathEdit")->text();
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    alder.waitFor([&] { return button(alder, QStringLiteral("Go to the practice")) != nullptr; });
    alder.press(Qt::Key_Space);
    button(alder, QStringLiteral("Go to the practice"))->click();
    alder.window().closePractice();
    REQUIRE(alder.window().work() == nullptr);
    alder.window().askToUnlock(path);
    alder.type(support::OpenPracticeFixture::passphrase());
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return alder.window().work() != nullptr; });
    REQUIRE(alder.window().work()->practice().signedIn()->name == QStringLiteral("Jonas Lindqvist"));
}

TEST_CASE("The form of a new practice says at the field what is wrong", "[shell][door]") {
    WindowFixture alder;
    alder.show();
    alder.window().door().showCreate();
    fillCreateForm(alder, QStringLiteral("short"));
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(alder.focused() == alder.visibleEdit("passphraseEdit"));
    REQUIRE_FALSE(errorAt(*alder.visibleEdit("passphraseEdit")).isEmpty());
    REQUIRE_FALSE(QFile::exists(alder.visibleEdit("practicePathEdit")->text()));
}

TEST_CASE("A file that is there is not overwritten", "[shell][door]") {
    WindowFixture alder;
    alder.show();
    alder.window().door().showCreate();
    fillCreateForm(alder, support::OpenPracticeFixture::passphrase());
    alder.visibleEdit("practicePathEdit")->setText(alder.alder().path());
    alder.press(Qt::Key_Return, Qt::ControlModifier);
    alder.waitFor([&] {
        auto* create = button(alder, QStringLiteral("Create the practice"));
        return create != nullptr && create->isEnabled();
    });
    REQUIRE(alder.visibleEdit("practicePathEdit") != nullptr);
    REQUIRE(alder.window().work() == nullptr);
    REQUIRE(QFile::exists(alder.alder().path()));
}

TEST_CASE("A wrong passphrase is one sentence at the field", "[shell][door]") {
    WindowFixture alder;
    alder.alder().close();
    alder.window().askToUnlock(alder.alder().path());
    alder.show();
    alder.type(QStringLiteral("five plain wooden chairs"));
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return !errorAt(*alder.visibleEdit("passphraseEdit")).isEmpty(); });
    REQUIRE(errorAt(*alder.visibleEdit("passphraseEdit")).contains(QStringLiteral("does not fit")));
    REQUIRE(alder.focused() == alder.visibleEdit("passphraseEdit"));
    REQUIRE(alder.visibleEdit("passphraseEdit")->hasSelectedText());
    REQUIRE(alder.window().work() == nullptr);
}

TEST_CASE("The recovery code opens the practice, and a mistyped group is named", "[shell][door]") {
    WindowFixture alder;
    const QString code = alder.alder().practice().recoveryCode();
    alder.alder().close();
    alder.window().askToUnlock(alder.alder().path());
    alder.show();
    button(alder, QStringLiteral("Use the recovery code"))->click();
    QString wrong = code;
    wrong[0] = wrong.at(0) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    alder.type(wrong);
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return !errorAt(*alder.visibleEdit("recoveryCodeEdit")).isEmpty(); });
    REQUIRE(errorAt(*alder.visibleEdit("recoveryCodeEdit")).contains(QLatin1Char('1')));
    alder.visibleEdit("recoveryCodeEdit")->clear();
    alder.type(code.toLower());
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return alder.visibleEdit("passwordEdit") != nullptr; });
    alder.type(support::OpenPracticeFixture::password());
    alder.press(Qt::Key_Return);
    REQUIRE(alder.window().work() != nullptr);
}

TEST_CASE("A file older than this PC saw opens only with a reason", "[shell][door]") {
    WindowFixture alder;
    const QString old = alder.alder().folder() + QStringLiteral("/old.kairos");
    alder.alder().close();
    REQUIRE(QFile::copy(alder.alder().path(), old));
    REQUIRE(QFile::copy(alder.alder().path() + QStringLiteral(".key"), old + QStringLiteral(".key")));
    alder.alder().reopen();
    alder.alder().addElena();
    alder.alder().close();
    alder.window().askToUnlock(old);
    alder.show();
    alder.type(support::OpenPracticeFixture::passphrase());
    alder.press(Qt::Key_Return);
    alder.waitFor([&] { return button(alder, QStringLiteral("Open it all the same")) != nullptr; });
    auto* open = button(alder, QStringLiteral("Open it all the same"));
    open->click();
    auto* reason = alder.window().findChild<QPlainTextEdit*>(QStringLiteral("reasonEdit"));
    REQUIRE_FALSE(errorAt(*reason).isEmpty());
    alder.type(QStringLiteral("backup after a broken disk"));
    open->click();
    alder.waitFor([&] { return alder.visibleEdit("passwordEdit") != nullptr; });
    alder.type(support::OpenPracticeFixture::password());
    alder.press(Qt::Key_Return);
    REQUIRE(alder.window().work() != nullptr);
}

TEST_CASE("A missing file stays in the list, said so, until it is taken off", "[shell][door]") {
    WindowFixture alder;
    const QString gone = alder.alder().folder() + QStringLiteral("/gone.kairos");
    ui::DesktopSettings settings;
    settings.remember({gone, QStringLiteral("Gone House"), false, 0});
    ui::SettingsFile(alder.settingsPath()).save(settings);
    REQUIRE(ui::SettingsFile(alder.settingsPath()).load().opened.size() == 1);
    alder.show();
    alder.window().door().showWelcome(settings.opened);
    alder.press(Qt::Key_Return);
    REQUIRE(alder.visibleEdit("passphraseEdit") == nullptr);
    bool isForgotten = false;
    QObject::connect(&alder.window().door(), &ui::FrontDoor::forgetRequested, &alder.window(),
                     [&](const QString& path) { isForgotten = path == gone; });
    alder.press(Qt::Key_Delete);
    REQUIRE(isForgotten);
}

TEST_CASE("Every word of the front door fits at 1366 by 768", "[shell][door][fit]") {
    const auto theme = GENERATE(ui::ThemeId::Light, ui::ThemeId::Dark);
    WindowFixture alder(theme);
    alder.show();
    REQUIRE(clippedTexts(alder.window()) == QStringList());
    alder.window().door().showCreate();
    REQUIRE(clippedTexts(alder.window()) == QStringList());
    alder.alder().close();
    alder.window().askToUnlock(alder.alder().path());
    REQUIRE(clippedTexts(alder.window()) == QStringList());
}

} // namespace test_front_door

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/therapy/private_stage.h"

#include "tests/support/both_themes.h"

#include <catch2/catch_test_macros.hpp>

namespace test_release_dialog {
using namespace kairos;
using test::PrivateStage;
using test::TherapyStage;

namespace {

const QString kWords = QStringLiteral("She said it for her doctor.");

/// Whether a release stands before the person.
bool isOpen() {
    const auto windows = QApplication::topLevelWidgets();
    return std::any_of(windows.begin(), windows.end(), [](const QWidget* window) {
        return qobject_cast<const ui::ReleaseDialog*>(window) != nullptr && window->isVisible();
    });
}

struct Asked {
    PrivateStage stage;

    Asked() {
        stage.write(kWords);
        stage.book().releaseButton().click();
    }
    QList<record::Note> addenda() {
        return support::required(workflow::SessionDesk(stage.desk.practice()).addenda(stage.session));
    }
    /// The first act, by keyboard.
    void ask() {
        REQUIRE(QApplication::focusWidget() == &PrivateStage::dialog().recipientEdit());
        TherapyStage::type(QStringLiteral("her doctor"));
        TherapyStage::press(Qt::Key_Tab);
        TherapyStage::type(QStringLiteral("she asked for it"));
        TherapyStage::ctrl(Qt::Key_Return);
    }
    /// The second act, by keyboard.
    void give(const QString& password) {
        TherapyStage::tabTo(PrivateStage::dialog().passwordEdit());
        TherapyStage::type(password);
        TherapyStage::ctrl(Qt::Key_Return);
    }
};

} // namespace

TEST_CASE("A private note is released by keyboard in two acts", "[therapy][private][release]") {
    Asked desk;
    auto& dialog = PrivateStage::dialog();
    REQUIRE(dialog.textView().toPlainText() == kWords);
    REQUIRE(dialog.textView().isReadOnly());
    desk.ask();
    REQUIRE(desk.addenda().isEmpty());
    const QString shown = dialog.textView().toPlainText();
    REQUIRE(shown.contains(kWords));
    REQUIRE(shown.contains(QStringLiteral("her doctor")));
    REQUIRE(shown.contains(QStringLiteral("she asked for it")));
    desk.give(QStringLiteral("not it at all"));
    REQUIRE(dialog.shownError().contains(QStringLiteral("does not fit")));
    REQUIRE(desk.addenda().isEmpty());
    dialog.passwordEdit().clear();
    desk.give(TherapyStage::password());
    REQUIRE(desk.addenda().size() == 1);
    REQUIRE(desk.addenda().first().sections.first().text == shown);
    REQUIRE(QTest::qWaitFor([] { return !isOpen(); }));
}

TEST_CASE("Enter releases nothing, and what is missing is named", "[therapy][private][release]") {
    Asked desk;
    auto& dialog = PrivateStage::dialog();
    TherapyStage::type(QStringLiteral("her doctor"));
    TherapyStage::press(Qt::Key_Return);
    REQUIRE(!dialog.withdrawButton().isVisible());
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(!dialog.withdrawButton().isVisible());
    REQUIRE(QApplication::focusWidget() == &dialog.reasonEdit());
    TherapyStage::type(QStringLiteral("she asked"));
    TherapyStage::ctrl(Qt::Key_Return);
    REQUIRE(dialog.withdrawButton().isVisible());
    TherapyStage::tabTo(dialog.passwordEdit());
    TherapyStage::enter(TherapyStage::password());
    REQUIRE(desk.addenda().isEmpty());
}

TEST_CASE("Between the two acts a release may be left and taken up, or withdrawn",
          "[therapy][private][release]") {
    Asked desk;
    desk.ask();
    TherapyStage::press(Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([] { return !isOpen(); }));
    REQUIRE(desk.addenda().isEmpty());
    REQUIRE(desk.stage.book().releaseButton().text() == QStringLiteral("Confirm the release"));
    desk.stage.book().releaseButton().click();
    REQUIRE(PrivateStage::dialog().withdrawButton().isVisible());
    PrivateStage::dialog().withdrawButton().click();
    REQUIRE(QTest::qWaitFor([] { return !isOpen(); }));
    REQUIRE(desk.stage.book().releaseButton().text() == QStringLiteral("Release into the chart"));
    REQUIRE(desk.addenda().isEmpty());
}

TEST_CASE("The release holds its words in both themes", "[therapy][private][release]") {
    Asked desk;
    auto& themes = desk.stage.desk.themes();
    auto& dialog = PrivateStage::dialog();
    REQUIRE(test::clippedInBothThemes(themes, dialog, QStringLiteral("release-ask")) == "");
    desk.ask();
    REQUIRE(test::clippedInBothThemes(themes, dialog, QStringLiteral("release-give")) == "");
}

} // namespace test_release_dialog

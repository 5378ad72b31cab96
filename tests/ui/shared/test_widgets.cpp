// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/number_field.h"
#include "ui/shared/password_field.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/search_field.h"
#include "ui/shared/segments.h"
#include "ui/shared/theme_manager.h"
#include "ui/shared/undo_bar.h"

#include "tests/support/label_fit.h"

#include <QApplication>
#include <QFocusFrame>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <catch2/catch_test_macros.hpp>

namespace test_widgets {
using namespace kairos;
using Level = kairos::base::FindingLevel;

namespace {

/// A page that has the keyboard, with its children laid out in a column.
class Page final : public QWidget {
public:
    Page() : m_themes(*qApp) { new QVBoxLayout(this); }
    template <class Widget>
    Widget* add(Widget* widget) {
        layout()->addWidget(widget);
        return widget;
    }
    void begin() {
        show();
        activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(this));
    }

private:
    ui::ThemeManager m_themes;
};

} // namespace

TEST_CASE("An error takes the place of the help, and the help returns when it is mended", "[shared][form]") {
    Page page;
    auto* weight = page.add(new ui::Field(QStringLiteral("Weight, kg"), new ui::NumberField));
    auto& editor = static_cast<QLineEdit&>(weight->editor());
    weight->setHelp(QStringLiteral("last 68.9 on 12 Oct"));
    REQUIRE(editor.accessibleDescription() == QStringLiteral("last 68.9 on 12 Oct"));
    editor.setText(QStringLiteral("heavy"));
    REQUIRE(weight->error().isEmpty());
    REQUIRE_FALSE(weight->validate());
    REQUIRE(editor.accessibleDescription() == weight->error());
    REQUIRE(editor.property("fieldError").toBool());
    editor.setText(QStringLiteral("68"));
    REQUIRE(weight->error().isEmpty());
    REQUIRE(editor.accessibleDescription() == QStringLiteral("last 68.9 on 12 Oct"));
    REQUIRE_FALSE(editor.property("fieldError").toBool());
}

TEST_CASE("A field is checked when it is left, not while it is typed", "[shared][form]") {
    Page page;
    auto* first = page.add(new ui::Field(QStringLiteral("Weight, kg"), new ui::NumberField));
    page.add(new ui::Field(QStringLiteral("Height, cm"), new ui::NumberField));
    page.begin();
    first->setFocus();
    QTest::keyClicks(&first->editor(), QStringLiteral("abc"));
    REQUIRE(first->error().isEmpty());
    QTest::keyClick(&first->editor(), Qt::Key_Tab);
    REQUIRE_FALSE(first->error().isEmpty());
}

TEST_CASE("A required field says so in words and names what is missing", "[shared][form]") {
    ui::FormSection section;
    auto* escort = section.addField(QStringLiteral("Escort"), new QLineEdit);
    section.addField(QStringLiteral("Remark"), new QLineEdit);
    escort->setRequired(QStringLiteral("Name who takes her home"));
    REQUIRE(escort->findChild<QLabel*>()->text() == QStringLiteral("Escort, required"));
    REQUIRE(section.missingFields() == QStringList{QStringLiteral("Escort")});
    REQUIRE_FALSE(section.validate());
    REQUIRE(escort->error() == QStringLiteral("Name who takes her home"));
    static_cast<QLineEdit&>(escort->editor()).setText(QStringLiteral("Peter Marsh"));
    REQUIRE(section.missingFields().isEmpty());
    REQUIRE(section.validate());
}

TEST_CASE("Every label is the buddy of its editor and Tab goes in reading order", "[shared][form]") {
    Page page;
    auto* section = page.add(new ui::FormSection(QStringLiteral("Vitals")));
    auto* left = new ui::Field(QStringLiteral("Systolic"), new ui::NumberField);
    auto* right = new ui::Field(QStringLiteral("Diastolic"), new ui::NumberField);
    section->addPair(left, right);
    auto* below = section->addField(QStringLiteral("Pulse"), new ui::NumberField);
    page.begin();
    left->setFocus();
    for (ui::Field* field : {left, right, below}) {
        REQUIRE(field->findChild<QLabel*>()->buddy() == &field->editor());
        REQUIRE(QApplication::focusWidget() == &field->editor());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

TEST_CASE("Search waits for a rest in typing and then says the words once", "[shared][search]") {
    ui::SearchField search(QStringLiteral("Find a patient"));
    QSignalSpy searched(&search, &ui::SearchField::searched);
    QTest::keyClicks(&search, QStringLiteral("el"));
    REQUIRE(searched.isEmpty());
    REQUIRE(searched.wait(2000));
    REQUIRE(searched.count() == 1);
    REQUIRE(searched.first().first().toString() == QStringLiteral("el"));
}

TEST_CASE("Enter searches at once and opens; the arrows move the choice", "[shared][search]") {
    ui::SearchField search(QStringLiteral("Find a patient"));
    const QSignalSpy searched(&search, &ui::SearchField::searched);
    const QSignalSpy opened(&search, &ui::SearchField::opened);
    QSignalSpy moved(&search, &ui::SearchField::choiceMoved);
    QTest::keyClicks(&search, QStringLiteral("marsh"));
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(searched.count() == 1);
    REQUIRE(opened.count() == 1);
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(searched.count() == 1);
    QTest::keyClick(&search, Qt::Key_Down);
    QTest::keyClick(&search, Qt::Key_Up);
    REQUIRE(moved.takeFirst().first().toInt() == 1);
    REQUIRE(moved.takeFirst().first().toInt() == -1);
}

TEST_CASE("Escape clears the search first and leaves it second", "[shared][search]") {
    ui::SearchField search(QStringLiteral("Find a patient"));
    const QSignalSpy left(&search, &ui::SearchField::left);
    QTest::keyClicks(&search, QStringLiteral("marsh"));
    QTest::keyClick(&search, Qt::Key_Return);
    const QSignalSpy searched(&search, &ui::SearchField::searched);
    QTest::keyClick(&search, Qt::Key_Escape);
    REQUIRE(search.text().isEmpty());
    REQUIRE(searched.count() == 1);
    REQUIRE(left.isEmpty());
    QTest::keyClick(&search, Qt::Key_Escape);
    REQUIRE(left.count() == 1);
}

TEST_CASE("A search that Escape leaves keeps its words", "[shared][search]") {
    ui::SearchField search(QStringLiteral("Find"));
    search.setEscape(ui::SearchEscape::Leaves);
    const QSignalSpy left(&search, &ui::SearchField::left);
    QTest::keyClicks(&search, QStringLiteral("marsh"));
    QTest::keyClick(&search, Qt::Key_Escape);
    REQUIRE(left.count() == 1);
    REQUIRE(search.text() == QStringLiteral("marsh"));
}

TEST_CASE("Words that the page puts in are not told, an arrow tells those that were typed",
          "[shared][search]") {
    ui::SearchField search(QStringLiteral("Find"));
    QSignalSpy searched(&search, &ui::SearchField::searched);
    search.setWords(QStringLiteral("marsh"));
    QTest::keyClick(&search, Qt::Key_Down);
    REQUIRE(searched.isEmpty());
    QTest::keyClicks(&search, QStringLiteral("es"));
    QTest::keyClick(&search, Qt::Key_Down);
    REQUIRE(searched.takeFirst().first().toString() == QStringLiteral("marshes"));
    REQUIRE(searched.isEmpty());
}

TEST_CASE("The key of the search brings the keyboard to it", "[shared][search]") {
    Page page;
    auto* search =
        page.add(new ui::SearchField(QStringLiteral("Find a patient"), QKeySequence(Qt::CTRL | Qt::Key_F)));
    auto* button = page.add(ui::makeButton({.text = QStringLiteral("New session")}));
    page.begin();
    button->setFocus();
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget() == search);
}

TEST_CASE("What has the focus wears a ring", "[shared][style]") {
    Page page;
    auto* button = page.add(ui::makeButton({.text = QStringLiteral("Sign")}));
    page.begin();
    button->setFocus();
    const auto* ring = page.findChild<QFocusFrame*>();
    REQUIRE(ring != nullptr);
    REQUIRE(ring->widget() == button);
    REQUIRE(ring->isVisible());
    REQUIRE(ring->width() == button->width() + 8);
}

TEST_CASE("Arrows move the choice of segments and only a person's choice is told", "[shared][segments]") {
    Page page;
    auto* segments = page.add(new ui::Segments(
        QStringLiteral("Axis"), {QStringLiteral("dates"), QStringLiteral("days since dose 1")}));
    REQUIRE(segments->current() == 0);
    QSignalSpy chosen(segments, &ui::Segments::chosen);
    segments->setCurrent(1);
    REQUIRE(chosen.isEmpty());
    segments->setCurrent(0);
    page.begin();
    auto* first = segments->findChild<QToolButton*>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    REQUIRE(segments->current() == 1);
    REQUIRE(chosen.count() == 1);
    REQUIRE(chosen.first().first().toInt() == 1);
}

TEST_CASE("A stop banner cannot be closed; a caution can", "[shared][banner]") {
    ui::Banner stop({Level::Stop, QStringLiteral("Do not dose"), {}, {}});
    stop.setClosable();
    REQUIRE(stop.findChild<QToolButton*>()->isHidden());
    ui::Banner caution({Level::Caution, QStringLiteral("Repeat BP"), {}, {}});
    caution.setClosable();
    const QSignalSpy closed(&caution, &ui::Banner::closed);
    caution.findChild<QToolButton*>()->click();
    REQUIRE(closed.count() == 1);
    caution.setBannerText({Level::Stop, QStringLiteral("Do not dose"), {}, {}});
    REQUIRE(caution.findChild<QToolButton*>()->isHidden());
    REQUIRE(caution.property("level").toString() == QStringLiteral("stop"));
}

TEST_CASE("A banner carries a finding's source and mark, and an error's remedy", "[shared][banner]") {
    const base::Finding finding{Level::Caution,
                                QStringLiteral("bp.caution"),
                                QStringLiteral("146/92 is above 140/90"),
                                QStringLiteral("Spravato label"),
                                base::Confidence::High,
                                {}};
    REQUIRE(ui::bannerTextOf(finding).source == QStringLiteral("Spravato label (H)"));
    const base::Error error{base::ErrorCode::Storage, QStringLiteral("The note was not saved"),
                            QStringLiteral("the disk is full"), QStringLiteral("free some room")};
    REQUIRE(ui::bannerTextOf(error).title == QStringLiteral("The note was not saved"));
    REQUIRE(ui::bannerTextOf(error).text == QStringLiteral("The disk is full. Free some room."));
}

TEST_CASE("The undo bar offers, takes back, and goes by itself", "[shared][undo]") {
    ui::UndoBar bar;
    const QSignalSpy undone(&bar, &ui::UndoBar::undoRequested);
    QSignalSpy withdrawn(&bar, &ui::UndoBar::withdrawn);
    REQUIRE(bar.isHidden());
    bar.offer(QStringLiteral("Step moved to Thu 5 Nov."));
    REQUIRE_FALSE(bar.isHidden());
    bar.findChild<QPushButton*>()->click();
    REQUIRE(undone.count() == 1);
    REQUIRE(bar.isHidden());
    bar.setLifetime(1);
    bar.offer(QStringLiteral("Goal closed."));
    REQUIRE(withdrawn.wait(2000));
    REQUIRE(bar.isHidden());
    REQUIRE(undone.count() == 1);
}

TEST_CASE("Short work shows no progress", "[shared][progress]") {
    ui::ProgressLine line;
    line.start(QStringLiteral("Checking"));
    REQUIRE(line.isHidden());
    line.finish();
    REQUIRE(line.isHidden());
    line.start(QStringLiteral("Checking"));
    REQUIRE(QTest::qWaitFor([&line] { return !line.isHidden(); }, 2000));
}

TEST_CASE("The eye shows the password and Caps Lock is told", "[shared][password]") {
    ui::PasswordField field;
    REQUIRE_FALSE(field.isRevealed());
    field.eyeButton().click();
    REQUIRE(field.isRevealed());
    field.eyeButton().click();
    REQUIRE_FALSE(field.isRevealed());
    REQUIRE(field.eyeButton().focusPolicy() == Qt::NoFocus);
    QTest::keyClick(&field, 'a');
    REQUIRE_FALSE(field.seemsCapsLocked());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier, QStringLiteral("B"));
    QApplication::sendEvent(&field, &capital);
    REQUIRE(field.seemsCapsLocked());
    REQUIRE(field.accessibleDescription() == QStringLiteral("Caps Lock is on"));
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_C, Qt::ShiftModifier, QStringLiteral("C"));
    QApplication::sendEvent(&field, &shifted);
    REQUIRE_FALSE(field.seemsCapsLocked());
}

TEST_CASE("Tab leads from one password to the next; a key shows what is typed", "[shared][password]") {
    Page page;
    auto* first = page.add(new ui::PasswordField);
    auto* second = page.add(new ui::PasswordField);
    page.begin();
    first->setFocus();
    QTest::keyClicks(first, QStringLiteral("river stone"));
    QTest::keyClick(first, Qt::Key_Tab);
    REQUIRE(second->hasFocus());
    QTest::keyClick(second, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(second->isRevealed());
    REQUIRE_FALSE(first->isRevealed());
}

TEST_CASE("A button shows its key and works by it; a blocked one says why", "[shared][buttons]") {
    Page page;
    auto* button = page.add(ui::makeButton({.text = QStringLiteral("Sign"),
                                            .kind = ui::ButtonKind::Primary,
                                            .icon = ui::Icon::Signed,
                                            .key = QKeySequence(Qt::CTRL | Qt::Key_S)}));
    page.begin();
    REQUIRE(ui::buttonKind(button) == ui::ButtonKind::Primary);
    REQUIRE(ui::buttonKeyText(button) == QStringLiteral("Ctrl+S"));
    REQUIRE(button->sizeHint().height() == 32);
    const QSignalSpy clicked(button, &QPushButton::clicked);
    QTest::keyClick(&page, Qt::Key_S, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&clicked] { return clicked.count() == 1; }, 2000));
    ui::setButtonBlockedBy(*button, QStringLiteral("Risk is not assessed"));
    REQUIRE_FALSE(button->isEnabled());
    REQUIRE(button->toolTip() == QStringLiteral("Risk is not assessed"));
    ui::setButtonBlockedBy(*button, {});
    REQUIRE(button->isEnabled());
}

TEST_CASE("A key cap reads as the key is engraved", "[shared][keys]") {
    REQUIRE(ui::keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)) == QStringLiteral("Ctrl+Enter"));
    REQUIRE(ui::keyText(QKeySequence(Qt::Key_Up)) == QStringLiteral("↑"));
    REQUIRE(ui::keyText(QKeySequence(Qt::Key_PageUp)) == QStringLiteral("PgUp"));
    REQUIRE(ui::keyText(QKeySequence(Qt::Key_Escape)) == QStringLiteral("Esc"));
}

TEST_CASE("An empty state has one action", "[shared][empty]") {
    ui::EmptyState empty(ui::Icon::Rating, QStringLiteral("No rating yet"));
    empty.setAction(ui::makeButton({.text = QStringLiteral("Add rating")}));
    empty.setAction(ui::makeButton({.text = QStringLiteral("Clear the filter")}));
    REQUIRE(empty.findChildren<QPushButton*>().size() == 1);
    REQUIRE(empty.accessibleName() == QStringLiteral("No rating yet"));
}

} // namespace test_widgets

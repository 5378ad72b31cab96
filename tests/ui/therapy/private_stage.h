// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/therapy/therapy_stage.h"

#include "ui/therapy/note_tabs.h"
#include "ui/therapy/private_gate.h"
#include "ui/therapy/private_pane.h"
#include "ui/therapy/private_text.h"
#include "ui/therapy/release_dialog.h"

#include "ui/shared/password_field.h"
#include "ui/shared/recovery_sheet.h"
#include "ui/shared/table_view.h"

#include "tests/support/private_wall.h"

#include <QCheckBox>
#include <QTabBar>

namespace kairos::test {

/// Whether Ruth Adeyemi has set her private notes up, and left them open.
enum class WallState { None, Open };

/// Elena's signed session on its page, with the tab of private notes chosen by its key.
class PrivateStage final {
public:
    explicit PrivateStage(WallState wall = WallState::Open)
        : session(support::signedTherapy(desk.stage().fixture(), desk.stage().patient())) {
        if (wall == WallState::Open) {
            code =
                support::required(workflow::PrivateAccess(desk.practice()).setUp(TherapyStage::password()));
        }
        show();
    }

    /// Opens the page anew, on the tab of private notes.
    void show() {
        page = &desk.open(session);
        TherapyStage::ctrl(Qt::Key_2);
    }

    [[nodiscard]] ui::PrivatePane& pane() { return *page->tabs()->privatePane(); }
    [[nodiscard]] ui::PrivateBook& book() { return pane().book(); }
    [[nodiscard]] ui::PrivateText& text() { return book().textEdit(); }
    [[nodiscard]] QList<workflow::PrivateNote> notes() {
        return support::required(workflow::PrivateNotes(desk.practice()).mine(desk.stage().patient())).notes;
    }
    /// A note by keyboard; the cursor stands in the text.
    void write(const QString& words) {
        TherapyStage::type(words);
        TherapyStage::ctrl(Qt::Key_Return);
    }
    [[nodiscard]] static QPushButton* button(QWidget& in, const QString& text) {
        for (auto* button : in.findChildren<QPushButton*>()) {
            if (button->text() == text && button->isVisible()) {
                return button;
            }
        }
        throw std::runtime_error("there is no such button");
    }
    /// The open dialog of a release, with the keyboard.
    [[nodiscard]] static ui::ReleaseDialog& dialog() {
        ui::ReleaseDialog* open = nullptr;
        const bool isOpen = QTest::qWaitFor([&open] {
            open = qobject_cast<ui::ReleaseDialog*>(QApplication::activeWindow());
            return open != nullptr && open->isVisible();
        });
        if (!isOpen) {
            throw std::runtime_error("no release is asked for");
        }
        return *open;
    }

    TherapyStage desk;
    record::SessionId session;
    QString code;
    ui::TherapyPage* page = nullptr;
};

} // namespace kairos::test

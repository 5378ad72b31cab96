// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/question_dialog.h"
#include "ui/shared/text_label.h"

#include <QApplication>
#include <QTest>

#include <stdexcept>

namespace kairos::test {

/// The question that is asked now, with the keyboard.
inline ui::QuestionDialog& openDialog() {
    ui::QuestionDialog* open = nullptr;
    const bool isOpen = QTest::qWaitFor([&open] {
        for (QWidget* window : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<ui::QuestionDialog*>(window);
            open = dialog != nullptr && dialog->isVisible() ? dialog : open;
        }
        return open != nullptr && QApplication::activeWindow() == open;
    });
    if (!isOpen) {
        throw std::runtime_error("no question is asked");
    }
    return *open;
}

inline bool isDialogOpen() {
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (const auto* dialog = qobject_cast<ui::QuestionDialog*>(window)) {
            if (dialog->isVisible()) {
                return true;
            }
        }
    }
    return false;
}

/// All that the dialog says, one label a line.
inline QString saidBy(const QWidget& dialog) {
    QStringList said;
    for (const auto* label : dialog.findChildren<ui::TextLabel*>()) {
        if (label->isVisibleTo(&dialog)) {
            said.append(label->text());
        }
    }
    return said.join(QLatin1Char('\n'));
}

} // namespace kairos::test

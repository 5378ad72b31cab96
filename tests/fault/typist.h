// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page_stage.h"

#include "core/workflow/open_practice.h"

#include <QString>
#include <QStringList>

/// A program that opens a page as the desktop does and types into it until it is killed.
namespace kairos::test {

/// What a page is given, over a practice that is open and signed in to.
struct TypistDesk {
    workflow::OpenPractice& practice;
    RecordingNavigator navigator;
    ScriptedQuestions questions;
    ScriptedFileDialogs files;
    RecordingUndo undo;

    [[nodiscard]] ui::PageContext context() {
        return {practice, navigator, questions, files, nullptr, nullptr, &undo};
    }
};

/// Says on standard error what went wrong; gives back what the program ends with.
int refuse(const QString& sentence);

/// Types one reading after the other into the entry line of a running dose. On standard output: "open
/// MINUTE-CLOCK-MS ROWS" once the sheet stands, then a number for every reading that the screen has
/// acknowledged by clearing the line. Gives back only what went wrong.
int typeReadings(TypistDesk& desk, const record::SessionId& session, qint64 first);

/// Types an endless note at the cursor that it finds; with a password a private note on its own tab. On
/// standard output: "open LENGTH CURSOR" once the page stands, then "kept" with both each time that the page
/// says that its draft is kept. Gives back only what went wrong.
int typeNote(TypistDesk& desk, const record::SessionId& session, const QString& privatePassword);

} // namespace kairos::test

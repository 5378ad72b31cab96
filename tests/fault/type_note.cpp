// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/typed_note.h"
#include "tests/fault/typist.h"

#include "ui/therapy/note_tabs.h"
#include "ui/therapy/private_pane.h"
#include "ui/therapy/private_text.h"
#include "ui/therapy/therapy_page.h"

#include "ui/shared/note_panel.h"

#include "core/workflow/private_access.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

#include <cstdio>

namespace kairos::test {
namespace {

void tell(const char* word, const QPlainTextEdit& edit) {
    std::printf("%s %lld %d\n", word, static_cast<long long>(edit.toPlainText().size()),
                edit.textCursor().position());
    std::fflush(stdout);
}

/// Types until it is killed.
[[noreturn]] void typeInto(QPlainTextEdit& edit) {
    for (qint64 place = edit.toPlainText().size();; ++place) {
        const QChar letter = typedLetter(place);
        if (letter == QLatin1Char('\n')) {
            QTest::keyClick(&edit, Qt::Key_Return);
        } else {
            QTest::keyClick(&edit, letter.toLatin1());
        }
        QCoreApplication::processEvents();
    }
}

} // namespace

int typeNote(TypistDesk& desk, const record::SessionId& session, const QString& privatePassword) {
    const bool isPrivate = !privatePassword.isEmpty();
    if (isPrivate) {
        if (const auto open = workflow::PrivateAccess(desk.practice).open(privatePassword); !open) {
            return refuse(open.error().sentence());
        }
    }
    ui::TherapyPage page(session, desk.context());
    if (page.note() == nullptr) {
        return refuse(QStringLiteral("the session was not read"));
    }
    page.resize(1290, 640);
    page.show();
    QPlainTextEdit* edit = page.note()->editor().handEdit();
    if (isPrivate) {
        page.tabs()->tabs()->setCurrentIndex(1);
        edit = &page.tabs()->privatePane()->book().textEdit();
    }
    edit->setFocus(Qt::OtherFocusReason);
    const auto tellKept = [edit] { tell("kept", *edit); };
    if (isPrivate) {
        QObject::connect(page.tabs(), &ui::NoteTabs::draftKept, &page, tellKept);
    } else {
        QObject::connect(page.note(), &ui::NotePanel::draftKept, &page, tellKept);
    }
    tell("open", *edit);
    typeInto(*edit);
}

} // namespace kairos::test
